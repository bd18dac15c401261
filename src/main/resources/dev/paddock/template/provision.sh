# Paddock's provisioning: turns a Debian 13 into the template that every session's VM is made from.
# It runs as root in the guest, once for each step:
#   provision.sh packages                             Debian's packages, the kernel, settings
#   provision.sh program COMMAND VERSION EXECUTABLE   one program; its npm tarball is standard input
#   provision.sh tools                                what needs a program of the step before
#   provision.sh finalise                             forget all that must differ from VM to VM
# Above this line stand the choices. A line "::phase:: NAME" on standard output begins a part.
set -euo pipefail
umask 022
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin

# The user of the VM, who called sudo.
user=${SUDO_USER:-root}
user_home=$(getent passwd "$user" | cut -d: -f6)
lib=/usr/local/lib/paddock/agents

phase() { printf '::phase:: %s\n' "$*"; }

die() {
	printf 'provisioning: %s\n' "$*" >&2
	exit 1
}

# --- Debian's packages -----------------------------------------------------------------------

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# Installs those that are not there; with none missing no network is needed.
apt_install() {
	local package
	local -a missing=()
	for package in "$@"; do
		is_installed "$package" || missing+=("$package")
	done
	[ ${#missing[@]} -gt 0 ] || return 0
	printf 'installing %s\n' "${missing[*]}"
	# What cloud-init or a timer began may still hold apt's lock.
	local -a apt=(apt-get -qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
	"${apt[@]}" update
	"${apt[@]}" install -y --no-install-recommends "${missing[@]}" </dev/null
}

# Sessions on Linux mount the project by 9p, which Debian's cloud kernel does not have.
ensure_kernel() {
	local package
	local -a cloud=()
	if [ "$FULL" = no ] && modinfo 9p >/dev/null 2>&1; then return 0; fi
	apt_install "linux-image-$(dpkg --print-architecture)"
	for package in $(dpkg-query -W -f '${Package}\n' 'linux-image*cloud*' 2>/dev/null); do
		if is_installed "$package"; then cloud+=("$package"); fi
	done
	# Both have the same version number, and the boot loader might take the cloud kernel.
	if [ ${#cloud[@]} -gt 0 ]; then apt-get -qq purge -y "${cloud[@]}" </dev/null; fi
	find /lib/modules/ -name '9p.ko*' | grep -q . || die "the kernel has no 9p file system"
}

configure_full() {
	usermod -aG docker "$user"
	ln -sfn /usr/bin/fdfind /usr/local/bin/fd
	install -d /opt/google/chrome
	ln -sfn /usr/bin/chromium /opt/google/chrome/chrome
	ln -sfn /usr/bin/chromium /usr/local/bin/google-chrome
	ln -sfn /usr/bin/chromium /usr/local/bin/google-chrome-stable
}

# What all sessions share.
configure_guest() {
	# A session opens many connections quickly, all from one address: the gateway's. And each one
	# makes its forwarded socket anew.
	cat >/etc/ssh/sshd_config.d/50-paddock.conf <<-'CONF'
		UseDNS no
		GSSAPIAuthentication no
		PasswordAuthentication no
		PrintLastLog no
		PrintMotd no
		MaxSessions 100
		MaxStartups 100
		StreamLocalBindUnlink yes
		PerSourcePenalties no
	CONF
	# The last line is not known before OpenSSH 9.8.
	/usr/sbin/sshd -t 2>/dev/null || sed -i '/^PerSourcePenalties/d' /etc/ssh/sshd_config.d/50-paddock.conf
	/usr/sbin/sshd -t || die "sshd does not accept its settings"
	# Nothing of this makes sense in a VM that lives for hours and has no direct network.
	local timer
	for timer in apt-daily apt-daily-upgrade man-db dpkg-db-backup e2scrub_all fstrim; do
		systemctl disable --now "$timer.timer" >/dev/null 2>&1 || true
	done
	# Paddock sets the clock; without a network this service waits for seconds when it is stopped.
	systemctl disable --now systemd-timesyncd.service >/dev/null 2>&1 || true
	# Loaded while the system starts, not when the first folder is mounted.
	printf '%s\n' 9pnet_virtio 9p >/etc/modules-load.d/paddock.conf
}

step_packages() {
	phase packages
	apt_install "${PACKAGES[@]}"
	phase kernel
	ensure_kernel
	phase settings
	if [ "$FULL" = yes ]; then configure_full; fi
	configure_guest
	configure_egress
}

# --- Programs from npm packages --------------------------------------------------------------

# The tarball was checked by the host. Nothing in it is run but the program itself, for its version.
step_program() {
	local command=$1 version=$2 executable=$3
	local target=$lib/$command/$version
	phase "$command $version"
	rm -rf "$target"
	install -d "$target"
	tar -xzf - -C "$target" --strip-components=1 --no-same-owner --no-same-permissions
	[ -f "$target/$executable" ] || die "the package of $command has no $executable"
	chmod -R u=rwX,go=rX "$target"
	chmod 755 "$target/$executable"
	ln -sfn "$target/$executable" "/usr/local/bin/$command"
	check_version "$command" "$version"
}

# As a user without rights and with a home that is thrown away, so that it leaves nothing behind.
check_version() {
	local scratch said
	scratch=$(mktemp -d /tmp/paddock.XXXXXX)
	chown nobody "$scratch"
	said=$(cd "$scratch" && setpriv --reuid nobody --regid nogroup --clear-groups \
		env -i PATH="$PATH" HOME="$scratch" timeout 300 "$1" --version </dev/null) ||
		die "$1 does not start: ${said:-no output}"
	rm -rf "$scratch"
	case $said in
	*"$2"*) printf '%s says %s\n' "$1" "${said%%$'\n'*}" ;;
	*) die "$1 says that it is '${said%%$'\n'*}' instead of $2" ;;
	esac
}

step_tools() {
	[ ${#NPM_TOOLS[@]} -gt 0 ] || return 0
	phase "language servers"
	ln -sfn "$lib"/npm/*/bin/npx-cli.js /usr/local/bin/npx
	npm install --global --prefix /usr/local --ignore-scripts --no-audit --no-fund "${NPM_TOOLS[@]}" </dev/null
}

# --- The end ---------------------------------------------------------------------------------

step_finalise() {
	phase egress
	enable_egress
	phase identity
	rm -f /etc/ssh/ssh_host_*_key /etc/ssh/ssh_host_*_key.pub /etc/hostname /var/lib/dbus/machine-id
	: >/etc/machine-id
	ln -sfn /etc/machine-id /var/lib/dbus/machine-id
	# Stopped first: stopping it writes the seed.
	systemctl stop systemd-random-seed.service 2>/dev/null || true
	rm -f /var/lib/systemd/random-seed /var/lib/systemd/credential.secret
	rm -rf /var/lib/dhcp/* /var/lib/systemd/network/* /var/lib/NetworkManager/*.lease
	cloud-init clean >/dev/null 2>&1 || die "cloud-init does not forget the build"

	phase traces
	apt-get clean
	rm -rf /var/lib/apt/lists/* /var/cache/apt/*.bin /var/cache/debconf/*-old
	local home
	for home in /root "$user_home"; do
		rm -rf "$home"/.bash_history "$home"/.cache "$home"/.npm "$home"/.lesshst "$home"/.wget-hsts \
			"$home"/.viminfo "$home"/.python_history "$home"/.sudo_as_admin_successful "$home"/.ssh/known_hosts*
	done
	find /tmp /var/tmp -mindepth 1 -maxdepth 1 ! -name 'systemd-private-*' -exec rm -rf {} +
	# From here on the journal is in memory, so that stopping the VM writes no log either.
	journalctl --relinquish-var >/dev/null 2>&1 || true
	rm -rf /var/log/journal/* /var/log/cloud-init*.log
	find /var/log -type f \( -name '*.gz' -o -name '*.[0-9]' -o -name '*.old' \) -delete
	find /var/log -type f -exec truncate -s 0 {} +

	phase trim
	sync
	# Gives the space of deleted files back to the host; not every disk can.
	fstrim --all >/dev/null 2>&1 || true
}

step=${1:-}
shift || true
case $step in
packages | program | tools | finalise) "step_$step" "$@" ;;
*) die "no such step: '$step'" ;;
esac
