#include "plugin/qgis/review_map.hpp"

#include "plugin/qgis/canvas_coordinates.hpp"
#include "plugin/qgis/spotlight.hpp"

#include <QPainter>
#include <qgisinterface.h>
#include <qgsmapcanvas.h>
#include <qgsmapmouseevent.h>

#include <array>

namespace terroir::qgis {

namespace {

constexpr double markRadius = 12; // pixels

/// Told apart by people who see few colours, too; the number says it again.
const std::array<QColor, 5>& candidateColours() {
    static const std::array<QColor, 5> colours = {
        QColor(0xd5, 0x5e, 0x00), QColor(0x00, 0x72, 0xb2), QColor(0x00, 0x9e, 0x73),
        QColor(0xcc, 0x79, 0xa7), QColor(0x4d, 0x4d, 0x4d)};
    return colours;
}

} // namespace

NumberMark::NumberMark(QgsMapCanvas* canvas, int number, const QColor& colour)
    : QgsMapCanvasItem(canvas), m_number(number), m_colour(colour) {
    setZValue(200); // above rubber bands
}

void NumberMark::setPoint(QgsPointXY mapPoint) {
    m_point = mapPoint;
    updatePosition();
}

void NumberMark::updatePosition() {
    setPos(toCanvasCoordinates(m_point));
}

bool NumberMark::isAt(const QPointF& pixel) const {
    const QPointF away = pixel - pos();
    return away.x() * away.x() + away.y() * away.y() <= markRadius * markRadius;
}

QRectF NumberMark::boundingRect() const {
    return {-markRadius - 2, -markRadius - 2, 2 * markRadius + 4, 2 * markRadius + 4};
}

void NumberMark::paint(QPainter* painter) {
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(Qt::white, 2));
    painter->setBrush(m_colour);
    painter->drawEllipse(QPointF(0, 0), markRadius, markRadius);
    QFont font = painter->font();
    font.setBold(true);
    font.setPixelSize(int(markRadius * 1.2));
    painter->setFont(font);
    painter->drawText(boundingRect(), Qt::AlignCenter, QString::number(m_number));
}

/// Asks the map what was clicked.
class ReviewMap::Tool final : public QgsMapTool {
public:
    explicit Tool(QgsMapCanvas* canvas, ReviewMap& map) : QgsMapTool(canvas), m_map(map) {
        setCursor(Qt::PointingHandCursor);
    }
    void canvasReleaseEvent(QgsMapMouseEvent* event) override {
        if (const int number = m_map.numberAt(event->pos(), event->mapPoint()); number > 0)
            emit m_map.chosen(number);
    }

private:
    ReviewMap& m_map;
};

ReviewMap::ReviewMap(Desk& desk, UnitLookup& ground) : m_desk(desk), m_ground(ground) {}

ReviewMap::~ReviewMap() {
    clear();
}

void ReviewMap::show(const std::vector<std::string>& uids) {
    ++m_asked;
    m_candidates.clear();
    m_ground.shapes(uids, [this, asked = m_asked](const std::vector<UnitLookup::Shape>& shapes) {
        if (asked == m_asked)
            draw(shapes);
    });
}

void ReviewMap::clear() {
    ++m_asked;
    m_candidates.clear();
    if (m_tool == nullptr)
        return;
    QgsMapCanvas* canvas = m_desk.qgis().mapCanvas();
    const bool isOurs = canvas->mapTool() == m_tool.get();
    if (isOurs)
        canvas->unsetMapTool(m_tool.get());
    if (isOurs && !m_toolBefore.isNull())
        canvas->setMapTool(m_toolBefore);
    m_tool.reset();
}

void ReviewMap::draw(const std::vector<UnitLookup::Shape>& shapes) {
    QgsMapCanvas* canvas = m_desk.qgis().mapCanvas();
    QList<QgsGeometry> geometries;
    for (const UnitLookup::Shape& shape : shapes)
        if (!shape.geometry.isNull())
            geometries.append(shape.geometry);
    zoomTo(m_desk.qgis(), geometries);
    // Only now: a new project comes with QGIS's own tool.
    if (m_tool == nullptr) {
        m_toolBefore = canvas->mapTool();
        m_tool = std::make_unique<Tool>(canvas, *this);
    }
    canvas->setMapTool(m_tool.get());
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const UnitLookup::Shape& shape = shapes[i];
        if (shape.geometry.isNull())
            continue;
        const QColor colour = candidateColours()[i % candidateColours().size()];
        Candidate candidate{int(i) + 1, shape.geometry, {}, {}};
        candidate.outline = std::make_unique<QgsRubberBand>(canvas, shape.geometry.type());
        candidate.outline->setToGeometry(shape.geometry,
                                         QgsCoordinateReferenceSystem(QStringLiteral("EPSG:4326")));
        candidate.outline->setStrokeColor(colour);
        candidate.outline->setFillColor(QColor(colour.red(), colour.green(), colour.blue(), 60));
        candidate.outline->setWidth(2);
        candidate.outline->setLineStyle(shape.approximate ? Qt::DashLine : Qt::SolidLine);
        if (const auto inside = toMap(*canvas, shape.geometry.pointOnSurface().asPoint())) {
            candidate.mark = std::make_unique<NumberMark>(canvas, candidate.number, colour);
            candidate.mark->setPoint(*inside);
        }
        m_candidates.push_back(std::move(candidate));
    }
}

int ReviewMap::numberAt(const QPointF& pixel, QgsPointXY mapPoint) const {
    for (const Candidate& candidate : m_candidates)
        if (candidate.mark != nullptr && candidate.mark->isAt(pixel))
            return candidate.number;
    const std::optional<QgsPointXY> point = toLonLat(*m_desk.qgis().mapCanvas(), mapPoint);
    if (!point)
        return 0;
    const QgsGeometry clicked = QgsGeometry::fromPointXY(*point);
    for (const Candidate& candidate : m_candidates)
        if (candidate.geometry.contains(clicked))
            return candidate.number;
    return 0;
}

} // namespace terroir::qgis
