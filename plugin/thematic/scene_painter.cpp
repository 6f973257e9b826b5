#include "plugin/thematic/scene_painter.hpp"

#include "plugin/thematic/colour.hpp"
#include "plugin/thematic/hatch_lines.hpp"

#include <QByteArray>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <QPolygonF>
#include <QSvgRenderer>

#include <algorithm>

namespace terroir::thematic {

namespace {

constexpr double hatchSpacingMm = 1.1;
constexpr double hatchWidthMm = 0.16;
constexpr double dashMm = 1.8;
constexpr double dashGapMm = 1.0;
constexpr int longestPiece = 64; // points of a line
constexpr double dotSpacingMm = 1.3;
constexpr double dotRadiusMm = 0.2;

QPen toPen(const map::Stroke& stroke) {
    if (stroke.widthMm <= 0 || stroke.colour.a == 0)
        return Qt::NoPen;
    // Mitred joins cost a point each; round ones, on a boundary of ten thousand points, most of the
    // painting.
    QPen pen(toQColor(stroke.colour), stroke.widthMm, Qt::SolidLine,
             stroke.dashed ? Qt::FlatCap : Qt::RoundCap, Qt::MiterJoin);
    pen.setMiterLimit(1.5);
    return pen;
}

QBrush toBrush(const map::Fill& fill) {
    return fill.colour.a == 0 ? QBrush(Qt::NoBrush) : QBrush(toQColor(fill.colour));
}

QPainterPath toPath(const map::PathItem& item) {
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (const auto& ring : item.rings) {
        if (ring.empty())
            continue;
        path.moveTo(ring.front().x, ring.front().y);
        for (std::size_t i = 1; i < ring.size(); ++i)
            path.lineTo(ring[i].x, ring[i].y);
        path.closeSubpath();
    }
    return path;
}

void paintHatch(QPainter& painter, const map::PathItem& item) {
    const QColor colour = toQColor(item.fill.hatchColour);
    if (item.fill.hatch == map::Hatch::Dots) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        for (const QPointF& dot : hatchDots(item.rings, dotSpacingMm))
            painter.drawEllipse(dot, dotRadiusMm, dotRadiusMm);
        return;
    }
    std::vector<QLineF> lines = hatchLines(item.rings, Direction::Rising, hatchSpacingMm);
    if (item.fill.hatch == map::Hatch::CrossDiagonal) {
        const auto falling = hatchLines(item.rings, Direction::Falling, hatchSpacingMm);
        lines.insert(lines.end(), falling.begin(), falling.end());
    }
    painter.setPen(QPen(colour, hatchWidthMm, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(lines.data(), static_cast<int>(lines.size()));
}

void paintDashes(QPainter& painter, const map::PathItem& item) {
    painter.setPen(toPen(item.stroke));
    for (const auto& ring : item.rings) {
        const std::vector<QLineF> dashes = dashesAlong(ring, dashMm, dashGapMm);
        painter.drawLines(dashes.data(), static_cast<int>(dashes.size()));
    }
}

/// A long line in pieces that overlap by a point: the time that Qt's rasteriser takes for a stroke
/// grows faster than its length.
void paintLine(QPainter& painter, const map::PathItem& item) {
    painter.setPen(toPen(item.stroke));
    painter.setBrush(Qt::NoBrush);
    for (const auto& ring : item.rings) {
        QPolygonF line;
        line.reserve(static_cast<qsizetype>(ring.size()));
        for (const geometry::Point& point : ring)
            line.append(QPointF(point.x, point.y));
        const int points = static_cast<int>(line.size());
        if (points <= longestPiece) {
            item.open ? painter.drawPolyline(line) : painter.drawPolygon(line);
            continue;
        }
        for (int from = 0; from + 1 < points; from += longestPiece - 1)
            painter.drawPolyline(line.constData() + from, std::min(longestPiece, points - from));
    }
}

void paintPath(QPainter& painter, const map::PathItem& item) {
    if (!item.open && item.fill.colour.a > 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(toBrush(item.fill));
        painter.drawPath(toPath(item));
    }
    if (!item.open && item.fill.hatch != map::Hatch::None)
        paintHatch(painter, item);
    if (item.stroke.widthMm <= 0 || item.stroke.colour.a == 0)
        return;
    if (item.stroke.dashed)
        paintDashes(painter, item);
    else
        paintLine(painter, item);
}

void paintCircle(QPainter& painter, const map::CircleItem& item) {
    painter.setPen(toPen(item.stroke));
    painter.setBrush(toBrush(item.fill));
    painter.drawEllipse(QPointF(item.centre.x, item.centre.y), item.radiusMm, item.radiusMm);
}

void paintPicture(QPainter& painter, const map::Picture& picture) {
    const auto bytes = QByteArray::fromStdString(*picture.bytes);
    const QRectF box(picture.mm.minX, picture.mm.minY, picture.mm.width(), picture.mm.height());
    if (picture.isSvg) {
        QSvgRenderer(bytes).render(&painter, box);
        return;
    }
    // Letters of a logo are not for JPEG.
    painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::LosslessImageRendering);
    painter.drawImage(box, QImage::fromData(bytes, "PNG"));
}

} // namespace

map::TextExtent ScenePainter::measure(std::string_view text, const map::TextStyle& style) const {
    return m_font.measure(text, style);
}

std::vector<map::Item>::const_iterator
ScenePainter::paintTexts(QPainter& painter, std::vector<map::Item>::const_iterator begin,
                         std::vector<map::Item>::const_iterator end) const {
    end = std::find_if_not(begin, end, [](const map::Item& item) {
        return std::holds_alternative<map::TextItem>(item);
    });
    for (auto item = begin; item != end; ++item)
        m_font.paintHalo(painter, std::get<map::TextItem>(*item));
    for (auto item = begin; item != end; ++item)
        m_font.paintText(painter, std::get<map::TextItem>(*item));
    return end;
}

void ScenePainter::paint(const map::Scene& scene, QPainter& painter) const {
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (const map::Group& group : scene.groups) {
        painter.save();
        if (group.clip)
            painter.setClipRect(QRectF(group.clip->minX, group.clip->minY, group.clip->width(),
                                       group.clip->height()));
        for (const map::Picture& picture : group.pictures)
            paintPicture(painter, picture);
        for (auto item = group.items.begin(); item != group.items.end();) {
            if (const auto* path = std::get_if<map::PathItem>(&*item)) {
                paintPath(painter, *path);
                ++item;
            } else if (const auto* circle = std::get_if<map::CircleItem>(&*item)) {
                paintCircle(painter, *circle);
                ++item;
            } else {
                item = paintTexts(painter, item, group.items.end());
            }
        }
        painter.restore();
    }
    for (const map::Picture& picture : scene.pictures)
        paintPicture(painter, picture);
}

} // namespace terroir::thematic
