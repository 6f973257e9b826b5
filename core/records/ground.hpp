#pragma once

#include "core/gazetteer/unit.hpp"
#include "core/sheets/sheet.hpp"

#include <functional>
#include <vector>

namespace terroir::records {

/// The communes of a day that ground lies in.
struct GroundUnits {
    /// Largest part first; none: in no unit. Several: each holds a tenth of it or more.
    std::vector<gazetteer::UnitIndex> units;
    /// Others that it may lie in just as well: as far as borders are known, on a border.
    std::vector<gazetteer::UnitIndex> near;
    bool isApproximate = false; ///< by representative points, not by borders
};

/// Ground is in EPSG:4326.
using GroundFinder = std::function<GroundUnits(const sheets::Ground& ground, Date asOf)>;

} // namespace terroir::records
