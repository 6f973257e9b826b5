#pragma once

#include "core/base/language.hpp"
#include "core/records/record.hpp"

#include <optional>

namespace terroir::records {

/// Why the value is not the number that the source writes: "180 Bx" for 18 °Bx. Every reading of
/// separators counts. Empty where the number may have been converted (area, mass, another unit).
std::optional<LocalText> writtenOtherwise(const Record& record);

/// Why a value of this indicator is hardly true: a sugar content of 180 °Bx, 800 t/ha.
std::optional<LocalText> implausibleValue(const Record& record);

/// Why the edition of a standard cannot be: "ISO 9001:2005". Editions newer than those known here
/// are none of its business.
std::optional<LocalText> unknownEdition(const Record& record);

} // namespace terroir::records
