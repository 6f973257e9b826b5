#include "core/tables/measure_columns.hpp"

#include "core/base/strings.hpp"
#include "core/records/land_units.hpp"
#include "core/tables/asked_columns.hpp"
#include "core/tables/column_words.hpp"

#include <algorithm>

namespace terroir::tables {

namespace {

/// "SL", "SL 2022", "SL lúa" of rice, without a unit.
bool mayBeOutput(const OpenGuess& open, std::size_t column, const std::string& subject) {
    const auto& path = open.table.columns[column].path;
    if (open.kind == "livestock" || open.chosen.contains(column) || !unitInHeader(path).empty())
        return false;
    for (const std::string& line : path) {
        const std::string words = headerWords(splitYear(line).first);
        if (words == "sl" || (!subject.empty() && words == "sl " + headerWords(subject)))
            return true;
    }
    return false;
}

} // namespace

void takeMeasures(OpenGuess& open) {
    for (std::size_t i = 0; i < open.table.columns.size(); ++i) {
        if (open.taken[i] || open.values[i].filled == 0 || open.values[i].numbers < 0.5 ||
            isAskedBesideDone(open, i))
            continue;
        const std::string unit = unitInHeader(open.table.columns[i].path);
        const std::string words = headerWords(unit);
        const std::string_view field = records::isAreaUnit(unit)                      ? "area"
                                       : isMassUnit(unit)                             ? "output"
                                       : isAnyOf(words, {"ta ha", "tan ha", "kg ha"}) ? "yield"
                                       : isAnyOf(words, {"con", "long", "be"})        ? "count"
                                                                                      : "";
        if (!field.empty() && !open.has(field))
            open.take(i, field, {"theo đơn vị", "by its unit"});
    }
}

void mendMeasures(OpenGuess& open) {
    for (GuessedColumn& column : open.result.columns) {
        if (column.field != "value" && column.field != "count")
            continue;
        const std::string& unit = column.unit;
        if (unit.empty())
            continue;
        const std::string_view better = records::isAreaUnit(unit) ? "area"
                                        : isMassUnit(unit)        ? "output"
                                                                  : "count";
        if (better != column.field && !open.has(better))
            column.field = better;
    }
}

void nameOutputs(OpenGuess& open) {
    for (WideColumn& wide : open.result.wide) {
        const bool hasArea = std::any_of(
            open.result.wide.begin(), open.result.wide.end(), [&](const WideColumn& one) {
                return one.measure == "area" && one.subject == wide.subject &&
                       one.period == wide.period && one.place == wide.place &&
                       !mayBeOutput(open, one.column, one.subject);
            });
        if (hasArea && mayBeOutput(open, wide.column, wide.subject)) {
            wide.measure = "output";
            wide.unit = open.titleUnitFor(wide.measure);
        } else if (isAnyOf(wide.measure, {"count", "value"}) &&
                   (isMassUnit(wide.unit) || records::isAreaUnit(wide.unit))) {
            wide.measure = open.measureOf(wide.unit);
        }
    }
    for (GuessedColumn& column : open.result.columns)
        if (isAnyOf(column.field, {"count", "value"}) && open.has("area") && !open.has("output") &&
            mayBeOutput(open, column.column, {})) {
            column.field = "output";
            column.unit = open.titleUnitFor(column.field);
            column.reason = {"bên cạnh diện tích", "beside an area"};
        }
}

} // namespace terroir::tables
