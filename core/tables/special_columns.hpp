#pragma once

#include <string_view>

namespace terroir::tables {

// What columns hold that are no fields of records.

/// The number of the row; a number or text that is known and is no value here (money,
/// workers, batches, a share); coordinates; a village without its commune; an office that a row may
/// have besides its holder; the same place before a reform; the day on which what was granted was
/// suspended or taken back.
inline constexpr std::string_view ordinalColumn = "#", knownColumn = "-", eastColumn = "@x",
                                  northColumn = "@y", pairColumn = "@xy",
                                  villageColumn = "@village", managerColumn = "@manager",
                                  formerPlaceColumn = "@former", endDayColumn = "@ended";

} // namespace terroir::tables
