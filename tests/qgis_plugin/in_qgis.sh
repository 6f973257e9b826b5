#!/usr/bin/env bash
# Runs a Python script inside the real QGIS window, on a display of its own (Xvfb), with a profile
# that nobody has used and the plugin enabled. The script says how it went with QGIS's exit code.
# in_qgis.sh LIBRARY TERROIR SCRIPT [LANGUAGE]
#   LIBRARY   libplugin_terroir.so, alone in its folder
#   TERROIR   the command line, which makes the workspaces
# In the script's environment: TERROIR_FOLDER, a folder that is removed afterwards; TERROIR_PROGRAM;
# TERROIR_PICTURES, where pictures of the screen go (empty: nowhere).
set -euo pipefail
library=$1 script=$3 language=${4:-en}
export TERROIR_PROGRAM=$2 TERROIR_PICTURES=${TERROIR_KEEP_PICTURES:-}
for tool in qgis Xvfb openbox xdotool; do
    command -v $tool >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done

folder=$(mktemp -d)
pids=()
finish() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    rm -rf "$folder"
}
trap finish EXIT

export HOME=$folder/home TERROIR_FOLDER=$folder/work
export XDG_CONFIG_HOME=$HOME/config XDG_DATA_HOME=$HOME/data XDG_RUNTIME_DIR=$folder/run
export LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
export PYTHONPATH=$(dirname "$(readlink -f "$0")")
mkdir -p "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_RUNTIME_DIR" "$TERROIR_FOLDER"
chmod 700 "$XDG_RUNTIME_DIR"
unset QT_QPA_PLATFORM

# The display number is chosen by the server, which tells when it is ready.
Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp 3>"$folder/display" >/dev/null 2>&1 &
pids+=($!)
for _ in $(seq 200); do [ -s "$folder/display" ] && break; sleep 0.05; done
export DISPLAY=:$(cat "$folder/display")
openbox >/dev/null 2>&1 &
pids+=($!)

# A workspace with the packaged records, opened at the start.
"$TERROIR_PROGRAM" -q -w "$TERROIR_FOLDER/w.sqlite" init
profile=$folder/profiles/profiles/default/QGIS
mkdir -p "$profile"
cat >"$profile/QGIS3.ini" <<SETTINGS
[plugins]
searchPathsForPlugins=$(dirname "$library")
[Plugins]
libplugin_terroir=true
[PythonPlugins]
processing=true
[terroir]
workspace=$TERROIR_FOLDER/w.sqlite
[locale]
overrideFlag=true
userLocale=$language
SETTINGS

status=0
timeout "${TERROIR_QGIS_SECONDS:-120}" qgis --nologo --noversioncheck \
    --profiles-path "$folder/profiles" --code "$script" >"$folder/log" 2>&1 || status=$?
grep -vE 'DeprecationWarning|^$|XDG_RUNTIME|libEGL|failed to create compose' "$folder/log" || true
# What the plugin's start left in the settings: true when it died on the way.
if grep -q '^watchDog.*libplugin_terroir=true' "$profile/QGIS3.ini"; then
    echo "FAILED: QGIS took the plugin for one that crashes"
    exit 1
fi
exit $status
