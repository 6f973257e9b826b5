#pragma once

#include "core/base/language.hpp"
#include "core/gazetteer/gazetteer.hpp"
#include "core/records/record.hpp"
#include "core/records/record_filter.hpp"
#include "core/records/record_words.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace terroir::figures {

/// The columns of a list of records that a person reads: those of recordColumns(), in their order.
enum class RecordColumn : std::uint8_t {
    Id,
    Kind,
    Subject,
    Category,
    Indicator,
    Value,
    ValueMax,
    Unit,
    Qualifier,
    State,
    Period,
    Holder,
    Place,
    UnitName,
    Source,
    Line,
    Note,
    Doubt
};
inline constexpr std::size_t recordColumnCount = 18;
LocalText columnName(RecordColumn column);

/// What the cells of such a list say, in words: codes have their names, numbers and days are
/// written as the language does. Nothing is kept: a cell is made when it is asked for.
class RecordCells {
public:
    /// Both must outlive it.
    RecordCells(const gazetteer::Gazetteer& gazetteer, std::span<const records::Source> sources,
                Language language);

    std::string text(const records::Record& record, RecordColumn column) const;
    Language language() const { return m_words.language(); }

private:
    const gazetteer::Gazetteer& m_gazetteer;
    std::span<const records::Source> m_sources;
    records::RecordWords m_words;
};

/// How a list is sorted: numbers and days as such, numbers within ids and lines, too; texts in
/// Vietnamese order; cells that say nothing last in either direction; else by the records' order.
struct RecordOrder {
    RecordColumn column = RecordColumn::Id;
    bool isDescending = false;
};

/// Indices of the records that the filter accepts, of all or of `among`, in that order. A million
/// take some seconds; `isStale` is asked now and then, on two threads, and when it says yes the
/// rest is left out.
std::vector<std::uint32_t> listRecords(std::span<const records::Record> records,
                                       const std::vector<std::size_t>* among,
                                       const records::RecordMatcher& matcher,
                                       const RecordCells& cells, const RecordOrder& order,
                                       const std::function<bool()>& isStale = {});

} // namespace terroir::figures
