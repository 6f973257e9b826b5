# make map    finished maps and layers in out/, from the packaged records
# make test   every test
# Both install the Debian packages that are missing (cmake/packages.txt) and do only what is needed.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

# Language of the maps: vi or en.
MAP_LANG ?= vi
# How long each target of make fuzz runs.
FUZZ_SECONDS ?= 60

PACKAGES := cmake/install-packages.sh
# ccache is used where it is installed, and never needed. The words for it are those that its manual
# asks for with precompiled headers.
COMMA := ,
LAUNCHER := $(if $(shell command -v ccache),-DCMAKE_CXX_COMPILER_LAUNCHER="env;CCACHE_SLOPPINESS=pch_defines$(COMMA)time_macros;ccache")

BIN     := build/release/bin
TERROIR := $(BIN)/terroir --lang $(MAP_LANG) -w out/terroir.sqlite
PROGRAM := $(BIN)/terroir $(BIN)/plugins/terroir_thematic.so
DATA    := $(wildcard data/*.csv data/*/*.csv)
STYLES  := $(wildcard styles/*.json)

.PHONY: help map outputs type-pictures deb qgis-zip test test-asan test-tsan trust bench fuzz lint windows-check deps deb-deps plugin-deps test-deps qgis-deps fuzz-deps lint-deps windows-deps clean

help:
	@echo "make map         out/: every map as PNG and PDF, terroir.sqlite, terroir.gpkg, terroir.qgz"
	@echo "make type-pictures  styles/pictures/type-*.png: a small map of each type of layer"
	@echo "make deb         out/: the Debian packages terroir, terroir-dev and terroir-qgis"
	@echo "make qgis-zip    out/: the QGIS plugin as a ZIP file, to install without root"
	@echo "make test        builds everything with warnings as errors and runs every test"
	@echo "make test-asan   the unit tests with the address and undefined-behaviour sanitizers"
	@echo "make bench       how long the core pieces and the commands take"
	@echo "make test-tsan   the tests of what runs on several threads, with the thread sanitizer"
	@echo "make trust       kills, full disks, damage, many at once, hostile files: about an hour"
	@echo "make fuzz        inputs that nobody wrote, each kind for FUZZ_SECONDS=60 (installs clang)"
	@echo "make lint        clang-tidy and cppcheck on the files that differ from LINT_BASE=HEAD~1"
	@echo "make windows-check  compiles core and command line for Windows (installs mingw-w64)"
	@echo "make deps        installs the packages that the program needs (as root or with sudo)"
	@echo "make qgis-deps   installs QGIS, for the tests of the plugin and of layers in it"
	@echo "make clean       removes build/ and out/"

deps:
	@$(PACKAGES) build
deb-deps:
	@$(PACKAGES) build deb plugin
plugin-deps:
	@$(PACKAGES) build plugin
test-deps:
	@$(PACKAGES) build test
qgis-deps:
	@$(PACKAGES) build test plugin qgis
fuzz-deps:
	@$(PACKAGES) build fuzz
lint-deps:
	@$(PACKAGES) build lint
windows-deps:
	@$(PACKAGES) build windows

map: deps
	@[ -f build/release/build.ninja ] || cmake --preset release $(LAUNCHER)
	@cmake --build --preset release
	@$(MAKE) outputs
	@echo "out/terroir.sqlite   the workspace: terroir -w out/terroir.sqlite COMMAND"
	@echo "out/terroir.qgz      the maps as a QGIS project; its layers are in out/terroir.gpkg"
	@echo "out/*.png, *.pdf     $$(ls out/*.png | wc -l) maps: $$(cd out && ls *.png | sed 's/\.png$$//' | paste -sd' ')"

type-pictures: $(PROGRAM)
	@cmake/type-pictures.sh $(BIN)/terroir styles/pictures

# Behind the build, so that make sees the times of what it made.
outputs: out/.maps out/terroir.gpkg

out/terroir.sqlite: $(BIN)/terroir $(DATA)
	@mkdir -p out
	@$(TERROIR) init -O
out/.maps: out/terroir.sqlite $(PROGRAM) $(STYLES)
	@$(TERROIR) map --all -o out/ --format png,pdf -O
	@touch $@
out/terroir.gpkg: out/terroir.sqlite $(PROGRAM) $(STYLES)
	@$(TERROIR) export -o $@ -O

# Configured each time: the QGIS plugin is built once its packages are there.
deb: deb-deps
	@cmake --preset release $(LAUNCHER) >/dev/null
	@cmake --build --preset release
	@rm -rf build/release/package
	@cpack --config build/release/CPackConfig.cmake -B build/release/package
	@mkdir -p out && cp build/release/package/terroir*.deb out/
qgis-zip: plugin-deps
	@cmake --preset release $(LAUNCHER) >/dev/null
	@cmake --build --preset release --target terroir_qgis_zip
	@mkdir -p out && cp build/release/terroir-qgis-*.zip out/

test: test-deps
	@[ -f build/dev/build.ninja ] || cmake --preset dev $(LAUNCHER)
	@cmake --build --preset dev
	@ctest --preset dev

test-asan: test-deps
	@[ -f build/asan/build.ninja ] || cmake --preset asan $(LAUNCHER)
	@cmake --build --preset asan
	@ctest --preset asan

test-tsan: test-deps
	@[ -f build/tsan/build.ninja ] || cmake --preset tsan $(LAUNCHER)
	@cmake --build --preset tsan
	@ctest --preset tsan

# The long form of the tests labelled trust (SECURITY.md).
trust: deps
	@[ -f build/release/build.ninja ] || cmake --preset release $(LAUNCHER)
	@cmake --build --preset release --target terroir terroir_thematic
	@/usr/bin/python3 -B tests/trust/trust.py $(BIN)/terroir --full

bench: test-deps
	@[ -f build/bench/build.ninja ] || cmake --preset bench $(LAUNCHER)
	@cmake --build --preset bench
	@build/bench/bin/bench_core --benchmark_color=false
	@build/bench/bin/bench_detail
	@build/bench/bin/bench_reverse
	@build/bench/bin/bench_search --benchmark_color=false
	@build/bench/bin/bench_geocode --benchmark_color=false
	@build/bench/bin/bench_commands build/bench/bin/terroir
	@/usr/bin/python3 tests/bench/peers.py build/bench/bin/terroir
	@build/bench/bin/terroir -q -w build/bench/bench.sqlite init -O
	@build/bench/bin/bench_viewer build/bench/bench.sqlite
	@build/bench/bin/bench_viewer build/bench/bench.sqlite models@country

# What was found lies in build/fuzz as
# TARGET-crash-* or TARGET-timeout-*: give it to fuzz_TARGET to see it again.
FUZZERS = $(patsubst tests/fuzz/fuzz_%.cpp,%,$(wildcard tests/fuzz/fuzz_*.cpp))
fuzz: fuzz-deps
	@[ -f build/fuzz/build.ninja ] || cmake --preset fuzz $(LAUNCHER)
	@cmake --build --preset fuzz
	@for target in $(FUZZERS); do \
	    echo "== $$target"; \
	    rm -rf build/fuzz/seeds/$$target && mkdir -p build/fuzz/corpus/$$target; \
	    tests/fuzz/make-seeds.sh $$target build/fuzz/seeds/$$target; \
	    dictionary=tests/fuzz/$$target.dict; \
	    build/fuzz/bin/fuzz_$$target -max_total_time=$(FUZZ_SECONDS) -timeout=20 -max_len=20000 \
	        $$([ -f $$dictionary ] && echo -dict=$$dictionary) -print_final_stats=1 \
	        -artifact_prefix=build/fuzz/$$target- build/fuzz/corpus/$$target \
	        build/fuzz/seeds/$$target; \
	done

# Looks at what differs from the commit LINT_BASE, for LINT_SECONDS at most.
LINT_BASE ?= HEAD~1
LINT_SECONDS ?= 300
lint: lint-deps
	@cmake --preset lint >/dev/null
	@cmake/lint.sh $(LINT_BASE) $(LINT_SECONDS)

windows-check: windows-deps
	@tests/windows/check.sh build/mingw

clean:
	rm -rf build out
