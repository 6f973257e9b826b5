#pragma once

#include "core/base/result_table.hpp"
#include "plugin/cli/context.hpp"

#include <string>

namespace terroir::cli {

/// As CSV, as JSON (an array of objects), or for a person when stdout is a terminal; see
/// terminal_table.hpp.
void print(Context& context, const ResultTable& table);

/// The same, but on a terminal each row stands as lines of "field, value".
void printUpright(Context& context, const ResultTable& table);

} // namespace terroir::cli
