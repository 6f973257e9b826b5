#pragma once

#include "core/base/language.hpp"

#include <optional>
#include <string_view>

namespace terroir::records {

/// The unit of measure of a value, which records keep in Vietnamese, in both languages: "cơ sở"
/// gives "sites", of 1 "site"; the parts of "con/lứa" and of "cá nhân, hợp tác xã"
/// each by itself. What is not known stays, and so do signs such as "ha".
LocalText measureUnitInWords(std::string_view unit, std::optional<double> value = std::nullopt);

} // namespace terroir::records
