#include "plugin/qgis/theme_memory.hpp"

#include "core/base/error.hpp"
#include "core/theme/read_theme.hpp"
#include "core/theme/write_theme.hpp"
#include "plugin/qgis/text.hpp"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <qgsmaplayer.h>

namespace terroir::qgis {

namespace {

const QString themeKey = QStringLiteral("terroir/theme");
const QString choiceKey = QStringLiteral("terroir/choice");
const QString partKey = QStringLiteral("terroir/part");
const QString layerKey = QStringLiteral("terroir/layer");
const QString mapKey = QStringLiteral("terroir/map");
const QString classesKey = QStringLiteral("terroir/classes");

struct PartName {
    ThemePart part;
    const char* name;
};
constexpr PartName partNames[] = {{ThemePart::Polygons, "polygons"},
                                  {ThemePart::Symbols, "symbols"},
                                  {ThemePart::Records, "records"},
                                  {ThemePart::Groups, "groups"},
                                  {ThemePart::NotAttributed, "not-attributed"}};

QString compact(const QJsonDocument& document) {
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

QString toJson(const std::vector<std::vector<ShownClass>>& classes) {
    QJsonArray layers;
    for (const auto& layer : classes) {
        QJsonArray entries;
        for (const ShownClass& entry : layer)
            entries.append(QJsonObject{{QStringLiteral("key"), entry.key},
                                       {QStringLiteral("low"), entry.low},
                                       {QStringLiteral("high"), entry.high},
                                       {QStringLiteral("label"), entry.label},
                                       {QStringLiteral("colour"), entry.colour},
                                       {QStringLiteral("count"), entry.count}});
        layers.append(entries);
    }
    return compact(QJsonDocument(layers));
}

std::vector<std::vector<ShownClass>> classesOf(const QString& json) {
    std::vector<std::vector<ShownClass>> classes;
    const QJsonArray layers = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const auto& layer : layers) {
        std::vector<ShownClass>& entries = classes.emplace_back();
        const QJsonArray list = layer.toArray();
        for (const auto& value : list) {
            const QJsonObject entry = value.toObject();
            entries.push_back({entry[QStringLiteral("key")].toString(),
                               entry[QStringLiteral("low")].toDouble(),
                               entry[QStringLiteral("high")].toDouble(),
                               entry[QStringLiteral("label")].toString(),
                               entry[QStringLiteral("colour")].toString(),
                               entry[QStringLiteral("count")].toInt()});
        }
    }
    return classes;
}

} // namespace

QString colourText(const Colour& colour) {
    const QString opaque = toQt(colour.toHex());
    return colour.a == 255
               ? opaque
               : QStringLiteral("%1%2").arg(opaque).arg(int(colour.a), 2, 16, QChar(u'0'));
}

QString toJson(const theme::Settings& settings) {
    QJsonObject json;
    for (const theme::Setting setting : theme::allSettings)
        if (const std::string text = theme::textOf(settings, setting); !text.empty())
            json[QLatin1String(theme::keyOf(setting))] = toQt(text);
    if (settings.classes)
        json[QStringLiteral("classes")] = int(*settings.classes);
    return compact(QJsonDocument(json));
}

theme::Settings settingsOf(const QString& text) {
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    theme::Settings settings;
    for (const theme::Setting setting : theme::allSettings)
        theme::read(settings, setting,
                    fromQt(json[QLatin1String(theme::keyOf(setting))].toVariant().toString()));
    return settings;
}

void remember(QgsMapLayer& layer, const ThemeMemory& memory) {
    layer.setCustomProperty(themeKey, toQt(theme::toJson(memory.theme)));
    layer.setCustomProperty(choiceKey, toJson(memory.settings));
    for (const PartName& name : partNames)
        if (name.part == memory.part)
            layer.setCustomProperty(partKey, QLatin1String(name.name));
    layer.setCustomProperty(layerKey, int(memory.layer));
    layer.setCustomProperty(mapKey, memory.map);
    layer.setCustomProperty(classesKey, toJson(memory.classes));
}

std::optional<ThemeMemory> memoryOf(const QgsMapLayer& layer) {
    const QString json = layer.customProperty(themeKey).toString();
    if (json.isEmpty())
        return std::nullopt;
    ThemeMemory memory;
    try {
        memory.theme = theme::parseTheme(fromQt(json), {});
    } catch (const Error&) {
        return std::nullopt; // of a later version
    }
    memory.settings = settingsOf(layer.customProperty(choiceKey).toString());
    const QString part = layer.customProperty(partKey).toString();
    for (const PartName& name : partNames)
        if (part == QLatin1String(name.name))
            memory.part = name.part;
    memory.layer = std::size_t(std::max(0, layer.customProperty(layerKey).toInt()));
    memory.map = mapOf(layer);
    memory.classes = classesOf(layer.customProperty(classesKey).toString());
    memory.classes.resize(memory.theme.layers.size());
    return memory;
}

QString mapOf(const QgsMapLayer& layer) {
    return layer.customProperty(mapKey).toString();
}

} // namespace terroir::qgis
