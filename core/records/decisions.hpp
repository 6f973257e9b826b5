#pragma once

#include "core/records/record.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::store {
class Database;
class WorkspaceFile;
} // namespace terroir::store

namespace terroir::records {

/// A person's word on one place of one record. It stays in the workspace when the record goes, and
/// counts again when a record of the same id has the same text at the same place.
struct Decision {
    std::string record;
    std::size_t place = 0; ///< index into Record::places
    std::string text;      ///< of the place when it was decided
    std::string uid;       ///< the unit; empty: none of the candidates
    std::string day;       ///< YYYY-MM-DD
};

/// By record and place.
std::vector<Decision> loadDecisions(store::WorkspaceFile& workspace);

/// Inside the caller's transaction: the place is the unit `uid` (empty: none of the candidates),
/// whatever the geocoder says; the record is no longer doubtful. Replaces an earlier decision. StoreError when the record has no such
/// place.
void decide(store::WorkspaceFile& workspace, std::string_view record, std::size_t place,
            std::string_view uid);

/// Inside the caller's transaction: takes a decision back; the place has the geocoder's answer
/// again. False when there was none.
bool undoDecision(store::WorkspaceFile& workspace, std::string_view record, std::size_t place);

/// Inside the caller's transaction: puts the decisions in the place of the geocoder's answers. The
/// answer is kept in the reasons: "decision;was:ambiguous;several-fit".
void applyDecisions(store::Database& database);

/// The place as applyDecisions() leaves it, before it is stored.
void markDecided(Place& place, const std::string& uid);

/// Inside the caller's transaction, before insertRecords(): what was decided about places of
/// records that are not stored yet counts from now on.
void keepDecisions(store::WorkspaceFile& workspace, std::span<const Record> records);

/// By which a person decides about a place wherever its row gives the same parents:
/// "Tân Lập, Mộc Châu, Sơn La".
std::string placeKey(const Place& place);

/// Whether a person has decided about the place.
bool isDecided(const Place& place);

/// Whether the place waits for a person: the geocoder could not settle it, and nobody has decided.
bool isOpen(const Place& place);

/// How many places are open. Of records that were read from a table and not from the workspace,
/// `kept` are the decisions that count again as soon as they are stored there.
std::size_t countOpen(std::span<const Record> records, std::span<const Decision> kept = {});

} // namespace terroir::records
