#pragma once

#include "core/map/scene.hpp"

#include <QLineF>
#include <QPointF>

#include <vector>

namespace terroir::thematic {

/// Hatching as geometry, in millimetres of the page: lines cut at the edges of the area rather than
/// clipped, because Qt's brush patterns do not scale and Qt's SVG generator does not clip. Lines
/// lie on a grid of the whole page, so that they run on across neighbouring areas.

/// Strokes at 45° ("/" for rising, "\" for falling) inside the rings (odd-even), `spacingMm` apart.
enum class Direction { Rising, Falling };
std::vector<QLineF> hatchLines(const std::vector<std::vector<geometry::Point>>& rings,
                               Direction direction, double spacingMm);

/// Centres of dots inside the rings, in staggered rows `spacingMm` apart.
std::vector<QPointF> hatchDots(const std::vector<std::vector<geometry::Point>>& rings,
                               double spacingMm);

/// A line (closed or not) as its dashes, in millimetres: Qt's SVG generator writes dash lengths
/// without the pen's width.
std::vector<QLineF> dashesAlong(const std::vector<geometry::Point>& line, double dashMm,
                                double gapMm);

} // namespace terroir::thematic
