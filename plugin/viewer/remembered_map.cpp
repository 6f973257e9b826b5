#include "plugin/viewer/remembered_map.hpp"

#include "plugin/viewer/strings.hpp"

#include <QSettings>

namespace terroir::viewer {

namespace {

void setOrRemove(QSettings& settings, const char* key, const QString& value) {
    if (value.isEmpty())
        settings.remove(QLatin1String(key));
    else
        settings.setValue(QLatin1String(key), value);
}

} // namespace

void remember(const RememberedMap& map) {
    QSettings settings;
    settings.setValue(QStringLiteral("workspace"), map.workspace);
    settings.beginGroup(QStringLiteral("map"));
    setOrRemove(settings, "theme", map.theme);
    for (const theme::Setting setting : theme::allSettings)
        setOrRemove(settings, theme::keyOf(setting),
                    toQString(theme::textOf(map.settings, setting)));
    settings.remove(QStringLiteral("view"));
    if (map.view)
        settings.setValue(
            QStringLiteral("view"),
            QVariantList{map.view->centre.x, map.view->centre.y, map.view->metresPerPixel});
}

RememberedMap rememberedMap() {
    QSettings settings;
    RememberedMap map;
    map.workspace = settings.value(QStringLiteral("workspace")).toString();
    settings.beginGroup(QStringLiteral("map"));
    map.theme = settings.value(QStringLiteral("theme")).toString();
    for (const theme::Setting setting : theme::allSettings)
        theme::read(map.settings, setting,
                    settings.value(QLatin1String(theme::keyOf(setting))).toString().toStdString());
    const QVariantList view = settings.value(QStringLiteral("view")).toList();
    if (view.size() == 3 && view[2].toDouble() > 0)
        map.view = View{{view[0].toDouble(), view[1].toDouble()}, view[2].toDouble()};
    return map;
}

} // namespace terroir::viewer
