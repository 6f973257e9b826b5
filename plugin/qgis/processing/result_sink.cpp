#include "plugin/qgis/processing/result_sink.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "plugin/qgis/features.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

#include <algorithm>

namespace terroir::qgis {

void ResultSink::add(QgsFeature& feature) {
    if (m_sink == nullptr || m_sink->addFeature(feature, QgsFeatureSink::FastInsert))
        return;
    throw Error(localText("Không ghi được vào '{}': {}", "'{}' could not be written: {}",
                          fromQt(m_destination), fromQt(m_sink->lastError())));
}

namespace {

template <typename T>
bool hasOnly(const Table& table, std::size_t column) {
    bool any = false;
    for (const std::vector<Value>& row : table.rows) {
        const Value& value = row[column];
        if (std::holds_alternative<std::monostate>(value))
            continue;
        if (!std::holds_alternative<T>(value))
            return false;
        any = true;
    }
    return any;
}

QgsField fieldOf(const Table& table, std::size_t column, const QStringList& numbers) {
    const QString name = toQt(table.columns[column].name);
    if (numbers.contains(name))
        return compat::realField(name);
    if (hasOnly<std::int64_t>(table, column))
        return compat::wholeField(name);
    return hasOnly<double>(table, column) ? compat::realField(name) : compat::textField(name);
}

} // namespace

QgsFields fieldsOf(const Table& table, const QStringList& numbers) {
    QgsFields fields;
    for (std::size_t column = 0; column < table.columns.size(); ++column)
        fields.append(fieldOf(table, column, numbers));
    return fields;
}

void write(const Table& table, const QgsFields& fields, ResultSink& sink) {
    if (!sink)
        return;
    for (const std::vector<Value>& row : table.rows) {
        QgsFeature feature(fields);
        for (std::size_t column = 0; column < row.size(); ++column)
            feature.setAttribute(int(column), variantOf(row[column]));
        sink.add(feature);
    }
}

} // namespace terroir::qgis
