#pragma once

#include "core/base/date.hpp"
#include "core/base/language.hpp"
#include "core/records/record.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::records {

/// How something that was granted stands on a day: stars, a title, a certificate, a code.
enum class Force {
    InForce,
    NotYet,    ///< it begins later, or was asked for and not granted when the source was written
    Ended,     ///< its last day is past
    Revoked,   ///< taken back
    Suspended, ///< not counted for the time being
    Withdrawn, ///< refused, given up, or withdrawn in a way that the source does not say
    Unknown,   ///< the source does not say enough to tell
};
std::string_view toString(Force force); ///< "in-force", "not-yet", …
const LocalText& inWords(Force force);  ///< "còn hiệu lực"
/// An id, or words: "hết hạn", "thu hồi", "không rõ", "in force". Empty for others.
std::optional<Force> parseForce(std::string_view text);
std::span<const Force> allForces();

/// How the last day is known.
enum class EndBasis {
    Unknown,  ///< nobody says it
    Written,  ///< by the source: a day, or how long it holds
    Computed, ///< 36 months from the decision: stars of OCOP (Quyết định 148/QĐ-TTg of 2023)
    None,     ///< by law there is no end: indications (Luật Sở hữu trí tuệ, 93.7), codes of zones
};
std::string_view toString(EndBasis basis); ///< "", "written", "computed", "none"
const LocalText& inWords(EndBasis basis);

/// From when until when a thing holds, as far as known. Days are known to lie in a span: a year
/// alone is all of its days. An end that is not known is open.
struct Term {
    Period from;  ///< its first day is one of these; an open beginning: by then
    Period until; ///< its last day is one of these; all of time: not known, or none
    EndBasis basis = EndBasis::Unknown;
    int months = 0; ///< how long it holds from its first day, where no last day is written
    /// What the record says it is beside the days, and from which day.
    std::optional<Force> withdrawn;
    Period since; ///< all of time: not said
};

/// What a source says of all that is in it: it was there by the source's own day.
struct SourceDays {
    Period covers;
    std::optional<Period> day; ///< Source::date, as precise as it is
};
SourceDays sourceDaysOf(const Source& source);
/// Nothing is known of a source that is not there.
SourceDays sourceDaysOf(std::string_view id, std::span<const Source> sources);

/// What the term of a record is read from.
struct TermTexts {
    std::string_view kind, indicator;
    State state = State::Done;
    Period period;
    std::string_view code, certificateNo, decision, decisionDay, issued, expires, stateWords;
    /// That of a field of the record's details; null for one that says nothing of the term.
    std::string_view* detail(std::string_view field);
};
TermTexts termTextsOf(const Record& record); ///< the record must outlive them
/// The day on which the thing was decided, else issued; empty when no detail says it.
std::optional<Period> grantDay(const TermTexts& texts);
/// Nothing for what is not granted: farms, models, areas without a code. Begins with the day of the
/// decision or the issue, else with the record's period, of which one longer than a year (that of a
/// report) says only the last day by which it was there.
std::optional<Term> termOf(const TermTexts& texts);
std::optional<Term> termOf(const Record& record);

/// With what the source adds; the last day filled in where it follows from the first one.
Term completed(Term term, const SourceDays& source);

/// How a thing of a completed() term stands on a day. What the days cannot decide is Unknown; a
/// withdrawal of no known day counts from the source's own day, before which it is Unknown.
Force forceOn(const Term& term, const SourceDays& source, Date day);
/// Whether it is or may be in force on the day, and ends or may end within so many months from it
/// (the last day of them is in).
bool endsWithin(const Term& term, const SourceDays& source, Date day, int months);
/// Neither is true, where it stands so: what is in force, and what may be.
bool isOut(Force force);

/// The day so many months later; the last one of a shorter month.
Date monthsLater(Date day, int months);
/// "2027-11-18", "2027-11", "2027"; "2015-01-01/2020-12-31" of other spans, "/2022-04-15" of by
/// then; empty for all of time.
std::string daysText(const Period& days);

/// How things must stand to be chosen.
struct ForceWanted {
    std::vector<Force> any;        ///< empty: in any way
    std::optional<int> endsWithin; ///< and end within so many months
    Date day = Date::today();
    bool accepts(const Term& term, const SourceDays& source) const;
    bool operator==(const ForceWanted&) const = default;
};
/// "còn hiệu lực hoặc không rõ, ngày 31/12/2025", "còn hiệu lực, hết hạn trong 12 tháng kể từ ngày
/// 31/12/2025".
LocalText inWords(const ForceWanted& wanted);
/// For a menu beside a day: "còn hiệu lực hoặc không rõ còn hiệu lực không"; "hết hạn trong 12
/// tháng", of what is in force, as is understood.
LocalText briefWords(const ForceWanted& wanted);

} // namespace terroir::records
