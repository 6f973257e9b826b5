#pragma once

#include "core/gazetteer/gazetteer.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::geocode {

enum class Status { Matched, Ambiguous, Unmatched };
std::string_view toString(Status status); ///< "matched", "ambiguous", "unmatched"
std::optional<Status> parseStatus(std::string_view text);

/// Units of which days may be meant.
enum class Days {
    Any,      ///< of all; one that is not in force on the day costs a little
    DayFirst, ///< those in force on the day where one is spelled so, else as Any
    DayAlone  ///< only those in force on the day
};

/// A place mention to resolve.
struct Query {
    std::string text; ///< free text, "xã Sơn Bình, H. Tam Đường"; or the columns below, or both
    std::string province, district, commune;
    /// Where the text was found: "huyện Tam Đường, tỉnh Lai Châu". Resolves bare words ("thị trấn",
    /// "huyện") and decides between places of one name; a place outside it can still match.
    std::string context;
    Date asOf = Date::today();
    /// Which level is spoken of, when the reader knows it; decides between "Mộc Châu" the district
    /// and "Mộc Châu" its town.
    std::optional<gazetteer::Level> level;
    /// The context where it is known already; then its text is not read.
    gazetteer::UnitIndex contextUnit = gazetteer::noUnit;
    /// Of the unit that is asked for; its parents may be of any day.
    Days days = Days::Any;
};

struct Candidate {
    gazetteer::UnitIndex unit = gazetteer::noUnit;
    double score = 0;                 ///< likelihood among all units and none of them, 0 to 1
    std::vector<std::string> reasons; ///< short words: "exact", "no-diacritics", "context", …
};

/// A match lists at most so many; then there may be others.
inline constexpr std::size_t maxCandidates = 10;

/// What was found. Matched: one candidate has a likelihood of 0.8 or more, no parent that was given
/// contradicts it, and no smaller unit was named and not found; or a level is asked for of which
/// the text names no unit, and the context is one (score 0.6, "no-name-in-text"). Ambiguous:
/// several units fit about as well, or one fits badly. Unmatched: nothing known is named; no
/// candidates. Candidates are best first, at most maxCandidates; those of a misspelt name
/// (saysMisspelt()) go on with the units whose names are as near to it by their letters, marks
/// aside.
struct Match {
    Status status = Status::Unmatched;
    std::vector<Candidate> candidates;
    std::vector<std::string> reasons; ///< of the whole answer

    gazetteer::UnitIndex unit() const {
        return status == Status::Matched ? candidates.front().unit : gazetteer::noUnit;
    }
};

/// Whether a candidate's reason says that the unit's name has other letters than the text: not that
/// marks differ or are missing, nor that the text is a known other name.
bool saysMisspelt(std::string_view reason);

} // namespace terroir::geocode
