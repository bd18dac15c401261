#!/bin/bash
# Makes a fresh clone ready for its agent. Runs as root; the calls that follow
# these functions were written by Paddock for one session. A process costs more
# than anything else here, so what bash can do itself it does.
set -euo pipefail
umask 022

ca=/usr/local/share/ca-certificates/paddock-session.crt

# A clone wakes with the clock of its virtual hardware; certificates need the right time.
set_clock() {
  local now
  printf -v now '%(%s)T' -1
  if [ $((now - $1)) -gt 2 ] || [ $(($1 - now)) -gt 2 ]; then
    date -s "@$1" >/dev/null
  fi
}

# open_path PATH: the agent must get through the folders above a mounted one, which the image may
# have closed (/root).
open_path() {
  local part=${1%/*} parts=()
  while [ -n "$part" ]; do
    parts+=("$part")
    part=${part%/*}
  done
  if [ ${#parts[@]} -gt 0 ]; then chmod a+x -- "${parts[@]}" 2>/dev/null || true; fi
}

# trust PEM: what update-ca-certificates would do, without its seconds.
trust() {
  local hash
  printf '%s' "$1" >"$ca"
  printf '%s' "$1" >>/etc/ssl/certs/ca-certificates.crt
  hash=$(openssl x509 -hash -noout -in "$ca")
  ln -sf "$ca" "/etc/ssl/certs/$hash.0"
}

# use_proxy URL
use_proxy() {
  local name all=()
  for name in HTTP_PROXY HTTPS_PROXY http_proxy https_proxy; do all+=("$name=$1"); done
  for name in NO_PROXY no_proxy; do all+=("$name=localhost,127.0.0.1,::1"); done
  all+=("NODE_EXTRA_CA_CERTS=$ca")
  printf '%s\n' "${all[@]}" >>/etc/environment
  printf 'export %s\n' "${all[@]}" >/etc/profile.d/paddock.sh
  echo 'Defaults env_keep += "HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy NODE_EXTRA_CA_CERTS"' \
    >/etc/sudoers.d/paddock
  if [ -d /etc/apt/apt.conf.d ]; then
    printf 'Acquire::http::Proxy "%s";\nAcquire::https::Proxy "%s";\n' "$1" "$1" \
      >/etc/apt/apt.conf.d/99paddock
  fi
}

# git_identity NAME EMAIL
git_identity() {
  local section
  {
    for section in 'git@github.com:' 'ssh://git@github.com/'; do
      printf '[url "https://github.com/"]\n\tinsteadOf = %s\n' "$section"
    done
    printf '[safe]\n\tdirectory = *\n[http]\n\tproxyAuthMethod = basic\n'
    if [ -n "$1" ]; then printf '[user]\n\tname = %s\n' "$(git_value "$1")"; fi
    if [ -n "$2" ]; then printf '[user]\n\temail = %s\n' "$(git_value "$2")"; fi
  } >>/etc/gitconfig
}

# git_value TEXT: as git-config(1) quotes a value.
git_value() {
  local text=${1//\\/\\\\}
  printf '"%s"' "${text//\"/\\\"}"
}

# install_script PATH TEXT
install_script() {
  printf '%s' "$2" >"$1"
}

# in_home USER HOME TEXT: the rest, as the agent's own user; it comes by standard input.
in_home() {
  # shellcheck disable=SC2016
  setpriv --reuid "$1" --regid "$1" --init-groups env HOME="$2" USER="$1" \
    bash -c 'eval "$(cat)"' <<<"$3"
}

[ -d /run/paddock ] || mkdir /run/paddock
