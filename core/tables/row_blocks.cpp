#include "core/tables/row_blocks.hpp"

#include "core/base/strings.hpp"
#include "core/records/quantity.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/row_words.hpp"
#include "core/tables/subtotals.hpp"

#include <algorithm>

namespace terroir::tables {

namespace {

/// Whether every row with a place has a number, and no other one: the numbers count the places,
/// and what stands below a place belongs to it.
bool isNumberedWith(const FoundTable& found, const ColumnGuess& guess, std::size_t at) {
    const GuessedColumn* ordinal = guess.find(ordinalColumn);
    if (ordinal == nullptr || found.isLayer || found.rows.empty())
        return false;
    const std::size_t number = found.columns[ordinal->column].at;
    const auto isTogether = [&](const FoundRow& row) {
        return cellOf(row, at).empty() == cellOf(row, number).empty();
    };
    return !cellOf(found.rows.front(), at).empty() &&
           std::any_of(found.rows.begin(), found.rows.end(),
                       [&](const FoundRow& row) { return cellOf(row, at).empty(); }) &&
           std::all_of(found.rows.begin(), found.rows.end(), isTogether);
}

} // namespace

std::set<std::size_t>
blockColumns(const FoundTable& found, const ColumnGuess& guess,
             const std::vector<std::pair<std::size_t, std::string>>& sources) {
    std::set<std::size_t> columns;
    if (guess.isForm) // an empty place means the larger unit
        return columns;
    for (const auto& [at, field] : sources) {
        if ((isAnyOf(field, {"commune", "place"}) && isNumberedWith(found, guess, at)) ||
            isSubtotalled(found, at))
            columns.insert(at);
        if (!isAnyOf(field, {"province", "district"}) || found.isLayer)
            continue;
        const auto filled =
            std::count_if(found.rows.begin(), found.rows.end(),
                          [&, at = at](const FoundRow& row) { return !cellOf(row, at).empty(); });
        if (!found.rows.empty() && !cellOf(found.rows.front(), at).empty() &&
            std::size_t(filled) * 10 <= found.rows.size() * 7)
            columns.insert(at);
    }
    return columns;
}

bool isNameAlone(const FoundTable& found, const FoundRow& row) {
    std::size_t filled = 0;
    for (const FoundColumn& column : found.columns)
        filled += records::isBlankCell(cellOf(row, column.at)) ? 0 : 1;
    return filled <= 1 && (found.columns.size() > 1 || found.isOneOfSeveral);
}

bool isPhase(const FoundTable& found, const ColumnGuess& guess, const FoundRow& row,
             const FoundRow& before) {
    const GuessedColumn* ordinal = guess.find(ordinalColumn);
    const GuessedColumn* subject = guess.find("subject");
    if (subject == nullptr)
        return false;
    const std::size_t at = found.columns[subject->column].at;
    for (const auto& [column, text] : row.filled)
        if (column == at && cellOf(before, at) == text)
            return true;
    const std::string_view number =
        ordinal == nullptr ? "" : cellOf(row, found.columns[ordinal->column].at);
    const Numbering numbering = ordinalOf(number);
    if (ordinal == nullptr || (!number.empty() && numbering != Numbering::Dotted &&
                               numbering != Numbering::Letter && numbering != Numbering::Bullet))
        return false;
    const std::string words = headerWords(readHeading(cellOf(row, at)).text);
    for (const std::string_view start :
         {"giai doan ", "noi dung ", "hop phan ", "dot ", "nam thu "})
        if (words.starts_with(start))
            return true;
    return false;
}

} // namespace terroir::tables
