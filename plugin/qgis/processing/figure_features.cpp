#include "plugin/qgis/processing/figure_features.hpp"

#include "core/figures/reasons.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace terroir::qgis {

using gazetteer::noUnit;
using gazetteer::UnitIndex;

namespace {

std::string markOf(bool lowerBound, bool approximate) {
    return lowerBound ? "≥" : approximate ? "~" : "";
}

std::string together(const std::vector<std::string>& texts) {
    return fmt::format("{}", fmt::join(texts, "; "));
}

QVariant textOrNull(const std::string& text) {
    return text.empty() ? QVariant() : QVariant(toQt(text));
}

} // namespace

QgsFields FigureFeatures::fields() {
    QgsFields fields = unitFields();
    fields.append(compat::realField(QStringLiteral("value")));
    fields.append(compat::textField(QStringLiteral("unit")));
    fields.append(compat::textField(QStringLiteral("mark")));
    fields.append(compat::wholeField(QStringLiteral("records")));
    fields.append(compat::textField(QStringLiteral("subjects")));
    fields.append(compat::textField(QStringLiteral("sources")));
    return fields;
}

QgsFeature FigureFeatures::feature(UnitIndex unit, const UnitShapes& shapes,
                                   const QgsFields& fields) const {
    QgsFeature feature(fields);
    QgsAttributes attributes = unitAttributes(m_gazetteer, unit, m_asOf, shapes);
    const auto cell = m_figures.cells.find(unit);
    if (cell == m_figures.cells.end())
        attributes << QVariant() << QVariant() << QVariant() << 0 << QVariant() << QVariant();
    else
        attributes << cell->second.value << textOrNull(m_figures.unit)
                   << textOrNull(markOf(cell->second.lowerBound, cell->second.approximate))
                   << qlonglong(cell->second.records.size())
                   << textOrNull(together(cell->second.subjects))
                   << textOrNull(m_sources.of(cell->second.records));
    feature.setAttributes(attributes);
    feature.setGeometry(shapes.polygons({unit}));
    return feature;
}

Table FigureFeatures::notAttributed() const {
    Table table{{"holder_code", "holder", "places", "value", "unit", "mark", "reason",
                 "reason_text", "subjects", "sources"},
                {}};
    for (const figures::NotAttributed& left : m_figures.notAttributed) {
        std::vector<std::string> places;
        for (const UnitIndex place : left.places)
            places.push_back(m_gazetteer.unit(place).fullName());
        table.rows.push_back(
            {left.holder == noUnit ? Value() : m_gazetteer.unit(left.holder).code,
             fromQt(unitName(m_gazetteer, left.holder)), textOrNone(together(places)), left.value,
             textOrNone(m_figures.unit), textOrNone(markOf(left.lowerBound, false)),
             std::string(toString(left.reason)), inWords(left.reason).in(words().language()),
             textOrNone(together(left.subjects)), textOrNone(m_sources.of(left.records))});
    }
    return table;
}

double FigureFeatures::attributed() const {
    double sum = 0;
    for (const auto& [unit, cell] : m_figures.cells)
        sum += cell.value;
    return sum;
}

double FigureFeatures::notAttributedTotal() const {
    double sum = 0;
    for (const figures::NotAttributed& left : m_figures.notAttributed)
        sum += left.isInTotal() ? left.value : 0;
    return sum;
}

} // namespace terroir::qgis
