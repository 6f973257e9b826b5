#pragma once

#include "core/records/limits.hpp"
#include "core/records/record.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace terroir::records {

/// Which records a person wants to see. Empty means any. `text` is compared without case and
/// diacritics.
struct RecordFilter : Limits {
    std::string text;             ///< within anything that the record says
    std::optional<Period> period; ///< as Selection::period
    bool isDoubtful = false;      ///< only those with a doubt or an open place
};

/// The filter with its texts prepared; a record costs some folds where texts are asked for.
class RecordMatcher {
public:
    /// `sources` must outlive it.
    RecordMatcher(RecordFilter filter, std::span<const Source> sources);
    bool accepts(const Record& record) const;

private:
    RecordFilter m_filter;
    LimitMatcher m_limits;
    std::span<const Source> m_sources;
};

} // namespace terroir::records
