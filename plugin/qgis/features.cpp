#include "plugin/qgis/features.hpp"

#include "plugin/qgis/text.hpp"

#include <QDomDocument>
#include <qgsmemoryproviderutils.h>
#include <qgsvectordataprovider.h>

namespace terroir::qgis {

using geometry::GeometryType;

QVariant variantOf(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value))
        return toQt(*text);
    if (const auto* number = std::get_if<double>(&value))
        return *number;
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return qlonglong(*whole);
    if (const auto* isTrue = std::get_if<bool>(&value))
        return *isTrue;
    return {};
}

compat::Wkb wkbTypeOf(const geometry::LayerTable& table) {
    switch (table.geometry) {
    case GeometryType::OnePoint:
        return compat::point;
    case GeometryType::SeveralPoints:
        return compat::multiPoint;
    case GeometryType::SeveralLines:
        return compat::multiLineString;
    case GeometryType::Line: // of exported files only
    case GeometryType::Any:
        break;
    case GeometryType::Polygons:
        return compat::multiPolygon;
    case GeometryType::None:
        break;
    }
    return compat::noGeometry;
}

QgsFields fieldsOf(const geometry::LayerTable& table) {
    QgsFields fields;
    for (const Column& column : table.columns) {
        const QString name = toQt(column.name);
        QgsField field =
            column.type == ColumnType::Real ? compat::realField(name) : compat::textField(name);
        field.setAlias(toQt(column.alias));
        fields.append(field);
    }
    return fields;
}

namespace {

QgsGeometry geometryOfRow(const geometry::LayerTable& table, const geometry::LayerRow& row) {
    if (table.geometry == GeometryType::Polygons)
        return geometryOf(row.polygons);
    if (table.geometry == GeometryType::SeveralLines)
        return geometryOf(geometry::Ground{{}, row.lines, {}});
    if (table.geometry == GeometryType::None || row.points.empty())
        return {};
    if (table.geometry == GeometryType::OnePoint)
        return QgsGeometry::fromPointXY(QgsPointXY(row.points.front().x, row.points.front().y));
    QgsMultiPointXY points;
    for (const geometry::Point& point : row.points)
        points.append(QgsPointXY(point.x, point.y));
    return QgsGeometry::fromMultiPointXY(points);
}

} // namespace

QgsFeature featureOf(const geometry::LayerTable& table, const geometry::LayerRow& row,
                     const QgsFields& fields) {
    QgsFeature feature(fields);
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        feature.setAttribute(int(i), variantOf(row.cells[i]));
    feature.setGeometry(geometryOfRow(table, row));
    return feature;
}

std::unique_ptr<QgsVectorLayer> memoryLayer(const geometry::LayerTable& table) {
    const QgsFields fields = fieldsOf(table);
    std::unique_ptr<QgsVectorLayer> layer(QgsMemoryProviderUtils::createMemoryLayer(
        toQt(table.title), fields, wkbTypeOf(table),
        QgsCoordinateReferenceSystem(QStringLiteral("EPSG:4326"))));
    QgsFeatureList features;
    for (const geometry::LayerRow& row : table.rows)
        features.append(featureOf(table, row, fields));
    layer->dataProvider()->addFeatures(features);
    layer->updateExtents();
    for (int i = 0; i < fields.count(); ++i)
        layer->setFieldAlias(i, fields.at(i).alias());
    QgsLayerMetadata metadata = layer->metadata();
    metadata.setTitle(toQt(table.title));
    metadata.setAbstract(toQt(table.description));
    layer->setMetadata(metadata);
    if (!table.styles.empty())
        applyStyle(*layer, table.styles.front().qml);
    return layer;
}

bool applyStyle(QgsVectorLayer& layer, const std::string& qml) {
    QDomDocument document;
    QString problem;
    return document.setContent(toQt(qml)) && layer.importNamedStyle(document, problem);
}

} // namespace terroir::qgis
