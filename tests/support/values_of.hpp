#pragma once

#include "core/base/csv.hpp"
#include "core/base/table.hpp"

namespace terroir::testing {

/// A table of texts as one to be written.
inline Table valuesOf(const TextTable& texts) {
    Table table;
    table.columns.assign(texts.header.begin(), texts.header.end());
    for (const TextRow& row : texts.rows)
        table.rows.emplace_back(row.cells.begin(), row.cells.end());
    return table;
}

} // namespace terroir::testing
