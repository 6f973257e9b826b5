#pragma once

#include "core/theme/compose.hpp"
#include "plugin/cli/session.hpp"

namespace terroir::cli {

/// The shapes and sources that an evaluated theme is drawn with. Refers to the session's gazetteer
/// and records: the session must outlive it.
theme::MapData mapDataOf(Session& session, const theme::EvaluatedTheme& evaluated,
                         const theme::Page& page);

} // namespace terroir::cli
