#pragma once

#include "core/tables/open_guess.hpp"

namespace terroir::tables {

/// Categories as headers of numbers: "Diện tích (ha)" over "VietGAP", "Hữu cơ"; "VietGAP" over
/// "Số cơ sở" and "Diện tích (ha)". Each filled cell is a record of its own with that category.
void findWideCategories(OpenGuess& open);

/// Whether the guess has such columns.
bool hasWideCategories(const OpenGuess& open);

/// The category that the header of a measure says, as it is called: "VietGAP" of "Diện tích
/// VietGAP (ha)". Empty for none, for several and for what has it not yet: "Diện tích chưa
/// VietGAP", "Diện tích đăng ký hữu cơ".
std::string categoryInHeader(const std::string& line, std::string_view kind);

} // namespace terroir::tables
