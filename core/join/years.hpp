#pragma once

#include "core/records/record.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace terroir::join {

/// Whole years as a person writes them: "2021", "2021-2022" (or with an en dash), both ends in.
/// Empty for anything else, also for years that descend or lie outside 1900 to 2100.
std::optional<Period> parseYears(std::string_view text);
/// "2021", "2021-2022", with another dash when asked; empty when the period is not whole years.
std::string yearsText(const Period& period, std::string_view dash = "-");

/// The days that a statement speaks of: its own period, else those that its source covers; nothing
/// when neither is known. One end may be open.
std::optional<Period> periodOf(const records::Record& record,
                               std::span<const records::Source> sources);

} // namespace terroir::join
