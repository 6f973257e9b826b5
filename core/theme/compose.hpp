#pragma once

#include "core/boundaries/boundaries.hpp"
#include "core/records/record.hpp"
#include "core/theme/evaluate.hpp"
#include "core/theme/scene.hpp"

#include <functional>

namespace terroir::theme {

struct Page {
    double widthMm = 297, heightMm = 210;
    std::string title; ///< empty: the theme's
};

/// "A0" to "A6", in upper or lower case; UsageError with the known names.
Page parsePaper(const std::string& paper, bool landscape);
/// A picture of that many pixels; UsageError when it is too small for a map with a legend. Text is
/// sized in points of the page, so more dots per inch make larger letters: 150 suits a screen.
Page pageOfPixels(int width, int height, double dpi);

/// What a composed map needs beside the figures.
struct MapData {
    const gazetteer::Gazetteer* gazetteer = nullptr;
    boundaries::Shapes shapes; ///< of EvaluatedTheme::units
    boundaries::Shapes
        context; ///< neighbours and parents, drawn as thin lines behind; may be empty
    boundaries::Shapes parents; ///< outlines one level up, drawn thicker; may be empty
    std::vector<records::Source> sources;
    std::span<const records::Record> records;
};

/// Lays out the whole page: title, map in a local projection, class fills, no-data hatch, symbols,
/// labels that do not overlap each other or a symbol, legend with counts and the not-attributed
/// values, scale bar with round numbers, north arrow, as-of date, source line, and the words
/// "approximate boundaries" when any shape is. `stop` (may be empty) is asked now and then; true
/// ends early with an empty scene.
Scene composeMap(const EvaluatedTheme& evaluated, const MapData& data, const Page& page,
                 const MeasureText& measure, const std::function<bool()>& stop = {});

} // namespace terroir::theme
