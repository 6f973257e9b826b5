#pragma once

#include "core/documents/letterhead.hpp"
#include "core/workspace/workspace.hpp"
#include "plugin/cli/context.hpp"
#include "plugin/cli/options.hpp"

namespace terroir::cli {

/// When and where a document is of: what was asked for, else what its letterhead says, and that is
/// told; else today and anywhere.
struct DocumentSetting {
    Date asOf = Date::today();
    gazetteer::UnitIndex within = gazetteer::noUnit;
};
DocumentSetting settingOf(const documents::Letterhead& head, const WhereWhenOptions& asked,
                          Workspace& workspace, const Context& context);

} // namespace terroir::cli
