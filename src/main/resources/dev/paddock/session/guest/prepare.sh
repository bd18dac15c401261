#!/bin/bash
# Makes a fresh clone ready for its agent. Runs as root; the calls that follow
# these functions were written by Paddock for one session.
set -euo pipefail
umask 022

user=$(id -un "${SUDO_UID:-1000}")
home=$(getent passwd "$user" | cut -d: -f6)
ca=/usr/local/share/ca-certificates/paddock-session.crt

# A clone wakes with the clock of its virtual hardware; certificates need the right time.
set_clock() {
  local now
  now=$(date +%s)
  if [ $((now - $1)) -gt 2 ] || [ $(($1 - now)) -gt 2 ]; then
    date -s "@$1" >/dev/null
  fi
}

# open_path PATH: the agent must get through the folders above a mounted one, which the image may
# have closed (/root).
open_path() {
  local part
  part=$(dirname -- "$1")
  while [ "$part" != / ]; do
    chmod a+x -- "$part" 2>/dev/null || true
    part=$(dirname -- "$part")
  done
}

# trust BASE64: what update-ca-certificates would do, without its seconds.
trust() {
  local hash
  base64 -d <<<"$1" >"$ca"
  cat "$ca" >>/etc/ssl/certs/ca-certificates.crt
  hash=$(openssl x509 -hash -noout -in "$ca")
  ln -sf "$ca" "/etc/ssl/certs/$hash.0"
}

# use_proxy URL
use_proxy() {
  local name
  {
    for name in HTTP_PROXY HTTPS_PROXY http_proxy https_proxy; do
      echo "$name=$1"
    done
    for name in NO_PROXY no_proxy; do
      echo "$name=localhost,127.0.0.1,::1"
    done
    echo "NODE_EXTRA_CA_CERTS=$ca"
  } >/run/paddock/environment
  cat /run/paddock/environment >>/etc/environment
  sed 's/^/export /' /run/paddock/environment >/etc/profile.d/paddock.sh
  echo 'Defaults env_keep += "HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy NODE_EXTRA_CA_CERTS"' \
    >/etc/sudoers.d/paddock
  chmod 440 /etc/sudoers.d/paddock
  if [ -d /etc/apt/apt.conf.d ]; then
    printf 'Acquire::http::Proxy "%s";\nAcquire::https::Proxy "%s";\n' "$1" "$1" \
      >/etc/apt/apt.conf.d/99paddock
  fi
}

# as_user COMMAND...
as_user() {
  setpriv --reuid "$user" --regid "$(id -g "$user")" --init-groups env HOME="$home" USER="$user" "$@"
}

# git_identity NAME EMAIL
git_identity() {
  local section
  {
    for section in 'git@github.com:' 'ssh://git@github.com/'; do
      printf '[url "https://github.com/"]\n\tinsteadOf = %s\n' "$section"
    done
    printf '[safe]\n\tdirectory = *\n[http]\n\tproxyAuthMethod = basic\n'
  } >>/etc/gitconfig
  if [ -n "$1" ]; then as_user git config --global user.name "$1"; fi
  if [ -n "$2" ]; then as_user git config --global user.email "$2"; fi
}

# keep HOMEPATH STATEPATH folder|file: the content lives in the mounted state folder.
keep() {
  local place="$home/$1"
  as_user mkdir -p -- "$(dirname -- "$place")"
  rm -rf -- "$place"
  if [ "$3" = folder ]; then
    as_user mkdir -p -- "$2"
  elif [ ! -e "$2" ]; then
    as_user touch -- "$2"
  fi
  as_user ln -s -- "$2" "$place"
}

# put HOMEPATH BASE64
put() {
  local place="$home/$1"
  as_user mkdir -p -- "$(dirname -- "$place")"
  base64 -d <<<"$2" | as_user sh -c 'umask 077; cat >"$1"' sh "$place"
}

# merge_json HOMEPATH BASE64: an unreadable old file is put aside, never lost.
merge_json() {
  local place="$home/$1" target old new
  as_user mkdir -p -- "$(dirname -- "$place")"
  # Through the link, where there is one: the state folder keeps it.
  target=$(readlink -m -- "$place")
  old=$(mktemp) new=$(mktemp)
  echo '{}' >"$old"
  base64 -d <<<"$2" >"$new"
  if [ -s "$target" ]; then
    if jq -e 'type == "object"' "$target" >/dev/null 2>&1; then
      cat -- "$target" >"$old"
    else
      as_user cp -- "$target" "$target.damaged"
    fi
  fi
  jq -s '.[0] * .[1]' "$old" "$new" |
    as_user sh -c 'umask 077; cat >"$1.new" && mv -- "$1.new" "$1"' sh "$target"
  rm -f -- "$old" "$new"
}

# install_script PATH BASE64
install_script() {
  base64 -d <<<"$2" >"$1"
  chmod 755 "$1"
}

mkdir -p /run/paddock
