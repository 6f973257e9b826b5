#include "core/session/result_table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace terroir::session {

namespace {

struct ToText {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(double number) const { return fmt::format("{:.10g}", number); }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
};

std::string toText(const Value& value) {
    return std::visit(ToText{}, value);
}

} // namespace

Table toTable(const ResultTable& result) {
    Table table;
    table.header = result.columns;
    for (const std::vector<Value>& row : result.rows) {
        TableRow cells{table.rows.size() + 2, {}};
        std::transform(row.begin(), row.end(), std::back_inserter(cells.cells), toText);
        table.rows.push_back(std::move(cells));
    }
    return table;
}

std::string toCsv(const ResultTable& result) {
    const Table table = toTable(result);
    std::string csv;
    appendCsvRow(csv, table.header);
    for (const TableRow& row : table.rows)
        appendCsvRow(csv, row.cells);
    return csv;
}

} // namespace terroir::session
