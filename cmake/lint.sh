#!/usr/bin/env bash
# lint.sh BASE SECONDS: clang-tidy and cppcheck on the C++ files that differ from the commit BASE, for
# at most so many seconds; what there was no time for is named. Needs build/lint (preset lint).
set -euo pipefail
cd "$(dirname "$0")/.."
base="$1" seconds="$2"

# Of the QGIS plugin is built what QGIS is installed for: its headers are of another Qt.
mapfile -t files < <(git diff --name-only --diff-filter=d "$base" -- 'core/*.cpp' 'plugin/*.cpp' |
    grep -v '^plugin/qgis/' || true)
if [ "${#files[@]}" -eq 0 ]; then
    echo "No C++ file differs from $base."
    exit 0
fi

# Headers that did not change are not asked about.
headers=$(git diff --name-only --diff-filter=d "$base" -- '*.hpp' | paste -sd'|')

failed=0
# "syntaxError" and its like are code that cppcheck cannot read.
cppcheck --quiet --std=c++20 --enable=warning,portability --inline-suppr --error-exitcode=1 \
    --suppress=syntaxError --suppress=internalAstError --suppress=missingIncludeSystem \
    --suppress=derefInvalidIteratorRedundantCheck --suppress=shiftTooManyBitsSigned \
    --suppress=unknownMacro \
    -I . "${files[@]}" || failed=1

end=$((SECONDS + seconds))
missed=()
for file in "${files[@]}"; do
    if [ $SECONDS -ge $end ]; then
        missed+=("$file")
        continue
    fi
    timeout "$seconds" clang-tidy -p build/lint --quiet --warnings-as-errors='*' \
        --header-filter="(${headers:-^$})" "$file" \
        2>/dev/null || failed=1
done
if [ "${#missed[@]}" -gt 0 ]; then
    echo "No time was left for clang-tidy on: ${missed[*]}"
fi
exit $failed
