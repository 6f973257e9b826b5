// How long the levels of detail of every commune of today take to make and to read, and what they
// hold. Usage: bench_detail [FILE]; see national_layer.hpp for what it needs without a file.

#include "core/boundaries/boundaries.hpp"
#include "core/boundaries/detail.hpp"
#include "core/gazetteer/build.hpp"
#include "core/store/workspace_file.hpp"
#include "tests/bench/national_layer.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace terroir;
using bench::Clock;
using bench::secondsSince;

constexpr Date today = bench::layerDay;

std::size_t pointsOf(const geometry::MultiPolygon& shape) {
    std::size_t points = 0;
    for (const geometry::Polygon& polygon : shape) {
        points += polygon.outer.size();
        for (const geometry::Ring& hole : polygon.holes)
            points += hole.size();
    }
    return points;
}

void readLevel(store::WorkspaceFile& workspace, const gazetteer::Gazetteer& gazetteer,
               double tolerance) {
    constexpr int runs = 5;
    const auto units = gazetteer.unitsAt(gazetteer::Level::Commune, today);
    std::size_t points = 0;
    std::vector<double> seconds;
    for (int i = 0; i < runs; ++i) {
        const auto start = Clock::now();
        boundaries::DetailReader reader(workspace, tolerance);
        points = 0;
        for (const gazetteer::UnitIndex unit : units)
            points += pointsOf(reader.read(gazetteer.unit(unit).uid));
        seconds.push_back(secondsSince(start));
    }
    std::sort(seconds.begin(), seconds.end());
    std::printf("reading all units at %6.0f m: %9zu points %9.1f ms\n", tolerance, points,
                1000 * seconds[runs / 2]);
}

void run(const std::filesystem::path& layer, const std::filesystem::path& file) {
    store::WorkspaceFile workspace = store::WorkspaceFile::create(file);
    gazetteer::buildFromData(workspace, std::filesystem::path(TERROIR_SOURCE_DIR) / "data");
    const auto gazetteer = gazetteer::Gazetteer::load(workspace);
    boundaries::ImportOptions options;
    options.level = gazetteer::Level::Commune;
    options.validFrom = today;
    auto start = Clock::now();
    boundaries::importBoundaries(workspace, gazetteer, layer, options);
    std::printf("boundaries import %38.2f s\n", secondsSince(start));
    std::printf("peak memory %43ld MB\n", bench::peakMegabytes());
    start = Clock::now();
    store::Transaction transaction(workspace.database());
    boundaries::makeDetail(workspace, gazetteer);
    transaction.commit();
    std::printf("its levels of detail, made again %23.2f s\n", secondsSince(start));

    for (const boundaries::StoredDetail& level : boundaries::storedDetail(workspace))
        std::printf("stored at %6.0f m: %9zu units %16.2f MB\n", level.tolerance, level.units,
                    double(level.bytes) / 1e6);
    readLevel(workspace, gazetteer, 0);
    for (const double tolerance : boundaries::detailLevels)
        readLevel(workspace, gazetteer, tolerance);
    for (const double tolerance : {10.0, 100.0, 1000.0}) {
        const auto provinces = gazetteer.unitsAt(gazetteer::Level::Province, today);
        start = Clock::now();
        const auto shapes = boundaries::shapesOf(workspace, gazetteer, provinces, today, tolerance);
        std::printf("all provinces, of communes at %6.0f m: %17.1f ms\n", tolerance,
                    1000 * secondsSince(start));
    }
}

} // namespace

int main(int argc, char** argv) {
    return terroir::bench::withNationalLayer("bench_detail", argc, argv, run);
}
