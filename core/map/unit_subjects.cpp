#include "core/map/unit_subjects.hpp"

#include "core/records/selection.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <unordered_set>

namespace terroir::map {

using gazetteer::UnitIndex;

namespace {

/// What each thing, or things that share a value, adds to a sum: "ngô lai 2,5 ha", "mận, lê 0,9
/// ha".
std::vector<std::string> summands(const figures::EvaluatedLayer& layer, std::size_t series,
                                  UnitIndex unit, const figures::PageWords& words) {
    const std::string measure =
        figures::unitOf(layer.series[series], layer.layer->series[series], words.language());
    std::vector<std::string> texts;
    if (series >= layer.summands.size())
        return texts;
    if (const auto at = layer.summands[series].find(unit); at != layer.summands[series].end())
        for (const figures::Summand& one : at->second)
            texts.push_back(
                fmt::format("{} {}", fmt::join(one.subjects, " + "),
                            words.withUnit(words.amount(layer, one.value), one.value, measure)));
    return texts;
}

} // namespace

std::vector<std::string> subjectsOf(UnitIndex unit, const figures::EvaluatedTheme& evaluated,
                                    const figures::PageWords& words) {
    std::vector<std::string> subjects;
    std::unordered_set<std::string> known;
    for (const figures::EvaluatedLayer& layer : evaluated.layers)
        for (std::size_t i = 0; i < layer.series.size(); ++i) {
            const auto cell = layer.series[i].cells.find(unit);
            if (cell == layer.series[i].cells.end())
                continue;
            const bool inNames = layer.layer->series[i].places == records::PlaceUse::Names;
            const bool isSum = layer.layer->series[i].measure == records::Measure::Sum;
            for (const std::string& subject :
                 isSum ? summands(layer, i, unit, words) : cell->second.subjects) {
                std::string shown = inNames ? subject + words.inNameOnly() : subject;
                if (!known.contains(subject) && known.insert(shown).second)
                    subjects.push_back(std::move(shown));
            }
        }
    return subjects;
}

} // namespace terroir::map
