#pragma once

#include "core/base/colour.hpp"
#include "core/gazetteer/unit.hpp"
#include "core/records/record_ground.hpp"

#include <cstddef>
#include <string>

namespace terroir::figures {

/// Where a record lies itself whose value is in a figure of the theme: once, however many layers
/// count it; symbols come before areas.
struct ShownGround {
    std::string record;
    std::size_t layer = 0, series = 0;             ///< that show it
    gazetteer::UnitIndex unit = gazetteer::noUnit; ///< of the figure; noUnit: not attributed
    Colour colour;                                 ///< of the theme, dark enough for a small point
    geometry::Ground shape;
    records::Accuracy accuracy = records::Accuracy::Coordinates;
    std::string source; ///< RecordGround::source
};

} // namespace terroir::figures
