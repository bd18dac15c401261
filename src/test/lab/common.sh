# shellcheck shell=bash
# What the lab's scripts and .ci/run share; to be sourced.

say() { printf '%s: %s (%ss)\n' "${0##*/}" "$*" "$SECONDS"; }

die() {
	printf '%s: %s\n' "${0##*/}" "$*" >&2
	exit 1
}

as_root() {
	if [ "$(id -u)" = 0 ]; then
		"$@"
	elif command -v sudo >/dev/null; then
		sudo "$@"
	else
		die "needs root for: $*. Run it as root, or install sudo."
	fi
}

# Installs the Debian packages that are not there yet; with none missing it is quick and silent.
install_missing() {
	local package
	local -a missing=()
	command -v apt-get >/dev/null || die "needs a Debian system: there is no apt-get."
	for package in "$@"; do
		missing_package "$package" && missing+=("$package")
	done
	[ ${#missing[@]} -gt 0 ] || return 0
	say "installing ${missing[*]}"
	as_root apt-get update -qq
	as_root env DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

missing_package() {
	[ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" != installed ]
}
