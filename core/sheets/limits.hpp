#pragma once

#include "core/base/table_limits.hpp"
#include "core/geometry/packed_file.hpp"

#include <cstddef>

// Bounds of what is read: those of Excel, and what keeps a small hostile file from filling memory.
namespace terroir::sheets {

constexpr std::size_t maxRows = 1'048'576;
using terroir::maxColumns;
constexpr std::size_t maxCharacters = 32'767;     ///< of one cell, in UTF-16 units as Excel counts
constexpr std::size_t maxCells = 60'000'000;      ///< of all sheets, empty ones between others too
constexpr std::size_t cellsOfRow = 3;             ///< a row weighs as many cells more
using geometry::maxUnpackedBytes;                 ///< of all parts of a packed file
constexpr std::size_t maxFileBytes = (std::size_t(2) << 30) - 1;

} // namespace terroir::sheets
