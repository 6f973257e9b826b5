#pragma once

#include "core/base/csv.hpp"
#include "plugin/cli/context.hpp"

#include <functional>
#include <string>

namespace terroir::cli {

/// Reads a table of any size: CSV ('-' is standard input) a few megabytes at a time, XLSX and ODS
/// as a whole. `take` gets the rows in order, each piece with the whole header; a table without
/// rows is one piece without rows. Shows the progress. InputError as readCsv() and readTable().
void forEachPiece(const Context& context, const std::string& file,
                  const std::function<void(const TextTable&)>& take);

} // namespace terroir::cli
