#pragma once

#include "core/base/table.hpp"
#include "core/records/decisions.hpp"
#include "core/workspace/workspace.hpp"

#include <string>
#include <vector>

namespace terroir::workspace {

/// One place of one record, written "TD22-097#2" (places count from 1).
struct PlaceId {
    std::string record;
    std::size_t place = 0; ///< index into Record::places
    std::string toString() const;
};

/// "TD22-097#2"; "TD22-097" for a record with one place. UsageError for a number that is none.
PlaceId parsePlaceId(const std::string& text, const std::vector<records::Record>& records);

/// The record of an id; InputError with the nearest one when there is no such place.
const records::Record& requireRecord(const std::vector<records::Record>& records,
                                     const PlaceId& id);

/// A unit that a place may be, best first.
struct PlaceCandidate {
    std::string code;
    gazetteer::UnitIndex unit = gazetteer::noUnit; ///< of the record's day, or the nearest to it
    double score = 0;
};
std::vector<PlaceCandidate> candidatesOf(const records::Place& place, Date day,
                                         const gazetteer::Gazetteer& gazetteer);

/// The subject as written, else the subjects.
std::string titleOf(const records::Record& record);

/// Which places a list of review has.
enum class ReviewWhich {
    Open,          ///< ambiguous or unmatched, and not decided
    Decided,       ///< decided by a person
    OpenOrDecided, ///< what a person has, or will have, a word about
    All            ///< those that the geocoder settled, too
};
bool isListed(const records::Place& place, ReviewWhich which);

/// What `review` prints, one row a place; of Decided also decisions that no record has a place for.
class ReviewList {
public:
    struct Filter {
        ReviewWhich which = ReviewWhich::Open;
        std::string kind;                                ///< empty: all
        gazetteer::UnitIndex within = gazetteer::noUnit; ///< noUnit: everywhere
    };

    /// The workspace must outlive this.
    explicit ReviewList(Workspace& workspace);
    Table table(const Filter& filter);
    Table tableOf(const std::vector<PlaceId>& ids);

private:
    std::vector<Value> row(const records::Record& record, std::size_t place);
    std::vector<Value> unusedRow(const records::Decision& decision) const;
    bool isShown(const records::Record& record, std::size_t place, const Filter& filter);
    bool isWithin(const records::Record& record, const records::Place& place,
                  gazetteer::UnitIndex area);

    Workspace& m_workspace;
};

} // namespace terroir::workspace
