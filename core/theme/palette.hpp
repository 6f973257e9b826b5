#pragma once

#include "core/base/colour.hpp"
#include "core/base/language.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace terroir::theme {

/// "#rgb", "#rrggbb" or "#rrggbbaa"; UsageError otherwise.
Colour parseColour(const std::string& text);

/// Sequential: light to dark, for classes of numbers. Diverging: two hues that darken away from a
/// light middle, for numbers on both sides of one. Qualitative: unlike hues, for kinds of things.
/// Bivariate: a square of two sequences of hues that darken together, for pairs of classes.
enum class PaletteKind { Sequential, Diverging, Qualitative, Bivariate };

struct Palette {
    std::string name;
    LocalText label;
    /// 9 when sequential; 11 with the middle in the sixth when diverging; 8 to 12 when qualitative;
    /// 9 when bivariate: of the lowest second class first, each from the lowest first one.
    std::vector<Colour> colours;
    PaletteKind kind = PaletteKind::Sequential;
    std::string family; ///< whose: "ColorBrewer", "matplotlib", "Crameri", "Okabe, Ito"
};
/// As their authors published them, whose names they keep: sources in palette_data.cpp.
const std::vector<Palette>& palettes();
/// "sequential", "diverging", "qualitative".
std::string_view toString(PaletteKind kind);
/// By name; UsageError with the nearest name.
const Palette& findPalette(std::string_view name);
/// UsageError for a palette whose colours have no order: classes of numbers cannot be read from it.
void requireOrdered(std::string_view name);

/// n colours. Sequential: evenly spaced in lightness, none as light as paper. Diverging: evenly
/// spaced on both sides of the middle. Qualitative: the first n, from the start again when there
/// are more, and so of a bivariate one.
std::vector<Colour> sample(const Palette& palette, std::size_t n);
/// Of a diverging palette, for so many classes below and above a value, and one that holds it: as
/// far from the middle, as strong on either side.
std::vector<Colour> sampleAround(const Palette& palette, std::size_t below, bool hasMiddle,
                                 std::size_t above);

/// Of a bivariate palette, for so many classes of the first and the second series, in its order.
std::vector<Colour> sampleSquare(const Palette& palette, std::size_t first, std::size_t second);

/// Whether as many classes or kinds as a map may have at a glance (five; seven of a diverging one;
/// eight kinds; nine pairs) stay apart for readers with each of the three colour deficiencies.
bool isForAllEyes(const Palette& palette);

} // namespace terroir::theme
