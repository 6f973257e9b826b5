// A million points against every commune of today with all its vertices. Needs the development
// polygons (../shared or $TERROIR_SHARED), which are not part of the project; without them it says
// so and ends.

#include "core/boundaries/boundaries.hpp"
#include "core/boundaries/locator.hpp"
#include "core/gazetteer/build.hpp"
#include "core/store/workspace.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <random>
#include <string>

namespace {

using namespace terroir;
using Clock = std::chrono::steady_clock;

constexpr Date today = Date::of(2025, 7, 1);

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

long megabytes() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

void unpack(const std::filesystem::path& packed, const std::filesystem::path& file) {
    const std::string command = "xz -dc '" + packed.string() + "' > '" + file.string() + "'";
    if (std::system(command.c_str()) != 0)
        throw std::runtime_error("xz could not unpack " + packed.string());
}

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

void run(const std::filesystem::path& packed, const std::filesystem::path& folder) {
    store::Workspace workspace = store::Workspace::create(folder / "workspace.sqlite");
    gazetteer::buildFromData(workspace, std::filesystem::path(TERROIR_SOURCE_DIR) / "data");
    const auto gazetteer = gazetteer::Gazetteer::load(workspace);
    unpack(packed, folder / "communes.gpkg");
    boundaries::ImportOptions options;
    options.level = gazetteer::Level::Commune;
    options.validFrom = today;
    auto start = Clock::now();
    boundaries::importBoundaries(workspace, gazetteer, folder / "communes.gpkg", options);
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
    std::printf("%-44s %8ld MB\n", "peak memory, import included", megabytes());
}

} // namespace

int main() {
    const char* folder = std::getenv("TERROIR_SHARED");
    const std::filesystem::path shared =
        folder != nullptr ? folder : TERROIR_SOURCE_DIR "/../shared";
    const std::filesystem::path packed = shared / "boundaries/communes_2025_national.gpkg.xz";
    if (!std::filesystem::exists(packed)) {
        std::printf("bench_reverse: skipped, '%s' is not there; name its folder with "
                    "TERROIR_SHARED.\n",
                    packed.c_str());
        return 0;
    }
    std::string scratch =
        (std::filesystem::temp_directory_path() / "terroir-bench-XXXXXX").string();
    if (::mkdtemp(scratch.data()) == nullptr)
        return 1;
    int code = 0;
    try {
        run(packed, scratch);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_reverse: %s\n", error.what());
        code = 1;
    }
    std::filesystem::remove_all(scratch);
    return code;
}
