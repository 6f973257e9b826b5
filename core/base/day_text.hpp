#pragma once

#include "core/base/date.hpp"
#include "core/base/language.hpp"

#include <optional>
#include <string_view>

namespace terroir {

/// A day as tables have it: YYYY-MM-DD, or day, month, year ("31/12/2022", "1-7-2025",
/// "1.7.2025"). Nothing for anything else, also for a day that the calendar does not have.
std::optional<Date> parseDayText(std::string_view text);
/// A day in a sentence: "31/12/2022" in Vietnamese, "2022-12-31" in English; parseDayText() reads
/// both. Empty for an open end. Tables and files have Date::toString().
LocalText dayText(Date day);

/// What to say where parseDayText() finds none. `name` is what the text was written under:
/// "--as-of", "AS_OF".
LocalText notADay(std::string_view name, std::string_view text);

} // namespace terroir
