#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/records/check_rules.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>

namespace terroir::records {

namespace {

/// How many times the ratio of the other places is far.
constexpr double far = 3;
/// Fewer places show no rule that one of them could break.
constexpr std::size_t fewestPlaces = 3;
/// Groups with more indicators are tables of figures that have nothing to do with each other.
constexpr std::size_t maxIndicators = 8;

/// The parts of an indicator by place.
struct Series {
    std::map<std::string, const Record*> parts;
    bool isClear = true; ///< one positive value for each place
    double sum = 0;
};

struct Outlier {
    std::string place;
    double times = 1; ///< always above 1
    double ratio = 0, others = 0;
};

std::optional<Outlier> farthest(const Series& above, const Series& below) {
    Outlier found;
    for (const auto& [place, record] : above.parts) {
        const auto other = below.parts.find(place);
        if (other == below.parts.end())
            return std::nullopt;
        const double upper = *record->value, lower = *other->second->value;
        const double ratio = upper / lower, others = (above.sum - upper) / (below.sum - lower);
        const double times = std::max(ratio / others, others / ratio);
        if (times > found.times)
            found = {place, times, ratio, others};
    }
    return found.times > far ? std::optional(found) : std::nullopt;
}

void checkPair(const Series& one, const Series& other, std::vector<Issue>& out) {
    if (one.parts.size() != other.parts.size())
        return;
    const Series &above = one.sum >= other.sum ? one : other,
                 &below = one.sum >= other.sum ? other : one;
    const auto outlier = farthest(above, below);
    if (!outlier)
        return;
    const Record &upper = *above.parts.at(outlier->place), &lower = *below.parts.at(outlier->place);
    const std::string place = upper.places.empty() ? "" : upper.places.front().text;
    out.push_back(
        {Severity::Warning,
         "ratio",
         upper.id,
         localText("'{}' có {} {} trên {} {} ({}), những nơi khác trung bình {}; hãy xem lại hai "
                   "số.",
                   "'{}' has {} {} for {} {} ({}), the other places {} on average; check both "
                   "numbers.",
                   place, numberText(*upper.value), upper.unit, numberText(*lower.value),
                   lower.unit, numberText(outlier->ratio, 1), numberText(outlier->others, 1)),
         fmt::format("{} {} {:.6g}", *upper.value, *lower.value, outlier->others),
         {lower.id}});
}

void checkRatiosOf(const RecordList& group, std::vector<Issue>& out) {
    std::map<std::string, std::map<std::string, Series>> series;
    for (const Record* record : group) {
        if (record->scope != Scope::Part || !record->value || record->unit == "%" ||
            record->indicator == "stars")
            continue;
        const std::string place = placesKey(*record);
        Series& one = series[fmt::format("{}\n{}\n{}", record->kind, record->category,
                                         subjectsKey(*record))][record->indicator];
        one.isClear = one.isClear && *record->value > 0 && !record->valueMax && !place.empty() &&
                      one.parts.emplace(place, record).second;
        one.sum += *record->value;
    }
    for (const auto& [key, indicators] : series) {
        std::vector<const Series*> clear;
        for (const auto& [indicator, one] : indicators)
            if (one.isClear && one.parts.size() >= fewestPlaces)
                clear.push_back(&one);
        if (clear.size() > maxIndicators)
            continue;
        for (std::size_t i = 0; i < clear.size(); ++i)
            for (std::size_t j = i + 1; j < clear.size(); ++j)
                checkPair(*clear[i], *clear[j], out);
    }
}

} // namespace

void checkRatios(const RecordGroups& groups, std::vector<Issue>& out) {
    for (const RecordList& group : groups.groups)
        checkRatiosOf(group, out);
}

} // namespace terroir::records
