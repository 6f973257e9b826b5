#pragma once

#include "core/figures/evaluate.hpp"
#include "core/workspace/workspace.hpp"

#include <span>

namespace terroir::figures {

/// The workspace reads the records of the kinds that the themes show, and no others.
void limitRecords(workspace::Workspace& workspace, std::span<const theme::Theme> themes);

/// Whether the workspace has a record that the theme shows, in a province of its area or without a
/// place. Errors as figuresOf().
bool hasRecords(const theme::Theme& theme, const theme::Settings& settings,
                workspace::Workspace& workspace);

/// The figures of a theme on the records of the workspace. EvaluatedTheme::units is empty when it
/// has no records. UsageError for an area, a source or a class setting that does not exist.
figures::EvaluatedTheme figuresOf(const theme::Theme& theme, const theme::Settings& settings,
                                  workspace::Workspace& workspace, Language language,
                                  CountedMemory* memory = nullptr);

/// InputError with a sentence when the workspace has no record of the theme.
void requireRecords(const figures::EvaluatedTheme& evaluated);

} // namespace terroir::figures
