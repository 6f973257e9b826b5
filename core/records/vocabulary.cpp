#include "core/records/vocabulary.hpp"

#include "core/base/csv.hpp"
#include "core/records/fields.hpp"

#include <algorithm>

namespace terroir::records {

extern const char* const indicatorsCsv; ///< generated from data/indicators.csv

namespace {

std::vector<Indicator> parsed() {
    const TextTable table = parseCsv(indicatorsCsv, "data/indicators.csv");
    const std::size_t id = table.requireColumn("id");
    const std::size_t vi = table.requireColumn("vi"), en = table.requireColumn("en");
    std::vector<Indicator> list;
    for (const TextRow& row : table.rows)
        list.push_back({row.cells[id], {row.cells[vi], row.cells[en]}});
    return list;
}

bool isAmong(std::string_view text, std::span<const std::string> list) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

} // namespace

const std::vector<Indicator>& indicators() {
    static const std::vector<Indicator> list = parsed();
    return list;
}

std::vector<std::string> kindIds() {
    std::vector<std::string> ids;
    for (const records::KindInfo& kind : records::kinds())
        ids.push_back(kind.id);
    return ids;
}

std::vector<std::string> indicatorIds() {
    std::vector<std::string> ids;
    for (const Indicator& indicator : indicators())
        ids.push_back(indicator.id);
    return ids;
}

std::vector<std::string> categoryIds(std::span<const std::string> kinds) {
    std::vector<std::string> ids;
    for (const records::CategoryInfo& category : records::categories())
        if (isAmong(category.kind, kinds) && !isAmong(category.id, ids))
            ids.push_back(category.id);
    return ids;
}

LocalText categoryName(std::string_view category, std::span<const std::string> kinds) {
    for (const records::CategoryInfo& known : records::categories())
        if (known.id == category && isAmong(known.kind, kinds))
            return known.name;
    return {std::string(category), std::string(category)};
}

} // namespace terroir::records
