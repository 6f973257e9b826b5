#pragma once

#include "core/tables/found_table.hpp"

namespace terroir::tables {

/// Estimates and settlements of models list what each was made of, "1. Giống", "2. Phân bón" below
/// "I. Mô hình trồng dâu tây": the headings are the rows then, and what stands below them is left
/// out. Whether it was so.
bool takeModelsForItems(FoundTable& found);

} // namespace terroir::tables
