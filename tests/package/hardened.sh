#!/usr/bin/env bash
# hardened.sh BUILD SOURCE CMAKE: what is installed is linked so that an attacker finds no fixed
# address, no writable table of functions, no stack that runs; and the release build, of which
# packages are made, compiles every file of core and plugins with guards around what is copied.
source "$(dirname "$0")/common.sh"
build=$1 source_tree=$2 cmake=$3
command -v readelf >/dev/null || skip "readelf is not installed."

cmake --install "$build" --prefix "$folder/installed" --strip >/dev/null
while read -r file; do
    dynamic=$(readelf -dW "$file") segments=$(readelf -lW "$file")
    contains "$file" "$(readelf -hW "$file")" "DYN ("
    contains "$file" "$segments" GNU_RELRO
    contains "The dynamic section of $file" "$dynamic" " NOW"
    ! grep -E 'GNU_STACK.*RWE' <<<"$segments" || fail "The stack of $file runs."
done < <(find "$folder/installed" -path '*/bin/*' -type f -o -name '*.so' -path '*/terroir/*')

"$cmake" -S "$source_tree" --preset release -B "$folder/release" >"$folder/said" 2>&1 ||
    fail "$(cat "$folder/said")"
flags="-fstack-protector-strong -D_FORTIFY_SOURCE=3"
[[ $(uname -m) != x86_64 ]] || flags+=" -fcf-protection"
commands=$(grep '"command"' "$folder/release/compile_commands.json" | grep -E '/(core|plugin)/' |
    grep -v '/qgis/')
[[ -n $commands ]] || fail "The release build compiles nothing."
for flag in $flags; do
    ! grep -vF -e "$flag" <<<"$commands" || fail "These are compiled without $flag."
done
