#pragma once

#include "core/records/record.hpp"

#include <map>
#include <string>

namespace terroir::records {

struct ImportOptions {
    std::string kind; ///< must be one of kinds(); may be empty when the table has a column for it
    /// Field -> column of the file, empty: none; without: the one of that name.
    std::map<std::string, std::string> columns;
    /// For rows without their own: what document they are, and what place and time they speak of.
    /// Best completed by tableSource() first.
    Source source;
};

} // namespace terroir::records
