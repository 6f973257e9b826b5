#!/usr/bin/env bash
# The catalogues hold every text of the viewer's sources, translated, and no other.
# translations.sh LUPDATE LRELEASE SOURCE_FOLDER
set -euo pipefail
lupdate=$1 lrelease=$2 source=$3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
wrong=0

# lupdate reads tr() alone; Q_DECLARE_TR_FUNCTIONS gives it to what is no QObject.
if grep -n "QCoreApplication::translate(" "$source"/plugin/viewer/*.cpp; then
    echo "These texts are in no catalogue; write tr()."
    wrong=1
fi

# Context and text of what is not translated, or no longer in the sources.
unfinished() {
    awk -v file="$(basename "$1")" '
        function inner(line) { gsub(/^[^>]*>|<\/[^>]*>$/, "", line); return line }
        /<name>/ { context = inner($0) }
        /<source>/ { text = inner($0) }
        /<translation[^>]* type="/ {
            match($0, /type="[a-z]*"/)
            print file ": " substr($0, RSTART + 6, RLENGTH - 7) ": " context ": " text
        }
        /<translation><\/translation>|<translation\/>|<numerusform><\/numerusform>/ {
            print file ": empty: " context ": " text
        }' "$1"
}

for language in vi en; do
    catalogue=$folder/terroir-viewer_$language.ts
    cp "$source/plugin/viewer/translations/terroir-viewer_$language.ts" "$catalogue"
    plurals=
    [ $language = vi ] || plurals=-pluralonly
    (cd "$source" && "$lupdate" -silent $plurals -locations none -I . plugin/viewer \
        -ts "$catalogue") 2>"$folder/lupdate.log" || { cat "$folder/lupdate.log"; exit 1; }
    found=$(unfinished "$catalogue")
    if [ -n "$found" ]; then
        echo "$found"
        wrong=1
    fi
done
cp "$source/plugin/viewer/translations/qt_vi.ts" "$folder"
found=$(unfinished "$folder/qt_vi.ts")
[ -z "$found" ] || { echo "$found"; wrong=1; }
for catalogue in "$folder"/*.ts; do
    "$lrelease" -silent "$catalogue" -qm "$folder/catalogue.qm"
done
if [ $wrong = 1 ]; then
    echo "Translate these: lupdate -locations none -I . plugin/viewer -ts CATALOGUE, from the" \
        "source folder (with -pluralonly for English); then write the texts, or take out what" \
        "has vanished."
fi
exit $wrong
