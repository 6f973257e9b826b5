#pragma once

#include "core/tables/open_guess.hpp"

#include <string_view>

namespace terroir::tables {

/// "Kế hoạch", "Hợp đồng", "Được duyệt", "Dự toán": how much was to be.
bool saysAsked(std::string_view line);

/// "Thực hiện", "Quyết toán", "Nghiệm thu": how much there is.
bool saysDone(std::string_view line);

/// Whether a column says how much was to be of what another says how much there is: "Diện tích /
/// Hợp đồng" beside "Diện tích / Thực hiện", "Dự toán / Số lượng" beside "Quyết toán / Số lượng",
/// "DT được duyệt (ha)" beside "DT nghiệm thu (ha)".
bool isAskedBesideDone(const OpenGuess& open, std::size_t column);

} // namespace terroir::tables
