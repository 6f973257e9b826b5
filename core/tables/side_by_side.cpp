#include "core/tables/side_by_side.hpp"

#include "core/tables/header_lines.hpp"
#include "core/tables/header_parts.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace terroir::tables {

namespace {

using sheets::Row;
using sheets::Sheet;

/// Columns of a sheet, both ends in.
struct Span {
    std::size_t first = 0, last = 0;

    bool holds(std::size_t column) const { return first <= column && column <= last; }
};

/// The columns of each repeat of the header; empty when it does not repeat as a whole.
std::vector<Span> repeats(const std::vector<FoundColumn>& columns) {
    std::vector<const FoundColumn*> named;
    for (const FoundColumn& column : columns)
        if (!column.path.empty())
            named.push_back(&column);
    for (std::size_t width = 3; 2 * width <= named.size(); ++width) {
        if (named.size() % width != 0)
            continue;
        const auto isRepeated = [&](std::size_t i) {
            return named[i]->path.back() == named[i % width]->path.back();
        };
        bool all = true;
        for (std::size_t i = width; all && i < named.size(); ++i)
            all = isRepeated(i);
        if (!all)
            continue;
        // "Lúa: diện tích, năng suất, sản lượng", "Ngô: …": the rows say elsewhere where they are.
        if (std::all_of(named.begin(), named.begin() + std::ptrdiff_t(width),
                        [](const FoundColumn* column) { return saysNumbers(column->path.back()); }))
            return {};
        std::vector<Span> spans;
        for (std::size_t i = 0; i < named.size(); i += width)
            spans.push_back({named[i]->at, named[i + width - 1]->at});
        return spans;
    }
    return {};
}

bool isFilledIn(const Row& row, const Span& span) {
    for (std::size_t column = span.first; column <= span.last; ++column)
        if (!row.text(column).empty())
            return true;
    return false;
}

Sheet partOf(const Sheet& sheet, std::size_t header, const std::vector<Span>& spans,
             const Span& mine) {
    Sheet part;
    part.name = sheet.name;
    part.isHidden = sheet.isHidden;
    part.hiddenColumns = sheet.hiddenColumns;
    for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
        Row row = sheet.rows[i];
        const auto over = std::count_if(spans.begin(), spans.end(),
                                        [&](const Span& span) { return isFilledIn(row, span); });
        // "ĐVT: ha" at the right end, "NĂM 2023" in the middle of the sheet: of all.
        if (i >= header || over > 1) {
            for (std::size_t column = 0; column < row.cells.size(); ++column)
                if (!mine.holds(column))
                    row.cells[column] = {};
            while (!row.cells.empty() && row.cells.back().isEmpty())
                row.cells.pop_back();
        }
        if (!row.cells.empty())
            part.rows.push_back(std::move(row));
    }
    for (const sheets::Merge& merge : sheet.merges)
        if (merge.lastLine < sheet.rows[header].line ||
            (mine.holds(merge.firstColumn) && mine.holds(merge.lastColumn)))
            part.merges.push_back(merge);
    return part;
}

} // namespace

std::string columnName(std::size_t column) {
    std::string letters(1, char('A' + column % 26));
    return column < 26 ? letters : columnName(column / 26 - 1) + letters;
}

std::vector<SheetPart> splitSideBySide(const Sheet& sheet) {
    std::vector<SheetPart> parts;
    if (sheet.hasNames)
        return parts;
    const auto header = findHeader(sheet, 0);
    if (!header)
        return parts;
    const std::vector<Span> spans = repeats(header->columns);
    for (const Span& span : spans)
        parts.push_back({partOf(sheet, header->first, spans, span),
                         columnName(span.first) + "-" + columnName(span.last)});
    return parts;
}

} // namespace terroir::tables
