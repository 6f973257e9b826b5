#!/usr/bin/env bash
# make-seeds.sh FOLDER: writes the cases of tests/data/geocode/*.txt as first inputs of the fuzzer
# (the form is in fuzz_geocode.cpp).
set -euo pipefail
shopt -s extglob

folder="$1"
mkdir -p "$folder"
count=0
while IFS='|' read -r day text context _; do
    [[ $day == [0-9]* ]] || continue
    text="${text##+( )}" context="${context##+( )}"
    text="${text%%+( )}" context="${context%%+( )}"
    fields=("$text" "" "" "")
    if [[ $text =~ ^(tinh|huyen|xa|text)= ]]; then
        names=(text xa huyen tinh)
        for i in 0 1 2 3; do
            fields[i]=""
            [[ "; $text;" =~ "; ${names[i]}="([^;]*) ]] && fields[i]="${BASH_REMATCH[1]}"
        done
    fi
    # N: 2025-06-30, no level; %b: the cases write \u00ad for what cannot be seen
    printf 'N%b\t%b\t%b\t%b\t%b' "${fields[@]}" "$context" >"$folder/case-$count"
    count=$((count + 1))
done < <(cat "$(dirname "$0")"/../data/geocode/*.txt)
