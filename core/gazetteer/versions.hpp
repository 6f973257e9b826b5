#pragma once

#include "core/gazetteer/gazetteer.hpp"

#include <span>
#include <string>
#include <string_view>

namespace terroir::gazetteer {

// A unit is asked about on days on which it is not in force: a commune of 2010 today, one of today
// in 2010. This is the one answer to which of its versions and which of its days is meant.

/// The day when the unit is in force then, else its own last or first one: what is asked about a
/// unit that has ended is not asked about what came after it.
Date dayOf(const Unit& unit, Date day);

/// Of versions of one unit, in any order: the one of the day, else the last before it, else the
/// first; noUnit for none.
UnitIndex versionNear(const Gazetteer& gazetteer, std::span<const UnitIndex> versions, Date day);
/// Of the versions of a code; noUnit for no code.
UnitIndex versionNear(const Gazetteer& gazetteer, std::string_view code, Date day);

/// With the parents of the day, or of the nearest of the unit's own days.
std::string describeNear(const Gazetteer& gazetteer, UnitIndex unit, Date day);

} // namespace terroir::gazetteer
