#!/bin/bash
# Fills the agent's home folder. Runs as the agent's user; the calls that follow
# these functions were written by Paddock for one session.
set -euo pipefail
umask 077
cd "$HOME"

# folder PATH
folder() {
  [ -d "$1" ] || mkdir -p -- "$1"
}

# keep HOMEPATH STATEPATH folder|file: the content lives in the mounted state folder.
keep() {
  folder "$(parent "$HOME/$1")"
  if [ -e "$1" ] || [ -L "$1" ]; then rm -rf -- "$1"; fi
  if [ "$3" = folder ]; then
    folder "$2"
  elif [ ! -e "$2" ]; then
    : >"$2"
  fi
  ln -s -- "$2" "$1"
}

parent() {
  printf '%s' "${1%/*}"
}

# put HOMEPATH TEXT
put() {
  folder "$(parent "$HOME/$1")"
  printf '%s' "$2" >"$1"
}

# merge_json HOMEPATH JSON: the file's own fields stay; an unreadable old file is put aside, never
# lost.
merge_json() {
  local target=$HOME/$1
  folder "$(parent "$target")"
  # Through the link, where there is one: the state folder keeps it.
  if [ -L "$target" ]; then target=$(readlink -- "$target"); fi
  if [ ! -s "$target" ]; then
    printf '%s' "$2" >"$target"
  elif jq -s --argjson new "$2" \
    'if length == 1 and (.[0] | type) == "object" then .[0] * $new else error("not an object") end' \
    "$target" >"$target.new" 2>/dev/null; then
    mv -- "$target.new" "$target"
  else
    mv -- "$target" "$target.damaged"
    printf '%s' "$2" >"$target"
    rm -f -- "$target.new"
  fi
}
