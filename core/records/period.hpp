#pragma once

#include "core/base/date.hpp"

#include <optional>
#include <string_view>

namespace terroir::records {

Date dayAfter(Date date);  ///< an open end stays open
Date dayBefore(Date date); ///< an open end stays open

/// A period as tables write it: "2022", "năm 2022", "4/2022", "2022-04", "15/4/2022", "2022-04-15",
/// "2012-2022", "15/4/2022 - 30/6/2022"; also any text that names exactly one year ("vụ xuân
/// 2022"). The last day, month or year is in. Empty for anything else.
std::optional<Period> parsePeriod(std::string_view text);

/// The day at which the places of a statement are looked up: the last day of its period that is not
/// after the source's own date (`sourceDate` as precise as the document says, the last day of its
/// year or month), never after today; today when neither is known.
Date lookupDate(const Period& period, std::string_view sourceDate);

} // namespace terroir::records
