#!/usr/bin/env bash
# desktop.sh METAINFO FOLDER STYLES: the viewer's desktop files are what the standards ask for, agree
# with each other, and know the files of terroir by their names.
source "$(dirname "$0")/common.sh"
metainfo=$1 desktop=$2 styles=$3
id=vn.terroir.Viewer

equal "What is said about $id.desktop" "$(desktop-file-validate "$desktop/$id.desktop" 2>&1)" ""
appstreamcli validate --no-net "$metainfo" >"$folder/said" || fail "$(cat "$folder/said")"
for language in "" "[vi]"; do
    for key in GenericName Comment Keywords; do
        grep -qF "$key$language=" "$desktop/$id.desktop" || fail "$id.desktop has no $key$language."
    done
done

# The real types are the base: sub-classes and weights count only beside them.
mkdir -p "$folder/share/mime/packages" "$folder/share/applications"
cp /usr/share/mime/packages/freedesktop.org.xml "$folder/share/mime/packages/"
cp "$desktop/$id.mime.xml" "$folder/share/mime/packages/$id.xml"
said=$(XDG_DATA_HOME=$folder/share update-mime-database "$folder/share/mime" 2>&1)
equal "What update-mime-database says" "$said" ""
globs=$(cat "$folder/share/mime/globs2")
for line in 50:application/vnd.terroir.workspace:*.terroir \
    60:application/vnd.terroir.workspace:terroir.sqlite \
    60:application/vnd.terroir.theme+json:*.theme.json; do
    grep -qxF "$line" <<<"$globs" || fail "The types lack $line."
done
! grep -E 'terroir.*:\*\.(sqlite|json)$' <<<"$globs" || fail "A type takes files of others."
for line in "application/vnd.terroir.workspace application/vnd.sqlite3" \
    "application/vnd.terroir.theme+json application/json"; do
    grep -qxF "$line" "$folder/share/mime/subclasses" || fail "The types lack '$line'."
done

# Every packaged theme has the name that the type knows.
for theme in "$styles"/*; do
    [[ -d $theme || $theme =~ \.(theme\.json|schema\.json|md)$ ]] ||
        fail "$theme is not named *.theme.json."
done

# The entry, the page and the file types speak of the same types, and the icon is a picture.
types=$(sed -n 's/^MimeType=//p' "$desktop/$id.desktop" | tr ';' '\n' | sed '/^$/d' | sort)
equal "The types of the desktop entry" "$types" \
    "$(sed -n 's/.*mime-type type="\([^"]*\)".*/\1/p' "$desktop/$id.mime.xml" | sort)"
equal "The types of the software page" "$types" \
    "$(sed -n 's/.*<mediatype>\(.*\)<.*/\1/p' "$metainfo" | sort)"
equal "The icon's name" "$(sed -n 's/^Icon=//p' "$desktop/$id.desktop")" "$id"
contains "The icon" "$(head -n 6 "$desktop/$id.svg")" 'viewBox="0 0 128 128"'
