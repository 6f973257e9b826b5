#include "core/tables/wide_categories.hpp"

#include "core/records/fields.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/plan_words.hpp"
#include "core/tables/row_words.hpp"
#include "core/text/thing_words.hpp"

#include <algorithm>
#include <set>

namespace terroir::tables {

namespace {

/// The field of a line that measures: "area" of "Diện tích chứng nhận (ha)".
std::string measureOfLine(const OpenGuess& open, const std::string& line) {
    if (!isMeasuredLine(line, open.kind))
        return {};
    return meaningsOf({line}, open.kind).front().field;
}

/// A column of numbers below a category and a measure; nothing for other columns.
std::optional<WideColumn> categoryColumn(const OpenGuess& open, std::size_t i) {
    const auto& path = open.table.columns[i].path;
    WideColumn wide;
    wide.column = i;
    wide.isPlanned = saysPlan(path);
    wide.unit = unitInHeader(path);
    for (const std::string& line : path) {
        const std::string category = categoryInHeader(line, open.kind);
        if (!category.empty() && wide.category.empty())
            wide.category = category;
        else if (!category.empty())
            return std::nullopt;
        if (const std::string measure = measureOfLine(open, line); !measure.empty())
            wide.measure = measure;
        else if (const auto year = headerYearOf(line); year && category.empty())
            wide.period = std::to_string(year->year);
        else if (category.empty() && text::isThing(withoutUnit(line)))
            wide.subject = withoutUnit(line);
    }
    if (wide.category.empty())
        return std::nullopt;
    // The number or the day of a certificate stands below a category as well.
    const auto meanings = meaningsOf({path.back()}, open.kind);
    if (categoryInHeader(path.back(), open.kind).empty() &&
        measureOfLine(open, path.back()).empty() && !meanings.empty() &&
        meanings.front().share >= 0.5)
        return std::nullopt;
    if (wide.measure.empty() || wide.measure == "value")
        wide.measure = open.measureOf(wide.unit);
    if (wide.unit.empty())
        wide.unit = open.titleUnitFor(wide.measure);
    if (wide.measure == "value" && wide.unit.empty())
        return std::nullopt;
    return wide;
}

} // namespace

std::string categoryInHeader(const std::string& line, std::string_view kind) {
    const std::string words = " " + headerWords(line) + " ";
    for (const std::string_view not_ : {" chua ", " khong ", " ngoai ", " dang ky ", " du kien ",
                                        " ke hoach ", " de nghi ", " kh "})
        if (words.find(not_) != std::string::npos)
            return {};
    const std::string name = withoutUnit(line);
    const records::CategoryInfo* category = records::findCategory(kind, name);
    return category == nullptr || text::isThing(name) ? std::string() : category->name.vi;
}

bool hasWideCategories(const OpenGuess& open) {
    return std::any_of(open.result.wide.begin(), open.result.wide.end(),
                       [](const WideColumn& wide) { return !wide.category.empty(); });
}

void findWideCategories(OpenGuess& open) {
    if (!open.isAboutThings() || !open.result.wide.empty())
        return;
    std::vector<WideColumn> columns;
    std::set<std::string> categories;
    for (std::size_t i = 0; i < open.table.columns.size(); ++i) {
        if (open.taken[i] || open.table.columns[i].path.empty() ||
            (open.values[i].filled > 0 && open.values[i].numbers < 0.5))
            continue;
        if (auto wide = categoryColumn(open, i)) {
            categories.insert(wide->category);
            columns.push_back(std::move(*wide));
        }
    }
    if (categories.size() < 2)
        return;
    for (WideColumn& wide : columns) {
        open.taken[wide.column] = true;
        open.result.wide.push_back(std::move(wide));
    }
}

} // namespace terroir::tables
