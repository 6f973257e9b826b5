#pragma once

#include "core/gazetteer/gazetteer.hpp"

#include <optional>

namespace terroir::boundaries {

/// A point inside the unit: its own, else that of the unit that took (most of) it over until
/// `outlineDay`. Versions that ended before 2025 often have none of their own.
std::optional<gazetteer::LonLat> pointOf(const gazetteer::Gazetteer& gazetteer,
                                         gazetteer::UnitIndex unit);

/// The unit that holds (most of) this one on `outlineDay`; noUnit when that is not known.
gazetteer::UnitIndex onOutlineDay(const gazetteer::Gazetteer& gazetteer, gazetteer::UnitIndex unit);

/// The packaged outlines are those of the provinces of this day, the last of the districts.
inline constexpr Date outlineDay = Date::of(2025, 6, 30);

} // namespace terroir::boundaries
