#include "core/records/force_rows.hpp"

#include <string>

namespace terroir::records {

std::vector<Column> forceColumns(const std::optional<Date>& day) {
    std::vector<Column> columns{"valid_from", "valid_until", "until_by"};
    if (day)
        columns.emplace_back("in_force");
    return columns;
}

std::vector<Value> forceCells(const Record& record, std::span<const Source> sources,
                              const std::optional<Date>& day) {
    const std::optional<Term> written = termOf(record);
    if (!written)
        return std::vector<Value>(forceColumns(day).size());
    const SourceDays source = sourceDaysOf(record.source, sources);
    const Term term = completed(*written, source);
    std::vector<Value> cells{textOrNone(daysText(term.from)), textOrNone(daysText(term.until)),
                             textOrNone(std::string(toString(term.basis)))};
    if (day)
        cells.emplace_back(std::string(toString(forceOn(term, source, *day))));
    return cells;
}

} // namespace terroir::records
