#include "plugin/qgis/processing/statements.hpp"

#include "core/base/error.hpp"
#include "core/join/area.hpp"
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

// A sum over several indicators would add hectares of one thing to hectares of another. One over
// several categories may count a thing twice (tea with two certificates) and is only pointed out.
void checkSum(const Statements& given, const join::Request& request,
              QgsProcessingFeedback& feedback) {
    if (request.measure != join::Measure::Sum)
        return;
    std::set<std::string> indicators, categories;
    for (const records::Record& record : given.records)
        if (record.value && request.selection.accepts(record, given.sources)) {
            indicators.insert(record.indicator);
            categories.insert(record.category);
        }
    if (indicators.size() > 1)
        throw UsageError(
            fmt::format(fmt::runtime(fromQt(said("Các số liệu có nhiều chỉ tiêu ({}); hãy chọn một "
                                                 "bằng INDICATOR.",
                                                 "The records have several indicators ({}); choose "
                                                 "one with INDICATOR."))),
                        fmt::join(indicators, ", ")));
    if (categories.size() > 1)
        feedback.pushWarning(said("Tổng này cộng nhiều phân loại (%1), có thể trùng nhau; chọn một "
                                  "bằng CATEGORY.",
                                  "The sum adds several categories (%1), which may overlap; choose "
                                  "one with CATEGORY.")
                                 .arg(toQt(fmt::format("{}", fmt::join(categories, ", ")))));
}

// A place that is not known may lie anywhere, so also outside the area.
void sayUnplaced(const Statements& given, const join::Request& request,
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
                                  const join::Request& request, const join::Figures& figures) {
    if (request.within != noUnit)
        return figures.units;
    std::vector<UnitIndex> units;
    for (const UnitIndex province : join::provincesOf(
             gazetteer, given.records,
             [&](const records::Record& record) {
                 return request.selection.accepts(record, given.sources);
             },
             request.asOf)) {
        const auto below = join::unitsWithin(gazetteer, province, request.level, request.asOf);
        units.insert(units.end(), below.begin(), below.end());
    }
    return units;
}

} // namespace terroir::qgis
