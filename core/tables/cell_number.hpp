#pragma once

#include "core/records/quantity.hpp"
#include "core/sheets/sheet.hpp"

#include <cstddef>
#include <optional>

namespace terroir::tables {

/// The quantity in a cell, read alike from a spreadsheet's own number and from text; nothing for an
/// empty cell, one that is not there, and words.
std::optional<records::Quantity> quantityIn(const sheets::Row& row, std::size_t column);
/// Its number, whatever stands about it ("trên 300").
std::optional<double> numberIn(const sheets::Row& row, std::size_t column);

} // namespace terroir::tables
