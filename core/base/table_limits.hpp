#pragma once

#include <cstddef>

// Bounds of every table and layer that is read, whatever its format.
namespace terroir {

inline constexpr std::size_t maxColumns = 16'384; ///< as many as Excel has

} // namespace terroir
