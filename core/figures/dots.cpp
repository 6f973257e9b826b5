#include "core/figures/dots.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/boundaries/boundaries.hpp"
#include "core/figures/former_units.hpp"
#include "core/geometry/scatter.hpp"
#include "core/geometry/topology.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <map>
#include <numbers>
#include <optional>
#include <set>
#include <utility>

namespace terroir::figures {

namespace {

using gazetteer::UnitIndex;
using geometry::MultiPolygon;
using geometry::Point;

constexpr double kmPerDegree = 111.32;
constexpr double mapWidthMm = 180, mapHeightMm = 150; ///< of the map on A4, beside its legend
constexpr double fullest = 0.25;                      ///< of a ground covered by its dots
constexpr double leastHeld = 3;                       ///< dots, by the smallest ground
constexpr double mostChosen = 20'000, mostDots = 200'000;
/// Of the shapes that dots lie in, on an A4 map and at least and at most: closer lines would be
/// read for nothing, wider ones would show dots beside their unit.
constexpr double toleranceMm = 0.05, leastTolerance = 10, mostTolerance = 100;

/// Kilometres, near enough, whose x is as long as its y. Rounded, so that machines whose cosine
/// differs in the last digit have the same dots.
double aspectAt(double latitude) {
    return std::round(std::cos(latitude * std::numbers::pi / 180) * 1e6) / 1e6;
}

/// Of the middle of a box in degrees.
double aspectOf(const geometry::Box& box) {
    return aspectAt((box.minY + box.maxY) / 2);
}

geometry::Box boxOf(std::span<const DottedGround> grounds) {
    geometry::Box box;
    for (const DottedGround& ground : grounds)
        box.expand(geometry::boxOf(ground.lonLat));
    return box;
}

/// Of a kilometre on an A4 map of a box in degrees.
double mmPerKm(const geometry::Box& box) {
    const double width = box.width() * kmPerDegree * aspectOf(box);
    const double height = box.height() * kmPerDegree;
    return std::min(mapWidthMm / std::max(width, 1e-3), mapHeightMm / std::max(height, 1e-3));
}

double km2Of(const MultiPolygon& lonLat) {
    return geometry::areaOf(lonLat) * kmPerDegree * kmPerDegree * aspectOf(geometry::boxOf(lonLat));
}

double sumOf(const DottedGround& ground) {
    double sum = 0;
    for (const double value : ground.values)
        sum += value;
    return sum;
}

/// The smallest of 1, 2, 5 × 10^k that is not below the value.
double roundAbove(double value) {
    double power = std::pow(10, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= value * (1 - 1e-9))
            return factor * power;
    return 10 * power;
}

/// FNV-1a.
std::uint64_t seedOf(const std::string& text) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return hash;
}

std::size_t dotsFor(double figure, double value) {
    return std::size_t(std::floor(figure / value + 0.5 + 1e-9));
}

void requireFew(std::span<const DottedGround> grounds, double value) {
    double sum = 0;
    for (const DottedGround& ground : grounds)
        sum += sumOf(ground);
    if (sum / value > mostDots)
        throw UsageError(localText(
            "Mỗi điểm thể hiện {} thì bản đồ có {} điểm, quá nhiều để vẽ. Hãy ghi \"dotValue\" từ "
            "{} trở lên, hoặc bỏ mục đó để chương trình chọn.",
            "With {} for a dot the map has {} dots, too many to draw. Give a \"dotValue\" of {} or "
            "more, or leave it out to have it chosen.",
            numberText(value, 6), numberText(std::round(sum / value)),
            numberText(roundAbove(sum / mostDots), 6)));
}

/// In the order in which they are drawn.
void addDotsOf(const DottedGround& ground, double value, ShownDots& shown) {
    std::vector<std::uint32_t> series;
    for (std::size_t i = 0; i < ground.values.size(); ++i)
        series.insert(series.end(), dotsFor(ground.values[i], value), std::uint32_t(i));
    if (ground.lonLat.empty())
        return;
    if (series.empty()) {
        shown.without += sumOf(ground) > 0 ? 1 : 0;
        return;
    }
    const double aspect = aspectOf(geometry::boxOf(ground.lonLat));
    MultiPolygon plane = ground.lonLat;
    const auto flatten = [aspect](geometry::Ring& ring) {
        for (Point& point : ring)
            point.x *= aspect;
    };
    for (geometry::Polygon& part : plane) {
        flatten(part.outer);
        std::for_each(part.holes.begin(), part.holes.end(), flatten);
    }
    const std::uint64_t seed = seedOf(ground.seed);
    const std::vector<Point> points = geometry::scatter(plane, series.size(), seed);
    geometry::SeededNumbers numbers(seed + 1);
    for (std::size_t left = points.size(); left > 0; --left) {
        const std::size_t chosen = numbers.below(left);
        shown.dots.push_back(
            {{points[left - 1].x / aspect, points[left - 1].y}, ground.unit, series[chosen]});
        series[chosen] = series[left - 1];
    }
}

/// The grounds of the layers of dots of a theme.
class GroundFinder {
public:
    GroundFinder(const EvaluatedTheme& evaluated, workspace::Workspace& workspace)
        : m_evaluated(evaluated), m_gazetteer(workspace.gazetteer()) {
        const geometry::Box box =
            boundaries::officialBox(workspace.file(), m_gazetteer, evaluated.units, evaluated.asOf);
        const double tolerance = box.isEmpty() ? mostTolerance
                                               : std::clamp(1000 * toleranceMm / mmPerKm(box),
                                                            leastTolerance, mostTolerance);
        boundaries::UnitShapes shapes = boundaries::shapesOf(
            workspace.file(), m_gazetteer, evaluated.units, evaluated.asOf, tolerance);
        std::set<UnitGroup> groups;
        for (const EvaluatedLayer& layer : evaluated.layers)
            if (layer.layer->type == theme::LayerType::Dots)
                for (const auto& [group, shared] : layer.shared)
                    groups.insert(group);
        boundaries::UnitShapes formers =
            formerUnitsOf(workspace.file(), m_gazetteer, evaluated, groups, shapes, tolerance);
        for (boundaries::UnitShapes* all : {&shapes, &formers})
            for (boundaries::UnitShape& shape : all->units)
                m_shapes[shape.unit] = std::move(shape.shape);
    }

