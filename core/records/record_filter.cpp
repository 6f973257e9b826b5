#include "core/records/record_filter.hpp"

#include "core/records/decisions.hpp"
#include "core/records/field_texts.hpp"
#include "core/records/selection.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <utility>

namespace terroir::records {

namespace {

bool says(const Record& record, const std::string& folded) {
    const auto holds = [&](std::string_view text) {
        return text::fold(text).find(folded) != std::string::npos;
    };
    return holds(record.id) || anyFieldText(record, holds);
}

bool isDoubted(const Record& record) {
    return std::any_of(record.details.begin(), record.details.end(),
                       [](const Detail& one) { return one.field == doubtField; }) ||
           std::any_of(record.places.begin(), record.places.end(), isOpen);
}

bool isWithin(const std::optional<Period>& wanted, const Record& record,
              std::span<const Source> sources) {
    if (!wanted)
        return true;
    const std::optional<Period> days = periodOf(record, sources);
    return days && days->from < wanted->to && wanted->from < days->to;
}

} // namespace

RecordMatcher::RecordMatcher(RecordFilter filter, std::span<const Source> sources)
    : m_filter(std::move(filter)), m_limits(m_filter, sources), m_sources(sources) {
    m_filter.text = text::fold(m_filter.text);
}

bool RecordMatcher::accepts(const Record& record) const {
    return m_limits.accepts(record) && isWithin(m_filter.period, record, m_sources) &&
           (!m_filter.isDoubtful || isDoubted(record)) &&
           (m_filter.text.empty() || says(record, m_filter.text));
}

} // namespace terroir::records
