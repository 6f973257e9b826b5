#!/usr/bin/env bash
# installed.sh BUILD SOURCE: `cmake --install` into a prefix that is then moved: the program works
# from where it is, and knows nothing of the tree that it was built from.
source "$(dirname "$0")/common.sh"
build=$1 source_tree=$2

cmake --install "$build" --prefix "$folder/first" --strip >/dev/null
mv "$folder/first" "$folder/second"
works_from "$folder/second"

for file in bin/terroir lib/terroir/plugins/terroir_thematic.so; do
    ! grep -qF "$source_tree" "$folder/second/$file" || fail "$file names the source tree."
done

rm -r "$folder/second/share/terroir"
said=$("$folder/second/bin/terroir" --lang en -w none.sqlite init 2>&1) && fail "Works without data."
contains "The error without data" "$said" "share/terroir/data"
contains "The error without data" "$said" "$folder/second/bin/terroir"
equal "Lines of the error without data" "$(wc -l <<<"$said")" 1
[[ ! -e $folder/none.sqlite ]] || fail "A workspace was left behind without data."
