#pragma once

#include "plugin/qgis/record_layer_rows.hpp"

class QString;
class QgsVectorLayer;

namespace terroir::qgis {

/// Names, form and symbols of a layer of records: computed columns cannot be written in the form,
/// known values are offered, doubtful records stand out. A new feature gets `kind`, if there is
/// one.
void lookLikeRecords(QgsVectorLayer& layer, const std::vector<RecordColumn>& columns,
                     const QString& kind);

} // namespace terroir::qgis
