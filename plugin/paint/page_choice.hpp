#pragma once

#include "core/map/compose.hpp"
#include "plugin/paint/render_file.hpp"

#include <string>

namespace terroir::paint {

/// How large a map is: pixels for the screen, or paper. Nothing chosen: 1600x1200 for PNG, A4
/// landscape for PDF and SVG.
struct PageChoice {
    std::string size, paper; ///< "1600x1200"; "A3"
    bool portrait = false;
    bool landscape = false;
    double dpi = 0; ///< 0: 300 for paper, 144 for pixels
    /// The paper of a layout, which excludes the others; 0: none.
    double widthMm = 0, heightMm = 0;

    bool isPixels(ImageFormat format) const;
    /// UsageError that names the option for a size, paper or resolution that cannot be.
    map::Page pageFor(ImageFormat format) const;
    double dpiFor(ImageFormat format) const;
};

} // namespace terroir::paint
