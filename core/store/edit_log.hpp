#pragma once

#include "core/base/language.hpp"
#include "core/store/changes.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::store {

class WorkspaceFile;

/// One field of one record that an edit changed; empty texts: it was, or is, not there.
struct FieldChange {
    std::string record, field, before, after;
    bool operator==(const FieldChange&) const = default;
};

/// What a person did to the records of a workspace, who and when.
struct Edit {
    std::int64_t id = 0; ///< ascending
    std::string at;      ///< "2026-11-29 14:05", local time
    std::string who;
    LocalText what;
    bool isUndone = false;
    bool canUndo = false; ///< what it changed is kept
};

/// Apply: what the edit changed becomes as it was. Skip: it stays, and the edit before it is the
/// next to be taken back; for one that cannot be undone any more.
enum class Undo { Apply, Skip };

/// The field of a FieldChange that says what was decided about a place of a record, by the number
/// of the place from 1: "place_decision 2". It is no change of the record by hand: a decision is
/// kept by itself, and holds when its table is imported again.
std::string placeDecisionField(std::size_t number);
/// Finds changes of other fields: a condition on the column `field` of the table edit_field.
inline constexpr std::string_view isNoPlaceDecision = "field NOT GLOB 'place_decision *'";

/// The edits of a workspace, kept in it: the tables `edit` and `edit_field`, which it adds to a
/// workspace made before there were any.
class EditLog {
public:
    explicit EditLog(WorkspaceFile& workspace) : m_workspace(workspace) {}

    /// Changes of up to so many bytes are kept to be undone in a later session.
    static constexpr std::uint64_t maxKept = std::uint64_t(256) << 20U;

    /// Adds the tables where they are missing: before an edit, for they are no part of it.
    void prepare();
    /// Inside the caller's transaction, after the edit; gives its id. Empty changes are not kept.
    std::int64_t add(const std::string& who, const LocalText& what,
                     const std::vector<FieldChange>& fields, const Changes& changes);

    /// The newest edit that is not undone.
    std::optional<Edit> newest();
    std::vector<Edit> edits();                          ///< newest first
    std::vector<Edit> editsOf(std::string_view record); ///< newest first
    std::vector<FieldChange> fieldsOf(std::int64_t edit);
    /// How many records of a source a person has added or changed by hand, decisions left aside.
    std::size_t recordsByHand(std::string_view source);

    /// Takes the newest edit back that is not undone yet, and gives it. One transaction. StoreError
    /// when there is none, when what it changed was not kept, and with the row where something has
    /// changed since.
    Edit undoNewest(Undo how = Undo::Apply);

    /// What an edit changed; none when it is not kept.
    Changes changesOf(std::int64_t edit);
    /// Takes back this edit, which must be the newest that is not undone, or makes it again, when
    /// none that is not undone is newer; with what it changed, which whoever made it may know
    /// longer than it is kept. One transaction. StoreError when it is not its turn, and with the
    /// row where something has changed since.
    void undo(std::int64_t edit, const Changes& changes);
    void redo(std::int64_t edit, const Changes& changes);
    /// As Undo::Skip, for this edit when it is its turn.
    void passOver(std::int64_t edit);

private:
    bool exists();
    void mark(std::int64_t edit);
    WorkspaceFile& m_workspace;
};

} // namespace terroir::store
