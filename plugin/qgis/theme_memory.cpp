#include "plugin/qgis/theme_memory.hpp"

#include "core/base/error.hpp"
#include "core/join/years.hpp"
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

QString colourText(const theme::Colour& colour) {
    const QString opaque = toQt(colour.toHex());
    return colour.a == 255
               ? opaque
               : QStringLiteral("%1%2").arg(opaque).arg(int(colour.a), 2, 16, QChar(u'0'));
}

QString toJson(const session::ThemeChoice& choice) {
    QJsonObject json;
    const auto put = [&json](const char* name, const std::string& text) {
        if (!text.empty())
            json[QLatin1String(name)] = toQt(text);
    };
    put("asOf", choice.asOf ? choice.asOf->toString() : "");
    put("level", choice.level ? std::string(gazetteer::toString(*choice.level)) : "");
    put("within", choice.within);
    put("method", choice.method.value_or(""));
    put("palette", choice.palette.value_or(""));
    put("per", choice.per ? std::string(theme::toString(*choice.per)) : "");
    put("years", choice.period ? join::yearsText(*choice.period) : "");
    if (choice.classes)
        json[QStringLiteral("classes")] = int(*choice.classes);
    QJsonArray sources;
    for (const std::string& source : choice.sources)
        sources.append(toQt(source));
    if (!sources.isEmpty())
        json[QStringLiteral("sources")] = sources;
    return compact(QJsonDocument(json));
}

session::ThemeChoice choiceOf(const QString& text) {
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto get = [&json](const char* name) {
        return fromQt(json[QLatin1String(name)].toString());
    };
    const auto set = [&get](const char* name) {
        const std::string value = get(name);
        return value.empty() ? std::nullopt : std::optional(value);
    };
    session::ThemeChoice choice;
    choice.asOf = parseDate(get("asOf"));
    choice.level = gazetteer::parseLevel(get("level"));
    choice.within = get("within");
    choice.method = set("method");
    choice.palette = set("palette");
    choice.per = theme::parsePer(get("per"));
    choice.period = join::parseYears(get("years"));
    if (const int classes = json[QStringLiteral("classes")].toInt(); classes > 0)
        choice.classes = std::size_t(classes);
    const QJsonArray sources = json[QStringLiteral("sources")].toArray();
    for (const auto& source : sources)
        choice.sources.push_back(fromQt(source.toString()));
    return choice;
}

void remember(QgsMapLayer& layer, const ThemeMemory& memory) {
    layer.setCustomProperty(themeKey, toQt(theme::toJson(memory.theme)));
    layer.setCustomProperty(choiceKey, toJson(memory.choice));
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
    memory.choice = choiceOf(layer.customProperty(choiceKey).toString());
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
