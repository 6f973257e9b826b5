#pragma once

#include "core/base/date.hpp"
#include "core/gazetteer/unit.hpp"
#include "core/geocode/geocoder.hpp"
#include "core/records/record_ground.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace terroir::records {

/// A document that figures come from.
struct Source {
    std::string id; ///< "TD22"
    std::string title, issuer, number;
    std::string date;      ///< as precise as the document says: YYYY, YYYY-MM or YYYY-MM-DD
    std::string territory; ///< "huyện Tam Đường, tỉnh Lai Châu": what the document speaks of
    Period covers;
};

/// How the place stands in the record. A name component ("Mận Sơn La") is no location.
enum class PlaceRole { Location, Coverage, NameComponent, Territory };
std::string_view
toString(PlaceRole role); ///< "location", "coverage", "name_component", "territory"
std::optional<PlaceRole> parsePlaceRole(std::string_view text);

/// A place as written, beside its resolution.
struct Place {
    PlaceRole role = PlaceRole::Location;
    std::string text;    ///< as written; empty for Territory (the report writes no place)
    std::string context; ///< parents: the row's own, else the source's territory
    std::optional<gazetteer::Level> level;
    geocode::Status status = geocode::Status::Unmatched;
    std::string uid; ///< of the unit, when matched
    double score = 0;
    std::string candidates; ///< "code:score|code:score"
    std::string reasons;    ///< short words joined with ';'
};

/// Of a place that is not resolved: the uid of the unit in which the row's own words put it, from
/// the reason "in:UID"; empty where they say nothing. "Xã Nậm Ca" of a row of the district Nậm Nhùn
/// is no commune, and yet lies in the district.
std::string_view areaIn(std::string_view reasons);

/// How a value relates to others of its group.
/// Own: stands for itself. Part: one share of an Aggregate of the same group, category, indicator.
/// Aggregate: the total of such parts, or a total of its own when there are none.
/// Shared: one value for several places or subjects. Repeat: said before, never counted.
/// None: a mention without a value.
enum class Scope { Own, Part, Aggregate, Shared, Repeat, None };
std::string_view toString(Scope scope);
std::optional<Scope> parseScope(std::string_view text);

enum class Qualifier { None, Exact, AtLeast, About, Range, Implied };
std::string_view toString(Qualifier qualifier); ///< "", "=", ">=", "~", "range", "implied"
std::optional<Qualifier> parseQualifier(std::string_view text);

/// Done (reported, in force), Ongoing, Planned, Proposed; Withdrawn: revoked, suspended, expired or
/// refused, so that it is shown and not counted as one in force.
enum class State { Done, Ongoing, Planned, Proposed, Withdrawn };
std::string_view toString(State state);
std::optional<State> parseState(std::string_view text);

/// What has no place of its own in a record: {"code", "TTH-0123"}. The fields are those that
/// fields() marks as details.
struct Detail {
    std::string field;
    std::string text; ///< as written
    bool operator==(const Detail&) const = default;
};

/// The detail of a record whose row was doubtful when it was imported: why, in Vietnamese and
/// English. It counts like others, and maps and tables say so.
inline constexpr std::string_view doubtField = "doubt";

/// One statement: at most one value, for a set of subjects in a set of places, from one source.
struct Record {
    std::string id;                    ///< "TD22-097"
    std::string kind;                  ///< "livestock": the file name under data/records
    std::vector<std::string> subjects; ///< canonical names
    std::string subjectAsWritten;
    std::string category;  ///< vocabulary of the kind: "vietgap", "certification_mark", "3"
    std::string indicator; ///< "area", "farms", "tanks", …; empty without a value
    std::optional<double> value, valueMax;
    std::string unit; ///< "ha", "cơ sở", "bể"
    Qualifier qualifier = Qualifier::None;
    std::string valueAsWritten;
    Scope scope = Scope::Own;
    std::string group;
    State state = State::Done;
    std::string periodAsWritten;
    Period period; ///< half-open; the file's `to` is inclusive
    std::string holder;
    std::vector<Place> places; ///< all roles; locations first
    std::string source;        ///< Source::id
    std::string line;          ///< line, cell or page in the source
    std::string facts;
    std::string note;
    std::vector<Detail> details; ///< in the order of the table's columns

    /// The day its places are looked up at: that of the table it comes from, where this has one;
    /// else the last day of the period that is not after the source's own date.
    Date lookupDate = Date::today();

    /// Where it lies itself: of a record that is read or made, to be stored with it. Null for
    /// records of a workspace: walkGround() has it.
    std::shared_ptr<const RecordGround> ground = {};
};

} // namespace terroir::records
