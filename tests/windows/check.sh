#!/usr/bin/env bash
# Compiles core and the command line for Windows with the preset "mingw", as far as that goes without
# Windows libraries: nothing is linked. Their headers are those of Debian, behind stand-ins for the
# CMake packages. It fails on code that only Linux has.
#   tests/windows/check.sh BUILD-FOLDER
set -euo pipefail
source=$(cd "$(dirname "$0")/../.." && pwd)
build=$1
rm -rf "$build/stand-ins"
mkdir -p "$build/stand-ins/include" "$build/stand-ins/pkgconfig"
build=$(cd "$build" && pwd)
stand_ins=$build/stand-ins
include=$stand_ins/include
arch=/usr/include/x86_64-linux-gnu

# Only these headers: the C library of Linux must not be seen.
for header in fmt nlohmann CLI gdal geos unicode spatialite spatialite.h xlsxwriter xlsxwriter.h \
    qpdf geos_c.h proj.h geodesic.h sqlite3.h freexl.h expat.h expat_external.h zlib.h; do
    ln -s "/usr/include/$header" "$include/$header"
done
for header in expat_config.h zconf.h qt6; do
    for folder in /usr/include "$arch"; do
        [ -e "$folder/$header" ] && ln -sf "$folder/$header" "$include/$header"
    done
done

# package PACKAGE VERSION TARGET [INCLUDE-FOLDER [DEFINITION]]
package() {
    local file=$stand_ins/$1Config.cmake
    cat >>"$file" <<END
set($1_VERSION $2)
if(NOT TARGET $3)
    add_library($3 INTERFACE IMPORTED)
    target_include_directories($3 SYSTEM INTERFACE ${4:-$include})
    target_compile_definitions($3 INTERFACE ${5:-})
endif()
END
    cat >"$stand_ins/$1ConfigVersion.cmake" <<END
set(PACKAGE_VERSION $2)
set(PACKAGE_VERSION_COMPATIBLE TRUE)
END
}
package GDAL 3.6.2 GDAL::GDAL "$include/gdal"
package GEOS 3.11.1 GEOS::geos_c
package PROJ 9.1.1 PROJ::proj
package fmt 9.1.0 fmt::fmt "$include" FMT_HEADER_ONLY
package nlohmann_json 3.11.2 nlohmann_json::nlohmann_json
package CLI11 2.2.0 CLI11::CLI11
for module in Core Gui Svg; do
    package Qt6 6.4.2 "Qt6::$module" "$include/qt6 $include/qt6/Qt$module"
done
for library in spatialite sqlite3 icu-uc icu-i18n freexl xlsxwriter libqpdf; do
    cat >"$stand_ins/pkgconfig/$library.pc" <<END
Name: $library
Description: stand-in
Version: 99
Cflags: -I$include
Libs:
END
done

PKG_CONFIG_LIBDIR=$stand_ins/pkgconfig cmake --preset mingw -S "$source" -B "$build" \
    -DCMAKE_PREFIX_PATH="$stand_ins" -DTERROIR_WARNINGS_AS_ERRORS=OFF \
    -DEXPAT_LIBRARY=expat -DEXPAT_INCLUDE_DIR="$include" \
    -DZLIB_LIBRARY=z -DZLIB_INCLUDE_DIR="$include" >"$build/configure.log"
cmake --build "$build" --target terroir_cli terroir_export
