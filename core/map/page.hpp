#pragma once

#include <string>

namespace terroir::map {

struct Page {
    double widthMm = 297, heightMm = 210;
    std::string title; ///< empty: the theme's
};

/// "A0" to "A6", in upper or lower case; UsageError with the known names.
Page parsePaper(const std::string& paper, bool landscape);
/// A picture of that many pixels; UsageError when it is too small for a map with a legend. Text is
/// sized in points of the page, so more dots per inch make larger letters: 150 suits a screen.
Page pageOfPixels(int width, int height, double dpi);

} // namespace terroir::map
