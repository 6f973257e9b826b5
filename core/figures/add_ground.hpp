#pragma once

#include "core/figures/evaluated_theme.hpp"
#include "core/workspace/workspace.hpp"

namespace terroir::figures {

/// Sets EvaluatedTheme::ground, and Cell::onGround of the figures. Nothing is read, and nothing
/// costs, where no record of the workspace has ground. Half a second for 100,000 points.
void addGround(EvaluatedTheme& evaluated, workspace::Workspace& workspace);

} // namespace terroir::figures
