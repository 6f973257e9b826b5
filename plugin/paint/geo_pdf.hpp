#pragma once

#include "core/map/scene.hpp"

#include <string>
#include <string_view>

namespace terroir::paint {

/// A PDF of one page that knows where the frames of the map lie: a viewport with a geographic
/// measure for each (ISO 32000-2, 12.9 and 12.10), which GIS programs and readers on telephones
/// ask for places. The page looks as before. Error when the bytes are no PDF.
std::string withGround(std::string_view pdf, const map::Scene& scene);

} // namespace terroir::paint
