#include "core/tables/wide_columns.hpp"

#include "core/base/strings.hpp"
#include "core/records/fields.hpp"
#include "core/records/period.hpp"
#include "core/records/stars.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/plan_words.hpp"
#include "core/tables/row_words.hpp"
#include "core/text/thing_words.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace terroir::tables {

namespace {

constexpr std::string_view siteWords[] = {"diem", "dia diem", "noi", "vung", "khu vuc", "o"};

/// A column of numbers of a year.
struct YearColumn {
    std::size_t column = 0;
    int year = 0;
    bool isPlanned = false;
    std::vector<std::string> path; ///< the lines but that of the year
    std::string leaf;              ///< what else the line of the year says
};

/// The year that the lowest line of a header names, or the one above "Kế hoạch", "Thực hiện";
/// nothing for other headers.
std::optional<YearColumn> yearColumn(const OpenGuess& open, std::size_t i) {
    std::vector<std::string> path = open.table.columns[i].path;
    YearColumn one{i, 0, false, {}, {}};
    if (path.size() >= 2 && isStandingAlone(path.back()) && !headerYearOf(path.back())) {
        one.isPlanned = standingOf(path.back()) == Standing::Plan;
        path.pop_back();
    }
    const auto year = path.empty() ? std::nullopt : headerYearOf(path.back());
    if (!year)
        return std::nullopt;
    one.year = year->year;
    one.isPlanned = one.isPlanned || year->isPlanned || saysPlan(path);
    one.leaf = splitYear(path.back()).first;
    if (isStandingAlone(path.back())) // "KH 2023 (ha)": nothing but the unit is left
        one.leaf.erase(0, std::min(one.leaf.find('('), one.leaf.size()));
    path.pop_back();
    one.path = std::move(path);
    return one;
}

/// The measure and the subject that the upper lines of a header say.
void addMeasure(OpenGuess& open, WideColumn& wide, const std::vector<std::string>& path) {
    for (const std::string& line : path) {
        const auto meanings = meaningsOf({line}, open.kind);
        if (const auto crop = open.measuredCrop(line); crop && text::isThing(crop->subject)) {
            wide.measure = crop->measure; // "Diện tích lúa (ha)"
            wide.subject = crop->subject;
        } else if (!meanings.empty() && isMeasure(meanings.front().field) &&
                   meanings.front().share >= 0.3)
            wide.measure = meanings.front().field;
        else if (meanings.empty() || meanings.front().share < 0.5)
            wide.subject = withoutUnit(line);
    }
    wide.unit = unitInHeader(path);
    if (wide.measure.empty())
        wide.measure = open.measureOf(wide.unit);
    if (wide.unit.empty())
        wide.unit = open.titleUnitFor(wide.measure);
}

/// "xã Phú Thiện" of "Điểm 2: xã Phú Thiện": a site is told by its number and where it is.
std::string placeOfHeader(const std::string& header) {
    const std::size_t colon = header.find(':');
    if (colon == std::string::npos)
        return header;
    const std::string before = headerWords(header.substr(0, colon)) + " ";
    const bool isSite =
        std::any_of(std::begin(siteWords), std::end(siteWords), [&](std::string_view word) {
            return before.starts_with(std::string(word) + " ");
        });
    return isSite ? std::string(trimmed(std::string_view(header).substr(colon + 1))) : header;
}

} // namespace

void findTicks(OpenGuess& open) {
    std::vector<TickColumn> ticks;
    for (std::size_t i = 0; i < open.table.columns.size(); ++i) {
        const std::string& leaf = open.table.columns[i].path.empty()
                                      ? open.table.sheet
                                      : open.table.columns[i].path.back();
        const bool isTicked = std::all_of(
            open.values[i].samples.begin(), open.values[i].samples.end(), [](const auto& text) {
                return isAnyOf(text, {"x", "X", "+", "✓", "√", "V", "v", "☑", "1", "*"});
            });
        if (!isTicked)
            continue;
        if (open.kind == "ocop" &&
            records::parseStars(leaf).kind == records::StarRating::Kind::Rated)
            ticks.push_back({i, "stars", std::to_string(records::parseStars(leaf).stars)});
        else if (records::findCategory(open.kind, leaf) != nullptr ||
                 !records::kindOfCategory(open.kind, leaf).empty())
            ticks.push_back({i, "category", leaf});
    }
    if (ticks.size() < 2)
        return;
    for (const TickColumn& tick : ticks) {
        open.drop(tick.column);
        open.taken[tick.column] = true;
    }
    open.result.ticks = std::move(ticks);
}

