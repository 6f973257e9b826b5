#include "plugin/qgis/processing/feature_table.hpp"

#include "plugin/qgis/compat.hpp"
#include "plugin/qgis/text.hpp"

#include <QDateTime>
#include <qgsfeatureiterator.h>
#include <qgsfeaturesource.h>
#include <qgsfeedback.h>

#include <memory>
#include <utility>
#include <vector>

namespace terroir::qgis {

std::string cellOf(const QVariant& value) {
    if (compat::isNull(value))
        return {};
    switch (value.userType()) {
    case QMetaType::QDate:
        return fromQt(value.toDate().toString(Qt::ISODate));
    case QMetaType::QDateTime:
        return fromQt(value.toDateTime().date().toString(Qt::ISODate));
    case QMetaType::Double:
    case QMetaType::Float:
        return fromQt(QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest));
    case QMetaType::QStringList:
        return fromQt(value.toStringList().join(QStringLiteral("; ")));
    default:
        return fromQt(value.toString().trimmed());
    }
}

TextTable tableOf(const QgsFeatureSource& source, const QString& name,
                  const QgsFeedback& feedback) {
    TextTable table;
    table.file = fromQt(name);
    const QgsFields fields = source.fields();
    for (const QgsField& field : fields)
        table.header.push_back(fromQt(field.name()));
    QgsFeature feature;
    QgsFeatureIterator features = source.getFeatures(compat::attributesOnly());
    while (!feedback.isCanceled() && features.nextFeature(feature)) {
        TextRow row;
        row.line = table.rows.size() + 2;
        for (int i = 0; i < fields.count(); ++i) {
            row.cells.push_back(cellOf(feature.attribute(i)));
            row.numbers.push_back(fields.at(i).isNumeric());
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

sheets::Workbook workbookOf(const QgsFeatureSource& source, const QString& name,
                            const QgsFeedback& feedback) {
    const auto table = std::make_shared<const TextTable>(tableOf(source, name, feedback));
    sheets::Sheet sheet;
    sheet.hasNames = true;
    const auto add = [&sheet](std::size_t line, const std::vector<std::string>& texts,
                              const std::vector<bool>& numbers) {
        sheets::Row row;
        row.line = line;
        for (std::size_t i = 0; i < texts.size(); ++i)
            row.cells.push_back({texts[i], i < numbers.size() && numbers[i]
                                               ? sheets::CellKind::Number
                                               : sheets::CellKind::Text});
        while (!row.cells.empty() && row.cells.back().isEmpty())
            row.cells.pop_back();
        if (!row.cells.empty())
            sheet.rows.push_back(std::move(row));
    };
    add(0, table->header, {});
    for (const TextRow& row : table->rows)
        add(row.line, row.cells, row.numbers);
    sheets::Workbook workbook;
    workbook.file = table->file;
    workbook.sheets.push_back(std::move(sheet));
    workbook.bytes = table;
    return workbook;
}

} // namespace terroir::qgis
