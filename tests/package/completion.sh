#!/usr/bin/env bash
# completion.sh bash|zsh|fish COMPLETION_FILE PROGRAM: what the shell offers for the command lines of
# completions.txt.
source "$(dirname "$0")/common.sh"
shell=$1 completion=$2 program=$3
command -v "$shell" >/dev/null || skip "$shell is not installed."
PATH=$(dirname "$program"):$PATH
cd "$folder"
touch khao-nghiem.csv
"$program" -q init
mkdir other && "$program" -q -w other/w.terroir init --no-records
export XDG_CONFIG_HOME=$folder XDG_DATA_HOME=$folder XDG_CACHE_HOME=$folder HOME=$folder

count=0
while IFS='|' read -r line expected; do
    [[ $line == '#'* || -z $line ]] && continue
    count=$((count + 1))
    found=$("$shell" "$here/offer.$shell" "$completion" "$line" | sed 's/ *$//; s/\\//g' | sort -u | paste -sd' ')
    if [[ $expected == =* ]]; then
        equal "$shell, '$line'" "$found" "${expected#=}"
    else
        for word in $expected; do
            contains "$shell, '$line'" " $found " " $word "
        done
    fi
done <"$here/completions.txt"
[[ $count -gt 20 ]] || fail "Only $count lines were read."
