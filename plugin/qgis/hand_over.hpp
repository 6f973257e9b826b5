#pragma once

#include "core/theme/settings.hpp"
#include "core/theme/theme.hpp"

#include <QString>

#include <functional>

class QWidget;

namespace terroir::qgis {

class Desk;

/// Asks for a file and writes the theme into it for somebody else, as its ending says: a GeoPackage
/// with styles and the QGIS project beside it, or an HTML page that needs no network. On another
/// thread; says where it is, or what went wrong and then there is no file. `begun` is called when a
/// file was chosen, `ended` when it is written or could not be.
void askToHandOver(Desk& desk, const theme::Theme& theme, const theme::Settings& settings,
                   QWidget* parent, std::function<void()> begun, std::function<void()> ended);

} // namespace terroir::qgis
