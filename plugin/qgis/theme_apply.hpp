#pragma once

#include "plugin/qgis/theme_layers.hpp"

#include <functional>

namespace terroir::qgis {

class Desk;

/// Computes the theme on the open workspace in the background. `done` gets the map, or null when
/// there is none, which has been said then.
void computeTheme(Desk& desk, const theme::Theme& theme, const theme::Settings& settings,
                  std::function<void(const ThemeMap*)> done);

/// Computes the theme, then puts its layers into the project, and says what must be known about
/// them. A project that holds nothing else follows them with its projection and its extent.
/// `done` hears whether there are layers now.
void applyTheme(Desk& desk, const theme::Theme& theme, const theme::Settings& settings,
                Placing placing, std::function<void(bool)> done = {});

} // namespace terroir::qgis
