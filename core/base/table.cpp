#include "core/base/table.hpp"

#include "core/base/csv.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace terroir {

namespace {

struct ToText {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(double number) const { return fmt::format("{:.10g}", number); }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
};

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

std::string textOf(const Value& value) {
    return std::visit(ToText{}, value);
}

std::vector<std::string> namesOf(const std::vector<Column>& columns) {
    std::vector<std::string> names;
    for (const Column& column : columns)
        names.push_back(column.name);
    return names;
}

std::vector<std::string> textsOf(const std::vector<Value>& row) {
    std::vector<std::string> texts;
    texts.reserve(row.size());
    for (const Value& value : row)
        texts.push_back(textOf(value));
    return texts;
}

std::string toJson(const Table& table) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const std::vector<Value>& row : table.rows) {
        nlohmann::ordered_json object = nlohmann::ordered_json::object();
        for (std::size_t c = 0; c < row.size(); ++c)
            object[table.columns[c].name] = toJsonValue(row[c]);
        rows.push_back(std::move(object));
    }
    return rows.dump(2) + "\n";
}

std::string toCsv(const Table& table) {
    std::string csv;
    appendCsvRow(csv, namesOf(table.columns));
    for (const std::vector<Value>& row : table.rows)
        appendCsvRow(csv, textsOf(row));
    return csv;
}

} // namespace terroir
