#!/usr/bin/env bash
# debian_dev.sh MADE VERSION: the package of the plugin interface goes with every architecture and
# holds the headers that the interface includes, no other.
source "$(dirname "$0")/common.sh"
made=$1 version=$2
needs_debian
deb=$made/terroir-dev_$version-1_all.deb
[[ -f $deb ]] || fail "No package of that name: $(ls "$made")"

equal "The section" "$(dpkg-deb -f "$deb" Section)" libdevel
equal "What it depends on" "$(dpkg-deb -f "$deb" Depends)" "qt6-base-dev (>= 6.4)"
contains "The description" "$(dpkg-deb -f "$deb" Description)" "Terroir::PluginApi"

content=$(dpkg-deb -c "$deb" | awk '$1 !~ /^d/ { print $1, $2, $6 }' | LC_ALL=C sort -k3)
equal "The files" "$(awk '{ print $3 }' <<<"$content")" "$(LC_ALL=C sort <<'FILES'
./usr/include/terroir/core/geometry/point.hpp
./usr/include/terroir/core/base/colour.hpp
./usr/include/terroir/core/map/ground_frame.hpp
./usr/include/terroir/core/map/scene.hpp
./usr/include/terroir/plugin/api/painter_plugin.hpp
./usr/share/cmake/Terroir/TerroirConfig.cmake
./usr/share/cmake/Terroir/TerroirConfigVersion.cmake
./usr/share/cmake/Terroir/TerroirPluginApi.cmake
./usr/share/doc/terroir-dev/README.md
./usr/share/doc/terroir-dev/changelog.Debian.gz
./usr/share/doc/terroir-dev/copyright
./usr/share/doc/terroir-dev/examples/outline/CMakeLists.txt
./usr/share/doc/terroir-dev/examples/outline/outline_plugin.cpp
./usr/share/doc/terroir-dev/examples/outline/outline_plugin.hpp
./usr/share/doc/terroir-dev/examples/outline/outline_plugin.json
FILES
)"
equal "Files of other modes or owners" "$(grep -v '^-rw-r--r-- root/root ' <<<"$content" || true)" ""
