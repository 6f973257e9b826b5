#pragma once

#include "core/theme/choices.hpp"

#include <QStringList>

namespace terroir::qgis {

// The options of theme::optionsOf() for a parameter that is a list: the order is that of ids in
// saved models.

QStringList idsOf(theme::Setting setting);
/// "jenks: natural breaks; …." for the help of the parameter.
QString meaningsOf(theme::Setting setting);

} // namespace terroir::qgis
