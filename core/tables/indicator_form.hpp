#pragma once

#include "core/base/language.hpp"
#include "core/sheets/sheet.hpp"
#include "core/tables/find_tables.hpp"

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace terroir::tables {

/// The header of the column in which plainIndicators() says what the values of a row measure, and
/// its cells: field, word.
inline constexpr std::string_view indicatorMeasureHeader = "Chỉ tiêu: số đo";
inline constexpr std::pair<std::string_view, std::string_view> indicatorMeasures[] = {
    {"area", "Diện tích"}, {"yield", "Năng suất"}, {"output", "Sản lượng"}};

/// A form of indicators as a table of plain rows.
struct PlainIndicators {
    sheets::Sheet sheet;
    std::vector<LocalText> remarks; ///< rows that are no records
    std::vector<LocalText> doubts;  ///< sums that their parts do not make, rows not understood
};

/// A sheet of which each row is an indicator, "Chỉ tiêu | ĐVT | Năm 2022 | Năm 2023" over "1. Cây
/// chè", "- Diện tích", "- Năng suất", with each row naming its thing, measure and unit in cells of
/// their own: the rows above it tell them where it does not. "Trong đó" is a part of the row above
/// it, rows that others add up to are sums. Rows keep their lines. New texts are kept in `texts`.
/// Nothing for sheets of other kinds and for kinds of records that are not about things.
std::optional<PlainIndicators> plainIndicators(const sheets::Sheet& sheet, std::string_view kind,
                                               const PlaceTest& isPlace,
                                               std::deque<std::string>& texts);

} // namespace terroir::tables