void findWideYears(OpenGuess& open) {
    std::vector<YearColumn> years;
    std::set<int> distinct;
    std::set<bool> standings;
    for (std::size_t i = 0; i < open.table.columns.size(); ++i)
        if (!open.taken[i] && (open.values[i].filled == 0 || open.values[i].numbers >= 0.5))
            if (auto one = yearColumn(open, i)) {
                distinct.insert(one->year);
                standings.insert(one->isPlanned);
                years.push_back(std::move(*one));
            }
    // "KH 2023" beside "TH 2023" are two values of one year; where each row has a unit of its own,
    // its numbers stand below a year alone.
    if (distinct.size() < 2 && standings.size() < 2 &&
        !(years.size() == 1 && open.saysUnitsByRow()))
        return;
    for (const YearColumn& one : years) {
        const std::size_t i = one.column;
        WideColumn wide;
        wide.column = i;
        wide.period = std::to_string(one.year);
        wide.isPlanned = one.isPlanned;
        std::vector<std::string> path = one.path;
        const std::string& leaf = one.leaf;
        const auto meanings = meaningsOf({leaf}, open.kind);
        if (const auto crop = open.measuredCrop(leaf)) {
            wide.measure = crop->measure;
            wide.subject = crop->subject;
            wide.unit = unitInHeader({leaf});
            if (wide.unit.empty())
                wide.unit = open.titleUnitFor(wide.measure);
        } else {
            const bool isMeasured = !meanings.empty() && isMeasure(meanings.front().field) &&
                                    meanings.front().share >= 0.3;
            if (isMeasured || text::isThing(leaf) || !unitInHeader({leaf}).empty())
                path.push_back(leaf); // "Diện tích 2023 (ha)", "Ngô 2023"
            addMeasure(open, wide, path);
        }
        open.result.wide.push_back(std::move(wide));
        open.taken[i] = true;
    }
}

void leaveYearSums(OpenGuess& open) {
    std::set<std::string> years, measures;
    for (const WideColumn& wide : open.result.wide) {
        years.insert(wide.period);
        measures.insert(wide.measure);
    }
    if (years.size() < 2 || years.contains("") || measures.size() != 1)
        return;
    for (std::size_t i = 0; i < open.table.columns.size(); ++i) {
        const auto& path = open.table.columns[i].path;
        const std::string field = open.fieldOf(i);
        const bool isMeasured = isMeasure(field) && measures.contains(field);
        if (path.empty() || open.chosen.contains(i) || open.values[i].numbers < 0.5 ||
            !(isMeasured || !open.taken[i]) || !saysSeveralYears(path.back()))
            continue;
        open.drop(i);
        open.take(i, knownColumn, {});
    }
}

