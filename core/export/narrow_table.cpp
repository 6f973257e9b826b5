#include "core/export/narrow_table.hpp"

#include "core/base/csv.hpp"

#include <fmt/format.h>

#include <set>

namespace terroir::exporting {

namespace {

void replaceAll(std::string& text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// "figures_per_people" in ten letters: the words cut alike, "fig_per_pe"; then a number in the
/// place of the last letters, as long as another column has the name.
std::string shortened(const std::string& name, std::size_t length,
                      const std::set<std::string>& taken) {
    std::string text = name;
    while (text.size() > length) {
        // One letter from the end of the longest word.
        std::size_t longest = 0, end = 0, start = 0;
        for (std::size_t at = 0; at <= text.size(); ++at)
            if (at == text.size() || text[at] == '_') {
                if (at - start >= longest) {
                    longest = at - start;
                    end = at;
                }
                start = at + 1;
            }
        text.erase(longest > 0 ? end - 1 : text.size() - 1, 1);
    }
    const std::string first = text;
    for (int number = 2; taken.contains(text); ++number) {
        const std::string ending = std::to_string(number);
        text = first.substr(0, length - ending.size()) + ending;
    }
    return text;
}

void shortenNames(LayerTable& table, std::size_t length, Narrowing& done) {
    std::set<std::string> taken;
    bool isAny = false;
    for (const Column& column : table.columns)
        if (column.name.size() <= length)
            taken.insert(column.name);
        else
            isAny = true;
    if (!isAny)
        return;
    for (Column& column : table.columns) {
        const std::string full = column.name;
        if (full.size() > length) {
            column.name = shortened(full, length, taken);
            taken.insert(column.name);
            for (LayerStyle& style : table.styles)
                for (const char* quote : {"&quot;", "\""})
                    replaceAll(style.qml, quote + full + quote, quote + column.name + quote);
        }
        done.names.push_back({column.name, full, column.alias});
    }
}

/// At most `length` bytes, with "…" (three of them) for what is gone.
std::string cut(const std::string& text, std::size_t length) {
    std::size_t end = length - 3;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return text.substr(0, end) + "…";
}

/// Expressions of a style see nothing where the number stands for it.
void expectNumbers(LayerTable& table) {
    for (const Column& column : table.columns)
        if (column.type == ColumnType::Real)
            for (LayerStyle& style : table.styles)
                replaceAll(style.qml, "&quot;" + column.name + "&quot;",
                           fmt::format("nullif(&quot;{}&quot;,{})", column.name, emptyNumber));
}

} // namespace

Narrowing narrow(LayerTable& table, const Format& format) {
    Narrowing done;
    if (format.nameLength > 0)
        shortenNames(table, format.nameLength, done);
    for (LayerRow& row : table.rows)
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            Value& cell = row.cells[i];
            if (auto* text = std::get_if<std::string>(&cell);
                text != nullptr && format.textLength > 0 && text->size() > format.textLength) {
                *text = cut(*text, format.textLength);
                ++done.cutTexts;
            }
            if (!format.hasEmptyNumbers && table.columns[i].type == ColumnType::Real &&
                std::holds_alternative<std::monostate>(cell)) {
                cell = emptyNumber;
                ++done.emptyNumbers;
            }
        }
    if (done.emptyNumbers > 0)
        expectNumbers(table);
    return done;
}

void defuseFormulas(LayerTable& table) {
    for (LayerRow& row : table.rows)
        for (Value& cell : row.cells)
            if (auto* text = std::get_if<std::string>(&cell))
                *text = withoutFormula(*text);
}

} // namespace terroir::exporting
