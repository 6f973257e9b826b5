#include "core/tables/open_guess.hpp"

#include "core/base/strings.hpp"
#include "core/records/different_quantities.hpp"
#include "core/records/land_units.hpp"
#include "core/records/quantity.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/row_words.hpp"
#include "core/text/thing_words.hpp"

#include <algorithm>

namespace terroir::tables {

OpenGuess::OpenGuess(const FoundTable& itsTable, std::string_view itsKind,
                     const TitleWords& itsTitles, PlaceWords& itsPlaces)
    : table(itsTable), kind(itsKind), titles(itsTitles), places(itsPlaces),
      taken(itsTable.columns.size(), false) {
    for (const FoundColumn& column : table.columns)
        values.push_back(valuesOf(table, column));
}

bool OpenGuess::has(std::string_view field) const {
    return std::any_of(result.ticks.begin(), result.ticks.end(),
                       [&](const TickColumn& tick) { return tick.field == field; }) ||
           result.find(field) != nullptr || leftOut.contains(std::string(field));
}

std::string OpenGuess::fieldOf(std::size_t column) const {
    const auto its = std::find_if(result.columns.begin(), result.columns.end(),
                                  [&](const auto& one) { return one.column == column; });
    return its == result.columns.end() ? std::string() : its->field;
}

bool OpenGuess::isStated(std::string_view measure) const {
    return has(measure) ||
           std::any_of(result.wide.begin(), result.wide.end(), [&](const WideColumn& wide) {
               return wide.subject.empty() && wide.measure == measure;
           });
}

bool OpenGuess::isAboutThings() const {
    return isAnyOf(kind, {"production_zone", "planting", "livestock", "aquaculture", "trial",
                          "model", "certification"});
}

bool OpenGuess::hasUnits(std::size_t column) const {
    const auto& samples = values[column].samples;
    const auto count = std::count_if(samples.begin(), samples.end(), [](const std::string& text) {
        const auto one = records::parseQuantity(text, records::NumberStyle::Vietnamese);
        return one ? !one->unit.empty() : !records::differentQuantities(text).empty();
    });
    return 2 * std::size_t(count) > samples.size();
}

bool OpenGuess::isNumbersOnly(std::size_t i) const {
    if (values[i].filled == 0 || values[i].numbers < 0.5)
        return false;
    const std::string field = fieldOf(i);
    return field.empty() ? !taken[i] : isMeasure(field) && !chosen.contains(i);
}

std::string OpenGuess::titleUnitFor(std::string_view field) const {
    if (const auto its = titles.units.find(std::string(field)); its != titles.units.end())
        return its->second;
    const bool isArea = records::isAreaUnit(titles.unit), isMass = isMassUnit(titles.unit);
    const bool can = field == "value" || (field == "area" && isArea) ||
                     (field == "output" && isMass) ||
                     (field == "yield" && titles.unit.find('/') != std::string::npos) ||
                     (field == "count" && !isArea && !isMass);
    return can ? titles.unit : std::string();
}

std::string OpenGuess::measureOf(const std::string& unit) const {
    const std::string& said = unit.empty() ? titles.unit : unit;
    if (unit.empty() && saysUnitsByRow())
        return "value";
    if (records::isAreaUnit(said))
        return "area";
    if (isMassUnit(said))
        return "output";
    if (!said.empty())
        return said.find('/') != std::string::npos ? "yield" : "count";
    return titles.measure.empty() ? "value" : titles.measure;
}

bool OpenGuess::saysUnitsByRow() const {
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (const auto& path = table.columns[i].path;
            !path.empty() && values[i].units >= 0.5 &&
            isAnyOf(headerWords(path.back()), {"dvt", "don vi tinh", "don vi do", "don vi"}))
            return true;
    return false;
}

void OpenGuess::take(std::size_t column, std::string_view field, LocalText reason) {
    std::string unit = isMeasure(field) || isAnyOf(field, {"stars", "budget"})
                           ? unitInHeader(table.columns[column].path)
                           : std::string();
    if (unit.empty() && isMeasure(field))
        unit = titleUnitFor(field);
    if (unit.empty() && field == "budget" && isMoneyUnit(titles.unit))
        unit = titles.unit;
    result.columns.push_back({column, std::string(field), unit, std::move(reason)});
    taken[column] = true;
}

void OpenGuess::drop(std::size_t column) {
    std::erase_if(result.columns, [&](const GuessedColumn& one) { return one.column == column; });
    taken[column] = false;
}

WideColumn& OpenGuess::addWide(std::size_t column, const std::string& measure,
                               const std::string& subject, const std::string& period,
                               bool isPlanned, const std::string& unit) {
    const auto old = std::find_if(result.columns.begin(), result.columns.end(),
                                  [&](const auto& one) { return one.column == column; });
    if (old != result.columns.end())
        result.columns.erase(old);
    WideColumn wide;
    wide.column = column;
    wide.measure = measure;
    wide.subject = subject;
    wide.period = period;
    wide.isPlanned = isPlanned;
    wide.unit = unitInHeader(table.columns[column].path);
    if (wide.unit.empty())
        wide.unit = unit.empty() ? titleUnitFor(measure) : unit;
    if (wide.unit.empty() && isNumberOfHeads(column, wide)) {
        wide.measure = "count";
        wide.unit = "con";
        result.assumesHeads = true;
    }
    result.wide.push_back(std::move(wide));
    taken[column] = true;
    return result.wide.back();
}

bool OpenGuess::isNumberOfHeads(std::size_t column, const WideColumn& wide) const {
    const auto isPart = [](const std::string& text) { // "1,5" is of thousands
        const std::size_t sign = text.find_first_of(",.");
        return sign != std::string::npos && text.size() - sign != 4 &&
               text.find_first_of(",.", sign + 1) == std::string::npos;
    };
    const auto& samples = values[column].samples;
    return kind == "livestock" && isAnyOf(wide.measure, {"value", "count"}) &&
           !titles.countsOwners && !has("unit") && !has("indicator") && !hasUnits(column) &&
           text::isCountedByHead(wide.subject) &&
           std::none_of(samples.begin(), samples.end(), isPart);
}

void OpenGuess::leaveTotals() {
    std::erase_if(result.columns, [&](const GuessedColumn& column) {
        if (!isMeasure(column.field))
            return false;
        taken[column.column] = false;
        return true;
    });
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (!taken[i] && !table.columns[i].path.empty() &&
            (isTotalWord(table.columns[i].path.back()) ||
             isTotalWord(table.columns[i].path.front())))
            take(i, knownColumn, {});
}

std::optional<PartedHeader> OpenGuess::measuredCrop(const std::string& written) const {
    auto crop = cropOfMeasure(written);
    if (crop && crop->measure.empty())
        crop->measure = measureOf(unitInHeader({splitYear(written).first}));
    return crop;
}

} // namespace terroir::tables
