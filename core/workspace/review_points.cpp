#include "core/workspace/review_points.hpp"

#include "core/base/strings.hpp"
#include "core/extract/review.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace terroir::workspace {

namespace {

/// The decision of two rows that are one.
std::string joinedDecision(const std::string& a, const std::string& b) {
    const auto first = extract::parseChoice(a), second = extract::parseChoice(b);
    if (first == second || (second && *second == extract::Choice::Open))
        return a;
    return first && *first == extract::Choice::Open ? b : a + "; " + b;
}

} // namespace

TextTable joinPoints(TextTable rows, std::span<const std::string_view> said) {
    const auto id = rows.findColumn("id"), source = rows.findColumn("source"),
               decision = rows.findColumn("decision");
    if (!id || !source || !decision)
        return rows;
    std::vector<std::size_t> columns;
    for (const std::string_view column : said)
        if (const auto at = rows.findColumn(column))
            columns.push_back(*at);
    std::map<std::pair<std::string, std::string>, std::size_t> first;
    std::vector<TextRow> kept;
    for (TextRow& row : rows.rows) {
        const auto [at, isNew] =
            first.try_emplace({row.cells[*source], row.cells[*id]}, kept.size());
        const bool isSame =
            !isNew && std::all_of(columns.begin(), columns.end(), [&](std::size_t column) {
                return row.cells[column] == kept[at->second].cells[column];
            });
        if (isSame)
            kept[at->second].cells[*decision] =
                joinedDecision(kept[at->second].cells[*decision], row.cells[*decision]);
        else
            kept.push_back(std::move(row));
    }
    rows.rows = std::move(kept);
    return rows;
}

} // namespace terroir::workspace
