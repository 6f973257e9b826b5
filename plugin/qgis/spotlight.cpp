#include "plugin/qgis/spotlight.hpp"

#include "plugin/qgis/canvas_coordinates.hpp"
#include "plugin/qgis/compat.hpp"

#include <qgisinterface.h>
#include <qgsmapcanvas.h>
#include <qgsproject.h>
#include <qgsrubberband.h>

namespace terroir::qgis {

namespace {

const QColor outlineColour(0xc5, 0x1b, 0x7d);

QgsCoordinateReferenceSystem lonLat() {
    return QgsCoordinateReferenceSystem(QStringLiteral("EPSG:4326"));
}

/// Around a unit of which only a point is known, degrees.
constexpr double aroundPoint = 0.05;

} // namespace

void zoomTo(QgisInterface& qgis, const QList<QgsGeometry>& geometries) {
    QgsMapCanvas* canvas = qgis.mapCanvas();
    QgsRectangle extent;
    extent.setMinimal();
    for (const QgsGeometry& geometry : geometries)
        if (!geometry.isNull())
            extent.combineExtentWith(geometry.boundingBox());
    if (extent.isNull() || !extent.isFinite())
        return;
    if (extent.width() < aroundPoint / 10)
        extent.grow(aroundPoint);
    if (!canvas->isVisible() && QgsProject::instance()->mapLayers().isEmpty())
        qgis.newProject();
    showBox(*canvas, extent);
}

Spotlight::Spotlight(Desk& desk, UnitLookup& ground)
    : QObject(&desk), m_desk(desk), m_ground(ground) {
    connect(&desk, &Desk::libraryChanged, this, &Spotlight::clear);
}

Spotlight::~Spotlight() = default;

void Spotlight::clear() {
    ++m_asked;
    m_outlines.clear();
}

void Spotlight::show(const std::vector<std::string>& uids, Zoom zoom) {
    clear();
    if (uids.empty())
        return;
    m_ground.shapes(uids,
                    [this, zoom, asked = m_asked](const std::vector<UnitLookup::Shape>& shapes) {
                        if (asked != m_asked)
                            return;
                        outline(shapes);
                        if (zoom == Zoom::No)
                            return;
                        QList<QgsGeometry> geometries;
                        for (const UnitLookup::Shape& shape : shapes)
                            geometries.append(shape.geometry);
                        zoomTo(m_desk.qgis(), geometries);
                        m_desk.qgis().mapCanvas()->flashGeometries(geometries, lonLat());
                    });
}

void Spotlight::outline(const std::vector<UnitLookup::Shape>& shapes) {
    for (const UnitLookup::Shape& shape : shapes) {
        if (shape.geometry.isNull())
            continue;
        auto band =
            std::make_unique<QgsRubberBand>(m_desk.qgis().mapCanvas(), shape.geometry.type());
        band->setToGeometry(shape.geometry, lonLat());
        band->setStrokeColor(outlineColour);
        band->setSecondaryStrokeColor(Qt::white);
        band->setFillColor(Qt::transparent);
        band->setWidth(2);
        band->setLineStyle(shape.approximate ? Qt::DashLine : Qt::SolidLine);
        if (shape.geometry.type() == compat::pointKind)
            band->setIcon(QgsRubberBand::ICON_CIRCLE);
        m_outlines.push_back(std::move(band));
    }
}

} // namespace terroir::qgis
