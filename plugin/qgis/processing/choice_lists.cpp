#include "plugin/qgis/processing/choice_lists.hpp"

#include "core/theme/known_themes.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

namespace terroir::qgis {

ChoiceParameter::Choices choicesFor(theme::Setting setting) {
    ChoiceParameter::Choices choices;
    for (const theme::Option& option : theme::optionsOf(setting))
        choices.push_back({toQt(option.id), option.name});
    return choices;
}

ChoiceParameter::Choices knownThemes() {
    ChoiceParameter::Choices choices;
    for (const theme::Theme& theme : theme::knownThemes().themes)
        choices.push_back({toQt(theme.id), theme.title});
    return choices;
}

QString meaningsOf(theme::Setting setting) {
    QStringList meanings;
    for (const theme::Option& option : theme::optionsOf(setting))
        meanings += QStringLiteral("%1: %2").arg(toQt(option.id), said(option.meaning));
    return meanings.join(QStringLiteral("; ")) + u'.';
}

} // namespace terroir::qgis
