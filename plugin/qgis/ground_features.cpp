#include "plugin/qgis/ground_features.hpp"

#include "core/base/error.hpp"
#include "core/geometry/shape.hpp"
#include "plugin/qgis/speech.hpp"

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsvectorlayer.h>

namespace terroir::qgis {

namespace {

geometry::Polyline cornersOf(const QgsPolylineXY& line) {
    geometry::Polyline corners;
    for (const QgsPointXY& point : line)
        corners.push_back({point.x(), point.y()});
    return corners;
}

geometry::Polygon polygonOf(const QgsPolygonXY& rings) {
    geometry::Polygon polygon;
    for (int i = 0; i < rings.size(); ++i)
        if (i == 0)
            polygon.outer = cornersOf(rings[i]);
        else
            polygon.holes.push_back(cornersOf(rings[i]));
    return polygon;
}

} // namespace

QgsGeometry geometryOf(const geometry::MultiPolygon& shape) {
    if (shape.empty())
        return {};
    const std::string wkb = geometry::toWkb(shape);
    QgsGeometry geometry;
    geometry.fromWkb(QByteArray(wkb.data(), int(wkb.size())));
    return geometry;
}

QgsGeometry geometryOf(const geometry::Ground& ground) {
    if (!ground.polygons.empty())
        return geometryOf(ground.polygons);
    if (!ground.lines.empty()) {
        QgsMultiPolylineXY lines;
        for (const geometry::Polyline& corners : ground.lines) {
            QgsPolylineXY line;
            for (const geometry::Point& corner : corners)
                line.append({corner.x, corner.y});
            lines.append(line);
        }
        return QgsGeometry::fromMultiPolylineXY(lines);
    }
    if (ground.points.empty())
        return {};
    QgsMultiPointXY points;
    for (const geometry::Point& point : ground.points)
        points.append({point.x, point.y});
    return QgsGeometry::fromMultiPointXY(points);
}

compat::Wkb wkbTypeOf(compat::GeometryKind kind) {
    return kind == compat::polygonKind ? compat::multiPolygon
           : kind == compat::lineKind  ? compat::multiLineString
                                       : compat::multiPoint;
}

compat::GeometryKind kindOf(const geometry::Ground& ground) {
    return !ground.polygons.empty() ? compat::polygonKind
           : !ground.lines.empty()  ? compat::lineKind
                                    : compat::pointKind;
}

geometry::Ground groundOf(const QgsGeometry& given) {
    geometry::Ground ground;
    QgsGeometry geometry = given;
    geometry.convertToStraightSegment();
    if (geometry.isEmpty() || !geometry.convertToMultiType())
        return ground;
    if (geometry.type() == compat::polygonKind) {
        for (const QgsPolygonXY& polygon : geometry.asMultiPolygon())
            if (!polygon.isEmpty())
                ground.polygons.push_back(polygonOf(polygon));
    } else if (geometry.type() == compat::lineKind) {
        for (const QgsPolylineXY& line : geometry.asMultiPolyline())
            ground.lines.push_back(cornersOf(line));
    } else if (geometry.type() == compat::pointKind) {
        for (const QgsPointXY& point : geometry.asMultiPoint())
            ground.points.push_back({point.x(), point.y()});
    }
    return ground;
}

geometry::Ground selectedGround(const QgsVectorLayer& layer,
                                const QgsCoordinateTransformContext& context) {
    const QgsCoordinateTransform toLonLat(
        layer.crs(), QgsCoordinateReferenceSystem(QStringLiteral("EPSG:4326")), context);
    geometry::Ground ground;
    for (const QgsFeature& feature : layer.selectedFeatures()) {
        QgsGeometry geometry = feature.geometry();
        geometry.convertToStraightSegment();
        try {
            geometry.transform(toLonLat);
        } catch (const QgsCsException&) {
            throw Error(spoken(said("Không đổi được tọa độ của lớp \"%1\" (%2) sang WGS 84; hãy "
                                    "kiểm tra hệ tọa độ của lớp.",
                                    "The coordinates of the layer \"%1\" (%2) cannot be brought to "
                                    "WGS 84; check the layer's coordinate system.")
                                   .arg(layer.name(), layer.crs().authid())));
        }
        geometry::Ground one = groundOf(geometry);
        ground.points.insert(ground.points.end(), one.points.begin(), one.points.end());
        std::move(one.lines.begin(), one.lines.end(), std::back_inserter(ground.lines));
        std::move(one.polygons.begin(), one.polygons.end(), std::back_inserter(ground.polygons));
    }
    return ground;
}

} // namespace terroir::qgis
