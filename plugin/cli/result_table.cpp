#include "plugin/cli/result_table.hpp"

#include <algorithm>

namespace terroir::cli {

namespace {

/// Characters, not bytes: Vietnamese letters in NFC are one column wide each.
std::size_t width(std::string_view text) {
    return std::size_t(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

void appendPadded(std::string& line, std::string_view text, std::size_t columns, bool right) {
    const std::size_t used = width(text);
    const std::string space(columns > used ? columns - used : 0, ' ');
    line += right ? space : "";
    line += text;
    line += right ? "" : space;
}

void printAligned(Context& context, const ResultTable& table) {
    const Table text = toTable(table);
    std::vector<std::size_t> widths;
    std::vector<bool> numeric(table.columns.size(), false);
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        std::size_t widest = width(table.columns[c]);
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
            widest = std::max(widest, width(text.rows[r].cells[c]));
            const Value& value = table.rows[r][c];
            numeric[c] = numeric[c] || std::holds_alternative<double>(value) ||
                         std::holds_alternative<std::int64_t>(value);
        }
        widths.push_back(widest);
    }
    const auto printRow = [&](const std::vector<std::string>& cells) {
        std::string line;
        for (std::size_t c = 0; c < cells.size(); ++c) {
            appendPadded(line, cells[c], widths[c], numeric[c]);
            line += "  ";
        }
        line.erase(line.find_last_not_of(' ') + 1);
        context.out.write(line + "\n");
    };
    printRow(text.header);
    for (const TableRow& row : text.rows)
        printRow(row.cells);
}

void printCsv(Context& context, const Table& table) {
    std::string line;
    appendCsvRow(line, table.header);
    context.out.write(line);
    for (const TableRow& row : table.rows) {
        line.clear();
        appendCsvRow(line, row.cells);
        context.out.write(line);
    }
}

} // namespace

ResultTable upright(const ResultTable& table) {
    ResultTable fields{{"field", "value"}, {}};
    for (const std::vector<Value>& row : table.rows)
        for (std::size_t c = 0; c < table.columns.size(); ++c)
            fields.rows.push_back({table.columns[c], row[c]});
    return fields;
}

void print(Context& context, const ResultTable& table) {
    if (context.json)
        context.out.write(toJson(table));
    else if (context.out.isTerminal())
        printAligned(context, table);
    else
        printCsv(context, toTable(table));
}

} // namespace terroir::cli
