#include "core/gazetteer/succession.hpp"

#include <algorithm>

namespace terroir::gazetteer {

namespace {

bool isWhole(const Succession& row) {
    return row.kind == "whole" || row.kind == "rename";
}

/// The rows between units of one level where there are any: a district of 2025 also has rows to the
/// communes on its ground, which are no part of their coming about from communes.
std::vector<const Succession*> ofOneLevel(const Gazetteer& gazetteer,
                                          std::vector<const Succession*> rows) {
    const auto crosses = [&](const Succession* row) {
        return gazetteer.unit(row->predecessor).level != gazetteer.unit(row->successor).level;
    };
    if (!std::all_of(rows.begin(), rows.end(), crosses))
        std::erase_if(rows, crosses);
    return rows;
}

std::vector<const Succession*> after(const Gazetteer& gazetteer, UnitIndex unit) {
    return ofOneLevel(gazetteer, gazetteer.successors(unit));
}

std::vector<const Succession*> before(const Gazetteer& gazetteer, UnitIndex unit) {
    return ofOneLevel(gazetteer, gazetteer.predecessors(unit));
}

/// The one unit that took the whole of this one and nothing else; noUnit when there is none.
UnitIndex successorOfSameGround(const Gazetteer& gazetteer, UnitIndex unit) {
    const auto rows = after(gazetteer, unit);
    if (rows.size() != 1 || !isWhole(*rows[0]) || before(gazetteer, rows[0]->successor).size() != 1)
        return noUnit;
    return rows[0]->successor;
}

} // namespace

std::vector<UnitIndex> wholePredecessors(const Gazetteer& gazetteer, UnitIndex unit) {
    std::vector<UnitIndex> out;
    for (const Succession* row : before(gazetteer, unit)) {
        if (!isWhole(*row) || after(gazetteer, row->predecessor).size() != 1)
            return {};
        out.push_back(row->predecessor);
    }
    return out;
}

std::vector<UnitIndex> sameGround(const Gazetteer& gazetteer, UnitIndex unit) {
    std::vector<UnitIndex> out{unit};
    for (UnitIndex next = successorOfSameGround(gazetteer, unit); next != noUnit;
         next = successorOfSameGround(gazetteer, next))
        out.push_back(next);
    for (auto earlier = wholePredecessors(gazetteer, unit); earlier.size() == 1;
         earlier = wholePredecessors(gazetteer, earlier[0]))
        out.push_back(earlier[0]);
    return out;
}

} // namespace terroir::gazetteer
