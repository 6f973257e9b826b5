#pragma once

#include "core/records/record.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace terroir::records {

/// A source that says what other records say.
struct TwinSource {
    std::string source;
    std::size_t count = 0;
};

/// Finds the sources of known records that a table repeats, whose records it is given one by one.
class TwinFinder {
public:
    /// Known records of the source `except` are left out. None of them is kept, and of the others
    /// a few numbers.
    TwinFinder(const std::vector<Record>& known, std::string_view except);

    /// One of the table.
    void add(const Record& record);

    /// The sources that at least half of the table, and three, repeat: the same kind, subject,
    /// value, period, holder and units, whatever the order of rows and columns.
    std::vector<TwinSource> find() const;

private:
    // By hashes of what records say: 64 bits, so that two that differ are one by chance in one of
    // ten million tables of a million rows.
    using Counts = std::unordered_map<std::uint64_t, std::size_t>;
    std::map<std::string, Counts> m_known; ///< by source
    std::unordered_set<std::uint64_t> m_figures;
    Counts m_taken; ///< of what is known
    std::size_t m_count = 0;
};

} // namespace terroir::records
