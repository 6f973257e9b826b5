#pragma once

#include "core/base_map/base_map.hpp"
#include "core/boundaries/boundaries.hpp"
#include "core/boundaries/land_border.hpp"
#include "core/figures/evaluated_theme.hpp"
#include "core/figures/page_words.hpp"
#include "core/map/locator_shapes.hpp"
#include "core/map/page.hpp"
#include "core/records/record.hpp"
#include "core/workspace/workspace.hpp"

#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace terroir::map {

/// What a page is composed of beside the figures: where its units lie, and whose sources they have.
struct PageShapes {
    const gazetteer::Gazetteer* gazetteer = nullptr;
    boundaries::UnitShapes shapes; ///< of EvaluatedTheme::units
    boundaries::UnitShapes
        context; ///< neighbours and parents, drawn as thin lines behind; may be empty
    boundaries::UnitShapes parents; ///< outlines one level up, drawn thicker; may be empty
    boundaries::UnitShapes tops;    ///< see ShownUnits
    boundaries::UnitShapes formers; ///< see formerUnitsOf()
    std::vector<boundaries::BorderStretch> border; ///< of the country; may be empty
    std::vector<records::Source> sources;
    /// The level that was asked for, where the page shows a coarser one; see pageFiguresOf().
    std::optional<gazetteer::Level> askedLevel;
    LocatorShapes locator = {}; ///< where Layout::locator asks for it
    std::shared_ptr<base_map::BaseMap> base = {}; ///< of the workspace; may be null
};

figures::PageWords::Approximate approximateOf(const PageShapes& data);

/// Which units a map of figures shows: those that have them, the outlines one level up, and what
/// lies around (the other districts of the province, the other provinces).
struct ShownUnits {
    std::vector<gazetteer::UnitIndex> units, parents, context;
    /// Provinces around districts around the units, drawn thickest; empty unless there are several.
    std::vector<gazetteer::UnitIndex> tops;
};
ShownUnits unitsOfMap(const gazetteer::Gazetteer& gazetteer,
                      const figures::EvaluatedTheme& evaluated);

/// The border of the country along the provinces that a map of `units` shows: those among `shown`,
/// and those that the units lie in, whose shapes `shapesOf` gives.
std::vector<boundaries::BorderStretch>
borderOf(workspace::Workspace& workspace, Date asOf, const boundaries::UnitShapes& units,
         std::initializer_list<const boundaries::UnitShapes*> shown,
         const std::function<boundaries::UnitShapes(const std::vector<gazetteer::UnitIndex>&)>&
             shapesOf);

/// The base map of the workspace; null when it has none.
std::shared_ptr<base_map::BaseMap> baseMapOf(workspace::Workspace& workspace);

/// The shapes and sources that an evaluated theme is drawn with. Refers to the workspace's
/// gazetteer: the workspace must outlive it. Shapes are as detailed as the page can
/// show.
map::PageShapes pageShapesOf(workspace::Workspace& workspace,
                             const figures::EvaluatedTheme& evaluated, const map::Page& page);
/// Adds the old units that another theme on the same units shows figures of.
void addFormerUnits(workspace::Workspace& workspace, const figures::EvaluatedTheme& evaluated,
                    const map::Page& page, PageShapes& data);

} // namespace terroir::map
