#include "plugin/qgis/processing/statements.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/gazetteer/territory.hpp"
#include "core/records/fields.hpp"
#include "core/records/selection.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

#include <qgsprocessingfeedback.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace terroir::qgis {

using gazetteer::noUnit;
using gazetteer::UnitIndex;

namespace {

QString listOf(const std::set<std::string>& words) {
    return toQt(fmt::format("{}", fmt::join(words, ", ")));
}

UsageError chooseKindFirst(const std::set<std::string>& kinds) {
    return UsageError(localText(
        "Các số liệu thuộc nhiều loại ({}); hãy chọn một bằng KIND trước, rồi chỉ tiêu bằng "
        "INDICATOR.",
        "The records are of several kinds ({}); choose one with KIND first, then an indicator "
        "with INDICATOR.",
        fromQt(listOf(kinds))));
}

/// UsageError when none of the words asked for stands in the records.
void requireOneOf(const std::vector<std::string>& asked, const std::set<std::string>& known,
                  const std::set<std::string>& kinds, const char* parameter) {
    const bool isKnown = asked.empty() || known.empty() ||
                         std::any_of(asked.begin(), asked.end(),
                                     [&](const std::string& word) { return known.contains(word); });
    if (isKnown)
        return;
    const QString name = QLatin1String(parameter), word = toQt(asked.front());
    throw UsageError(
        spoken(kinds.size() > 1
                   ? said("%1: không có '%2' trong số liệu loại nào (%3); hãy chọn KIND trước.",
                          "%1: there is no '%2' in records of any kind (%3); choose KIND first.")
                         .arg(name, word, listOf(kinds))
                   : said("%1: không có '%2' trong số liệu loại '%3'; có: %4.",
                          "%1: there is no '%2' in the records of the kind '%3'; there are: %4.")
                         .arg(name, word, listOf(kinds), listOf(known))));
}

} // namespace

void requireKnown(const Statements& given, const records::Selection& selection) {
    std::set<std::string> kinds, indicators, categories;
    for (const records::Record& record : given.records) {
        const bool isOfKind =
            selection.kinds.empty() || std::find(selection.kinds.begin(), selection.kinds.end(),
                                                 record.kind) != selection.kinds.end();
        if (!isOfKind)
            continue;
        kinds.insert(record.kind);
        indicators.insert(record.indicator);
        categories.insert(record.category);
    }
    for (std::set<std::string>* words : {&indicators, &categories})
        words->erase(std::string());
    requireOneOf(selection.indicators, indicators, kinds, "INDICATOR");
    // One that the kind may have, though no record has it, is no mistake.
    for (const records::CategoryInfo& info : records::categories())
        if (kinds.contains(info.kind))
            categories.insert(info.id);
    requireOneOf(selection.categories, categories, kinds, "CATEGORY");
}

// A sum over several indicators would add hectares of one thing to hectares of another. One over
// several categories may count a thing twice (tea with two certificates) and is only pointed out.
void checkSum(const Statements& given, const figures::Request& request,
              QgsProcessingFeedback& feedback) {
    if (request.measure != records::Measure::Sum)
        return;
    std::set<std::string> kinds, indicators, categories;
    for (const records::Record& record : given.records)
        if (record.value && request.selection.accepts(record, given.sources)) {
            kinds.insert(record.kind);
            indicators.insert(record.indicator);
            categories.insert(record.category);
        }
    if (indicators.size() > 1 && kinds.size() > 1)
        throw chooseKindFirst(kinds);
    if (indicators.size() > 1)
        throw UsageError(
            localText("Các số liệu có nhiều chỉ tiêu ({}); hãy chọn một bằng INDICATOR.",
                      "The records have several indicators ({}); choose one with INDICATOR.",
                      fmt::to_string(fmt::join(indicators, ", "))));
    if (categories.size() > 1)
        feedback.pushWarning(said("Tổng này cộng nhiều phân loại (%1), có thể trùng nhau; chọn một "
                                  "bằng CATEGORY.",
                                  "The sum adds several categories (%1), which may overlap; choose "
                                  "one with CATEGORY.")
                                 .arg(toQt(fmt::format("{}", fmt::join(categories, ", ")))));
}

// A place that is not known may lie anywhere, so also outside the area.
void sayUnplaced(const Statements& given, const figures::Request& request,
                 QgsProcessingFeedback& feedback) {
    const auto isUnplaced = [&](const records::Record& record) {
        const auto isMatched = [](const records::Place& place) {
            return place.status == geocode::Status::Matched;
        };
        return request.selection.accepts(record, given.sources) && !record.places.empty() &&
               std::none_of(record.places.begin(), record.places.end(), isMatched);
    };
    const auto unplaced = std::count_if(given.records.begin(), given.records.end(), isUnplaced);
    if (unplaced > 0 && request.within != noUnit)
        feedback.pushWarning(
            said("%1 bản ghi có địa danh chưa rõ, không biết có thuộc địa bàn "
                 "không, nên không được tính.",
                 "%1 records have no place that is settled: whether they belong to "
                 "the area is not known, and they are not counted.")
                .arg(unplaced));
}

// As on a map: the area asked for, else the provinces that the records speak of.
std::vector<UnitIndex> unitsShown(const gazetteer::Gazetteer& gazetteer, const Statements& given,
                                  const records::CompactRecords& records,
                                  const figures::Request& request,
                                  const figures::Figures& figures) {
    if (request.within != noUnit)
        return figures.units;
    std::vector<UnitIndex> units;
    const records::CompactSelection selection(request.selection, records, given.sources);
    for (const UnitIndex province : records::provincesOf(
             gazetteer, records, [&](std::size_t record) { return selection.accepts(record); },
             request.asOf)) {
        const auto below = gazetteer::unitsWithin(gazetteer, province, request.level, request.asOf);
        units.insert(units.end(), below.begin(), below.end());
    }
    return units;
}

} // namespace terroir::qgis
