#pragma once

#include "core/base/table.hpp"
#include "plugin/cli/context.hpp"
#include "plugin/cli/options.hpp"

#include <string>

namespace terroir::cli {

/// As CSV, as JSON (an array of objects), or for a person when stdout is a terminal; see
/// terminal_table.hpp.
void print(Context& context, const Table& table);

/// For a spreadsheet that a person reads: headings as aliases of the columns, codes in words.
Table inWords(Table table, Language language);

/// The same to the file of `output`, if it names one.
void print(Context& context, const Table& table, const OutputOptions& output);

/// The same, but on a terminal each row stands as lines of "field, value".
void printUpright(Context& context, const Table& table);

} // namespace terroir::cli
