#include "core/map/gap_table.hpp"

#include "core/map/unit_fills.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace terroir::map {

Table gapTable(const figures::EvaluatedTheme& evaluated, const gazetteer::Gazetteer& gazetteer) {
    Table table{{"code", "type", "unit", "parent", "area_km2", "predecessors"}, {}};
    for (const gazetteer::UnitIndex index : unitsWithoutData(evaluated)) {
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
