#pragma once

#include "core/geometry/shape.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace terroir::page {

/// The data of a page, as its script reads them. Throws where a tag stands in them.
nlohmann::json dataOf(const std::string& html);

/// What core/page/outlines.hpp says of the text of arcs and of shapes.
using StepRing = std::vector<geometry::Point>;
std::vector<StepRing> readLines(const std::string& encoded);
/// Rings of each shape, not closed.
std::vector<std::vector<StepRing>> readShapes(const std::string& shapes, const std::string& arcs);

} // namespace terroir::page
