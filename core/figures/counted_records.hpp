#pragma once

#include "core/figures/newest_years.hpp"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace terroir::figures {

/// Which records count, whatever the level of the figures: those that are selected, less those of
/// other years or days and below zero.
struct CountedRecords {
    std::vector<std::size_t> counted; ///< indices into the records, in their order
    struct Left {
        std::size_t record = 0;
        std::optional<OtherYear> year; ///< none: it is below zero, or not in force
        bool isInForce = true;
    };
    std::vector<Left> leftOut;
    std::vector<std::size_t> mayOverlap; ///< of those counted; see YearChoice
    /// Of those counted, where only what is in force is wanted: of which nobody says it.
    std::vector<std::size_t> mayBeOut;
    /// Sums of parts by source, group, category and indicator, and by the last year (0: no year).
    using Whole = std::array<records::CompactRecords::Text, 4>;
    std::map<Whole, std::map<int, double>> parts;
};

/// Works out which records count. Linear in the records.
CountedRecords countedRecords(const gazetteer::Gazetteer& gazetteer,
                              const records::CompactRecords& records, const Request& request);

CountedRecords::Whole wholeOf(const records::CompactRecords::Row& record);

/// Of a record, for the parts of a total: nought where the year does not matter or is not known.
YearSpan yearsThatMatter(const records::CompactRecords& records, std::size_t record,
                         const Request& request);

/// Keeps which records count, so that figures of the same records at another level need not work it
/// out again. For one set of records, gazetteer and sources; not for several threads.
class CountedMemory {
public:
    std::shared_ptr<const CountedRecords> of(const gazetteer::Gazetteer& gazetteer,
                                             const records::CompactRecords& records,
                                             const Request& request);

private:
    struct Known {
        Request request;
        std::shared_ptr<const CountedRecords> counted;
    };
    std::vector<Known> m_known;
};

} // namespace terroir::figures
