#pragma once

#include "core/workspace/table_import.hpp"

#include <QString>

#include <map>
#include <string>

class QgsProcessingFeedback;
class QgsVectorLayer;

namespace terroir::qgis {

/// "subject=Cây trồng; place=Xã": field, then column. UsageError for a part that is no pair.
std::map<std::string, std::string> parseColumns(const QString& text);

/// Warns where QGIS itself took cells of a text file for numbers: "1.947" is 1.947 then, where
/// terroir would read 1947. Null is no layer.
void sayHowNumbersWereRead(const QgsVectorLayer* layer, QgsProcessingFeedback& feedback);

/// Says in the log what became of the rows: the numbers, and the first ones that were refused or
/// are doubtful.
void report(const records::ImportReport& report, QgsProcessingFeedback& feedback);

} // namespace terroir::qgis
