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

double boxArea(const Box& box) {
    return box.width() * box.height();
}

/// Tells `found` of each box and the boxes before it that it overlaps, until it says true.
template <typename Found>
bool anyOverlap(std::span<const Box> boxes, Found found) {
    Box ground;
    double all = 0;
    for (const Box& box : boxes) {
        ground.expand(box);
        all += boxArea(box);
    }
    if (all <= 0)
        return false;
    // Cells as large as the boxes, but not more of them than boxes.
    const double covered = std::max(all, boxArea(ground));
    geometry::BoxGrid before(ground, std::sqrt(covered / double(boxes.size())));
    std::vector<std::size_t> under;
    for (const Box& box : boxes) {
        under.clear();
        before.anyNear(box, [&](std::size_t number) {
            if (overlaps(box, before[number]))
                under.push_back(number);
            return false;
        });
        // In their order, so that a sum does not depend on the grid.
        std::sort(under.begin(), under.end());
        for (const std::size_t number : under)
            if (found(box, before[number]))
                return true;
        before.add(box);
    }
    return false;
}

} // namespace

bool areCrowded(std::span<const Box> boxes, double limit) {
    double all = 0, shared = 0;
    for (const Box& box : boxes)
        all += boxArea(box);
    return anyOverlap(boxes, [&](const Box& box, const Box& before) {
        shared += overlapArea(box, before);
        return shared / all > limit;
    });
}

bool haveCoveredPairs(std::span<const Box> boxes, std::size_t most) {
    std::size_t pairs = 0;
    return anyOverlap(boxes, [&](const Box& box, const Box& before) {
        if (2 * overlapArea(box, before) > std::min(boxArea(box), boxArea(before)))
            ++pairs;
        return pairs > most;
    });
}

} // namespace terroir::map
