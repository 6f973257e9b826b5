# The Debian packages, terroir, terroir-dev and terroir-qgis: cpack in the build folder, or `make deb`.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME terroir)
set(CPACK_PACKAGE_VENDOR "terroir developers")
set(CPACK_PACKAGE_CONTACT "terroir developers <${TERROIR_CONTACT_MAIL}>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS ${CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS})
# terroir_VERSION-RELEASE_ARCHITECTURE.deb
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

# dpkg-shlibdeps finds the libraries. With them come the Qt plugins that are opened by name: those
# that paint with and without a display (xcb, offscreen) are in libqt6gui6, the one that reads SVG
# pictures in libqt6svg6. What it cannot see are the letters of the maps.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_COMPONENTS_ALL terroir dev)
set(CPACK_DEBIAN_TERROIR_PACKAGE_NAME terroir)
set(CPACK_DEBIAN_TERROIR_PACKAGE_DEPENDS fonts-open-sans)
set(CPACK_DEBIAN_TERROIR_PACKAGE_SUGGESTS terroir-qgis)

set(CPACK_PACKAGE_DESCRIPTION_SUMMARY
    "maps of Vietnam's science-and-technology models and certified products")
set(CPACK_DEBIAN_TERROIR_DESCRIPTION
"terroir maps where Vietnam's science-and-technology models, trials and
certified products are: which commune, how many hectares, which title,
from which report, on the administrative units of any date since 2004.
It resolves place names, converts them between dates, imports tables of
figures, and writes maps (PNG, PDF, SVG) and layers that QGIS opens.

terroir vẽ bản đồ nơi có mô hình khoa học và công nghệ, khảo nghiệm và
sản phẩm được chứng nhận của Việt Nam: ở xã nào, bao nhiêu héc-ta, văn
bằng gì, theo báo cáo nào, trên đơn vị hành chính của bất kỳ ngày nào
từ năm 2004.")

# Headers: nothing in it belongs to an architecture or has a library.
set(CPACK_DEBIAN_DEV_PACKAGE_NAME terroir-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_SHLIBDEPS OFF)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS "qt6-base-dev (>= 6.4)")
set(CPACK_DEBIAN_DEV_PACKAGE_SUGGESTS "terroir, cmake")
set(CPACK_DEBIAN_DEV_DESCRIPTION
"The interface of terroir's painter plugins. A painter decides how maps
look: the fills, the lines, the letters. This package has the C++ headers
of the interface and a CMake package (find_package(Terroir), target
Terroir::PluginApi), a page that tells how to write a painter, and a whole
plugin as an example.

Giao diện C++ cho các phần mở rộng vẽ bản đồ của terroir, kèm gói CMake,
hướng dẫn và một ví dụ hoàn chỉnh.")

# The names of QGIS's library packages hold its whole version: the plugin goes with this one alone.
# Its data are those of the package terroir.
if(TARGET terroir_qgis)
    list(APPEND CPACK_COMPONENTS_ALL qgis)
    set(CPACK_DEBIAN_QGIS_PACKAGE_NAME terroir-qgis)
    set(CPACK_DEBIAN_QGIS_PACKAGE_DEPENDS
        "terroir (= ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}), qgis")
    set(CPACK_DEBIAN_QGIS_PACKAGE_RECOMMENDS python3-qgis)
    set(CPACK_DEBIAN_QGIS_DESCRIPTION
"terroir inside QGIS, for QGIS ${TERROIR_QGIS_VERSION}.
The plugin finds communes of any date since 2004, products and their
holders from the locator bar, shows what reports say of a unit, puts
thematic maps into the project as native layers, and adds algorithms to
Processing: geocode a table, convert it to the units of another date,
join records to units, aggregate points, classify, import boundaries.

Phần mở rộng cho QGIS: tìm xã, huyện của mọi thời kỳ, xem số liệu có
nguồn, đưa bản đồ chuyên đề vào dự án, và các thuật toán Processing.")
endif()

configure_file(cmake/debian/changelog.in ${CMAKE_BINARY_DIR}/install/changelog.Debian @ONLY)
terroir_install_compressed(${CMAKE_BINARY_DIR}/install/changelog.Debian changelog.Debian
    ${CMAKE_INSTALL_DOCDIR})
# The same for the other packages, under their names.
function(terroir_package_changelog component)
    file(READ ${CMAKE_BINARY_DIR}/install/changelog.Debian changelog)
    string(REGEX REPLACE "^terroir " "terroir-${component} " changelog "${changelog}")
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/install/changelog-${component}.Debian
        CONTENT "${changelog}" @ONLY)
    terroir_install_compressed(${CMAKE_BINARY_DIR}/install/changelog-${component}.Debian
        changelog.Debian ${CMAKE_INSTALL_DATADIR}/doc/terroir-${component} ${component})
endfunction()
terroir_package_changelog(dev)
if(TARGET terroir_qgis)
    terroir_package_changelog(qgis)
endif()
include(CPack)
