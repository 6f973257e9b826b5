#include "core/tables/header_lines.hpp"

#include "core/base/strings.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/header_parts.hpp"
#include "core/tables/row_words.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <cctype>

namespace terroir::tables {

namespace {

/// "ha", "1.000 con", "nghìn con", "triệu đồng": a unit or many of it, also of money.
bool isUnitOrMany(std::string_view text) {
    const std::string folded = text::fold(text);
    if (isUnitWord(text) || (isMoneyUnit(text) && !isDigit(folded.front())))
        return true;
    for (const std::string_view many : {"1.000 ", "1000 ", "1 000 ", "nghin ", "ngan ", "trieu "})
        if (folded.starts_with(many))
            return isUnitWord(std::string_view(folded).substr(many.size())) || isMoneyUnit(folded);
    return false;
}

/// "(ha)", "(1.000 con)" below the name of a measure.
bool isUnitInBrackets(std::string_view line) {
    return line.size() > 2 && line.front() == '(' && line.back() == ')' &&
           isUnitOrMany(line.substr(1, line.size() - 2));
}

/// "ĐVT" before the units of a line.
bool announcesUnits(std::string_view text) {
    return isAnyOf(headerWords(text), {"dvt", "don vi tinh", "don vi do"});
}

/// A line of units below the names of the columns: "ha", "kg", "tấn/ha", each in a cell of its own.
bool isLineOfUnits(const sheets::Row& row) {
    std::size_t units = 0;
    for (const sheets::Cell& cell : row.cells)
        if (isUnitOrMany(cell.text) || cell.text == "%")
            ++units;
        else if (!cell.isEmpty() && (units > 0 || !announcesUnits(cell.text)))
            return false;
    return units >= 2;
}

using sheets::Cell;
using sheets::CellKind;
using sheets::Row;
using sheets::Sheet;

bool isYearHeader(const Cell& cell) {
    return headerYearOf(cell.text).has_value();
}

bool looksLikeNumber(const Cell& cell) {
    if (cell.kind != CellKind::Text)
        return true;
    // "%" alone names a column.
    return !cell.text.empty() && cell.text != "%" &&
           std::all_of(cell.text.begin(), cell.text.end(), [](char c) {
               return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == ' ' || c == '%' ||
                      c == '-';
           });
}

std::size_t countFilled(const Row& row) {
    return std::size_t(std::count_if(row.cells.begin(), row.cells.end(),
                                     [](const Cell& cell) { return !cell.isEmpty(); }));
}

/// "Chia ra", "Trong đó", "Chia theo huyện": what stands below it are the columns.
bool announcesColumns(std::string_view cell) {
    const std::string words = headerWords(cell);
    return words == "chia ra" || words == "trong do" || words.starts_with("chia ra theo ") ||
           words.starts_with("chia theo ") || words.starts_with("phan theo ");
}

/// Whether the words of a row are those of a header. Nearly every row of data has a number, so the
/// words are looked at in few of them.
bool startsHeader(const Row& row) {
    std::size_t filled = 0, years = 0;
    for (const Cell& cell : row.cells) {
        filled += cell.isEmpty() ? 0 : 1;
        if (cell.isEmpty() || !looksLikeNumber(cell))
            continue;
        if (!isYearHeader(cell))
            return false;
        ++years;
    }
    if (filled < 2)
        return false;
    std::size_t known = 0, announcing = 0;
    bool saysUnits = false; // "Chỉ tiêu | ĐVT" before as many communes as there are
    for (const Cell& cell : row.cells) {
        if (cell.isEmpty() || looksLikeNumber(cell))
            continue;
        if (isYearHeader(cell))
            ++years;
        else if (isHeaderLike(cell.text)) {
            ++known;
            saysUnits = saysUnits || isAnyOf(headerWords(cell.text), {"dvt", "don vi tinh"});
        } else if (announcesColumns(cell.text))
            ++announcing;
    }
    const std::size_t good = known + announcing + (years >= 2 ? years : 0);
    return good >= 2 && known >= 1 && (5 * good >= 2 * filled || (saysUnits && known >= 2));
}

/// The last column that a cell of the header's line spans: by the file's merges, else up to the
/// next filled cell.
std::size_t spanEnd(const Sheet& sheet, const Row& row, std::size_t column, std::size_t width) {
    for (const sheets::Merge& merge : sheet.merges)
        if (merge.firstLine == row.line && merge.firstColumn == column)
            return merge.lastColumn;
    std::size_t end = column;
    while (end + 1 < width && row.text(end + 1).empty())
        ++end;
    return end;
}

std::size_t lastMergedLine(const Sheet& sheet, const Row& row) {
    std::size_t last = row.line;
    for (const sheets::Merge& merge : sheet.merges)
        if (merge.firstLine == row.line && merge.lastLine <= row.line + 4)
            last = std::max(last, merge.lastLine);
    return last;
}

bool isUnitCell(std::string_view text) {
    return text.starts_with('(') && text.ends_with(')');
}

/// "Trong đó:" announces what stands below it.
bool isBelowColon(const std::vector<const Row*>& lines, std::size_t column) {
    return lines.back()->text(column).ends_with(':');
}

/// Whether a cell of the next row may be a part of the header: something above it spans more
/// columns than one or ends with a colon, or nothing stands above it but what spans it from the
/// left.
bool hasRoomAbove(const Sheet& sheet, const std::vector<const Row*>& lines, std::size_t column,
                  std::size_t width) {
    if (isBelowColon(lines, column))
        return true;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line)
        if (!(*line)->text(column).empty())
            return spanEnd(sheet, **line, column, width) > column;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line)
        for (std::size_t left = column; left-- > 0;)
            if (!(*line)->text(left).empty()) {
                if (spanEnd(sheet, **line, left, width) >= column)
                    return true;
                break;
            }
    return false;
}

