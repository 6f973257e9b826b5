#pragma once

#include "core/session/session.hpp"
#include "core/theme/evaluate.hpp"

namespace terroir::session {

/// The figures of a theme on the records of the workspace. EvaluatedTheme::units is empty when it
/// has no records. UsageError for an area, a source or a class setting that does not exist.
theme::EvaluatedTheme figuresOf(const theme::Theme& theme, const theme::Settings& settings,
                                Session& session, Language language);

} // namespace terroir::session
