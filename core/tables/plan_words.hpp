#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace terroir::tables {

/// What a header says about its numbers.
enum class Standing {
    None, ///< nothing
    Plan, ///< "Kế hoạch", "KH giao", "Diện tích quy hoạch (ha)"
    Done, ///< "Thực hiện", "TH năm 2023", "Ước thực hiện"
};

/// Of one line of a header.
Standing standingOf(std::string_view line);

/// Whether the line says nothing but that, a year and a unit left out: "KH", "Thực hiện 2023 (ha)".
bool isStandingAlone(std::string_view line);

/// Whether any line of a header says that its numbers are planned.
bool saysPlan(const std::vector<std::string>& path);

} // namespace terroir::tables
