#include "core/map/crowding.hpp"

#include "core/geometry/box_grid.hpp"
#include "core/map/typesetter.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace terroir::map {

using geometry::Box;

namespace {

double overlapArea(const Box& a, const Box& b) {
    const double width = std::min(a.maxX, b.maxX) - std::max(a.minX, b.minX);
    const double height = std::min(a.maxY, b.maxY) - std::max(a.minY, b.minY);
    return width > 0 && height > 0 ? width * height : 0;
}

} // namespace

bool areCrowded(std::span<const Box> boxes, double limit) {
    Box ground;
    double all = 0;
    for (const Box& box : boxes) {
        ground.expand(box);
        all += box.width() * box.height();
    }
    if (all <= 0)
        return false;
    // Cells as large as the boxes, but not more of them than boxes.
    const double covered = std::max(all, ground.width() * ground.height());
    geometry::BoxGrid before(ground, std::sqrt(covered / double(boxes.size())));
    double shared = 0;
    std::vector<std::size_t> under;
    for (const Box& box : boxes) {
        under.clear();
        before.anyNear(box, [&](std::size_t number) {
            if (overlaps(box, before[number]))
                under.push_back(number);
            return false;
        });
        // In their order, so that the sum does not depend on the grid.
        std::sort(under.begin(), under.end());
        for (const std::size_t number : under)
            shared += overlapArea(box, before[number]);
        if (shared / all > limit)
            return true;
        before.add(box);
    }
    return false;
}

} // namespace terroir::map
