#include "core/map/gap_table.hpp"

#include "core/map/unit_fills.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace terroir::map {

namespace {

/// A figure without its rate, or that cannot be compared, is not shown and is known all the same.
bool isKnown(const figures::EvaluatedLayer& layer, gazetteer::UnitIndex unit) {
    return layer.hasRates() &&
           std::any_of(layer.series.begin(), layer.series.end(),
                       [&](const figures::Figures& one) { return one.cells.contains(unit); });
}

} // namespace

Table gapTable(const figures::EvaluatedTheme& evaluated, const gazetteer::Gazetteer& gazetteer) {
    Table table{{"code", "type", "unit", "parent", "area_km2", "predecessors"}, {}};
    for (const gazetteer::UnitIndex index : unitsWithoutData(evaluated)) {
        if (std::any_of(evaluated.layers.begin(), evaluated.layers.end(),
                        [&](const auto& layer) { return isKnown(layer, index); }))
            continue;
        const gazetteer::Unit& unit = gazetteer.unit(index);
        const gazetteer::UnitIndex parent = gazetteer.parentAt(index, evaluated.asOf);
        std::vector<std::string> before;
        for (const gazetteer::Succession* event : gazetteer.predecessors(index))
            if (gazetteer.unit(event->predecessor).level == unit.level)
                before.push_back(gazetteer.unit(event->predecessor).fullName());
        table.rows.push_back(
            {unit.code, unit.type, unit.name,
             parent == gazetteer::noUnit ? Value() : Value(gazetteer.unit(parent).fullName()),
             valueOf(unit.areaKm2), textOrNone(fmt::format("{}", fmt::join(before, "; ")))});
    }
    return table;
}

} // namespace terroir::map
