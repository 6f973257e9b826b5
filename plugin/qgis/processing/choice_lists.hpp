#pragma once

#include "core/theme/choices.hpp"
#include "plugin/qgis/processing/choice_parameter.hpp"

namespace terroir::qgis {

// The options of theme::optionsOf() for a parameter that is a list.

ChoiceParameter::Choices choicesFor(theme::Setting setting);
/// The themes that this machine knows; the errors of theme::knownThemes().
ChoiceParameter::Choices knownThemes();
/// "jenks: natural breaks; …." for the help of the parameter.
QString meaningsOf(theme::Setting setting);

} // namespace terroir::qgis
