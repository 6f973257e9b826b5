#pragma once

#include "core/extract/lexicon.hpp"

#include <span>

namespace terroir::extract {

/// Whether a place that stands on the tokens from `at` to `end` says nothing of where a statement
/// holds: where somebody lives or sits ("địa chỉ: …", "(thường trú tại …)"), the name of an owner
/// ("Công ty Dược liệu Hạ Long"), or towns of any name ("100 % xã, thị trấn").
bool isNoPlace(std::span<const Token> tokens, std::size_t at, std::size_t end,
               const Lexicon& lexicon);

/// Of these only the second.
bool isInOwnersName(std::span<const Token> tokens, std::size_t at, const Lexicon& lexicon);

} // namespace terroir::extract
