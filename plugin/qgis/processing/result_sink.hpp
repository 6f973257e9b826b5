#pragma once

#include "core/session/result_table.hpp"
#include "plugin/qgis/compat.hpp"

#include <qgscoordinatereferencesystem.h>
#include <qgsfeaturesink.h>
#include <qgsfields.h>
#include <qgsprocessingalgorithm.h>

#include <memory>

namespace terroir::qgis {

/// Where an algorithm writes features to; nowhere, when an optional output is not asked for.
class ResultSink {
public:
    ResultSink() = default;
    ResultSink(std::unique_ptr<QgsFeatureSink> sink, QString destination)
        : m_sink(std::move(sink)), m_destination(std::move(destination)) {}

    explicit operator bool() const { return m_sink != nullptr; }
    /// Error when the feature cannot be stored.
    void add(QgsFeature& feature);
    /// What the algorithm gives as the output.
    const QString& destination() const { return m_destination; }

private:
    std::unique_ptr<QgsFeatureSink> m_sink;
    QString m_destination;
};

/// The fields of a table, typed by what its columns hold.
QgsFields fieldsOf(const session::ResultTable& table);
void write(const session::ResultTable& table, const QgsFields& fields, ResultSink& sink);
QVariant variantOf(const session::Value& value);

inline QgsCoordinateReferenceSystem lonLat() {
    return QgsCoordinateReferenceSystem(QStringLiteral("EPSG:4326"));
}

} // namespace terroir::qgis
