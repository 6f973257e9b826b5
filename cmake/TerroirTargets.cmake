# One way to make a target: same warnings, same sanitizers, same include root for all.

add_library(terroir_options INTERFACE)
target_include_directories(terroir_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(terroir_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> # GCC 12 at -O3 warns inside std::string itself (GCC bug 105651)
    $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage> # takes each file of a unity build for a header
    $<$<BOOL:${TERROIR_WARNINGS_AS_ERRORS}>:-Werror>)
if(TERROIR_SANITIZE STREQUAL "ON") # a build folder of before it was a list
    set(TERROIR_SANITIZE address,undefined)
endif()
if(TERROIR_SANITIZE)
    target_compile_options(terroir_options INTERFACE
        -fsanitize=${TERROIR_SANITIZE} -fno-sanitize-recover=undefined -fno-omit-frame-pointer
        # GCC warns of std::optional and the like, wrongly, in code that the sanitizers changed; what
        # is read before it is written, they and the other builds find.
        $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    target_link_options(terroir_options INTERFACE -fsanitize=${TERROIR_SANITIZE})
elseif(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    # What is handed on is hardened: an overrun ends the program instead of running somebody's code.
    target_compile_options(terroir_options INTERFACE
        "$<$<CONFIG:Release>:-fstack-protector-strong;-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=3>")
    if(CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
        target_compile_options(terroir_options INTERFACE $<$<CONFIG:Release>:-fcf-protection>)
    endif()
    target_link_options(terroir_options INTERFACE -Wl,-z,relro,-z,now)
endif()

if(TERROIR_BUILD_FUZZERS)
    target_compile_options(terroir_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# terroir_core_library(NAME SOURCES a.cpp b.cpp PUBLIC other_core_libraries PRIVATE libraries)
function(terroir_core_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(terroir_${name} STATIC ${ARG_SOURCES})
    target_link_libraries(terroir_${name} PUBLIC terroir_options ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
endfunction()

add_custom_target(unit_tests)   # what make test-asan builds
add_custom_target(thread_tests) # what make test-tsan builds: tests of what runs on several threads

# terroir_test(NAME [ONE_PROCESS] LABELS label... SOURCES test_a.cpp LIBRARIES libs...)
# ONE_PROCESS: the tests share something dear to make (the built gazetteer), so ctest runs the
# whole program once instead of once per test.
function(terroir_test name)
    cmake_parse_arguments(ARG "ONE_PROCESS" "" "LABELS;SOURCES;LIBRARIES" ${ARGN})
    add_executable(test_${name} ${ARG_SOURCES})
    target_link_libraries(test_${name} PRIVATE ${ARG_LIBRARIES} GTest::gtest GTest::gtest_main)
    target_compile_definitions(test_${name} PRIVATE TERROIR_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    if("unit" IN_LIST ARG_LABELS)
        add_dependencies(unit_tests test_${name})
    endif()
    if("threads" IN_LIST ARG_LABELS)
        add_dependencies(thread_tests test_${name})
    endif()
    # Discovered tests keep the first of several labels only.
    if(ARG_ONE_PROCESS OR ("threads" IN_LIST ARG_LABELS AND TERROIR_SANITIZE STREQUAL "thread"))
        add_test(NAME ${name} COMMAND test_${name})
        set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}")
    else()
        gtest_discover_tests(test_${name} PROPERTIES LABELS "${ARG_LABELS}" DISCOVERY_TIMEOUT 60)
    endif()
endfunction()
