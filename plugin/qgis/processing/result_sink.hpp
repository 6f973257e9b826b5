#pragma once

#include "core/base/table.hpp"
#include "plugin/qgis/compat.hpp"

#include <QStringList>
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

/// The fields of a table: numbers for the columns named, which may hold nothing now, and for those
/// that hold nothing else; text for the others.
QgsFields fieldsOf(const Table& table, const QStringList& numbers = {});
void write(const Table& table, const QgsFields& fields, ResultSink& sink);

inline QgsCoordinateReferenceSystem lonLat() {
    return QgsCoordinateReferenceSystem(QStringLiteral("EPSG:4326"));
}

} // namespace terroir::qgis
