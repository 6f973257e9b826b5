#pragma once

#include "core/map/typesetter.hpp"

#include <optional>
#include <vector>

namespace terroir::map {

/// What of a map a line of its legend stands for.
struct LegendEntry {
    enum class Kind { Class, Category, Series };
    Kind kind = Kind::Class;
    std::size_t layer = 0; ///< of the evaluated theme
    std::size_t index = 0; ///< of its classes, categories or series
    bool operator==(const LegendEntry&) const = default;
};

/// One indivisible line of the legend; its items are relative to its upper left corner.
struct LegendRow {
    double heightMm = 0;
    std::vector<Item> items;
    bool keepWithNext = false; ///< stays in one column with the next row, where that is possible
    std::size_t entries = 0;   ///< how many it counts as in "… and n more"
    std::optional<LegendEntry> of = {};
};

/// Rows put into columns from left to right.
struct LegendFlow {
    std::vector<Item> items;
    double heightMm = 0; ///< of the tallest column
    std::size_t entriesLeftOut = 0;
    geometry::Point end; ///< where the next row would begin
};

/// Fills `columns` columns of the given width and height from `origin`. Rows that find no room are
/// left out, from the first one on that does not fit; `reserveMm` is kept free at the foot of the
/// last column when something is left out.
LegendFlow flowRows(const std::vector<LegendRow>& rows, geometry::Point origin, int columns,
                    double columnWidthMm, double columnGapMm, double heightMm, double reserveMm);

/// The least height at which all rows fit into the columns, rows that belong together in one.
double heightFor(const std::vector<LegendRow>& rows, int columns);

} // namespace terroir::map
