#pragma once

#include "core/session/result_table.hpp"
#include "plugin/cli/context.hpp"

#include <string>

namespace terroir::cli {

using session::countOf;
using session::ResultTable;
using session::textOrNone;
using session::toJson;
using session::Value;
using session::valueOf;

/// One row as lines of "field, value", for a terminal; several one below the other.
ResultTable upright(const ResultTable& table);

/// As CSV, as JSON (an array of objects), or in columns when stdout is a terminal.
void print(Context& context, const ResultTable& table);

} // namespace terroir::cli
