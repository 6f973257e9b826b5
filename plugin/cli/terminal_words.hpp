#pragma once

#include "core/base/language.hpp"

#include <string>

namespace terroir::cli {

// What a person sees on a terminal in place of the stable ids that files and JSON have.

/// The heading of a column: "valid_from" gives "từ ngày", "from". An unknown id stays.
std::string headingWords(const std::string& column, Language language);

/// A code in such a column: "district" of "level" gives "huyện". Other texts stay.
std::string codeWords(const std::string& column, const std::string& code, Language language);

} // namespace terroir::cli
