#pragma once

#include "core/geometry/ground.hpp"
#include "plugin/viewer/view.hpp"

#include <optional>

class QPainter;

namespace terroir::viewer {

/// Zones or lines that are being drawn, corner by corner, beside those that are there already.
/// Degrees.
class GroundSketch {
public:
    enum class Shape { Zone, Line };

    /// `kept`: of the same sort, to which is added; empty for what is drawn anew.
    explicit GroundSketch(Shape shape, geometry::Ground kept = {});

    Shape shape() const { return m_shape; }
    const geometry::Ground& kept() const { return m_kept; }
    /// Of the part that is being drawn.
    const geometry::Polyline& corners() const { return m_corners; }

    void add(geometry::Point lonLat);
    /// The last corner; of the part before, which is open again, when this one has none. False when
    /// nothing is left to take back.
    bool removeLast();
    /// Begins another part. False, and nothing happens, while this one has too few corners.
    bool endPart();
    /// Whether enough is drawn to be kept, the open part with it.
    bool isWhole() const;
    /// Fit to be stored (see geometry::soundGround(), with its errors), or as far as it is drawn.
    geometry::Ground sound(bool& repaired) const;
    std::size_t fewestCorners() const { return m_shape == Shape::Zone ? 3 : 2; }

    /// `pointer`: the corner that a click would set; EPSG:3857.
    void paint(QPainter& painter, const View& view, QSizeF size,
               std::optional<geometry::Point> pointer) const;

private:
    /// All that is drawn and kept, as it is.
    geometry::Ground all() const;

    Shape m_shape;
    geometry::Ground m_kept;
    std::vector<geometry::Polyline> m_parts; ///< ended
    geometry::Polyline m_corners;
};

} // namespace terroir::viewer
