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

# find_target HOMEPATH: sets $target, through the link where there is one: the state folder keeps it.
find_target() {
  target=$HOME/$1
  folder "$(parent "$target")"
  if [ -L "$target" ]; then target=$(readlink -- "$target"); fi
}

# put_once HOMEPATH TEXT
put_once() {
  local target
  find_target "$1"
  if [ ! -s "$target" ]; then printf '%s' "$2" >"$target"; fi
}

# The word "placeholder", also inside of Base64 wherever it begins in a group.
placeholder='placeholder|cGxhY2Vob2xkZX|BsYWNlaG9sZGVy|wbGFjZWhvbGRlc'

# put_login HOMEPATH TEXT: a login that was made in a VM stays.
put_login() {
  local target
  find_target "$1"
  if [ -s "$target" ] && ! grep -qiE "$placeholder" -- "$target"; then return; fi
  rm -f -- "$target"
  if [ -n "$2" ]; then printf '%s' "$2" >"$target"; fi
}

# put_part HOMEPATH TEXT: the text between two marks, before what a person has written.
put_part() {
  local target begin='<!-- Paddock begins -->' end='<!-- Paddock ends -->' rest=''
  find_target "$1"
  if [ -s "$target" ]; then rest=$(<"$target")$'\n'; fi
  if [[ $rest == *"$begin"*"$end"$'\n'* ]]; then
    rest=${rest%%"$begin"*}${rest#*"$end"$'\n'}
  fi
  printf '%s\n%s%s\n%s' "$begin" "$2" "$end" "$rest" >"$target.new"
  mv -- "$target.new" "$target"
}

# merge_json HOMEPATH JSON: the file's own fields stay.
merge_json() {
  # shellcheck disable=SC2016
  merge "$1" "$2" '$old * $new'
}

# default_json HOMEPATH JSON: all that the file has stays.
default_json() {
  # shellcheck disable=SC2016
  merge "$1" "$2" '$new * $old'
}

# merge_logins HOMEPATH JSON: each field is a login; those that were made in a VM stay.
merge_logins() {
  # shellcheck disable=SC2016
  merge "$1" "$2" '$new * ($old | with_entries(select(.value | tostring | test($mark; "i") | not)))'
}

# merge HOMEPATH JSON EXPRESSION: an unreadable old file is put aside, never lost.
merge() {
  local target
  find_target "$1"
  if [ ! -s "$target" ]; then
    printf '%s' "$2" >"$target"
  elif jq -s --argjson new "$2" --arg mark "$placeholder" \
    "if length == 1 and (.[0] | type) == \"object\" then .[0] as \$old | $3 else error(\"not an object\") end" \
    "$target" >"$target.new" 2>/dev/null; then
    mv -- "$target.new" "$target"
  else
    mv -- "$target" "$target.damaged"
    printf '%s' "$2" >"$target"
    rm -f -- "$target.new"
  fi
}
