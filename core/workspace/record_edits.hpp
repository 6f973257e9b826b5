#pragma once

#include "core/records/edit_record.hpp"
#include "core/store/edit_log.hpp"
#include "core/workspace/record_changes.hpp"
#include "core/workspace/run_edit.hpp"
#include "core/workspace/workspace.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace terroir::workspace {

// What a person does to records and sources by hand. Each is one transaction, stands in the
// workspace's EditLog with who did it, and can be undone in a later session. The workspace must be
// open for writing; its records are read again when they are next asked for.

/// What an edit does to where a record lies itself: nothing, or that it lies there, or nowhere.
struct GroundChange {
    bool isChange = false;
    std::optional<records::RecordGround> ground = {};

    static GroundChange to(records::RecordGround ground) { return {true, std::move(ground)}; }
    static GroundChange toNone() { return {true, std::nullopt}; }
};

/// What is remarked where the zone was mended to be stored.
const LocalText& mendedZoneRemark();

/// The source of what is written by hand and comes from no document that is known.
records::Source handSource();

/// Stores a new record; the source is stored with it when it is not known (see handSource()). The
/// errors of records::newRecord().
///
/// Of ground: the errors of geometry::soundGround(); what was mended is remarked. The unit follows
/// from it where the texts name none, else a contradiction is a doubt: for this the workspace must
/// be open with store::Spatial::Yes (otherwise the unit is not looked at), and a second goes by
/// where no boundaries were imported.
records::EditedRecord addRecord(Workspace& workspace, const std::string& who, std::string_view kind,
                                const records::FieldTexts& texts, const records::Source& source,
                                GroundChange ground = {});

/// The errors of records::changedRecord(); InputError with the nearest id for a record that is not
/// there. Ground as with addRecord(), in the same edit; texts may be empty.
records::EditedRecord changeRecord(Workspace& workspace, const std::string& who,
                                   const std::string& id, const records::FieldTexts& texts,
                                   GroundChange ground = {});

/// One of the edits of editTogether(): a new record, or a change or the deletion of one.
struct RecordEdit {
    std::string id = {};   ///< empty: a new record, from handSource()
    std::string kind = {}; ///< of a new one
    records::FieldTexts texts = {};
    GroundChange ground = {};
    bool isDeletion = false;
    /// The record as the person saw it, when that was a while ago; see editTogether().
    std::optional<records::FieldTexts> seen = {};
};

/// What addRecord(), or of a record that is there changeRecord(), would make of the texts now, for
/// a form that says so before anything is stored. Their errors. `source` is that of a new record.
records::EditedRecord tryEdit(Workspace& workspace, RecordEdit edit, const records::Source& source);

/// What became of edits that are made together.
struct EditsTogether {
    /// One for each edit, with the id of a new record; of a deleted one nothing but its id. Empty
    /// when any was refused.
    std::vector<records::EditedRecord> made;
    struct Refusal {
        std::size_t edit = 0; ///< by position
        LocalText why;
    };
    std::vector<Refusal> refused; ///< every one of them, in order
};

/// Several edits as one: all of them by the rules of addRecord(), changeRecord() and
/// deleteRecords(), or none when one is refused. Refused, too, is what would overwrite a field, the
/// ground, or delete a record, that is another one now than the person saw.
EditsTogether editTogether(Workspace& workspace, const std::string& who,
                           const std::vector<RecordEdit>& edits);

/// All or none of them; InputError for one that is not there. What a person decided about their
/// places stays, for a record that comes back.
void deleteRecords(Workspace& workspace, const std::string& who,
                   const std::vector<std::string>& ids);

/// What a source is called and where it comes from. Its id stays, for records refer to it.
struct SourceTexts {
    std::optional<std::string> title, issuer, number, date, territory;
};
/// InputError for a source that is not there, and for an empty title or a date that is none.
void changeSource(Workspace& workspace, const std::string& who, const std::string& id,
                  const SourceTexts& texts);

/// Takes out a source with all its records and gives their number. InputError, and nothing changes,
/// when that could not be undone and was not allowed.
std::size_t removeSourceByHand(Workspace& workspace, const std::string& who, const std::string& id,
                               TooLarge tooLarge = TooLarge::Refuse);

/// Takes the newest edit back; see store::EditLog::undoNewest().
store::Edit undoEdit(Workspace& workspace, store::Undo how = store::Undo::Apply);

} // namespace terroir::workspace
