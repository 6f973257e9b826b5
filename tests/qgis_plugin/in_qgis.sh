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
here=$(dirname "$(readlink -f "$0")")
TOOLS=qgis SCREEN=${TERROIR_QGIS_SCREEN:-1440x900x24}
source "$here/../support/display.sh"
export TERROIR_FOLDER=$folder/work PYTHONPATH=$here PYTHONDONTWRITEBYTECODE=1
mkdir -p "$TERROIR_FOLDER"

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
