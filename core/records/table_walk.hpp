#pragma once

#include "core/base/csv.hpp"
#include "core/records/record_ground.hpp"
#include "core/sheets/sheet.hpp"

#include <cstddef>
#include <functional>
#include <memory>

namespace terroir::records {

/// Is given a row of a table and where it lies by its file (null for nowhere), both of which are
/// there only meanwhile.
using RowVisit =
    std::function<void(const TextRow& row, const std::shared_ptr<const sheets::Ground>& ground)>;

/// A table whose rows are made one at a time, so that a million need no more room than one.
struct TableWalk {
    TableWalk() = default;
    /// Over the rows of a table, which must outlive it.
    TableWalk(const TextTable& table) // NOLINT(google-explicit-constructor): it is the same table
        : head{table.file, table.header, {}}, visitRows([&table](const RowVisit& visit) {
              for (const TextRow& row : table.rows)
                  visit(row, nullptr);
          }) {}

    TextTable head;         ///< the file and the header; no rows
    bool hasGround = false; ///< whether one of the rows lies somewhere
    Accuracy accuracy = Accuracy::Layer; ///< of where they lie
    /// Gives the rows to the visitor, in order; the same ones each time that it is called.
    std::function<void(const RowVisit& visit)> visitRows;
};

} // namespace terroir::records
