#pragma once

#include "core/figures/evaluated_theme.hpp"
#include "core/figures/page_words.hpp"
#include "core/map/typesetter.hpp"

#include <span>
#include <string>
#include <vector>

namespace terroir::map {

enum class FigureTexts { Shown, Hidden };

/// One circle, pie or bar of a unit with its figure.
struct Symbol {
    double sizeMm = 0; ///< on an A4 map: diameter, or length of a bar
    std::vector<double> values;
    std::vector<Colour> colours;
    std::string figure;
    double figureWidthMm = 0;              ///< 0 when figures are hidden
    const theme::Series* series = nullptr; ///< when it shows but one
    bool isBar = false;
    const theme::Picture* picture = nullptr; ///< of pictograms, `times` of them in a row
    std::size_t times = 1;
    double widthMm() const; ///< on an A4 map
};

/// The symbols of a unit over all symbol and pie layers. Areas are proportional to values, without
/// a least size.
std::vector<Symbol> symbolsOf(gazetteer::UnitIndex unit, const figures::EvaluatedTheme& evaluated,
                              const figures::PageWords& words, const Typesetter& type,
                              FigureTexts figures);

/// Those of the figures that a group of units has together.
std::vector<Symbol> symbolsOf(const figures::UnitGroup& group,
                              const figures::EvaluatedTheme& evaluated,
                              const figures::PageWords& words, const Typesetter& type,
                              FigureTexts figures);

/// How much room the symbols of one unit take around (0, 0): side by side, their figures below
/// them. `sizeFactor` enlarges them from an A4 page to this map.
struct BundleExtent {
    geometry::Box box; ///< of symbols and figures; empty without symbols
    double largestRadiusMm = 0; ///< of a bar half its length
};
BundleExtent extentOf(std::span<const Symbol> symbols, const Typesetter& type, double sizeFactor,
                      FigureTexts figures);

/// The symbols as they are drawn.
struct SymbolBundle {
    std::vector<Item> items;   ///< circles and pie slices
    std::vector<Item> figures; ///< texts
    /// Without figures below: those of several circles that fit into them.
    std::vector<Item> inside;
    BundleExtent extent;
};
SymbolBundle bundleOf(std::span<const Symbol> symbols, const Typesetter& type, double sizeFactor,
                      FigureTexts figures);

/// One disc cut into slices, as paths (a full disc when there is one slice). Values are positive.
std::vector<Item> pie(geometry::Point centre, double radiusMm, std::span<const double> values,
                      std::span<const Colour> colours);

/// The circle of a series on the map and in the legend: filled, or hollow for places in names.
CircleItem seriesCircle(geometry::Point centre, double radiusMm, const theme::Series& series);

bool hasSymbols(const figures::EvaluatedTheme& evaluated);

} // namespace terroir::map
