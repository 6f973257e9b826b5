#pragma once

#include "core/base/language.hpp"
#include "core/records/corrections.hpp"
#include "core/records/record.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace terroir::records {

/// A column of the table and the field that it holds.
struct ColumnChoice {
    std::string field;
    std::size_t column = 0;
    std::string unit; ///< of numbers without one; empty: as the header says
};

struct ImportOptions {
    std::string kind; ///< must be one of kinds(); may be empty when the table has a column for it
    /// Field -> column of the file, empty: none; without: the one of that name.
    std::map<std::string, std::string> columns = {};
    /// All columns that count, where they were chosen already: then no header is read for it.
    std::optional<std::vector<ColumnChoice>> plan = {};
    /// Field -> text that counts for every row whose own cell is empty.
    std::map<std::string, std::string> defaults = {};
    /// What is to be looked at in every row, whatever it says itself.
    std::vector<LocalText> doubts = {};
    /// Behind the source's id in the ids of rows, where a document has several tables: "b2".
    std::string idPart = {};
    /// RowName::sheet of the table's rows.
    std::string sheet = {};
    /// The guide of a form says that an empty commune or district means the whole larger unit.
    bool emptyMeansWhole = false;
    Corrections corrections = {};
    /// RowReport::cells are wanted, for a person to put right.
    bool keepsCells = false;
    /// Asked at every row; true ends the reading with an Error.
    std::function<bool()> isStopped = {};
    /// For rows without their own: what document they are, and what place and time they speak of.
    /// Best completed by tableSource() first.
    Source source = {};
};

} // namespace terroir::records
