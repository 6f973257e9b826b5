#pragma once

#include "core/base/language.hpp"
#include "core/store/edit_log.hpp"
#include "core/workspace/workspace.hpp"

#include <functional>
#include <string>
#include <vector>

namespace terroir::workspace {

/// What an edit did, for the log.
struct LoggedEdit {
    LocalText what;
    std::vector<store::FieldChange> fields;
};

/// What may happen to an edit that is too large to be undone (see store::EditLog::maxKept).
enum class TooLarge { Refuse, ForGood };

/// Runs an edit and keeps it in the EditLog, in one transaction: what it reads, no other program
/// changes meanwhile. False when it changed nothing, which is no edit. InputError, and nothing
/// changes, when it could not be undone and that was not allowed.
bool runEdit(Workspace& workspace, const std::string& who,
             const std::function<LoggedEdit()>& edit, TooLarge tooLarge = TooLarge::Refuse);

} // namespace terroir::workspace
