#!/usr/bin/env bash
# debian_qgis.sh MADE BUILD VERSION QGIS_VERSION: the package of the QGIS plugin goes with this very QGIS
# and this very terroir, lies where QGIS looks, and its library finds the data of the other package.
source "$(dirname "$0")/common.sh"
made=$1 build=$2 version=$3 qgis=$4
needs_debian
architecture=$(dpkg --print-architecture)
deb=$made/terroir-qgis_$version-1_$architecture.deb
[[ -f $deb ]] || fail "No package of that name: $(ls "$made")"

depends=", $(dpkg-deb -f "$deb" Depends),"
for package in "terroir (= $version-1)" "libqgis-core$qgis (" "libqgis-gui$qgis (" "qgis,"; do
    contains "What it depends on" "$depends" ", $package"
done
[[ $depends != *libqt6* ]] || fail "QGIS 3 and its plugin are Qt 5: $depends"
[[ $depends != *-dev* ]] || fail "A development package is no dependency of a plugin: $depends"

content=$(dpkg-deb -c "$deb" | awk '$1 !~ /^d/ { print $1, $2, $6 }' | sort -k3)
equal "The files" "$(awk '{ print $3 }' <<<"$content")" "./usr/lib/qgis/plugins/libplugin_terroir.so
./usr/share/doc/terroir-qgis/README.md
./usr/share/doc/terroir-qgis/README.vi.md
./usr/share/doc/terroir-qgis/changelog.Debian.gz
./usr/share/doc/terroir-qgis/copyright
./usr/share/qgis/python/plugins/terroir_qgis/__init__.py
./usr/share/qgis/python/plugins/terroir_qgis/icon.svg
./usr/share/qgis/python/plugins/terroir_qgis/metadata.txt"
equal "Files of other modes or owners" "$(grep -v '^-rw-r--r-- root/root ' <<<"$content" || true)" ""

# Both packages unpacked together: qgis_process makes a workspace from the packaged data.
command -v qgis_process.bin >/dev/null || skip "QGIS is not installed, so its plugin cannot be tried."
dpkg-deb -x "$deb" "$folder/root"
dpkg-deb -x "$made/terroir_$version-1_$architecture.deb" "$folder/root"
library=$folder/root/usr/lib/qgis/plugins/libplugin_terroir.so
! grep -qF "$(dirname "$build")" "$library" || fail "The library names the tree that it was built in."
export HOME=$folder/home XDG_DATA_HOME=$folder/home/data XDG_CONFIG_HOME=$folder/home/config
export XDG_RUNTIME_DIR=$folder/run QT_QPA_PLATFORM=offscreen
mkdir -p "$XDG_DATA_HOME" "$XDG_CONFIG_HOME" "$XDG_RUNTIME_DIR" && chmod 700 "$XDG_RUNTIME_DIR"
export QGIS_PLUGINPATH=$folder/root/usr/share/qgis/python/plugins TERROIR_QGIS_LIBRARY=$library
run() {
    timeout 60 qgis_process.bin "$@" >"$folder/said" 2>&1 || fail "$(cat "$folder/said")"
}
run plugins enable terroir_qgis
run run terroir:createworkspace -- "OUTPUT=$folder/w.sqlite"
[[ -s $folder/w.sqlite ]] || fail "No workspace was made: $(cat "$folder/said")"
