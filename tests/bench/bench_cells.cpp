// How near approximate cells come to the true communes. Usage: bench_cells [FILE]; see
// national_layer.hpp for what it needs without a file. The communes of Lai Châu and Sơn La, of
// today and of before, are measured where the development polygons are.

#include "core/boundaries/cells.hpp"
#include "core/gazetteer/build.hpp"
#include "core/geometry/topology.hpp"
#include "core/geometry/vector_file.hpp"
#include "core/store/workspace_file.hpp"
#include "tests/bench/national_layer.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <numbers>
#include <string>
#include <vector>

namespace {

using namespace terroir;
using gazetteer::UnitIndex;
using geometry::MultiPolygon;

double km2Of(const MultiPolygon& shape) {
    if (shape.empty())
        return 0;
    const geometry::Box box = geometry::boxOf(shape);
    constexpr double degree = 111.2; // km
    return geometry::areaOf(shape) * degree * degree *
           std::cos((box.minY + box.maxY) / 2 * std::numbers::pi / 180);
}

/// The value that a share of all lies below.
double quantile(std::vector<double>& values, double share) {
    if (values.empty())
        return 0;
    const auto at = values.begin() + std::ptrdiff_t(share * double(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

struct Ground {
    store::WorkspaceFile& workspace;
    const gazetteer::Gazetteer& gazetteer;
};

/// Cells of all communes of a layer against its polygons.
void measure(const char* what, const Ground& ground, const std::filesystem::path& file,
             const std::string& layer, Date day) {
    std::map<UnitIndex, MultiPolygon> truth;
    geometry::PolygonReader reader(file, layer);
    for (geometry::PolygonFeature feature; reader.next(feature);)
        if (const UnitIndex unit = ground.gazetteer.findCode(feature.attributes["code"], day);
            unit != gazetteer::noUnit) {
            bool repaired = false;
            truth[unit] = geometry::madeValid(feature.shape, repaired);
        }
    std::vector<UnitIndex> units;
    for (const auto& [unit, shape] : truth)
        units.push_back(unit);

    const auto start = bench::Clock::now();
    const auto cells = boundaries::approximateCells(ground.workspace, ground.gazetteer, units, day);
    const double seconds = bench::secondsSince(start);

    double right = 0, all = 0, mean = 0;
    std::vector<double> overlaps, errors;
    for (const auto& [unit, shape] : truth) {
        const double area = km2Of(shape);
        const auto cell = cells.find(unit);
        const double common =
            cell == cells.end() ? 0 : km2Of(geometry::intersectionOf(cell->second, shape));
        const double claimed = cell == cells.end() ? 0 : km2Of(cell->second);
        overlaps.push_back(common / (area + claimed - common));
        mean += overlaps.back() / double(truth.size());
        right += common;
        all += area;
        if (const auto official = ground.gazetteer.unit(unit).areaKm2; official && claimed > 0)
            errors.push_back(std::abs(claimed / *official - 1));
    }
    std::printf("%-26s %5zu  IoU median %.3f mean %.3f p10 %.3f  right %.3f  area error %.3f  "
                "%.3f s\n",
                what, truth.size(), quantile(overlaps, 0.5), mean, quantile(overlaps, 0.1),
                right / all, quantile(errors, 0.5), seconds);
}

void run(const std::filesystem::path& layer, const std::filesystem::path& file) {
    store::WorkspaceFile workspace = store::WorkspaceFile::create(file);
    gazetteer::buildFromData(workspace, std::filesystem::path(TERROIR_SOURCE_DIR) / "data");
    const auto gazetteer = gazetteer::Gazetteer::load(workspace);
    const Ground ground{workspace, gazetteer};
    const char* folder = std::getenv("TERROIR_SHARED");
    const std::filesystem::path two =
        std::filesystem::path(folder != nullptr ? folder : TERROIR_SOURCE_DIR "/../shared") /
        "boundaries/boundaries_laichau_sonla.gpkg";
    if (std::filesystem::exists(two)) {
        measure("two provinces, today", ground, two, "wards_2025", bench::layerDay);
        measure("two provinces, before", ground, two, "communes_2025h1_est",
                bench::layerDay.previousDay());
    }
    measure("the country, today", ground, layer, {}, bench::layerDay);
}

} // namespace

int main(int argc, char** argv) {
    return terroir::bench::withNationalLayer("bench_cells", argc, argv, run);
}
