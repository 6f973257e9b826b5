#include "core/sheets/layer_ground.hpp"

#include "core/base/local_text.hpp"
#include "core/geometry/ogr_shape.hpp"

#include <algorithm>
#include <cmath>

namespace terroir::sheets {

namespace {

void collectPoints(const OGRGeometry& shape, Ground& into) {
    const OGRwkbGeometryType type = wkbFlatten(shape.getGeometryType());
    if (shape.IsEmpty())
        return;
    if (type == wkbPoint) {
        into.points.push_back({shape.toPoint()->getX(), shape.toPoint()->getY()});
    } else if (type == wkbLineString) {
        const OGRLineString& line = *shape.toLineString();
        geometry::Polyline& corners = into.lines.emplace_back();
        for (int i = 0; i < line.getNumPoints(); ++i)
            corners.push_back({line.getX(i), line.getY(i)});
    } else if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection)) {
        for (const OGRGeometry* part : *shape.toGeometryCollection())
            collectPoints(*part, into);
    }
}

bool isOnEarth(const Ground& ground) {
    const auto isPlace = [](const geometry::Point& point) {
        return std::abs(point.x) <= 180 && std::abs(point.y) <= 90; // false for NaN
    };
    const auto isRing = [&](const geometry::Ring& ring) {
        return std::all_of(ring.begin(), ring.end(), isPlace);
    };
    return std::all_of(ground.points.begin(), ground.points.end(), isPlace) &&
           std::all_of(ground.lines.begin(), ground.lines.end(), isRing) &&
           std::all_of(ground.polygons.begin(), ground.polygons.end(),
                       [&](const geometry::Polygon& polygon) {
                           return isRing(polygon.outer) &&
                                  std::all_of(polygon.holes.begin(), polygon.holes.end(), isRing);
                       });
}

/// Degrees within Vietnam and its sea.
bool areDegreesOfVietnam(OGRLayer& layer) {
    OGREnvelope box;
    return layer.GetExtent(&box, TRUE) == OGRERR_NONE && box.MinX >= 101 && box.MaxX <= 118 &&
           box.MinY >= 6 && box.MaxY <= 24;
}

} // namespace

LayerGround::LayerGround(OGRLayer& layer) : m_layer(layer) {
    const OGRSpatialReference* const system = layer.GetSpatialRef();
    if (system == nullptr || system->IsLocal() || system->IsEmpty()) {
        m_system = areDegreesOfVietnam(layer) ? System::Degrees : System::Unknown;
        return;
    }
    OGRSpatialReference from(*system), wgs84;
    wgs84.importFromEPSG(4326);
    from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (from.IsSame(&wgs84))
        return;
    m_transform.reset(OGRCreateCoordinateTransformation(&from, &wgs84));
    if (!m_transform)
        m_system = System::Unknown;
}

std::shared_ptr<const Ground> LayerGround::of(OGRFeature& feature) {
    std::unique_ptr<OGRGeometry> shape(feature.StealGeometry());
    if (!shape || shape->IsEmpty() || m_system == System::Unknown)
        return nullptr;
    if (shape->hasCurveGeometry())
        shape.reset(shape->getLinearGeometry());
    const auto ground = std::make_shared<Ground>();
    if (!m_transform || shape->transform(m_transform.get()) == OGRERR_NONE) {
        geometry::collectPolygons(*shape, ground->polygons);
        if (ground->polygons.empty())
            collectPoints(*shape, *ground);
        if (!ground->lines.empty()) // of several sorts the larger
            ground->points.clear();
    }
    if (ground->isEmpty() || !isOnEarth(*ground)) {
        ++m_nowhere;
        return nullptr;
    }
    return ground;
}

std::vector<LocalText> LayerGround::remarks() const {
    std::vector<LocalText> remarks;
    const char* const name = m_layer.GetName();
    if (m_system == System::Degrees)
        remarks.push_back(localText("lớp '{}' không ghi hệ tọa độ; các tọa độ là độ trong phạm vi "
                                    "Việt Nam nên được đọc theo WGS 84",
                                    "the layer '{}' does not say its coordinate system; its "
                                    "coordinates are degrees in Vietnam and are read as WGS 84",
                                    name));
    if (m_system == System::Unknown && m_layer.GetGeomType() != wkbNone)
        remarks.push_back(
            localText("không biết hệ tọa độ của lớp '{}', nên không dùng hình của nó; "
                      "hãy bổ sung hệ tọa độ (tệp .prj, hoặc đặt trong QGIS)",
                      "the coordinate system of the layer '{}' is not known, so its "
                      "shapes are not used; add it (a .prj file, or set it in QGIS)",
                      name));
    if (m_nowhere > 0)
        remarks.push_back(localText("lớp '{}': {} hình có tọa độ không phải là độ của WGS 84 nên "
                                    "không được dùng; hãy kiểm tra hệ tọa độ",
                                    "layer '{}': {} shapes have coordinates that are no degrees of "
                                    "WGS 84 and are not used; check the coordinate system",
                                    name, m_nowhere));
    return remarks;
}

} // namespace terroir::sheets
