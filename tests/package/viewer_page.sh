#!/usr/bin/env bash
# viewer_page.sh PROGRAM PAGE…: each page of the viewer names every long option of its --help.
source "$(dirname "$0")/common.sh"
program=$1
shift
options=$(QT_QPA_PLATFORM=offscreen "$program" --lang en --help | grep -oE -- '--[a-z][a-z-]+' | sort -u)
[[ $(wc -l <<<"$options") -ge 5 ]] || fail "The viewer's --help names too few options: $options"
for page in "$@"; do
    formatted=$(MANWIDTH=1000 man --warnings=w -l "$page" 2>"$folder/warnings")
    equal "Warnings about the page" "$(cat "$folder/warnings")" ""
    for option in $options; do
        # Those of every Qt program are Qt's to explain.
        case $option in --help-all | --author | --licen[cs]e) continue ;; esac
        grep -qE -- "^ +([^ ]+, )?$option([ ,=]|$)" <<<"$formatted" || fail "$page lacks $option."
    done
done
