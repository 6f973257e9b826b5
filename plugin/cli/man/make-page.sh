#!/usr/bin/env bash
# make-page.sh PROGRAM vi|en VERSION TEMPLATE: terroir(1) on standard output. The template's lines
# @COMMANDS@ and @OPTIONS@ are filled in from the program's own help, so that page and program
# cannot differ.
set -euo pipefail
export LC_ALL=C.UTF-8
program=$1 language=$2 version=$3 template=$4
here=$(dirname "$0")

# commands_of [COMMAND]: the names under "Commands" of a help page.
commands_of() {
    "$program" --lang en help "$@" |
        awk '/^Commands/ { on = 1; next } /^$/ { on = 0 } on && /^  [a-z]/ && $1 != "help" { print $1 }'
}

# section PART [COMMAND…]: roff of the commands' own part of a help page, or of the part of all.
section() {
    local part=$1
    shift
    "$program" --lang "$language" help "$@" | awk -v part="$part" -f "$here/help-to-roff.awk"
}

commands() {
    local command below
    for command in $(commands_of); do
        section command "$command"
        for below in $(commands_of "$command"); do
            section command "$command" "$below"
        done
    done
}

while IFS= read -r line; do
    case $line in
    @COMMANDS@) commands ;;
    @OPTIONS@) section everywhere ;;
    *) printf '%s\n' "${line//@VERSION@/$version}" ;;
    esac
done <"$template"
