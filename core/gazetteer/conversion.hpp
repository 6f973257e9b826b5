#pragma once

#include "core/gazetteer/gazetteer.hpp"

#include <vector>

namespace terroir::gazetteer {

/// One unit that some of another's ground belongs to on a date, and how it came there.
struct Conversion {
    UnitIndex unit = noUnit;
    double share = 1;       ///< of the area of the requested unit; 0 to 1
    bool estimated = false; ///< the table gives no area share for a step of the way
    /// The events between the two, oldest first; where several ways lead here, those of the one
    /// that brought most. Empty for a unit that is itself in force on the date.
    std::vector<const Succession*> way;
};

/// The units valid on `date` that the unit's ground belongs to, largest share first: itself when it
/// is valid then; otherwise forward or backward along the succession table, shares multiplied. A
/// district or province that ended becomes the units that its ground went to (communes, for a
/// district on a date after 2025-07-01). Nothing is left out for being small: a decree names parts
/// without noticeable area, too (their share is 0).
///
/// Shares that the table does not give are estimated: equal parts of what the known ones leave
/// over, or of the whole. All shares add to 1, less the ground of units that ended without a row in
/// the table; empty when that is all of it. Microseconds; the rows live as long as the gazetteer.
std::vector<Conversion> trace(const Gazetteer& gazetteer, UnitIndex unit, Date date);

} // namespace terroir::gazetteer
