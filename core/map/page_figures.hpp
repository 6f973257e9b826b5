#pragma once

#include "core/map/compose.hpp"
#include "core/map/page_shapes.hpp"

#include <functional>
#include <optional>

namespace terroir::map {

/// What a page is composed of.
struct PageFigures {
    figures::EvaluatedTheme evaluated;
    PageShapes data;
};

/// Makes the figures of a theme at a level; without one, at that which was asked for.
using EvaluateAt = std::function<figures::EvaluatedTheme(std::optional<gazetteer::Level>)>;

/// Figures and shapes at the level that was asked for. Where symbols would cover each other on that
/// page even when they are small, those of the next level up that exists on the date, district or
/// province, counted anew so that each value counts once; PageShapes::askedLevel then says which
/// was asked for. Forty symbols and fewer stay where they are; a level at which fewer than four
/// units are shown says too little and is not gone up to. Where the symbols of groups of units are
/// too many even then, what they have together is left to the legend. The workspace must outlive
/// the result.
PageFigures pageFiguresOf(workspace::Workspace& workspace, const EvaluateAt& evaluateAt,
                          const Page& page, const MeasureText& measure);

} // namespace terroir::map