/// Whether the row goes on with the header above it: all its cells have room above them, or are
/// units.
bool continuesHeader(const Sheet& sheet, const std::vector<const Row*>& lines, const Row& row,
                     std::size_t width) {
    if (isLineOfUnits(row))
        return true;
    std::size_t filled = 0, withRoom = 0, first = 0;
    bool onlyUnits = true;
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        const Cell& cell = row.cells[column];
        if (cell.isEmpty())
            continue;
        if (looksLikeNumber(cell) && !isYearHeader(cell))
            return false;
        if (filled++ == 0)
            first = column;
        onlyUnits = onlyUnits && isUnitCell(cell.text);
        withRoom += hasRoomAbove(sheet, lines, column, width) ? 1 : 0;
    }
    if (filled == 0)
        return false;
    if (onlyUnits)
        return filled >= 2 || filled == width;
    // A heading of a group, alone in its row, may stand below a cell that has room as well.
    if (filled == 1 && width > 2)
        return withRoom == 1 && first > 0 &&
               (isHeaderLike(row.text(first)) || isBelowColon(lines, first));
    return withRoom == filled;
}

/// "Lúa mùa" and "Ngô cả năm" over "Diện tích", "Sản lượng" each: names that no header knows, above
/// measures that are as good as nothing without them.
bool spansMeasures(const Sheet& sheet, const Row& names, const Row& measures) {
    const std::size_t width = std::max(names.cells.size(), measures.cells.size());
    std::size_t groups = 0, covered = 0, filled = 0;
    for (std::size_t column = 0; column < names.cells.size(); ++column) {
        const Cell& name = names.cells[column];
        if (name.isEmpty())
            continue;
        if (looksLikeNumber(name))
            return false;
        std::size_t below = 0;
        const std::size_t end = spanEnd(sheet, names, column, width);
        for (std::size_t at = column; at <= end; ++at)
            if (const auto text = measures.text(at); !text.empty()) {
                if (!saysNumbers(std::string(text)))
                    return false;
                ++below;
            }
        if (below == 1)
            return false;
        covered += below;
        groups += below > 1 ? 1 : 0;
    }
    for (const Cell& cell : measures.cells)
        filled += cell.isEmpty() ? 0 : 1;
    return groups >= 2 && covered == filled;
}

/// Whether the cell just above is of this column alone, not of a crop over the units of its
/// measures ("Lúa" over "ha", "tấn").
bool hasOwnName(const std::vector<const Row*>& lines, std::size_t line, std::size_t column) {
    const std::string_view above = lines[line - 1]->text(column);
    const std::string_view beside = lines[line - 1]->text(column + 1);
    return !above.empty() && (!beside.empty() || lines[line]->text(column + 1).empty());
}

std::vector<FoundColumn> columnsOf(const Sheet& sheet, const std::vector<const Row*>& lines) {
    std::size_t width = 0;
    for (const Row* line : lines)
        width = std::max(width, line->cells.size());
    std::vector<FoundColumn> columns;
    for (std::size_t column = 0; column < width; ++column) {
        FoundColumn found;
        found.at = column;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            std::string_view text = lines[i]->text(column);
            // What stands to the left spans this column, when something stands below it here.
            if (text.empty()) {
                const bool isFilledBelow =
                    std::any_of(lines.begin() + std::ptrdiff_t(i) + 1, lines.end(),
                                [&](const Row* line) { return !line->text(column).empty(); });
                if (isFilledBelow)
                    for (std::size_t left = column; left-- > 0;)
                        if (!lines[i]->text(left).empty()) {
                            if (spanEnd(sheet, *lines[i], left, width) >= column)
                                text = lines[i]->text(left);
                            break;
                        }
            }
            std::string clean = text::normalize(text) == "" ? std::string() : text::toNfc(text);
            std::replace(clean.begin(), clean.end(), '\n', ' ');
            if (clean.empty() || (!found.path.empty() && found.path.back() == clean))
                continue;
            if (!found.path.empty() && announcesUnits(clean) && isLineOfUnits(*lines[i]))
                continue;
            if (!found.path.empty() && isUnitInBrackets(clean))
                found.path.back() += " " + clean; // "DT" over "(ha)"
            else if (!found.path.empty() && isLineOfUnits(*lines[i]) &&
                     hasOwnName(lines, i, column))
                found.path.back() += " (" + clean + ")"; // "DT" over "ha"
            else
                found.path.push_back(std::move(clean));
        }
        columns.push_back(std::move(found));
    }
    while (!columns.empty() && columns.back().path.empty())
        columns.pop_back();
    return columns;
}

