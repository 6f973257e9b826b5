#pragma once

#include "core/tables/found_table.hpp"

namespace terroir::tables {

/// Estimates and settlements of models list what each was made of, "1. Giống", "2. Phân bón" below
/// "I. Mô hình trồng dâu tây": the headings are the rows then, and what stands below them is left
/// out. Whether it was so.
bool takeModelsForItems(FoundTable& found);

/// Where numbered rows are models with a unit of their own, lines below them without a number, "-
/// Giống", "- Màng phủ", are what these were made of and are left out. A line that names a place or
/// a household stays.
void leaveOutItems(FoundTable& found);

} // namespace terroir::tables
