#include "core/boundaries/ground.hpp"

namespace terroir::boundaries {

using gazetteer::Gazetteer;
using gazetteer::noUnit;
using gazetteer::Succession;
using gazetteer::UnitIndex;

namespace {

bool isWhole(const Succession& row) { return row.kind == "whole" || row.kind == "rename"; }

/// The one unit that took the whole of this one and nothing else; noUnit when there is none.
UnitIndex successorOfSameGround(const Gazetteer& gazetteer, UnitIndex unit) {
    const auto after = gazetteer.successors(unit);
    if (after.size() != 1 || !isWhole(*after[0]) || gazetteer.predecessors(after[0]->successor).size() != 1)
        return noUnit;
    return after[0]->successor;
}

} // namespace

std::vector<UnitIndex> wholePredecessors(const Gazetteer& gazetteer, UnitIndex unit) {
    std::vector<UnitIndex> out;
    for (const Succession* row : gazetteer.predecessors(unit)) {
        if (!isWhole(*row) || gazetteer.successors(row->predecessor).size() != 1)
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
    for (auto before = wholePredecessors(gazetteer, unit); before.size() == 1;
         before = wholePredecessors(gazetteer, before[0]))
        out.push_back(before[0]);
    return out;
}

} // namespace terroir::boundaries
