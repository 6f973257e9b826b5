#include "plugin/viewer/ground_sketch.hpp"

#include "core/geometry/mercator.hpp"

#include <QPainter>
#include <QPolygonF>

#include <utility>

namespace terroir::viewer {

namespace {

constexpr double cornerRadius = 4;

geometry::Ring ringOf(geometry::Polyline corners) {
    corners.push_back(corners.front());
    return corners;
}

} // namespace

GroundSketch::GroundSketch(Shape shape, geometry::Ground kept)
    : m_shape(shape), m_kept(std::move(kept)) {}

void GroundSketch::add(geometry::Point lonLat) {
    if (m_corners.empty() || m_corners.back() != lonLat)
        m_corners.push_back(lonLat);
}

bool GroundSketch::removeLast() {
    if (m_corners.empty()) {
        if (m_parts.empty())
            return false;
        m_corners = std::move(m_parts.back());
        m_parts.pop_back();
    }
    m_corners.pop_back();
    return true;
}

bool GroundSketch::endPart() {
    if (m_corners.size() < fewestCorners())
        return false;
    m_parts.push_back(std::exchange(m_corners, {}));
    return true;
}

bool GroundSketch::isWhole() const {
    return m_corners.empty() ? !m_parts.empty() : m_corners.size() >= fewestCorners();
}

geometry::Ground GroundSketch::all() const {
    geometry::Ground ground = m_kept;
    std::vector<geometry::Polyline> parts = m_parts;
    if (m_corners.size() >= fewestCorners())
        parts.push_back(m_corners);
    for (geometry::Polyline& part : parts)
        if (m_shape == Shape::Zone)
            ground.polygons.push_back({ringOf(std::move(part)), {}});
        else
            ground.lines.push_back(std::move(part));
    return ground;
}

geometry::Ground GroundSketch::sound(bool& repaired) const {
    return geometry::soundGround(all(), repaired);
}

void GroundSketch::paint(QPainter& painter, const View& view, QSizeF size,
                         std::optional<geometry::Point> pointer) const {
    const auto pixels = [&](const std::vector<geometry::Point>& points) {
        QPolygonF polygon;
        for (const geometry::Point& point : points)
            polygon.append(view.toPixel(geometry::toMercator(point), size));
        return polygon;
    };
    const QColor colour(196, 30, 120);
    QColor fill = colour;
    fill.setAlpha(60);
    const auto draw = [&](const QPolygonF& part, Qt::PenStyle style) {
        for (const QPen& pen : {QPen(Qt::white, 5), QPen(colour, 2.5, style)}) {
            painter.setPen(pen);
            painter.setBrush(Qt::NoBrush);
            if (m_shape == Shape::Zone)
                painter.drawPolygon(part);
            else
                painter.drawPolyline(part);
        }
        if (m_shape == Shape::Zone) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(fill);
            painter.drawPolygon(part);
        }
    };
    painter.setRenderHint(QPainter::Antialiasing);
    for (const geometry::Polygon& polygon : m_kept.polygons) {
        draw(pixels(polygon.outer), Qt::SolidLine);
        for (const geometry::Ring& hole : polygon.holes) {
            painter.setPen(QPen(colour, 2.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawPolygon(pixels(hole));
        }
    }
    for (const geometry::Polyline& line : m_kept.lines)
        draw(pixels(line), Qt::SolidLine);
    for (const geometry::Polyline& part : m_parts)
        draw(pixels(part), Qt::SolidLine);
    const QPolygonF set = pixels(m_corners);
    QPolygonF open = set;
    if (pointer && !m_corners.empty())
        open.append(view.toPixel(*pointer, size));
    if (open.size() > 1)
        draw(open, Qt::DashLine);
    for (const QPointF& corner : set) {
        painter.setPen(QPen(colour, 2));
        painter.setBrush(Qt::white);
        painter.drawEllipse(corner, cornerRadius, cornerRadius);
    }
}

} // namespace terroir::viewer
