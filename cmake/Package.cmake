# The Debian package: cpack in the build folder, or `make deb`.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME terroir)
set(CPACK_PACKAGE_VENDOR "terroir developers")
set(CPACK_PACKAGE_CONTACT "terroir developers <terroir@localhost.localdomain>")
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
set(CPACK_DEBIAN_PACKAGE_DEPENDS fonts-open-sans)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "qgis")

set(CPACK_PACKAGE_DESCRIPTION_SUMMARY
    "maps of Vietnam's science-and-technology models and certified products")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"terroir maps where Vietnam's science-and-technology models, trials and
certified products are: which commune, how many hectares, which title,
from which report, on the administrative units of any date since 2004.
It resolves place names, converts them between dates, imports tables of
figures, and writes maps (PNG, PDF, SVG) and layers that QGIS opens.

terroir vẽ bản đồ nơi có mô hình khoa học và công nghệ, khảo nghiệm và
sản phẩm được chứng nhận của Việt Nam: ở xã nào, bao nhiêu héc-ta, văn
bằng gì, theo báo cáo nào, trên đơn vị hành chính của bất kỳ ngày nào
từ năm 2004.")

configure_file(cmake/debian/changelog.in ${CMAKE_BINARY_DIR}/install/changelog.Debian @ONLY)
terroir_install_compressed(${CMAKE_BINARY_DIR}/install/changelog.Debian changelog.Debian
    ${CMAKE_INSTALL_DOCDIR})
include(CPack)
