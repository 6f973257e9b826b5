#pragma once

#include "core/figures/request.hpp"

#include <optional>
#include <span>
#include <vector>

namespace terroir::figures {

/// First and last year of a period; one of its ends may be open and is then the other one.
struct YearSpan {
    int first = 0, last = 0;
};
std::optional<YearSpan> yearSpanOf(const Period& period);

/// The rule that holds for a record: the request's, else that of its kind.
records::YearsRule yearsRuleOf(const Request& request, const records::CompactRecords& records,
                               std::size_t record);

/// Of a figure that does not count, beside the one that does.
enum class OtherYear { Earlier, Later };

/// Why a record does not count, when the same thing has a figure of another year that does: beside
/// `selected` (indices), nothing for those that count. The same are kind, indicator, category,
/// subjects, holder, code and places; units that have ended are the same as what they wholly became
/// part of, so that a commune of today stands for the figures of the ones that it was made of. The
/// newest year that is not after the selected years, else the map's day, counts; without such a
/// year the next one after it. A record of no known year counts always, a part not beside a total
/// of later years. Linear.
std::vector<std::optional<OtherYear>> ofOtherYears(const gazetteer::Gazetteer& gazetteer,
                                                   const records::CompactRecords& records,
                                                   const Request& request,
                                                   std::span<const std::size_t> selected);

} // namespace terroir::figures
