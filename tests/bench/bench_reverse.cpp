// A million points against every commune of today with all its vertices. Usage: bench_reverse
// [FILE]; see national_layer.hpp for what it needs without a file.

#include "core/boundaries/boundaries.hpp"
#include "core/boundaries/locator.hpp"
#include "core/gazetteer/build.hpp"
#include "core/store/workspace_file.hpp"
#include "tests/bench/national_layer.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <random>
#include <string>

namespace {

using namespace terroir;
using bench::Clock;
using bench::secondsSince;

constexpr Date today = bench::layerDay;

/// Points all over the country: around the communes' own points, some in the sea.
std::vector<gazetteer::LonLat> makePoints(const gazetteer::Gazetteer& gazetteer,
                                          std::size_t count) {
    const std::vector<gazetteer::UnitIndex> communes =
        gazetteer.unitsAt(gazetteer::Level::Commune, today);
    std::mt19937 random(17);
    std::uniform_int_distribution<std::size_t> which(0, communes.size() - 1);
    std::normal_distribution<double> away(0, 0.05);
    std::vector<gazetteer::LonLat> points;
    while (points.size() < count)
        if (const auto point = gazetteer.unit(communes[which(random)]).point)
            points.push_back({point->lon + away(random), point->lat + away(random)});
    return points;
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
    std::printf("%-44s %8.3f s\n", "boundaries import", secondsSince(start));

    start = Clock::now();
    const boundaries::ImportedPolygons polygons(workspace, gazetteer);
    std::printf("%-44s %8.3f s\n", "reading and indexing the polygons", secondsSince(start));
    start = Clock::now();
    const boundaries::Locator locator(polygons, workspace, gazetteer, gazetteer::Level::Commune,
                                      today);
    std::printf("%-44s %8.3f s\n", "locator of a date", secondsSince(start));

    const std::vector<gazetteer::LonLat> points = makePoints(gazetteer, 1'000'000);
    start = Clock::now();
    std::size_t found = 0;
    for (const gazetteer::LonLat point : points)
        found += locator.locate(point).units.empty() ? 0 : 1;
    std::printf("%-44s %8.3f s\n", "1,000,000 points, one thread", secondsSince(start));
    start = Clock::now();
    const std::vector<boundaries::Location> locations = locator.locate(points);
    std::printf("%-44s %8.3f s\n", "1,000,000 points, two threads", secondsSince(start));
    std::printf("%-44s %8.1f %%\n", "of them in a commune",
                100 * double(found) / double(points.size()));
    std::printf("%-44s %8ld MB\n", "peak memory, import included", bench::peakMegabytes());
}

} // namespace

int main(int argc, char** argv) {
    return terroir::bench::withNationalLayer("bench_reverse", argc, argv, run);
}
