#pragma once

#include "core/records/edit_record.hpp"
#include "core/store/edit_log.hpp"
#include "core/workspace/workspace.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::workspace {

// What a person does to records and sources by hand. Each is one transaction, stands in the
// workspace's EditLog with who did it, and can be undone in a later session. The workspace must be
// open for writing; its records are read again when they are next asked for.

/// The source of what is written by hand and comes from no document that is known.
records::Source handSource();

/// Stores a new record; the source is stored with it when it is not known (see handSource()). The
/// errors of records::newRecord().
records::EditedRecord addRecord(Workspace& workspace, const std::string& who, std::string_view kind,
                                const records::FieldTexts& texts, const records::Source& source);

/// The errors of records::changedRecord(); InputError with the nearest id for a record that is not
/// there.
records::EditedRecord changeRecord(Workspace& workspace, const std::string& who,
                                   const std::string& id, const records::FieldTexts& texts);

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

/// What may happen to an edit that is too large to be undone (see store::EditLog::maxKept).
enum class TooLarge { Refuse, ForGood };

/// Takes out a source with all its records and gives their number. InputError, and nothing changes,
/// when that could not be undone and was not allowed.
std::size_t removeSourceByHand(Workspace& workspace, const std::string& who, const std::string& id,
                               TooLarge tooLarge = TooLarge::Refuse);

/// Takes the newest edit back; see store::EditLog::undoNewest().
store::Edit undoEdit(Workspace& workspace, store::Undo how = store::Undo::Apply);

} // namespace terroir::workspace