    /// With those that have no figure, which are on the map too.
    std::vector<DottedGround> groundsOf(const EvaluatedLayer& layer) const {
        std::vector<DottedGround> grounds;
        grounds.reserve(m_evaluated.units.size() + layer.shared.size());
        for (const UnitIndex unit : m_evaluated.units) {
            DottedGround ground{unit, m_gazetteer.unit(unit).uid, shapeOf(unit), {}};
            for (const Figures& figures : layer.series) {
                const auto cell = figures.cells.find(unit);
                ground.values.push_back(cell == figures.cells.end() ? 0 : leftOf(cell->second));
            }
            grounds.push_back(std::move(ground));
        }
        for (const auto& [group, shared] : layer.shared)
            grounds.push_back(groundOf(group, shared));
        return grounds;
    }

private:
    /// What does not lie by itself.
    static double leftOf(const Cell& cell) { return std::max(cell.value - cell.onGround, 0.0); }

    MultiPolygon shapeOf(UnitIndex unit) const {
        const auto shape = m_shapes.find(unit);
        return shape == m_shapes.end() ? MultiPolygon() : shape->second;
    }

    /// That of the old unit whose figures they are, else the units, which do not overlap.
    DottedGround groundOf(const UnitGroup& group, const SharedFigures& shared) const {
        DottedGround ground{group.front(), {}, {}, {}};
        if (const UnitIndex named = namedBy(m_evaluated, group); named != gazetteer::noUnit)
            ground.lonLat = shapeOf(named);
        const bool isWhole = !ground.lonLat.empty();
        for (const UnitIndex unit : group) {
            ground.seed += m_gazetteer.unit(unit).uid + " ";
            if (!isWhole)
                std::ranges::move(shapeOf(unit), std::back_inserter(ground.lonLat));
        }
        for (const std::optional<Cell>& cell : shared.cells)
            ground.values.push_back(cell ? leftOf(*cell) : 0);
        return ground;
    }

    const EvaluatedTheme& m_evaluated;
    const gazetteer::Gazetteer& m_gazetteer;
    std::map<UnitIndex, MultiPolygon> m_shapes;
};

} // namespace

double suitableDotValue(std::span<const DottedGround> grounds) {
    const geometry::Box box = boxOf(grounds);
    if (box.isEmpty())
        return 1;
    const double scale = mmPerKm(box);
    constexpr double dotArea = std::numbers::pi / 4 * dotMm * dotMm;
    double needed = 0, total = 0;
    bool areWhole = true;
    for (const DottedGround& ground : grounds) {
        const double sum = sumOf(ground);
        for (const double value : ground.values)
            areWhole = areWhole && value == std::floor(value);
        if (sum <= 0 || ground.lonLat.empty())
            continue;
        const double held = fullest * km2Of(ground.lonLat) * scale * scale / dotArea;
        needed = std::max(needed, sum / std::max(held, leastHeld));
        total += sum;
    }
    if (total <= 0)
        return 1;
    const double value = roundAbove(std::max(needed, total / mostChosen));
    return areWhole ? std::max(value, 1.0) : value;
}

ShownDots dotsOn(std::span<const DottedGround> grounds, double value) {
    requireFew(grounds, value);
    ShownDots shown;
    shown.value = value;
    for (const DottedGround& ground : grounds) {
        shown.figures += sumOf(ground);
        addDotsOf(ground, value, shown);
    }
    return shown;
}

void addDots(EvaluatedTheme& evaluated, workspace::Workspace& workspace) {
    const auto isOfDots = [](const EvaluatedLayer& layer) {
        return layer.layer->type == theme::LayerType::Dots;
    };
    if (std::none_of(evaluated.layers.begin(), evaluated.layers.end(), isOfDots))
        return;
    const GroundFinder finder(evaluated, workspace);
    for (EvaluatedLayer& layer : evaluated.layers)
        if (isOfDots(layer)) {
            const std::vector<DottedGround> grounds = finder.groundsOf(layer);
            const double value = layer.layer->dotValue;
            layer.dots = dotsOn(grounds, value > 0 ? value : suitableDotValue(grounds));
        }
}

} // namespace terroir::figures
