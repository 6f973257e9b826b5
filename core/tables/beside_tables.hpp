#pragma once

#include "core/tables/column_guess.hpp"
#include "core/tables/found_table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace terroir::tables {

/// The one kind of records that a table's sheet or titles say it lists, of those that stand in
/// registers side by side: "Danh sách cơ sở đóng gói" is "packing_house". Empty without one.
std::string listedKind(const FoundTable& table);

/// Whether a table says what the columns of another one mean, as exports of databases do: its first
/// column lists their names.
bool describesFields(const FoundTable& table, const std::vector<FoundTable>& others);

/// Whether a table of units calls itself a summary and names nobody: "TỔNG HỢP THEO HUYỆN".
bool callsItselfSummary(const FoundTable& table, const ColumnGuess& guess);

/// Whether a layer is of other things than crops and animals, as posts, offices and roads on the
/// same map are: neither a column nor its name says one, and it has no numbers.
bool isOfOtherThings(const FoundTable& table, const ColumnGuess& guess);
/// Whether a guess has a column of communes or places.
bool hasCommunes(const ColumnGuess& guess);

/// The sums of the columns of areas, outputs and counts.
struct MeasureSum {
    std::string measure;
    double sum = 0;
};
std::vector<MeasureSum> measureSums(const FoundTable& table, const ColumnGuess& guess);

/// Whether every sum is one of the others' or all of the others' of its measure together.
bool repeatsSums(const std::vector<MeasureSum>& sums,
                 const std::vector<std::vector<MeasureSum>>& others);

} // namespace terroir::tables
