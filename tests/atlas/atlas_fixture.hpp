#pragma once

#include "core/atlas/atlas.hpp"
#include "core/figures/theme_figures.hpp"
#include "core/theme/known_themes.hpp"
#include "tests/support/packaged_workspace.hpp"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace terroir::atlas::testing {

/// Half an em per letter: good enough to lay out with.
inline map::TextExtent measureHalfEm(std::string_view text, const map::TextStyle& style) {
    double letters = 0;
    for (const char c : text)
        letters += (c & 0xc0) != 0x80 ? 1 : 0;
    const double em = style.sizePt * 25.4 / 72;
    return {letters * em / 2, em * 0.75, em * 0.25};
}

/// An atlas of the packaged records.
struct PackagedAtlas {
    PackagedAtlas(const std::vector<std::string>& ids, gazetteer::Level level,
                  const std::string& within, Date asOf, AtlasOptions options = {},
                  map::Page itsPage = {297, 210, {}}, Language language = Language::Vietnamese)
        : workspace(workspace::packagedFile(), store::Mode::ReadOnly, store::Spatial::Yes),
          page(std::move(itsPage)) {
        theme::Settings settings;
        settings.level = level;
        settings.within = within;
        settings.asOf = asOf;
        const theme::KnownThemes known = theme::knownThemes();
        std::vector<figures::EvaluatedTheme> themes;
        for (const std::string& id : ids) {
            theme::Theme theme = known.find(id);
            theme.list = false;
            themes.push_back(figures::figuresOf(theme, settings, workspace, language));
        }
        profiles = std::make_unique<figures::Profiles>(
            workspace, known.themes, figures::Profiles::Asked{level, asOf, themes.front().within});
        units = themes.front().units;
        atlas = std::make_unique<Atlas>(workspace, std::move(themes), *profiles, page, measure,
                                        std::move(options));
    }

    workspace::Workspace workspace;
    map::Page page;
    map::MeasureText measure = measureHalfEm;
    std::unique_ptr<figures::Profiles> profiles;
    std::vector<gazetteer::UnitIndex> units;
    std::unique_ptr<Atlas> atlas;
};

inline std::vector<map::TextItem> textsOf(const map::Scene& scene, std::string_view group = {}) {
    std::vector<map::TextItem> texts;
    for (const map::Group& one : scene.groups)
        if (group.empty() || one.id == group)
            for (const map::Item& item : one.items)
                if (const auto* text = std::get_if<map::TextItem>(&item))
                    texts.push_back(*text);
    return texts;
}

/// What letters take up, without what reaches below the line.
inline geometry::Box boxOf(const map::TextItem& text) {
    const double width = measureHalfEm(text.text, text.style).widthMm;
    const double left = text.align == map::Align::Left    ? text.at.x
                        : text.align == map::Align::Right ? text.at.x - width
                                                          : text.at.x - width / 2;
    return {left, text.at.y - map::Typesetter::capHeight(text.style), left + width, text.at.y};
}

} // namespace terroir::atlas::testing
