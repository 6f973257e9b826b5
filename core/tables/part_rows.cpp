#include "core/tables/part_rows.hpp"

#include "core/tables/header_parts.hpp"
#include "core/tables/row_words.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>

namespace terroir::tables {

namespace {

/// Whether both rows stand in one place: a cell that is left empty speaks as the one above it.
bool isSamePlace(const FoundTable& found, const ColumnGuess& guess, const FoundRow& part,
                 const FoundRow& whole) {
    const std::initializer_list<const char*> fields{"place", "commune", "district", "province"};
    return part.group == whole.group &&
           std::all_of(fields.begin(), fields.end(), [&](const char* field) {
               const GuessedColumn* column = guess.find(field);
               if (column == nullptr)
                   return true;
               const std::size_t at = found.columns[column->column].at;
               return cellOf(part, at).empty() || cellOf(part, at) == cellOf(whole, at);
           });
}

} // namespace

std::vector<PartRow> partRows(const FoundTable& found, const ColumnGuess& guess) {
    std::vector<PartRow> parts;
    const GuessedColumn* subject = guess.find("subject");
    if (subject == nullptr || found.isLayer)
        return parts;
    const std::size_t at = found.columns[subject->column].at;
    std::optional<std::size_t> whole;
    for (std::size_t i = 0; i < found.rows.size(); ++i) {
        const std::string_view cell = cellOf(found.rows[i], at);
        const bool mayBePart = cell.find("rong đó") != std::string_view::npos ||
                               cell.find("RONG ĐÓ") != std::string_view::npos ||
                               cell.find("r.đó") != std::string_view::npos ||
                               cell.find("ao gồm") != std::string_view::npos;
        const auto part = mayBePart ? afterPartWord(readHeading(cell).text) : std::nullopt;
        if (!part)
            whole = i;
        else if (whole && !part->empty() && !isPartWord(*part) &&
                 isSamePlace(found, guess, found.rows[i], found.rows[*whole]))
            parts.push_back(
                {i, *whole, partName(std::string(cellOf(found.rows[*whole], at)), *part)});
    }
    return parts;
}

} // namespace terroir::tables
