# What the package tests share. Each runs in a folder of its own, which goes with it.
set -euo pipefail
export LC_ALL=C.UTF-8
unset TERROIR_WORKSPACE TERROIR_DATA TERROIR_PLUGIN_PATH DESTDIR
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

skip() {
    printf 'Skipped: %s\n' "$*"
    exit 77
}

needs_debian() {
    local tool
    for tool in dpkg dpkg-shlibdeps file; do
        command -v "$tool" >/dev/null || skip "$tool is not installed, so no Debian package is made."
    done
}

# equal WHAT FOUND EXPECTED
equal() {
    [[ $2 == "$3" ]] || fail "$1 differs. Found:"$'\n'"$2"$'\n'"Expected:"$'\n'"$3"
}

# contains WHAT TEXT PART
contains() {
    [[ $2 == *"$3"* ]] || fail "$1 lacks '$3':"$'\n'"$2"
}

# The commands named on a help page.
commands_of() {
    awk '/^Commands/ { on = 1; next } /^$/ { on = 0 } on && /^  [a-z]/ && $1 != "help" { print $1 }'
}

# works_from PREFIX: the program there makes a workspace and a map with what is installed beside it.
works_from() {
    local prefix=$1 said
    local terroir="$prefix/bin/terroir"
    cd "$folder"
    rm -f terroir.sqlite map.png
    said=$("$terroir" --lang en -v init 2>&1)
    contains "The data folder" "$said" "from the data in '$prefix/share/terroir/data'"
    equal "Folders of themes" \
        "$("$terroir" themes | sed -n '2,$s/.*,\([^,]*\)\/[^/]*$/\1/p' | sort -u)" \
        "$prefix/share/terroir/styles"
    equal "Painters" "$("$terroir" --lang en plugins | sed 1d)" \
        "thematic,Thematic map,$prefix/lib/terroir/plugins/terroir_thematic.so,"
    "$terroir" -q map livestock -o map.png
    [[ $(head -c 4 map.png | tail -c 3) == PNG ]] || fail "The map is no PNG."
}
