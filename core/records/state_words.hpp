#pragma once

#include "core/records/record.hpp"

#include <optional>
#include <string_view>

namespace terroir::records {

/// The state that a cell names: an id ("done") or the words of lists: "Đang hoạt động", "Thu hồi
/// từ 5/2024", "Chờ cấp", "Chưa nghiệm thu", "Xuất sắc". Empty for other words, and for a text of
/// two states.
std::optional<State> parseStateWords(std::string_view text);

} // namespace terroir::records
