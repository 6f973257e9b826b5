#include "plugin/viewer/remembered_map.hpp"

#include "core/join/years.hpp"
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

std::optional<std::string> textOf(const QSettings& settings, const char* key) {
    const QString value = settings.value(QLatin1String(key)).toString();
    return value.isEmpty() ? std::nullopt : std::optional(value.toStdString());
}

} // namespace

void remember(const RememberedMap& map) {
    QSettings settings;
    settings.setValue(QStringLiteral("workspace"), map.workspace);
    settings.beginGroup(QStringLiteral("map"));
    const session::ThemeChoice& choice = map.choice;
    setOrRemove(settings, "theme", map.theme);
    setOrRemove(settings, "within", toQString(choice.within));
    setOrRemove(settings, "asOf", choice.asOf ? toQString(choice.asOf->toString()) : QString());
    setOrRemove(settings, "level",
                choice.level ? toQString(gazetteer::toString(*choice.level)) : QString());
    setOrRemove(settings, "method", toQString(choice.method.value_or("")));
    setOrRemove(settings, "palette", toQString(choice.palette.value_or("")));
    setOrRemove(settings, "per", choice.per ? toQString(theme::toString(*choice.per)) : QString());
    setOrRemove(settings, "years",
                choice.period ? toQString(join::yearsText(*choice.period)) : QString());
    setOrRemove(settings, "classes", choice.classes ? QString::number(*choice.classes) : QString());
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
    session::ThemeChoice& choice = map.choice;
    choice.within = textOf(settings, "within").value_or("");
    choice.asOf = parseDate(textOf(settings, "asOf").value_or(""));
    choice.level = gazetteer::parseLevel(textOf(settings, "level").value_or(""));
    choice.method = textOf(settings, "method");
    choice.palette = textOf(settings, "palette");
    choice.per = theme::parsePer(textOf(settings, "per").value_or(""));
    choice.period = join::parseYears(textOf(settings, "years").value_or(""));
    if (const int classes = settings.value(QStringLiteral("classes")).toInt(); classes > 0)
        choice.classes = static_cast<std::size_t>(classes);
    const QVariantList view = settings.value(QStringLiteral("view")).toList();
    if (view.size() == 3 && view[2].toDouble() > 0)
        map.view = View{{view[0].toDouble(), view[1].toDouble()}, view[2].toDouble()};
    return map;
}

} // namespace terroir::viewer
