#pragma once

#include "core/records/in_force.hpp"
#include "core/records/record.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace terroir::records {

/// Which records a person wants to see. Empty means any. Texts are compared without case and
/// diacritics.
struct RecordFilter {
    std::vector<std::string> kinds, categories, sources;
    std::vector<State> states;
    std::string subject; ///< within the name of a thing, canonical or as written
    std::string holder;  ///< within it
    std::string text;    ///< within anything that the record says
    std::optional<Period> period; ///< as Selection::period
    bool isDoubtful = false;      ///< only those with a doubt or an open place
    /// Only what is granted and stands so.
    std::optional<ForceWanted> force;
};

/// The filter with its texts folded once; a record costs some folds where texts are asked for.
class RecordMatcher {
public:
    /// `sources` must outlive it.
    RecordMatcher(RecordFilter filter, std::span<const Source> sources);
    bool accepts(const Record& record) const;

private:
    RecordFilter m_filter;
    std::span<const Source> m_sources;
};

} // namespace terroir::records
