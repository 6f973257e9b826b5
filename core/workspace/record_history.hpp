#pragma once

#include "core/base/language.hpp"
#include "core/base/table.hpp"
#include "core/store/edit_log.hpp"

#include <string>

namespace terroir::workspace {

/// What was done to a record, or to all when none is named, newest first, a field a row: at, who,
/// what, record, field, before, after, undone (yes or nothing).
Table historyRows(store::EditLog& log, const std::string& record, Language language);

} // namespace terroir::workspace
