#pragma once

#include "core/base/language.hpp"
#include "core/records/record.hpp"

#include <optional>
#include <vector>

namespace terroir::tables {

// What the records of one row say against each other.

/// "500 con" of a crop: what is counted is not what the row is about.
std::optional<LocalText> otherUnit(const std::vector<const records::Record*>& taken);

/// An output that is several times what the area and the yield beside it make: one of the three has
/// a wrong point or another unit. An area of which only a part was harvested is none.
std::optional<LocalText> otherOutput(const std::vector<const records::Record*>& taken);

} // namespace terroir::tables
