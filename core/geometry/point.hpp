#pragma once

#include <algorithm>

namespace terroir::geometry {

// Whole in this header: painters of others are compiled with it and linked to nothing of ours.

/// x is longitude or easting, y latitude or northing; the CRS is said where a shape is handed over.
struct Point {
    double x = 0;
    double y = 0;
    bool operator==(const Point&) const = default;
};

struct Box {
    double minX = 1e300, minY = 1e300, maxX = -1e300, maxY = -1e300;
    bool isEmpty() const { return minX > maxX; }
    double width() const { return maxX - minX; }
    double height() const { return maxY - minY; }
    /// Whether they have a point in common.
    bool meets(const Box& other) const {
        return minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY;
    }
    void expand(Point p) { expand(Box{p.x, p.y, p.x, p.y}); }
    void expand(const Box& other) {
        minX = std::min(minX, other.minX);
        minY = std::min(minY, other.minY);
        maxX = std::max(maxX, other.maxX);
        maxY = std::max(maxY, other.maxY);
    }
};

} // namespace terroir::geometry
