# Precompiled headers of the libraries, which take longer to read than our own sources: they save a
# third of a build without full debug information. Without them,
# -DTERROIR_PRECOMPILED_HEADERS=OFF, a source that forgot an include is seen.
option(TERROIR_PRECOMPILED_HEADERS "Read the headers of libraries once for many sources" ON)

# What any source may include; no header of our own.
set(terroir_precompiled_core
    <algorithm> <array> <charconv> <cmath> <cstdint> <filesystem> <fstream> <functional> <map>
    <memory> <optional> <set> <span> <sstream> <string> <string_view> <tuple> <unordered_map>
    <utility> <variant> <vector> <fmt/format.h> <fmt/ranges.h>)
set(terroir_precompiled_cli ${terroir_precompiled_core} <CLI/CLI.hpp> <nlohmann/json.hpp>)
set(terroir_precompiled_test ${terroir_precompiled_core} <gtest/gtest.h>)
set(terroir_precompiled_cli_test ${terroir_precompiled_test} <nlohmann/json.hpp>)
set(terroir_precompiled_viewer ${terroir_precompiled_core} <QtWidgets>)
set(terroir_precompiled_viewer_test ${terroir_precompiled_viewer} <QtTest>)
set(terroir_precompiled_qgis ${terroir_precompiled_core} <QtWidgets> <qgsproject.h>
    <qgsvectorlayer.h> <qgisinterface.h> <qgsprocessingalgorithm.h> <qgsprocessingparameters.h>)

# terroir_precompile(TARGET KIND [LIBRARIES]): the compiler takes one precompiled header for the
# sources that are compiled alike, so each kind has a target of its own that makes it. Programs
# and libraries are not compiled alike. LIBRARIES are those whose headers the kind has.
function(terroir_precompile target kind)
    if(NOT TERROIR_PRECOMPILED_HEADERS)
        return()
    endif()
    get_target_property(type ${target} TYPE)
    set(maker terroir_precompiled_${kind})
    if(type STREQUAL EXECUTABLE)
        string(APPEND maker _program)
    endif()
    if(NOT TARGET ${maker})
        set(source ${CMAKE_BINARY_DIR}/precompiled/${maker}.cpp)
        file(GENERATE OUTPUT ${source} CONTENT "")
        add_library(${maker} OBJECT ${source})
        set_source_files_properties(${source} PROPERTIES GENERATED ON)
        target_link_libraries(${maker} PRIVATE terroir_options fmt::fmt ${ARGN})
        if(type STREQUAL EXECUTABLE)
            set_target_properties(${maker} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
            target_compile_options(${maker} PRIVATE ${CMAKE_CXX_COMPILE_OPTIONS_PIE})
        endif()
        target_precompile_headers(${maker} PRIVATE ${terroir_precompiled_${kind}})
    endif()
    target_precompile_headers(${target} REUSE_FROM ${maker})
endfunction()
