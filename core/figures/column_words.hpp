#pragma once

#include "core/base/language.hpp"
#include "core/base/table.hpp"

#include <string>
#include <string_view>

namespace terroir::figures {

// How a result is shown to a person. CSV and JSON keep the ids of columns and the codes.

/// The heading of a column: "outcome" gives "Kết quả". A column that is named in words already
/// (a series of figures) stays.
LocalText columnInWords(std::string_view column);

/// What a text cell of that column says: codes ("refused", "several-fit") in words, every other
/// text as it is.
std::string cellInWords(std::string_view column, const std::string& text, Language language);

} // namespace terroir::figures
