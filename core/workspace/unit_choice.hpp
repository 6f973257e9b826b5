#pragma once

#include "core/workspace/workspace.hpp"

#include <string>

namespace terroir::workspace {

/// The unit that a person names for a place of a record: a uid ("03390@2004"), a code with a day
/// ("03390@2022-12-31"), a code, or a name with its parents. A code alone means its version in
/// force on the record's day, else the only one within the record's period. UsageError when that is
/// none or several.
gazetteer::UnitIndex chooseUnit(Workspace& workspace, const std::string& text,
                                const records::Record& record);

/// Whether the unit's ground, or some of it, lies in the area; each may be of another date.
bool reaches(const gazetteer::Gazetteer& gazetteer, gazetteer::UnitIndex unit,
             gazetteer::UnitIndex area);

} // namespace terroir::workspace
