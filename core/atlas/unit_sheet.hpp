#pragma once

#include "core/atlas/index_map.hpp"
#include "core/atlas/sheet.hpp"
#include "core/figures/profile.hpp"

#include <functional>
#include <optional>

namespace terroir::atlas {

/// A theme of the atlas, with the shapes of its units.
struct AtlasTheme {
    figures::EvaluatedTheme evaluated;
    map::ScreenShapes shapes;
    std::optional<IndexMap> locator; ///< of all sheets, its corner at 0; made with the first one

    AtlasTheme(workspace::Workspace& workspace, figures::EvaluatedTheme theme)
        : evaluated(std::move(theme)), shapes(workspace, evaluated) {}
    AtlasTheme(const AtlasTheme&) = delete;
    AtlasTheme& operator=(const AtlasTheme&) = delete;
};

/// What the sheets of an atlas are made from.
struct AtlasInput {
    workspace::Workspace& workspace;
    const map::Page& page;
    const map::MeasureText& measure;
    const map::Typesetter& type;
    const map::PageShapes& data; ///< of the area: gazetteer and sources
    const geometry::Box& area;   ///< EPSG:3857: the land of all units
    const map::Fill& unitFill;   ///< of a unit that has something
    std::function<bool(gazetteer::UnitIndex)> hasPage;
};

/// A line of the figures of a unit that leads to another sheet.
struct SheetLine {
    std::string text;
    std::size_t sheet = 0;
};

/// The map of a unit in its surroundings with the theme's figures, where it lies in the area, what
/// is known of it as a unit, its figures, the legend, and a chart of the theme.
Sheet unitSheet(const AtlasInput& input, AtlasTheme& theme, gazetteer::UnitIndex unit,
                const std::vector<figures::ProfileTotal>& totals,
                const std::vector<SheetLine>& leads);

} // namespace terroir::atlas
