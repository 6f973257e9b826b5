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
enum class OtherYear {
    Earlier,
    Later,
    WithinYear, ///< of a part of the year that the other is of, or of a day before it in that year
};

/// Whether a record counts.
struct YearChoice {
    std::optional<OtherYear> left; ///< why it does not
    /// It counts, and so do others that may hold it: it names no holder where several are known,
    /// each of another year; or it is of ground that units of another day have figures for in part.
    bool mayOverlap = false;
};

/// Of records of one thing (see SameThing) only those of one year count, beside `selected`
/// (indices): the newest year that is not after the selected years, else the map's day; without
/// such a year the next one after it. Where no holder is named, it is the one that others name for
/// the thing in those places; with several it stands apart. Places are the same as named, and on
/// ground of units of other days (see SameGround): there a figure is left out for a better one of
/// any part of its unit, or of half of it where that is of another level or came before; one of
/// later years for any. Within the year that counts a month lies in its year, and of days and
/// months the last counts, but output adds up. A record of no known year counts always, a part not
/// beside a total of later years. Linear.
std::vector<YearChoice> chooseYears(const gazetteer::Gazetteer& gazetteer,
                                    const records::CompactRecords& records, const Request& request,
                                    std::span<const std::size_t> selected);

} // namespace terroir::figures
