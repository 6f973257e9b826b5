#pragma once

#include "core/base/language.hpp"

#include <string_view>

namespace terroir::boundaries {

/// Issue::kind of an import in words: "name-differs" gives "tên khác". Files, CSV and JSON keep the
/// code. A kind that is not known stays.
LocalText issueInWords(std::string_view kind);

} // namespace terroir::boundaries
