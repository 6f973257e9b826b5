#include "plugin/qgis/processing/choice_lists.hpp"

#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

namespace terroir::qgis {

QStringList idsOf(theme::Setting setting) {
    QStringList ids;
    for (const theme::Option& option : theme::optionsOf(setting))
        ids += toQt(option.id);
    return ids;
}

QString meaningsOf(theme::Setting setting) {
    QStringList meanings;
    for (const theme::Option& option : theme::optionsOf(setting))
        meanings += QStringLiteral("%1: %2").arg(toQt(option.id), said(option.meaning));
    return meanings.join(QStringLiteral("; ")) + u'.';
}

} // namespace terroir::qgis
