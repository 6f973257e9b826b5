#pragma once

#include "core/base/csv.hpp"
#include "core/base/language.hpp"
#include "core/records/record.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace terroir::records {

/// Finds the rows of a table that say the same as an earlier one in every cell, and that were read
/// with the same heading and the same cells from above. They may be one row written twice, or two
/// things that are alike: each is counted, and a person is told once.
class IdenticalRows {
public:
    /// The records of a row that was taken. Keeps a number for each row, not the row.
    void add(const TextRow& row, std::span<const Record> records);
    /// What is said of the table; nothing where no row is as another.
    std::optional<LocalText> remark() const;

private:
    std::unordered_map<std::size_t, std::size_t> m_lines; ///< what a row says, hashed -> its line
    std::vector<std::pair<std::size_t, std::size_t>>
        m_pairs; ///< the first ones: line, earlier line
    std::size_t m_count = 0;
    std::string m_key;
};

} // namespace terroir::records
