#!/usr/bin/env bash
# papers.sh SOURCE: the README is short, and what the papers link to is there.
source "$(dirname "$0")/common.sh"
source=$1
cd "$source"

words=$(wc -w <README.md)
[ "$words" -le 800 ] || fail "README.md has $words words; move what is more than 800 to where it is used."

# Every linked file, the heading after a '#' included, from the folder of the paper.
missing=()
for paper in *.md core/*.md data/*/*.md plugin/*/*.md styles/*.md tests/*/*.md; do
    [ -f "$paper" ] || continue
    while read -r link; do
        case $link in http*) continue ;; esac
        file=${link%%#*} heading=
        [[ $link == *#* ]] && heading=${link#*#}
        target=$paper
        [ -z "$file" ] || target=$(dirname "$paper")/$file
        if [ ! -e "$target" ]; then
            missing+=("$paper: $link")
        elif [ -n "$heading" ] && ! sed -n 's/^#\{1,6\} //p' "$target" |
            tr -d '`:.,' | tr 'A-Z ' 'a-z-' | grep -qxF -- "$heading"; then
            missing+=("$paper: $link (no such heading)")
        fi
    done < <(grep -oE '\]\([^)]+\)' "$paper" | sed 's/^](//; s/)$//')
done
equal "Links without a target" "${missing[*]-}" ""

large=$(find styles/pictures plugin/qgis/pictures -name '*.png' -size +300k)
equal "Pictures above 300 kB" "$large" ""
