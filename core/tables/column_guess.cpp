#include "core/tables/column_guess.hpp"

#include "core/tables/side_by_side.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>

namespace terroir::tables {

const GuessedColumn* ColumnGuess::find(std::string_view field) const {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const auto& one) { return one.field == field; });
    return found == columns.end() ? nullptr : &*found;
}

std::size_t columnNamed(const FoundTable& table, const std::string& name) {
    const std::string folded = text::fold(name);
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (text::fold(headerOf(table.columns[i])) == folded)
            return i;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (!table.columns[i].path.empty() && text::fold(table.columns[i].path.back()) == folded)
            return i;
    if (name.size() == 1 && name[0] >= 'A' && name[0] <= 'Z')
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if (table.columns[i].at == std::size_t(name[0] - 'A'))
                return i;
    return table.columns.size();
}

std::string headerOf(const FoundColumn& column) {
    std::string out;
    for (const std::string& line : column.path)
        out += (out.empty() ? "" : " / ") + line;
    return out.empty() ? columnName(column.at) : out;
}

std::string_view cellOf(const FoundRow& row, std::size_t at) {
    for (const auto& [column, text] : row.filled)
        if (column == at)
            return text;
    return row.row->text(at);
}

} // namespace terroir::tables
