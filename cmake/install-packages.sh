#!/usr/bin/env bash
# install-packages.sh GROUP...: installs what is missing of those groups of packages.txt.
set -euo pipefail

list="$(dirname "$0")/packages.txt"
wanted=()
for group in "$@"; do
    while read -r name; do
        wanted+=("$name")
    done < <(awk -v group="$group" '$1 == group { print $2 }' "$list")
done

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "This is not a Debian system: make sure that these are installed: ${wanted[*]}" >&2
    exit 0
fi

missing=()
for name in "${wanted[@]}"; do
    state="$(dpkg-query --show --showformat='${db:Status-Status}' "$name" 2>/dev/null || true)"
    [ "$state" = installed ] || missing+=("$name")
done
[ "${#missing[@]}" -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "These packages are missing and only root can install them: ${missing[*]}" >&2
        echo "Run as root: apt-get install ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi

echo "Installing Debian packages: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq </dev/null
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -qq -y --no-install-recommends "${missing[@]}" </dev/null
