#pragma once

#include "core/base/language.hpp"
#include "core/records/record.hpp"
#include "core/records/record_ground.hpp"

#include <optional>

namespace terroir::records {

/// What to say where the area that a record states differs by more than a tenth (of the larger one:
/// below, rounding and borders along a path) from the zone in which it lies. Nothing for what
/// states no area or has no zone.
std::optional<LocalText> otherAreaThanGround(const Record& record, const RecordGround& ground);

} // namespace terroir::records
