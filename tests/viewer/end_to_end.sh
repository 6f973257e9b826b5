#!/usr/bin/env bash
# A planner's way through the viewer, with the keyboard, on a real display (Xvfb): start, search a
# commune without diacritics, see it, change the classes, export a PDF; which must be the one that
# the command line makes. end_to_end.sh TERROIR TERROIR-VIEWER [FOLDER FOR PICTURES]
set -euo pipefail
terroir=$1 viewer=$2 pictures=${3:-}
TOOLS=pdftoppm SCREEN=1366x768x24
source "$(dirname "$0")/../support/display.sh"
fail() { echo "FAILED: $1"; picture failed; exit 1; }

picture() {
    [ -z "$pictures" ] || import -window root "$pictures/$1.png" 2>/dev/null || true
}
# What the window says it shows now: its title is "TEXT – terroir".
wait_for() { # what, command…
    local what=$1
    shift
    for _ in $(seq 600); do "$@" && return; sleep 0.05; done
    fail "$what"
}
setting() { # key: as the viewer wrote it when it was closed
    sed -n "s/^$1=//p" "$XDG_CONFIG_HOME"/terroir/terroir-viewer.conf
}

"$terroir" -q -w "$folder/w.sqlite" init
"$viewer" --lang en --theme aquaculture "$folder/w.sqlite" >"$folder/log" 2>&1 &
program=$!
pids+=($program)
wait_for "the window does not open" xdotool search --onlyvisible --name 'w.sqlite – terroir' \
    >"$folder/window"
window=$(head -1 "$folder/window")
xdotool windowactivate --sync "$window"
sleep 1.5
picture start

# Search without diacritics; Enter takes the first answer and goes there.
xdotool key ctrl+f
xdotool type --delay 40 'ban hon'
sleep 1
picture search
xdotool key Return
sleep 1.5
picture found

# Two classes instead of three, by the mnemonic of the field.
xdotool key alt+c
sleep 0.3
xdotool key ctrl+a type 2
xdotool key Return
sleep 1
picture classes

# The map as PDF.
xdotool key ctrl+shift+e
wait_for "the export dialog does not open" xdotool search --onlyvisible --name 'Export the map' \
    >/dev/null
sleep 0.5
xdotool key alt+f ctrl+a
xdotool type --delay 15 "$folder/window.pdf"
sleep 1
picture export
xdotool key alt+e
wait_for "there is no PDF" test -s "$folder/window.pdf"
sleep 0.5
xdotool key ctrl+q
wait_for "the program does not end" bash -c "! kill -0 $program 2>/dev/null"

"$terroir" -q --lang en -w "$folder/w.sqlite" map aquaculture --classes 2 -o "$folder/command.pdf"
for side in window command; do
    pdftoppm -r 100 -png -singlefile "$folder/$side.pdf" "$folder/$side"
done
cmp "$folder/window.png" "$folder/command.png" || fail "the PDF is not the command line's"

# Where the map was left: at Bản Hon (103.5° E, 22.3° N in EPSG:3857), closer than the district.
IFS=', ' read -r x y scale <<<"$(setting 'view')"
in_range() { awk -v v="$1" -v low="$2" -v high="$3" 'BEGIN { exit !(v > low && v < high) }'; }
in_range "$x" 11516000 11540000 || fail "the map was left at x = $x"
in_range "$y" 2540000 2570000 || fail "the map was left at y = $y"
in_range "$scale" 1 40 || fail "the map was left at $scale metres a pixel"
[ "$(setting classes)" = 2 ] || fail "the classes are not remembered"
if [ -s "$folder/log" ]; then
    echo "The program said:"
    cat "$folder/log"
fi
echo "passed"
