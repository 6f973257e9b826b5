# What `cmake --install` and the Debian package put where. Included after the targets, so that it
# sees which of them there are.
set(CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
# Three Debian packages: what QGIS loads, and what painters of others are built with, are of their
# own.
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME terroir)
set(data_files PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)

# The program finds plugins and data beside itself, in ../lib/terroir and ../share/terroir: the
# library folder is plain "lib", not that of a Debian multiarch.
install(TARGETS terroir RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS terroir_thematic LIBRARY DESTINATION lib/terroir/plugins ${data_files})
install(DIRECTORY data styles DESTINATION ${CMAKE_INSTALL_DATADIR}/terroir
    FILES_MATCHING PATTERN "*.csv" PATTERN "*.json" PATTERN "README*.md" PATTERN pictures EXCLUDE)

# terroir_install_compressed(SOURCE NAME FOLDER [COMPONENT]): with gzip, no name or time inside.
function(terroir_install_compressed source name folder)
    set(component terroir)
    if(ARGC GREATER 3)
        set(component ${ARGV3})
    endif()
    set(target ${CMAKE_BINARY_DIR}/install/${folder}/${name}.gz)
    file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/install/${folder})
    add_custom_command(OUTPUT ${target} COMMAND gzip -9nc ${source} > ${target}
        DEPENDS ${source} VERBATIM)
    set_property(GLOBAL APPEND PROPERTY terroir_install_files ${target})
    install(FILES ${target} DESTINATION ${folder} COMPONENT ${component})
endfunction()

# Man pages. The commands of terroir(1) come from the program's own help.
foreach(language en vi)
    set(infix "")
    set(folder ${CMAKE_INSTALL_MANDIR}/man1)
    if(NOT language STREQUAL "en")
        set(infix .${language})
        set(folder ${CMAKE_INSTALL_MANDIR}/${language}/man1)
    endif()
    set(sources ${PROJECT_SOURCE_DIR}/plugin/cli/man)
    set(page ${CMAKE_BINARY_DIR}/install/terroir${infix}.1)
    add_custom_command(OUTPUT ${page}
        COMMAND ${sources}/make-page.sh $<TARGET_FILE:terroir> ${language} ${PROJECT_VERSION}
            ${sources}/terroir${infix}.1 > ${page}
        DEPENDS terroir ${sources}/make-page.sh ${sources}/help-to-roff.awk
            ${sources}/terroir${infix}.1
        VERBATIM)
    terroir_install_compressed(${page} terroir.1 ${folder})
    if(TARGET terroir_viewer)
        set(VERSION ${PROJECT_VERSION})
        set(page ${CMAKE_BINARY_DIR}/install/terroir-viewer${infix}.1)
        configure_file(plugin/viewer/man/terroir-viewer${infix}.1 ${page} @ONLY)
        terroir_install_compressed(${page} terroir-viewer.1 ${folder})
    endif()
endforeach()

# Completions, in the folders that the shells keep for packages.
set(bash_completions ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES plugin/cli/completions/terroir.bash DESTINATION ${bash_completions} RENAME terroir)
install(FILES plugin/cli/completions/terroir.zsh
    DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions RENAME _terroir)
install(FILES plugin/cli/completions/terroir.fish
    DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

# Desktop: the viewer's entry, icon, file types, and its page in software centres.
if(TARGET terroir_viewer)
    install(TARGETS terroir_viewer RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    install(FILES plugin/viewer/completions/terroir-viewer.bash
        DESTINATION ${bash_completions} RENAME terroir-viewer)
    set(desktop ${PROJECT_SOURCE_DIR}/plugin/viewer/desktop)
    set(id vn.terroir.Viewer)
    configure_file(${desktop}/${id}.metainfo.xml.in
        ${CMAKE_BINARY_DIR}/install/${id}.metainfo.xml @ONLY)
    install(FILES ${desktop}/${id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES ${desktop}/${id}.svg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
    install(FILES ${desktop}/${id}.mime.xml
        DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME ${id}.xml)
    install(FILES ${CMAKE_BINARY_DIR}/install/${id}.metainfo.xml
        DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
endif()

# The plugin of QGIS, where QGIS looks for its own: the library, and the Python plugin that starts it
# in qgis_process.
if(TARGET terroir_qgis)
    install(TARGETS terroir_qgis LIBRARY DESTINATION lib/qgis/plugins COMPONENT qgis ${data_files})
    install(DIRECTORY ${CMAKE_BINARY_DIR}/qgis/python/system/terroir_qgis
        DESTINATION ${CMAKE_INSTALL_DATADIR}/qgis/python/plugins COMPONENT qgis)
    install(FILES cmake/debian/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/terroir-qgis
        COMPONENT qgis)
    install(FILES plugin/qgis/README.md plugin/qgis/README.vi.md
        DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/terroir-qgis COMPONENT qgis)
endif()

# For painters of others: the headers of the interface and the CMake package that gives them, alike
# on every architecture, with a whole plugin as an example.
include(CMakePackageConfigHelpers)
set(cmake_package ${CMAKE_INSTALL_DATADIR}/cmake/Terroir)
install(TARGETS terroir_plugin_api EXPORT TerroirPluginApi COMPONENT dev
    FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/terroir COMPONENT dev)
install(EXPORT TerroirPluginApi NAMESPACE Terroir:: DESTINATION ${cmake_package} COMPONENT dev)
configure_package_config_file(cmake/TerroirConfig.cmake.in
    ${CMAKE_BINARY_DIR}/install/TerroirConfig.cmake INSTALL_DESTINATION ${cmake_package}
    NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/install/TerroirConfigVersion.cmake
    COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES ${CMAKE_BINARY_DIR}/install/TerroirConfig.cmake
    ${CMAKE_BINARY_DIR}/install/TerroirConfigVersion.cmake
    DESTINATION ${cmake_package} COMPONENT dev)
install(FILES cmake/debian/copyright plugin/api/README.md
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/terroir-dev COMPONENT dev)
install(DIRECTORY tests/plugin_outline/
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/terroir-dev/examples/outline COMPONENT dev
    FILES_MATCHING PATTERN "*.cpp" PATTERN "*.hpp" PATTERN "*.json" PATTERN CMakeLists.txt)

# Papers. CMAKE_INSTALL_DOCDIR is share/doc/terroir.
install(FILES cmake/debian/copyright README.md README.vi.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
terroir_install_compressed(${PROJECT_SOURCE_DIR}/CHANGELOG.md changelog ${CMAKE_INSTALL_DOCDIR})

include(cmake/Package.cmake)

get_property(files GLOBAL PROPERTY terroir_install_files)
add_custom_target(terroir_install_files ALL DEPENDS ${files})
