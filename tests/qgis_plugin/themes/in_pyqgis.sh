#!/usr/bin/env bash
# Runs a Python script with QGIS's own library, without a window and with a profile that nobody has
# used. in_pyqgis.sh LIBRARY TERROIR SCRIPT; in the script's environment: TERROIR_LIBRARY,
# TERROIR_PROGRAM, TERROIR_FOLDER (removed afterwards), TERROIR_LANGUAGE.
set -euo pipefail
/usr/bin/python3 -c 'import qgis.core' 2>/dev/null || {
    echo "skipped: the Python module of QGIS is not installed"
    exit 77
}
export TERROIR_LIBRARY=$1 TERROIR_PROGRAM=$2 TERROIR_LANGUAGE=${TERROIR_LANGUAGE:-en}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME=$folder/home TERROIR_FOLDER=$folder/work
export XDG_CONFIG_HOME=$HOME/config XDG_DATA_HOME=$HOME/data XDG_RUNTIME_DIR=$folder/run
export LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1 QT_QPA_PLATFORM=offscreen
mkdir -p "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_RUNTIME_DIR" "$TERROIR_FOLDER"
chmod 700 "$XDG_RUNTIME_DIR"
timeout 280 /usr/bin/python3 "$3"
