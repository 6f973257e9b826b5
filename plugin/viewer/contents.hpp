#pragma once

#include "core/base/error.hpp"
#include "core/figures/page_words.hpp"
#include "core/figures/theme_figures.hpp"
#include "core/workspace/snapshot.hpp"

#include <QMetaType>

#include <memory>
#include <set>
#include <vector>

namespace terroir::viewer {

using workspace::Snapshot;
using workspace::SnapshotPtr;

/// What one map shows: a theme, maybe edited, and what is set over it.
struct MapSpec {
    theme::Theme theme{};
    theme::Settings settings{};
    std::set<std::size_t> hiddenLayers{}; ///< of the theme; never all of them
};

/// The theme without its hidden layers.
inline theme::Theme shownTheme(const MapSpec& spec) {
    theme::Theme theme = spec.theme;
    for (auto hidden = spec.hiddenLayers.rbegin(); hidden != spec.hiddenLayers.rend(); ++hidden)
        theme.layers.erase(theme.layers.begin() + static_cast<std::ptrdiff_t>(*hidden));
    return theme;
}

/// Those layers as they are drawn; where they cannot be, as they are.
inline theme::Theme drawnTheme(const MapSpec& spec) {
    try {
        return theme::drawnWith(shownTheme(spec), spec.settings);
    } catch (const UsageError&) { // the map says why
        return shownTheme(spec);
    }
}

/// The figures of one map, and where they lie.
struct MapFigures {
    SnapshotPtr contents;
    MapSpec spec; ///< what they were made of
    figures::EvaluatedTheme evaluated;
    geometry::Box extent;                      ///< EPSG:3857; empty when nothing has a shape
    std::vector<gazetteer::UnitIndex> missing; ///< units without a shape
    figures::PageWords::Approximate approximate;
};
using FiguresPtr = std::shared_ptr<const MapFigures>;

} // namespace terroir::viewer

Q_DECLARE_METATYPE(terroir::viewer::SnapshotPtr)
Q_DECLARE_METATYPE(terroir::viewer::FiguresPtr)
