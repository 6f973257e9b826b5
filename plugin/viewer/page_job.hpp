#pragma once

#include "plugin/viewer/desk.hpp"

namespace terroir::viewer {

/// Writes the active map as one HTML file that needs no network, as `terroir page`: on its own day,
/// and on those that evaluateOnDays() adds where the map has no day set. On the job thread; says
/// where the page is or why there is none.
void writePageOf(Desk& desk, const std::filesystem::path& file);

} // namespace terroir::viewer
