#pragma once

#include "core/geometry/shape.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::theme {

/// A plain shape in one colour.
struct Picture {
    std::string name; ///< as a theme names it: "tea", "own.svg"
    /// Closed, y down, filled odd-even; the longer side of all together reaches from 0 to 1, the
    /// shorter lies in its middle.
    std::vector<geometry::Ring> rings;
    bool operator==(const Picture&) const = default;
};

/// As SVG path data (M, L, Z) in a square of that side: what browsers and QGIS draw.
std::string pathData(const Picture& picture, double side);

/// The paths of an SVG file of somebody else, their curves cut into chords; colours and lines of
/// the file count for nothing. InputError for what is no SVG, has anything but paths (texts,
/// pictures, transforms, styles that move it), breaks off, or is larger than a pictogram can be.
Picture readPicture(const std::string& svg, const std::string& name);

/// The same of a file of at most 64 kB.
Picture readPictureFile(const std::filesystem::path& file, const std::string& name);

} // namespace terroir::theme
