#pragma once

#include "core/base/csv.hpp"
#include "core/sheets/sheet.hpp"

#include <QString>
#include <QVariant>

#include <string>

class QgsFeatureSource;
class QgsFeedback;

namespace terroir::qgis {

/// An attribute as a cell of a table: NULL is an empty text, a day is YYYY-MM-DD, a number has a
/// decimal point.
std::string cellOf(const QVariant& value);

/// The attributes of a layer as a table for core: rows count from 2 as in a spreadsheet, after the
/// names of the fields; cells of numeric fields are marked as numbers. `name` is for messages.
TextTable tableOf(const QgsFeatureSource& source, const QString& name, const QgsFeedback& feedback);

/// The same as a workbook of one layer.
sheets::Workbook workbookOf(const QgsFeatureSource& source, const QString& name,
                            const QgsFeedback& feedback);

} // namespace terroir::qgis
