#pragma once

#include "core/base/progress.hpp"
#include "core/store/edit_log.hpp"
#include "core/workspace/review_list.hpp"
#include "core/workspace/snapshot.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace terroir::workspace {

/// A unit that a place may be, as a list shows it.
struct ShownCandidate {
    int number = 1;                                ///< from 1, as on the map and on the keyboard
    std::string name;                              ///< with its parents on the record's day
    gazetteer::UnitIndex unit = gazetteer::noUnit; ///< noUnit: a code of no unit, not to be chosen
    std::string uid;                               ///< empty for noUnit
    double score = 0;
};

std::vector<ShownCandidate> shownCandidates(const records::Place& place, Date day,
                                            const gazetteer::Gazetteer& gazetteer);

/// A line beside a place: "document", "Báo cáo 2022".
struct ReviewFact {
    LocalText name, value;
};

/// A change of the workspace with the words that undo shows.
struct ReviewEdit {
    LocalText title;
    /// In a transaction of its own; stands in the workspace's EditLog with userName().
    std::function<void(Workspace&, const Progress&)> run;
};

/// The places that a person decides about, one after another: what stands in the list, what is
/// known about each, what it may be, and what becomes of it. Holds on to what it shows; an edit
/// makes another one.
class ReviewQueue {
public:
    struct Item {
        const records::Record* record = nullptr;
        std::size_t place = 0;
        const records::Place& get() const { return record->places[place]; }
        PlaceId id() const { return {record->id, place}; }
    };

    ReviewQueue() = default;
    /// `contents` may be null: nothing is listed.
    ReviewQueue(SnapshotPtr contents, ReviewWhich which);

    const std::vector<Item>& items() const { return m_items; }
    /// How many places are open, listed or not.
    std::size_t openCount() const { return m_openCount; }
    std::optional<std::size_t> find(const PlaceId& id) const;
    /// Where to go on after an edit: at the same place while it is listed, else at the one that has
    /// its row now. Nothing when the list is empty, or nothing was looked at before.
    std::optional<std::size_t> rowAfter(const std::optional<PlaceId>& before,
                                        std::size_t rowBefore) const;

    // Words about a place.
    /// "several fit", "not found", "none of the candidates", or the unit that was decided.
    LocalText stateOf(const Item& item) const;
    /// Title of the source; its id when it is not there.
    std::string documentOf(const Item& item) const;
    /// Where, record, document, line, day of the units, reasons; without those that are empty.
    std::vector<ReviewFact> factsOf(const Item& item) const;
    std::vector<ShownCandidate> candidatesOf(const Item& item) const;

    /// `unit` as chooseUnit() takes it; empty: none of the candidates.
    static ReviewEdit decision(const Item& item, const std::string& unit);
    static ReviewEdit takingBack(const Item& item);

private:
    SnapshotPtr m_contents;
    std::vector<Item> m_items;
    std::size_t m_openCount = 0;
};

/// "mộc châu"; what stands for a place without a text of its own is its context.
const std::string& textOf(const records::Place& place);

/// Inside the caller's transaction: decides as ReviewQueue::decision(), and gives what the history
/// of the record has to tell (the unit's uid; "-": none of the candidates). The errors of
/// requireRecord() and chooseUnit().
store::FieldChange decidePlace(Workspace& workspace, const PlaceId& id, const std::string& unit);

/// Inside the caller's transaction. InputError when nothing was decided.
store::FieldChange takeBackPlace(Workspace& workspace, const PlaceId& id);

/// What was done, for the EditLog.
LocalText whatWasDecided(const PlaceId& id);
LocalText whatWasTakenBack(const PlaceId& id);

} // namespace terroir::workspace