void findWidePlaces(OpenGuess& open) {
    if (!open.result.wide.empty() || !(open.has("subject") || open.has("variety")))
        return;
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < open.table.columns.size(); ++i) {
        const auto& path = open.table.columns[i].path;
        if (!path.empty() && open.values[i].numbers >= 0.5 && !text::isThing(path.back()) &&
            open.places.levelOf(placeOfHeader(path.back())))
            columns.push_back(i);
    }
    if (columns.size() < 2)
        return;
    // What stands beside them below the same header, or between them, is a place as well, known or
    // not.
    const std::vector<std::string> parent = open.table.columns[columns.front()].path;
    const auto isBeside = [&](std::size_t i) {
        const auto& path = open.table.columns[i].path;
        return parent.size() >= 2 ? path.size() >= 2 && path.front() == parent.front()
                                  : path.size() == 1 && !open.taken[i] && i > columns.front() &&
                                        i < columns.back();
    };
    std::vector<std::size_t> beside;
    for (std::size_t i = 0; i < open.table.columns.size(); ++i)
        if (const auto& path = open.table.columns[i].path;
            !path.empty() && isBeside(i) && open.values[i].numbers >= 0.5 &&
            !isTotalWord(path.back()) && !isPartWord(path.back()) &&
            std::find(columns.begin(), columns.end(), i) == columns.end())
            beside.push_back(i);
    columns.insert(columns.end(), beside.begin(), beside.end());
    std::sort(columns.begin(), columns.end());
    for (const std::size_t i : columns) {
        const auto& path = open.table.columns[i].path;
        open.drop(i);
        WideColumn wide;
        wide.column = i;
        addMeasure(open, wide, {path.begin(), path.end() - 1});
        wide.subject.clear();
        wide.place = placeOfHeader(path.back());
        open.result.wide.push_back(std::move(wide));
        open.taken[i] = true;
    }
    open.leaveTotals();
}

void findSeasons(OpenGuess& open) {
    std::set<std::string> seasons;
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < open.table.columns.size(); ++i) {
        const auto& path = open.table.columns[i].path;
        if (path.size() < 2 || open.values[i].numbers < 0.5 ||
            !(isSeason(path.front()) || headerYearOf(path.front())))
            continue;
        const auto leaf = meaningsOf({path.back()}, open.kind);
        if (leaf.empty() || !isMeasure(leaf.front().field))
            continue;
        seasons.insert(path.front());
        columns.push_back(i);
    }
    if (seasons.size() < 2)
        return;
    for (const std::size_t i : columns) {
        const auto& path = open.table.columns[i].path;
        open.drop(i);
        WideColumn wide;
        wide.column = i;
        addMeasure(open, wide, {path.begin() + 1, path.end()});
        wide.subject.clear();
        wide.period = path.front();
        if (const auto year = headerYearOf(path.front()); year && !isSeason(path.front())) {
            wide.period = std::to_string(year->year);
            wide.isPlanned = year->isPlanned;
        }
        if (!records::parsePeriod(wide.period) && !open.titles.period.empty())
            wide.period += " " + open.titles.period;
        open.result.wide.push_back(std::move(wide));
        open.taken[i] = true;
    }
}

void findCounts(OpenGuess& open) {
    // A measure that a person chose is the one that is meant.
    if (!open.isAboutThings() || !open.result.wide.empty() || !open.has("subject") ||
        std::any_of(open.chosen.begin(), open.chosen.end(),
                    [&](std::size_t column) { return isMeasure(open.fieldOf(column)); }))
        return;
    std::map<std::size_t, std::string> counts; ///< column -> what it counts
    std::set<std::string> units;
    for (std::size_t i = 0; i < open.table.columns.size(); ++i) {
        const auto& path = open.table.columns[i].path;
        const std::string field = open.fieldOf(i);
        if (path.empty() || open.values[i].numbers < 0.5 || isPutIn(path.back()) ||
            !isAnyOf(field, {"", "count", "value", knownColumn}))
            continue;
        std::string unit = unitInHeader(path);
        if (unit.empty())
            unit = records::unitCountedBy(open.kind, path.back());
        if (isThingCounted(unit) && units.insert(text::fold(unit)).second)
            counts[i] = std::move(unit);
    }
    if (counts.size() < 2)
        return;
    for (std::size_t i = 0; i < open.table.columns.size(); ++i)
        if (const std::string field = open.fieldOf(i); counts.contains(i))
            open.addWide(i, "count", {});
        else if (isMeasure(field))
            open.addWide(i, field, {});
    for (WideColumn& wide : open.result.wide)
        if (const auto its = counts.find(wide.column); its != counts.end())
            wide.unit = its->second;
}

} // namespace terroir::tables
