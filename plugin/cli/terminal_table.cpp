#include "plugin/cli/terminal_table.hpp"

#include "core/base/number.hpp"
#include "plugin/cli/terminal_words.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace terroir::cli {

namespace {

constexpr std::size_t gap = 2;
/// No column is made narrower than its longest word for the sake of the others, unless that is
/// longer than this.
constexpr std::size_t maxWord = 30;
/// Of a list of records columns are left out rather than made narrower than this.
constexpr std::size_t readable = 14;
/// What is left for the texts of an upright table at least.
constexpr std::size_t minWidth = 12;

/// Characters, not bytes: Vietnamese letters in NFC are one column wide each.
std::size_t width(std::string_view text) {
    return std::size_t(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

bool isNumber(const Value& value) {
    return std::holds_alternative<double>(value) || std::holds_alternative<std::int64_t>(value);
}

/// Numbers that name something are not grouped: years, lines of a file.
bool isGrouped(const std::string& column) {
    static const std::set<std::string, std::less<>> names = {"feature", "line", "row", "year"};
    return !names.contains(column);
}

std::string textOf(const std::string& column, const Value& value, Language language) {
    if (const auto* text = std::get_if<std::string>(&value))
        return codeWords(column, *text, language);
    if (const auto* yes = std::get_if<bool>(&value))
        return Words(language)(*yes ? "có" : "không", *yes ? "yes" : "no");
    if (const auto* count = std::get_if<std::int64_t>(&value))
        return isGrouped(column) ? formatNumber(double(*count), language, 0)
                                 : std::to_string(*count);
    if (const auto* number = std::get_if<double>(&value))
        return formatNumber(*number, language, 4);
    return {};
}

/// The text in lines of at most `columns` characters, broken between words; a word that is longer
/// is cut.
std::vector<std::string> folded(std::string_view text, std::size_t columns) {
    std::vector<std::string> lines(1);
    while (!text.empty()) {
        std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        if (!lines.back().empty() && width(lines.back()) + 1 + width(word) > columns)
            lines.emplace_back();
        else if (!lines.back().empty())
            lines.back() += ' ';
        while (width(word) > columns) {
            std::size_t bytes = 0;
            for (std::size_t taken = 0; bytes < word.size(); ++bytes)
                if ((word[bytes] & 0xc0) != 0x80 && ++taken > columns)
                    break;
            lines.back() += word.substr(0, bytes);
            lines.emplace_back();
            word.remove_prefix(bytes);
        }
        lines.back() += word;
    }
    return lines;
}

std::size_t longestWord(std::string_view text) {
    std::size_t longest = 0;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        longest = std::max(longest, width(word));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
    }
    return std::min(longest, maxWord);
}

struct ShownColumn {
    std::string heading;
    std::vector<std::string> cells;
    std::vector<bool> isNumber;
    std::size_t width = 0;
    std::size_t min = 0;     ///< the longest word
    std::size_t numbers = 0; ///< width of the widest number
    bool hasTexts = false;
    std::string id;
};

std::vector<ShownColumn> columnsOf(const Table& table, Language language) {
    std::vector<ShownColumn> columns;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        ShownColumn column;
        column.id = table.columns[c].name;
        column.heading = headingWords(column.id, language);
        column.width = width(column.heading);
        column.min = longestWord(column.heading);
        for (const std::vector<Value>& row : table.rows) {
            column.cells.push_back(textOf(column.id, row[c], language));
            column.isNumber.push_back(isNumber(row[c]));
            const std::size_t used = width(column.cells.back());
            column.width = std::max(column.width, used);
            column.min = std::max(column.min, longestWord(column.cells.back()));
            if (column.isNumber.back())
                column.numbers = std::max(column.numbers, used);
            else
                column.hasTexts = column.hasTexts || used > 0;
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

std::size_t widthOf(const std::vector<ShownColumn>& columns) {
    std::size_t all = 0;
    for (const ShownColumn& column : columns)
        all += column.width + gap;
    return all - std::min(all, gap);
}

/// What a column of texts can still give.
std::size_t spareOf(const ShownColumn& column) {
    return column.hasTexts && column.width > column.min ? column.width : 0;
}

/// Takes from the widest columns of texts until everything fits, or nothing more can be taken.
void narrow(std::vector<ShownColumn>& columns, std::size_t room) {
    while (widthOf(columns) > room) {
        const auto widest = std::max_element(
            columns.begin(), columns.end(),
            [](const ShownColumn& a, const ShownColumn& b) { return spareOf(a) < spareOf(b); });
        if (spareOf(*widest) == 0)
            return;
        --widest->width;
    }
}

void leaveOut(std::vector<ShownColumn>& columns, std::string_view id) {
    if (columns.size() > 1)
        std::erase_if(columns, [id](const ShownColumn& column) { return column.id == id; });
}

bool has(const std::vector<ShownColumn>& columns, std::string_view id) {
    return std::any_of(columns.begin(), columns.end(),
                       [id](const ShownColumn& column) { return column.id == id; });
}

bool isOfRecords(const std::vector<ShownColumn>& columns) {
    return has(columns, "subject") && has(columns, "valid_until");
}

/// Columns in which no row says anything.
void leaveOutEmpty(std::vector<ShownColumn>& columns) {
    std::erase_if(columns, [](const ShownColumn& column) {
        return !column.hasTexts && column.numbers == 0 && !column.cells.empty();
    });
}

/// Folds where that is enough.
bool fits(std::vector<ShownColumn>& columns, std::size_t room) {
    std::vector<ShownColumn> narrowed = columns;
    narrow(narrowed, room);
    if (widthOf(narrowed) > room)
        return false;
    columns = std::move(narrowed);
    return true;
}

/// Leaves out what can be read elsewhere, then folds.
void fit(std::vector<ShownColumn>& columns, std::size_t room) {
    if (widthOf(columns) > room)
        leaveOut(columns, "file");
    if (fits(columns, room))
        return;
    leaveOut(columns, "description");
    // What a list of records can be read without; files and JSON have it.
    if (!isOfRecords(columns)) {
        narrow(columns, room);
        return;
    }
    for (ShownColumn& column : columns)
        column.min = std::max(column.min, std::min(column.width, readable));
    for (const char* const id :
         {"", "qualifier", "until_by", "line", "valid_from", "value_max", "status", "place",
          "indicator", "note", "category", "source", "doubt"}) {
        if (fits(columns, room))
            return;
        if (*id != '\0')
            leaveOut(columns, id);
        else
            leaveOutEmpty(columns);
    }
    narrow(columns, room);
}

void appendPadded(std::string& line, std::string_view text, std::size_t columns, bool right) {
    const std::size_t used = width(text);
    const std::string space(columns > used ? columns - used : 0, ' ');
    line += right ? space : "";
    line += text;
    line += right ? "" : space;
}

/// One row, as many lines as its tallest cell has.
void appendLines(std::string& out, const std::vector<ShownColumn>& columns,
                 const std::vector<std::vector<std::string>>& cells, const std::size_t* row) {
    std::size_t height = 0;
    for (const std::vector<std::string>& lines : cells)
        height = std::max(height, lines.size());
    for (std::size_t i = 0; i < height; ++i) {
        std::string line;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const ShownColumn& column = columns[c];
            std::string text = i < cells[c].size() ? cells[c][i] : std::string();
            const bool right = !column.hasTexts && column.numbers > 0;
            if (row != nullptr && column.hasTexts && column.isNumber[*row]) {
                std::string number;
                appendPadded(number, text, column.numbers, true);
                text = std::move(number);
            }
            appendPadded(line, text, column.width + gap - (right ? gap : 0), right);
            line += right ? std::string(gap, ' ') : "";
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + "\n";
    }
}

} // namespace

std::string terminalTable(const Table& table, Language language, std::size_t room) {
    std::vector<ShownColumn> columns = columnsOf(table, language);
    fit(columns, room);
    std::string out;
    std::vector<std::vector<std::string>> cells;
    for (const ShownColumn& column : columns)
        cells.push_back(folded(column.heading, column.width));
    appendLines(out, columns, cells, nullptr);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        cells.clear();
        for (const ShownColumn& column : columns)
            cells.push_back(folded(column.cells[row], column.width));
        appendLines(out, columns, cells, &row);
    }
    return out;
}

std::string uprightTable(const Table& table, Language language, std::size_t room) {
    std::size_t left = 0;
    for (const Column& column : table.columns)
        left = std::max(left, width(headingWords(column.name, language)));
    const std::size_t right = std::max(minWidth, room > left + gap ? room - left - gap : 0);
    std::string out;
    for (const std::vector<Value>& row : table.rows) {
        out += out.empty() ? "" : "\n";
        for (std::size_t c = 0; c < row.size(); ++c) {
            std::string heading = headingWords(table.columns[c].name, language);
            for (const std::string& part :
                 folded(textOf(table.columns[c].name, row[c], language), right)) {
                std::string line;
                appendPadded(line, std::exchange(heading, {}), left + gap, false);
                line += part;
                line.erase(line.find_last_not_of(' ') + 1);
                out += line + "\n";
            }
        }
    }
    return out;
}

} // namespace terroir::cli
