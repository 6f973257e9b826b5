#!/usr/bin/env bash
# debian.sh MADE VERSION [viewer]: the package holds what it should and nothing else, installs into
# a root of its own, works there, and leaves nothing behind.
source "$(dirname "$0")/common.sh"
made=$1 version=$2 viewer=${3:-}
needs_debian
deb=$made/terroir_$version-1_$(dpkg --print-architecture).deb
[[ -f $deb ]] || fail "No package of that name: $(ls "$made")"

maintainer=$(dpkg-deb -f "$deb" Maintainer)
[[ $maintainer =~ ^[^\<]+\ \<[^@]+@[^@]+\.[^@]+\>$ && ! $maintainer =~ local(host|domain) ]] ||
    fail "'$maintainer' is nobody to write to."
equal "The section" "$(dpkg-deb -f "$deb" Section)" science
depends=$(dpkg-deb -f "$deb" Depends)
for library in fonts-open-sans libgdal32 libgeos-c1v5 libproj25 libspatialite7 libsqlite3-0 libicu72 \
    libqt6core6 libqt6gui6 libqt6svg6 libc6; do
    [[ ", $depends," =~ ", $library"[\ ,] ]] || fail "The package does not depend on $library: $depends"
done
[[ $depends != *-dev* ]] || fail "A development package is no dependency of a program: $depends"
contains "The description" "$(dpkg-deb -f "$deb" Description)" "Việt Nam"

content=$(dpkg-deb -c "$deb" | awk '{ print $1, $2, $6 }')
strange=$(grep -vE ' \./(usr/.*)?$' <<<"$content" || true)
equal "Files outside /usr" "$strange" ""
strange=$(grep -vE '^drwxr-xr-x root/root .*/$|^-rwxr-xr-x root/root \./usr/bin/terroir(-viewer)?$|^-rw-r--r-- root/root ' \
    <<<"$content" || true)
equal "Files of other modes or owners" "$strange" ""
expected="bin/terroir lib/terroir/plugins/terroir_thematic.so share/terroir/data/gazetteer/units.csv
    share/terroir/styles/livestock.theme.json share/man/man1/terroir.1.gz
    share/man/vi/man1/terroir.1.gz share/bash-completion/completions/terroir
    share/zsh/vendor-completions/_terroir share/fish/vendor_completions.d/terroir.fish
    share/doc/terroir/copyright share/doc/terroir/changelog.gz share/doc/terroir/README.md
    share/doc/terroir/README.vi.md share/doc/terroir/changelog.Debian.gz"
[[ -z $viewer ]] || expected+=" bin/terroir-viewer share/man/man1/terroir-viewer.1.gz
    share/man/vi/man1/terroir-viewer.1.gz share/bash-completion/completions/terroir-viewer
    share/applications/vn.terroir.Viewer.desktop share/mime/packages/vn.terroir.Viewer.xml
    share/metainfo/vn.terroir.Viewer.metainfo.xml
    share/icons/hicolor/scalable/apps/vn.terroir.Viewer.svg"
for file in $expected; do
    grep -qF " ./usr/$file" <<<"$content" || fail "The package lacks /usr/$file."
done
! grep -E '\.(cpp|hpp|o|a|png|cmake)$|/test' <<<"$content" || fail "These do not belong in it."

[[ $(id -u) -eq 0 ]] || skip "Only root can install a package, even into a root of its own."
root=$folder/root
mkdir -p "$root"/var/lib/dpkg/{info,updates,triggers}
touch "$root"/var/lib/dpkg/{status,available}
in_root() {
    dpkg --root="$root" --force-depends --log=/dev/null "$@" \
        >"$folder/said" 2>&1 || fail "$(cat "$folder/said")"
}
in_root --install "$deb"
works_from "$root/usr"
(cd "$root" && md5sum --quiet --check var/lib/dpkg/info/terroir.md5sums) ||
    fail "What is installed differs from what was packed."
in_root --remove terroir
in_root --purge terroir
equal "What is left behind" "$(find "$root" -mindepth 1 -not -path "$root/var*")" ""
