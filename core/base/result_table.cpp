#include "core/base/result_table.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace terroir {

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

nlohmann::ordered_json toJsonValue(const Value& value) {
    return std::visit(
        [](const auto& held) -> nlohmann::ordered_json {
            if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::monostate>)
                return nullptr;
            else
                return held;
        },
        value);
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

std::string toJson(const ResultTable& result) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const std::vector<Value>& row : result.rows) {
        nlohmann::ordered_json object = nlohmann::ordered_json::object();
        for (std::size_t c = 0; c < row.size(); ++c)
            object[result.columns[c]] = toJsonValue(row[c]);
        rows.push_back(std::move(object));
    }
    return rows.dump(2) + "\n";
}

std::string toCsv(const ResultTable& result) {
    const Table table = toTable(result);
    std::string csv;
    appendCsvRow(csv, table.header);
    for (const TableRow& row : table.rows)
        appendCsvRow(csv, row.cells);
    return csv;
}

} // namespace terroir
