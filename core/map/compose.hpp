#pragma once

#include "core/map/page_shapes.hpp"
#include "core/map/scene.hpp"

#include <functional>

namespace terroir::map {

/// Lays out the whole page: title, map in a local projection, class fills, no-data hatch, symbols,
/// labels that do not overlap each other or a symbol, legend with counts and the not-attributed
/// values, scale bar with round numbers, north arrow, as-of date, source line, and the words
/// "approximate boundaries" when any shape is. `stop` (may be empty) is asked now and then; true
/// ends early with an empty scene.
Scene composeMap(const figures::EvaluatedTheme& evaluated, const PageShapes& data, const Page& page,
                 const MeasureText& measure, const std::function<bool()>& stop = {});

/// Whether symbols cover each other on that page even when they are drawn small.
bool areSymbolsCrowded(const figures::EvaluatedTheme& evaluated, const PageShapes& data,
                       const Page& page, const MeasureText& measure);

} // namespace terroir::map
