#pragma once

#include "core/base/language.hpp"

#include <string>

namespace terroir::cli {

// What a person sees on a terminal in place of the stable ids that files and JSON have.

/// The heading of a column: "valid_from" gives "từ ngày", "from". An unknown id stays.
std::string headingWords(const std::string& column, Language language);

/// A code in such a column: "district" of "level" gives "huyện", "several-fit;exact" of "reasons"
/// gives their words, "2025-07-01" of "valid_from" gives "1/7/2025". Other texts stay.
std::string codeWords(const std::string& column, const std::string& code, Language language);

} // namespace terroir::cli
