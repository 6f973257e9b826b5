#include "core/figures/theme_figures.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/figures/add_ground.hpp"
#include "core/figures/dots.hpp"
#include "core/records/selection.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace terroir::figures {

using theme::Settings;

namespace {

void requireSources(const std::vector<std::string>& ids, workspace::Workspace& workspace) {
    std::vector<std::string> known;
    for (const records::Source& source : workspace.sources())
        known.push_back(source.id);
    for (const std::string& id : ids)
        if (std::find(known.begin(), known.end(), id) == known.end())
            throw UsageError(
                unknownWord(localText("Nguồn '{}' không có trong không gian làm việc.",
                                      "The source '{}' is not in the workspace.", id),
                            id, localText("Các nguồn là", "The sources are"), known));
}

/// Of a theme with the settings put in.
figures::ShownArea areaOf(const theme::Theme& theme, const Settings& settings,
                          workspace::Workspace& workspace) {
    if (theme.within == Settings::country)
        return {gazetteer::noUnit, true};
    if (theme.within.empty() || theme.within == Settings::everywhere)
        return {};
    return {workspace.findUnit(theme.within, theme.asOf.value_or(Date::today()),
                               settings.within.empty() ? fmt::format("Theme '{}': within", theme.id)
                                                       : "--within"),
            false};
}

} // namespace

void limitRecords(workspace::Workspace& workspace, std::span<const theme::Theme> themes) {
    std::set<std::string> kinds;
    for (const theme::Theme& theme : themes)
        for (const theme::Layer& layer : theme.layers)
            for (const theme::Series& series : layer.series) {
                if (series.selection.kinds.empty())
                    return;
                kinds.insert(series.selection.kinds.begin(), series.selection.kinds.end());
            }
    workspace.limitRecords({kinds.begin(), kinds.end()});
}

bool hasRecords(const theme::Theme& theme, const Settings& settings,
                workspace::Workspace& workspace) {
    requireSources(settings.only.sources, workspace);
    const records::CompactRecords& known = workspace.compactRecords();
    const theme::Theme shown = theme::withSettings(theme, settings);
    std::vector<records::CompactSelection> selections;
    for (const theme::Layer& layer : shown.layers)
        for (const theme::Series& series : layer.series)
            selections.emplace_back(series.selection, known, workspace.sources());
    bool isAny = false;
    const auto accepts = [&](std::size_t record) {
        const bool isShown =
            std::any_of(selections.begin(), selections.end(),
                        [&](const auto& selection) { return selection.accepts(record); });
        isAny = isAny || isShown;
        return isShown;
    };
    const gazetteer::Gazetteer& gazetteer = workspace.gazetteer();
    const Date day = shown.asOf.value_or(Date::today());
    const auto provinces = records::provincesOf(gazetteer, known, accepts, day);
    const gazetteer::UnitIndex within = areaOf(shown, settings, workspace).within;
    return isAny && (within == gazetteer::noUnit || provinces.empty() ||
                     provinces.contains(
                         gazetteer.ancestorAt(within, gazetteer::Level::Province, day)));
}

figures::EvaluatedTheme figuresOf(const theme::Theme& theme, const Settings& settings,
                                  workspace::Workspace& workspace, Language language,
                                  CountedMemory* memory) {
    requireSources(settings.only.sources, workspace);
    const theme::Theme shown = theme::withSettings(theme, settings);
    figures::EvaluatedTheme evaluated =
        figures::evaluate(shown, workspace.gazetteer(), workspace.compactRecords(), {}, language,
                          workspace.sources(), areaOf(shown, settings, workspace), memory);
    addGround(evaluated, workspace);
    addDots(evaluated, workspace);
    return evaluated;
}

void requireRecords(const figures::EvaluatedTheme& evaluated) {
    if (evaluated.units.empty())
        throw InputError(localText("Chủ đề '{}' không có số liệu trong không gian làm việc này; "
                                   "hãy chọn chủ đề khác, hoặc nhập một bảng.",
                                   "The theme '{}' has no records in this workspace; choose "
                                   "another theme, or import a table.",
                                   evaluated.theme.id));
}

} // namespace terroir::figures
