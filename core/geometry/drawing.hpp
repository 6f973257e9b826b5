#pragma once

#include "core/base/colour.hpp"
#include "core/geometry/shape.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace terroir::geometry {

/// What a drawing of a CAD program is made of, in metres of a plane. Names of layers are ASCII: the
/// programs read others in the letters of their own country.
struct Drawing {
    struct Fill {
        std::string layer;
        Polygon area;
        Colour colour;
    };
    struct Line {
        std::string layer;
        Ring points; ///< closed where the last is the first
    };
    struct Text {
        std::string layer;
        Point at;
        std::string text; ///< one line, UTF-8
        double height = 0;
        bool isCentred = true; ///< else it begins at the point
    };
    std::vector<Fill> fills;
    std::vector<Line> lines;
    std::vector<Text> texts;
};

/// Writes a DXF of AutoCAD 2004 and later, fills first. Colours are the nearest of the 255 that
/// AutoCAD numbers; letters outside Latin-1 are written as AutoCAD's \U+1EA3. InputError when the
/// file cannot be written.
void writeDxf(const Drawing& drawing, const std::filesystem::path& file);

} // namespace terroir::geometry
