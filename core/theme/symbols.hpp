#pragma once

#include "core/theme/evaluate.hpp"
#include "core/theme/page_words.hpp"
#include "core/theme/typesetter.hpp"

#include <vector>

namespace terroir::theme {

/// The symbols of one unit, laid out around (0, 0): circles or pies side by side, their figures
/// below them.
struct SymbolBundle {
    std::vector<Item> items;   ///< circles and pie slices
    std::vector<Item> figures; ///< texts
    geometry::Box box;         ///< of both
    double largestRadiusMm = 0;
    bool isEmpty() const { return items.empty(); }
};

enum class FigureTexts { Shown, Hidden };

/// The bundle of a unit over all symbol and pie layers; `sizeFactor` enlarges the layer's maxSizeMm
/// from an A4 page to this map. Areas are proportional to values, without a least size.
SymbolBundle symbolsOf(gazetteer::UnitIndex unit, const EvaluatedTheme& evaluated,
                       const PageWords& words, const Typesetter& type, double sizeFactor,
                       FigureTexts figures);

/// One disc cut into slices, as paths (a full disc when there is one slice). Values are positive.
std::vector<Item> pie(geometry::Point centre, double radiusMm, std::span<const double> values,
                      std::span<const Colour> colours);

/// The circle of a series on the map and in the legend: filled, or hollow for places in names.
CircleItem seriesCircle(geometry::Point centre, double radiusMm, const Series& series);

bool hasSymbols(const EvaluatedTheme& evaluated);

} // namespace terroir::theme
