#pragma once

#include "core/base/csv.hpp"
#include "core/base/language.hpp"
#include "core/records/record.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>

namespace terroir::records {

/// Finds the rows of a table that say the same as an earlier one in every cell, and that were read
/// with the same heading and the same cells from above. They may be one row written twice, or two
/// things that are alike: the later one is doubtful, since both would be counted.
class IdenticalRows {
public:
    /// The records of a row that was taken; why it is doubtful, where an earlier one is as it is.
    /// Keeps a number for each row, not the row.
    std::optional<LocalText> add(const TextRow& row, std::span<const Record> records);

private:
    std::unordered_map<std::size_t, std::size_t> m_lines; ///< what a row says, hashed -> its line
    std::string m_key;
};

} // namespace terroir::records
