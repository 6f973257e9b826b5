#!/usr/bin/env bash
# debian_made.sh BUILD TARGET: makes the Debian packages, for the tests that look into them.
source "$(dirname "$0")/common.sh"
build=$1 target=$2
needs_debian
rm -rf "$target"
cpack --config "$build/CPackConfig.cmake" -B "$target" >"$folder/said" 2>&1 ||
    fail "$(cat "$folder/said")"
