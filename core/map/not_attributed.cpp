#include "core/map/not_attributed.hpp"

#include "core/map/unit_groups.hpp"
#include "core/text/vietnamese.hpp"

#include <map>
#include <tuple>
#include <utility>

namespace terroir::map {

bool saysSame(const std::string& label, const std::string& unit) {
    // As whole words: "Chè Shan tuyết" does not say "ha".
    return !unit.empty() &&
           (" " + text::toLower(label) + " ").find(" " + text::toLower(unit) + " ") !=
               std::string::npos;
}

std::vector<std::set<std::size_t>> shownEntries(const figures::EvaluatedLayer& layer) {
    std::vector<std::set<std::size_t>> shown(layer.series.size());
    for (const figures::UnitGroup& group : shownGroups(layer)) {
        const figures::SharedFigures& shared = *layer.sharedOf(group);
        for (std::size_t i = 0; i < shared.entries.size(); ++i)
            shown[i].insert(shared.entries[i].begin(), shared.entries[i].end());
    }
    return shown;
}

std::vector<NotAttributedLine> notAttributedLines(const figures::EvaluatedTheme& evaluated,
                                                  const figures::PageWords& words) {
    const Language language = words.language();
    std::vector<NotAttributedLine> lines;
    // Lines by what they say, and subjects by line.
    std::map<std::tuple<std::string, std::string, std::string>, std::size_t> known;
    std::set<std::pair<std::size_t, std::string>> named;
    const auto add = [&](NotAttributedLine line) {
        const auto [at, isNew] =
            known.try_emplace({line.series, line.place, line.reason}, lines.size());
        std::vector<std::string> subjects = std::exchange(line.subjects, {});
        if (isNew)
            lines.push_back(std::move(line));
        NotAttributedLine& same = lines[at->second];
        if (!isNew) {
            same.value += line.value;
            same.lowerBound = same.lowerBound || line.lowerBound;
        }
        for (std::string& subject : subjects)
            if (named.emplace(at->second, subject).second)
                same.subjects.push_back(std::move(subject));
    };
    for (const figures::EvaluatedLayer& layer : evaluated.layers) {
        const std::vector<std::set<std::size_t>> shown = shownEntries(layer);
        for (std::size_t i = 0; i < layer.series.size(); ++i) {
            const theme::Series& series = layer.layer->series[i];
            const std::string unit = figures::unitOf(layer.series[i], series, language);
            const bool onlySeries = evaluated.layers.size() == 1 && layer.series.size() == 1;
            const std::string& label = series.label.in(language);
            const std::string said = saysSame(label, unit) && !onlySeries ? "" : unit;
            for (std::size_t j = 0; j < layer.series[i].notAttributed.size(); ++j)
                if (const figures::NotAttributed& entry = layer.series[i].notAttributed[j];
                    !shown[i].contains(j))
                    add({onlySeries ? std::string() : label, said, words.notAttributedPlace(entry),
                         words.notAttributedReason(entry), entry.value, entry.lowerBound, &layer,
                         evaluated.theme.list ? entry.subjects : std::vector<std::string>()});
        }
    }
    return lines;
}

} // namespace terroir::map
