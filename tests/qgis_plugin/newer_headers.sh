#!/usr/bin/env bash
# Compiles the plugin (no code is made) with the headers of newer QGIS versions, as far as newer
# Debian releases have them, with Qt 5 and with Qt 6. Nothing is installed: the packages are
# unpacked in a temporary folder. Needs the network, and is therefore no part of `make test`.
# newer_headers.sh [SUITE...]   default: trixie sid
set -euo pipefail
cd "$(dirname "$0")/../.."
suites=("${@:-trixie}")
[ $# -gt 0 ] || suites=(trixie sid)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# From where this system has its own packages.
mirror=$(apt-get indextargets --format '$(REPO_URI) $(ORIGIN)' | awk '$2 == "Debian" { print $1; exit }')
keys=/usr/share/keyrings/debian-archive-keyring.gpg
failed=0
for suite in "${suites[@]}"; do
    here=$folder/$suite
    mkdir -p "$here"/{state/lists/partial,cache/archives/partial,headers}
    echo "deb [signed-by=$keys] $mirror $suite main" >"$here/sources.list"
    apt=(apt-get -qq -o Dir::Etc::SourceList="$here/sources.list" -o Dir::Etc::SourceParts=/dev/null
        -o Dir::State="$here/state" -o Dir::State::status="$here/state/status"
        -o Dir::Cache="$here/cache" -o APT::Sandbox::User=root -o Acquire::Languages=none)
    touch "$here/state/status"
    if ! "${apt[@]}" update >"$here/log" 2>&1; then
        echo "skipped: there is no $suite to be had"
        continue
    fi
    (cd "$here" && "${apt[@]}" download libqgis-dev >>log 2>&1)
    dpkg-deb -x "$here"/libqgis-dev_*.deb "$here/headers"
    qgis=$here/headers/usr/include/qgis
    version=$(sed -n 's/^#define _QGIS_VERSION_INT //p' "$qgis/qgsconfig.h")
    for qt in qt5 qt6; do
        includes=(-isystem "$qgis" -isystem build/dev/plugin/qgis/headers)
        for module in "" /QtCore /QtGui /QtWidgets /QtXml /QtSvg /QtNetwork /QtSql /QtPrintSupport; do
            includes+=(-isystem "/usr/include/x86_64-linux-gnu/$qt$module")
        done
        export includes_of_qt="${includes[*]}" version qt
        # Sentences about what does not compile, on both cores.
        problems=$(find plugin/qgis -name '*.cpp' | xargs -P "$(nproc)" -I FILE bash -c '
            errors=$(g++ -std=c++20 -fsyntax-only -fPIC -w -I. $includes_of_qt \
                -DTERROIR_VERSION="\"\"" FILE 2>&1) ||
                echo "FILE: $(grep -m 3 " error" <<<"$errors")"')
        echo "QGIS $version, $qt: ${problems:-everything compiles}"
        [ -z "$problems" ] || failed=1
    done
done
exit $failed
