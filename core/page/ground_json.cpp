#include "core/page/ground_json.hpp"

#include <cmath>
#include <utility>

namespace terroir::page {

namespace {

using nlohmann::json;

/// Corners that fall on the same step are one.
json stepsOf(const std::vector<geometry::Point>& lonLat, const Grid& grid) {
    json steps = json::array();
    std::pair<long long, long long> last{-1, -1};
    for (const geometry::Point& point : lonLat) {
        const geometry::Point at = grid.toSteps(point);
        const std::pair now{std::llround(at.x), std::llround(at.y)};
        if (now == last)
            continue;
        steps.push_back(now.first);
        steps.push_back(now.second);
        last = now;
    }
    return steps;
}

} // namespace

json groundJson(const figures::EvaluatedTheme& evaluated, const Grid& grid,
                const std::function<std::size_t(Colour)>& colourNumber) {
    if (evaluated.ground.empty())
        return nullptr;
    json points = json::array(), shapes = json::array();
    for (const figures::ShownGround& ground : evaluated.ground) {
        const std::size_t colour = colourNumber(ground.colour);
        for (const geometry::Point& point : ground.shape.points) {
            const geometry::Point at = grid.toSteps(point);
            points.push_back({std::llround(at.x), std::llround(at.y), colour});
        }
        for (const geometry::Polyline& line : ground.shape.lines)
            shapes.push_back({colour, 1, stepsOf(line, grid)});
        for (const geometry::Polygon& polygon : ground.shape.polygons) {
            json shape{colour, 0, stepsOf(polygon.outer, grid)};
            for (const geometry::Ring& hole : polygon.holes)
                shape.push_back(stepsOf(hole, grid));
            shapes.push_back(std::move(shape));
        }
    }
    return {{"points", std::move(points)}, {"shapes", std::move(shapes)}};
}

} // namespace terroir::page
