#pragma once

#include "core/geometry/shape.hpp"
#include "core/theme/picture.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace terroir::page {

/// Of the square that the paths of picturePaths() lie in; view.js has it, too.
inline constexpr double pictureSide = 24;

/// The place of a picture in a list, which it is added to when it is not there.
std::size_t pictureNumber(std::vector<const theme::Picture*>& pictures,
                          const theme::Picture& picture);
/// Each as SVG path data.
nlohmann::json picturePaths(const std::vector<const theme::Picture*>& pictures);

/// Rings as SVG path data in millimetres from the upper left corner of their box.
struct PlacedPath {
    std::string data;
    geometry::Box box;
};
PlacedPath placedPath(const std::vector<std::vector<geometry::Point>>& rings);

} // namespace terroir::page
