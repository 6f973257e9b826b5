#pragma once

#include "core/figures/page_words.hpp"
#include "core/geometry/topology.hpp"
#include "core/map/symbols.hpp"
#include "core/map/typesetter.hpp"

#include <vector>

namespace terroir::map {

/// A unit as it lies on the page.
struct DrawnUnit {
    gazetteer::UnitIndex unit = gazetteer::noUnit;
    geometry::MultiPolygon shape;
    geometry::Box box;
    geometry::InnerPoint widest; ///< of the largest part; see findWidest()
};

/// Widest place of the unit for something `aspect` times as wide as it is high. Found on a thinned
/// copy of the largest part, to about half a millimetre.
geometry::InnerPoint findWidest(const DrawnUnit& unit, double aspect);

/// How symbols are drawn on this map so that they do not bury each other.
struct SymbolPlan {
    double factor = 1; ///< times maxSizeMm
    FigureTexts figures = FigureTexts::Shown;
};
/// Whether symbols may be larger than the theme says where there is room: on a page, not on a
/// screen, where their size must not change while the map moves.
enum class SymbolGrowth { No, WithRoom };
SymbolPlan planSymbols(const std::vector<DrawnUnit>& units,
                       const figures::EvaluatedTheme& evaluated, const figures::PageWords& words,
                       const Typesetter& type, SymbolGrowth growth = SymbolGrowth::WithRoom);

struct MapMarks {
    Group symbols{"symbols", {}, true};
    Group labels{"labels", {}, true};
};

/// What is drawn on the units: symbols with their figures, large ones first, and labels.
struct MarksInput {
    const figures::EvaluatedTheme& evaluated;
    const figures::PageWords& words;
    const std::vector<DrawnUnit>& units;
    const std::vector<DrawnUnit>& parents;
    const std::vector<DrawnUnit>& context; ///< clipped to the frame
    geometry::Box frame;
    std::vector<geometry::Box> obstacles; ///< scale bar, notes
    /// Names to stand at points of the page that lie in the frame: the archipelagos.
    std::vector<std::pair<std::string, geometry::Point>> seaNames;
    SymbolPlan plan;
};
MapMarks placeMarks(const MarksInput& input, const Typesetter& type);

} // namespace terroir::map
