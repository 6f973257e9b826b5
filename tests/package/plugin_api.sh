#!/usr/bin/env bash
# plugin_api.sh BUILD SOURCE TERROIR CMAKE NINJA COMPILER: the component "dev" is all that a painter
# of others needs. Its example and the one of its page are built against what was installed alone,
# far from the source tree, and each draws a map.
source "$(dirname "$0")/common.sh"
build=$1 source_tree=$2 terroir=$3 cmake=$4 ninja=$5
export CXX=$6 CMAKE_GENERATOR=Ninja
unset CPATH CPLUS_INCLUDE_PATH CXXFLAGS CMAKE_PREFIX_PATH

"$cmake" --install "$build" --component dev --prefix "$folder/first" >/dev/null
mv "$folder/first" "$folder/prefix"
! grep -rlF -e "$source_tree" -e "$folder/first" "$folder/prefix" || fail "These name other trees."
documents=$folder/prefix/share/doc/terroir-dev

# build_painter FOLDER: as its page says, and with headers of the installed folder and the system.
build_painter() {
    "$cmake" -S "$1" -B "$1/build" -D CMAKE_PREFIX_PATH="$folder/prefix" \
        -D CMAKE_MAKE_PROGRAM="$ninja" -D CMAKE_CXX_FLAGS="-Wall -Wextra -Werror" \
        >"$folder/said" 2>&1 || fail "$(cat "$folder/said")"
    "$cmake" --build "$1/build" >"$folder/said" 2>&1 || fail "$(cat "$folder/said")"
    "$ninja" -C "$1/build" -t deps >"$folder/deps"
    grep -qF "$folder/prefix/include/terroir/plugin/api/painter_plugin.hpp" "$folder/deps" ||
        fail "Which interface was it built with? $(cat "$folder/deps")"
    ! grep -F "$source_tree" "$folder/deps" || fail "These are headers of the source tree."
}

# draws PAINTER FOLDER: a map of its own, with lines and every word of the thematic one.
cd "$folder"
"$terroir" -q init
"$terroir" -q map livestock -o thematic.png
"$terroir" -q map livestock -o thematic.svg
words_of() {
    grep -A1 "<text" "$1" | grep -oE "[^<>]*</text>" | sort
}
draws() {
    export TERROIR_PLUGIN_PATH=$2
    contains "The painters" "$("$terroir" --lang en plugins)" "$1,"
    "$terroir" -q map livestock --painter "$1" -o "$1.png"
    "$terroir" -q map livestock --painter "$1" -o "$1.svg"
    [[ $(head -c 4 "$1.png" | tail -c 3) == PNG ]] || fail "The map of '$1' is no PNG."
    ! cmp -s thematic.png "$1.png" || fail "The map of '$1' is the thematic one."
    (($(grep -cE '<(polyline|path|polygon)' "$1.svg") > 20)) || fail "The map of '$1' has no lines."
    equal "The words of '$1'" "$(words_of "$1.svg")" "$(words_of thematic.svg)"
}

cp -r "$documents/examples/outline" "$folder/outline"
build_painter "$folder/outline"
draws outline "$folder/outline/build"

mkdir "$folder/blueprint"
awk '/^```cpp/ { on = 1; next } /^```/ { on = 0 } on' "$documents/README.md" >blueprint/blueprint.cpp
awk '/^```cmake/ { on = 1; next } /^```/ { on = 0 } on' "$documents/README.md" >blueprint/CMakeLists.txt
build_painter "$folder/blueprint"
draws blueprint "$folder/blueprint/build"
