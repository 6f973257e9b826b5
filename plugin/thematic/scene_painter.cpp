#include "plugin/thematic/scene_painter.hpp"

#include "plugin/thematic/hatch_lines.hpp"

#include <QPainter>
#include <QPainterPath>
#include <QPen>

namespace terroir::thematic {

namespace {

constexpr double hatchSpacingMm = 1.1;
constexpr double hatchWidthMm = 0.16;
constexpr double dashMm = 1.8;
constexpr double dashGapMm = 1.0;
constexpr double dotSpacingMm = 1.3;
constexpr double dotRadiusMm = 0.2;

QColor toQColor(const theme::Colour& colour) {
    return QColor(colour.r, colour.g, colour.b, colour.a);
}

QPen toPen(const theme::Stroke& stroke) {
    if (stroke.widthMm <= 0 || stroke.colour.a == 0)
        return Qt::NoPen;
    return QPen(toQColor(stroke.colour), stroke.widthMm, Qt::SolidLine,
                stroke.dashed ? Qt::FlatCap : Qt::RoundCap, Qt::RoundJoin);
}

QBrush toBrush(const theme::Fill& fill) {
    return fill.colour.a == 0 ? QBrush(Qt::NoBrush) : QBrush(toQColor(fill.colour));
}

QPainterPath toPath(const theme::PathItem& item) {
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (const auto& ring : item.rings) {
        if (ring.empty())
            continue;
        path.moveTo(ring.front().x, ring.front().y);
        for (std::size_t i = 1; i < ring.size(); ++i)
            path.lineTo(ring[i].x, ring[i].y);
        if (!item.open)
            path.closeSubpath();
    }
    return path;
}

void paintHatch(QPainter& painter, const theme::PathItem& item) {
    const QColor colour = toQColor(item.fill.hatchColour);
    if (item.fill.hatch == theme::Hatch::Dots) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        for (const QPointF& dot : hatchDots(item.rings, dotSpacingMm))
            painter.drawEllipse(dot, dotRadiusMm, dotRadiusMm);
        return;
    }
    std::vector<QLineF> lines = hatchLines(item.rings, Direction::Rising, hatchSpacingMm);
    if (item.fill.hatch == theme::Hatch::CrossDiagonal) {
        const auto falling = hatchLines(item.rings, Direction::Falling, hatchSpacingMm);
        lines.insert(lines.end(), falling.begin(), falling.end());
    }
    painter.setPen(QPen(colour, hatchWidthMm, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(lines.data(), static_cast<int>(lines.size()));
}

void paintDashes(QPainter& painter, const theme::PathItem& item) {
    painter.setPen(toPen(item.stroke));
    for (const auto& ring : item.rings) {
        const std::vector<QLineF> dashes = dashesAlong(ring, dashMm, dashGapMm);
        painter.drawLines(dashes.data(), static_cast<int>(dashes.size()));
    }
}

void paintPath(QPainter& painter, const theme::PathItem& item) {
    const QPainterPath path = toPath(item);
    const bool hatched = !item.open && item.fill.hatch != theme::Hatch::None;
    const QPen outline = item.stroke.dashed || hatched ? QPen(Qt::NoPen) : toPen(item.stroke);
    painter.setPen(outline);
    painter.setBrush(item.open ? QBrush(Qt::NoBrush) : toBrush(item.fill));
    painter.drawPath(path);
    if (hatched)
        paintHatch(painter, item);
    if (item.stroke.dashed)
        paintDashes(painter, item);
    else if (hatched)
        painter.strokePath(path, toPen(item.stroke));
}

void paintCircle(QPainter& painter, const theme::CircleItem& item) {
    painter.setPen(toPen(item.stroke));
    painter.setBrush(toBrush(item.fill));
    painter.drawEllipse(QPointF(item.centre.x, item.centre.y), item.radiusMm, item.radiusMm);
}

} // namespace

theme::TextExtent ScenePainter::measure(std::string_view text,
                                        const theme::TextStyle& style) const {
    return m_font.measure(text, style);
}

void ScenePainter::paint(const theme::Scene& scene, QPainter& painter) const {
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (const theme::Group& group : scene.groups) {
        painter.save();
        if (group.clipped) {
            const geometry::Box& frame = scene.mapFrameMm;
            painter.setClipRect(QRectF(frame.minX, frame.minY, frame.width(), frame.height()));
        }
        for (const theme::Item& item : group.items) {
            if (const auto* path = std::get_if<theme::PathItem>(&item))
                paintPath(painter, *path);
            else if (const auto* circle = std::get_if<theme::CircleItem>(&item))
                paintCircle(painter, *circle);
            else
                m_font.paint(painter, std::get<theme::TextItem>(item));
        }
        painter.restore();
    }
}

} // namespace terroir::thematic
