#pragma once

#include "core/base/table.hpp"
#include "core/figures/evaluated_theme.hpp"
#include "core/gazetteer/gazetteer.hpp"
#include "core/records/selection.hpp"

#include <span>
#include <string>
#include <vector>

namespace terroir::figures {

/// The figures of some units together.
struct UnitsSum {
    double value = 0;
    bool lowerBound = false, approximate = false;
    std::size_t units = 0;  ///< that have a figure of their own
    std::size_t shared = 0; ///< values of several of the units together, each added once
    /// Values that these units have together with others, or with what is not known: not added.
    std::size_t leftOut = 0;

    bool hasFigure() const { return units + shared > 0; }
};

/// What `figures` say of the units of their level: each statement once, also where several of the
/// units share it; distinct subjects once over all the units. A value that may lie outside of them
/// is not in it. Linear in the figures.
UnitsSum sumOver(const Figures& figures, records::Measure measure, gazetteer::Level level,
                 std::span<const gazetteer::UnitIndex> units, const gazetteer::Gazetteer& gazetteer,
                 Date asOf);

/// A line for each series that has a figure there: "Diện tích: ≥ 12 ha (2 số liệu chung với nơi
/// khác không cộng)". Of no figure at all one line that says so.
std::vector<std::string> sumLines(const EvaluatedTheme& evaluated,
                                  std::span<const gazetteer::UnitIndex> units,
                                  const gazetteer::Gazetteer& gazetteer);

/// "3 xã", with its kind of unit.
std::string selectedCount(const EvaluatedTheme& evaluated, std::size_t units,
                          const gazetteer::Gazetteer& gazetteer);

/// figureTable() of some of the units, with their sums as the last row.
Table unitsTable(const EvaluatedTheme& evaluated, std::span<const gazetteer::UnitIndex> units,
                 const gazetteer::Gazetteer& gazetteer, const records::CompactRecords& records,
                 std::span<const records::Source> sources);

} // namespace terroir::figures
