#pragma once

#include "core/base/language.hpp"
#include "core/extract/row_parts.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace terroir::extract {

/// A code that may stand in a column, and its words.
struct CodeWords {
    std::string code;
    LocalText words;
};

/// What may stand in the columns kind, indicator, value_scope, place_role, status and qualifier of
/// reviewTable(), in the order in which a form offers it. Empty for other columns.
const std::vector<CodeWords>& codesOf(std::string_view column);
/// A code that is not known stays.
LocalText codeInWords(std::string_view column, std::string_view code);

/// What workspace::readReviewRows() says of a row, for who sees a form and no table: columns and
/// codes by what they are called, "Ô “Địa danh” trống: …".
LocalText forForm(const LocalText& sentence);

/// "≥ 1.947,5 ha", "5 – 7 con"; the unit alone where nothing is counted.
std::string valueInWords(const ReviewCells& row, Language language);

/// What a person should know before deciding: how it was read where the confidence is low, what the
/// text said before, which records say the same, what it was made of. A sentence each.
std::vector<LocalText> remarksOn(const ReviewCells& row);

/// Proposals below this confidence, and those that are new, changed or stand elsewhere, need a
/// look.
inline constexpr double lowConfidence = 0.6;
bool needsAttention(const ReviewCells& row);

} // namespace terroir::extract
