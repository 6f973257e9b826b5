#pragma once

#include "core/base/csv.hpp"
#include "core/base/date.hpp"

#include <string>

namespace terroir::cli {

/// The day in a cell, see session::parseDayText(). Throws InputError with file, line and column for
/// anything else.
Date dayOfCell(const TextTable& table, const TextRow& row, const std::string& column,
               const std::string& cell);

} // namespace terroir::cli
