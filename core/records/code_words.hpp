#pragma once

#include "core/base/language.hpp"
#include "core/records/import.hpp"

#include <string_view>

namespace terroir::records {

// The codes of records, their import and their check in words. Files, CSV and JSON keep the codes.

std::string_view toString(RowOutcome outcome); ///< "accepted", "doubtful", "refused"
const LocalText& inWords(RowOutcome outcome);  ///< "được nhận"

/// Issue::kind of a check: "outside" gives "ngoài địa bàn". A rule that is not known stays.
LocalText ruleInWords(std::string_view rule);

/// "model" gives "mô hình". A kind that is not known stays.
LocalText kindInWords(std::string_view kind);

} // namespace terroir::records
