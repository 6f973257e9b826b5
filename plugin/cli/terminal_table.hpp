#pragma once

#include "core/base/language.hpp"
#include "core/base/table.hpp"

#include <cstddef>
#include <string>

namespace terroir::cli {

/// A table for a person: columns one under the other with headings in words, numbers grouped as the
/// language writes them and set to the right, codes of ours in words. Where the lines would be
/// longer than `width`, the widest columns are narrowed and their texts folded between words; the
/// columns `file` and, if need be, `description` are left out; of a list of records also columns that
/// are empty, then those that it can best be read without.
std::string terminalTable(const Table& table, Language language, std::size_t width);

/// Each row as lines of "heading  value"; rows are parted by an empty line.
std::string uprightTable(const Table& table, Language language, std::size_t width);

} // namespace terroir::cli
