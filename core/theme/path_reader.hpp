#pragma once

#include "core/base/language.hpp"
#include "core/geometry/shape.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace terroir::theme {

/// What SVG path data hold, or why they are not read (a part of a sentence).
struct PathResult {
    std::vector<geometry::Ring> rings; ///< closed, curves cut into chords
    LocalText problem;
};

/// The d of a <path>: M, L, H, V, C, S, Q, T and Z, in capitals or small letters; subpaths that are
/// not closed are closed, as a fill does (SVG 1.1, chapter 8). Arcs and anything else are a
/// problem, as are more than `mostCorners` corners and numbers beyond a million.
PathResult readPath(std::string_view data, std::size_t mostCorners);

} // namespace terroir::theme
