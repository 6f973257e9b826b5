#pragma once

#include "core/map/legend_flow.hpp"
#include "core/map/scene.hpp"
#include "core/map/typesetter.hpp"
#include "core/theme/picture.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace terroir::map {

/// `times` pictures of a height side by side around a middle, each in a square, with a rim of paper
/// that keeps them apart from what lies below.
std::vector<Item> pictogram(geometry::Point middle, double heightMm, const theme::Picture& picture,
                            std::size_t times, Colour colour);

/// What a legend says the size of pictures by.
struct PictureKey {
    double heightMm = 0;
    std::string text;
};
/// `times` pictures in a row in the sizes of the key side by side on one line, the largest first,
/// each row with its figure above it.
LegendRow pictureKeyRow(const std::vector<PictureKey>& keys, const theme::Picture& picture,
                        std::size_t times, const Typesetter& type);

} // namespace terroir::map