/// "tt | ten_ho | dt_ha" below the header that people read: the same columns by the names of their
/// fields, all of them, in letters without marks.
bool namesFields(const Row& row, const std::vector<FoundColumn>& columns) {
    for (const FoundColumn& column : columns) {
        const std::string_view name = row.text(column.at);
        const bool isName = !name.empty() && name.size() <= 32 &&
                            std::isalpha(static_cast<unsigned char>(name.front())) != 0 &&
                            std::all_of(name.begin(), name.end(), [](unsigned char c) {
                                return c < 0x80 && (std::isalnum(c) != 0 || c == '_');
                            });
        if (!isName)
            return false;
    }
    return columns.size() >= 3;
}

HeaderLines linesFrom(const Sheet& sheet, std::size_t first) {
    HeaderLines header;
    header.first = first;
    std::vector<const Row*> lines{&sheet.rows[first]};
    std::size_t end = first + 1;
    const std::size_t merged = lastMergedLine(sheet, sheet.rows[first]);
    std::size_t width = sheet.rows[first].cells.size();
    for (const sheets::Merge& merge : sheet.merges)
        if (merge.firstLine == sheet.rows[first].line)
            width = std::max(width, merge.lastColumn + 1);
    while (end < sheet.rows.size() && lines.size() < 4) {
        const Row& next = sheet.rows[end];
        if (numbersColumns(next))
            break;
        if (next.line > merged &&
            !continuesHeader(sheet, lines, next, std::max(width, next.cells.size())))
            break;
        lines.push_back(&next);
        width = std::max(width, next.cells.size());
        ++end;
    }
    header.columns = columnsOf(sheet, lines);
    if (end < sheet.rows.size() && numbersColumns(sheet.rows[end]))
        ++end;
    if (end < sheet.rows.size() && namesFields(sheet.rows[end], header.columns))
        ++end;
    header.end = end;
    return header;
}

} // namespace

bool numbersColumns(const Row& row) {
    std::size_t numbers = 0, letters = 0, others = 0;
    std::size_t last = 0;
    for (const Cell& cell : row.cells) {
        if (cell.isEmpty())
            continue;
        std::string_view text = cell.text;
        if (text.size() > 2 && (text.front() == '(' || text.front() == '[')) {
            text.remove_prefix(1);
            text.remove_suffix(text.back() == ')' || text.back() == ']' ? 1 : 0);
        }
        // "(5)=(3)+(4)" and "(%) 3=2/1" are formulas of a column.
        if (text.size() > 24)
            return false;
        if (cell.text.view().find('=') != std::string_view::npos) {
            ++last;
            ++others;
            continue;
        }
        std::size_t value = 0;
        for (const char c : text)
            value =
                c >= '0' && c <= '9' && value < 1000 ? 10 * value + std::size_t(c - '0') : 10000;
        // "A 1 2 3 B": letters stand before the numbers, or go on with those before.
        const char letter = text.size() == 1 ? char(text.front() & ~0x20) : '\0';
        if (text.size() == 1 && value > 9 && (numbers == 0 || letter == char('A' + letters)))
            ++letters;
        else if (value != last + 1)
            return false;
        else {
            last = value;
            ++numbers;
        }
    }
    return numbers + letters + others >= 3 && numbers >= 2;
}

std::optional<HeaderLines> findHeader(const Sheet& sheet, std::size_t from) {
    for (std::size_t i = from; i < sheet.rows.size(); ++i)
        if (startsHeader(sheet.rows[i]))
            return linesFrom(
                sheet,
                i > from && spansMeasures(sheet, sheet.rows[i - 1], sheet.rows[i]) ? i - 1 : i);
    return std::nullopt;
}

std::optional<HeaderLines> guessHeader(const Sheet& sheet, std::size_t from) {
    for (std::size_t i = from; i + 1 < sheet.rows.size(); ++i) {
        const Row& row = sheet.rows[i];
        const std::size_t filled = countFilled(row);
        const bool isText = std::none_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) {
            return !cell.isEmpty() && looksLikeNumber(cell) && !isYearHeader(cell);
        });
        if (filled < 2 || !isText)
            continue;
        // Three rows as wide as it, or all that there are.
        const std::size_t end = std::min(i + 4, sheet.rows.size());
        const bool isFollowed = std::all_of(
            sheet.rows.begin() + std::ptrdiff_t(i) + 1, sheet.rows.begin() + std::ptrdiff_t(end),
            [&](const Row& next) { return 2 * countFilled(next) >= filled; });
        if (isFollowed)
            return linesFrom(sheet, i);
    }
    return std::nullopt;
}

} // namespace terroir::tables
