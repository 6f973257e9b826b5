#pragma once

#include "core/session/session.hpp"

#include <string>

namespace terroir::session {

/// The unit that a person names for a place of a record: a uid ("03390@2004"), a code with a day
/// ("03390@2022-12-31"), a code, or a name with its parents. A code alone means its version in
/// force on the record's day, else the only one within the record's period. UsageError when that is
/// none or several.
gazetteer::UnitIndex chooseUnit(Session& session, const std::string& text,
                                const records::Record& record);

/// The version of a code on a day, else the last before it, else the first; noUnit for no code.
gazetteer::UnitIndex versionNear(const gazetteer::Gazetteer& gazetteer, std::string_view code,
                                 Date day);

/// The day when the unit is in force then, else its own last or first one: what is asked about a
/// unit that has ended is not asked about what came after it.
Date dayOf(const gazetteer::Unit& unit, Date day);

/// With the parents of the day, or of the nearest of the unit's own days.
std::string describeNear(const gazetteer::Gazetteer& gazetteer, gazetteer::UnitIndex unit,
                         Date day);

/// Whether the unit's ground, or some of it, lies in the area; each may be of another date.
bool reaches(const gazetteer::Gazetteer& gazetteer, gazetteer::UnitIndex unit,
             gazetteer::UnitIndex area);

} // namespace terroir::session
