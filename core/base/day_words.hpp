#pragma once

#include "core/base/date.hpp"
#include "core/base/language.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace terroir {

/// Whole years as a person writes them: "2021", "2021-2022" (or with an en dash), both ends in.
/// Empty for anything else, also for years that descend or lie outside 1900 to 2100.
std::optional<Period> parseYears(std::string_view text);
/// "2021", "2021-2022", with another dash when asked; empty when the period is not whole years.
std::string yearsText(const Period& period, std::string_view dash = "-");

/// "ngày 15/4/2022", "15 April 2022"; parts that are unknown are left out ("tháng 12/2020",
/// "2020").
std::string dateInWords(const std::string& isoDate, Language language);

/// "năm 2021–2022", "2021–2022"; days when it is not whole years.
std::string periodInWords(const Period& period, Language language);

} // namespace terroir
