#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/theme/choices.hpp"
#include "core/theme/known_themes.hpp"
#include "core/theme/read_theme.hpp"
#include "plugin/qgis/compat.hpp"
#include "plugin/qgis/features.hpp"
#include "plugin/qgis/processing/algorithms.hpp"
#include "plugin/qgis/processing/choice_lists.hpp"
#include "plugin/qgis/processing/documented_algorithm.hpp"
#include "plugin/qgis/processing/empty_part.hpp"
#include "plugin/qgis/processing/parameter_names.hpp"
#include "plugin/qgis/processing/stored_style.hpp"
#include "plugin/qgis/text.hpp"
#include "plugin/qgis/theme_layers.hpp"
#include "plugin/qgis/theme_map.hpp"

#include <qgsprocessingparameters.h>
#include <qgsprocessingutils.h>
#include <qgsvectorlayer.h>

#include <algorithm>
#include <utility>

namespace terroir::qgis {

namespace {

const QString themeName = QStringLiteral("THEME");
const QString themeFile = QStringLiteral("THEME_FILE");
const QString per = QStringLiteral("PER");
const QString years = QStringLiteral("YEARS");
const QString symbols = QStringLiteral("SYMBOLS");

/// Gives a layer its look when QGIS has put it into the project.
class LayerStyler final : public QgsProcessingLayerPostProcessorInterface {
public:
    explicit LayerStyler(ThemeLayer part) : m_part(std::move(part)) {}
    void postProcessLayer(QgsMapLayer* layer, QgsProcessingContext&,
                          QgsProcessingFeedback*) override {
        if (auto* vector = qobject_cast<QgsVectorLayer*>(layer))
            styleLayer(*vector, m_part);
    }

private:
    ThemeLayer m_part;
};

bool hasColumns(const QgsVectorLayer& layer, const geometry::LayerTable& table) {
    return std::all_of(table.columns.begin(), table.columns.end(), [&](const auto& column) {
        return layer.fields().indexFromName(toQt(column.name)) >= 0;
    });
}

class ApplyThemeAlgorithm final : public DocumentedAlgorithm {
public:
    QgsProcessingAlgorithm* createInstance() const override { return new ApplyThemeAlgorithm; }
    void initAlgorithm(const QVariantMap&) override;

protected:
    const AlgorithmSheet& sheet() const override;
    QVariantMap run(const QVariantMap& parameters, QgsProcessingContext& context,
                    QgsProcessingFeedback& feedback) override;
    QVariantMap postProcessAlgorithm(QgsProcessingContext& context,
                                     QgsProcessingFeedback* feedback) override;

private:
    struct Written {
        QString destination;
        ThemeLayer part;
    };

    theme::Theme themeOf(const QVariantMap& parameters, QgsProcessingContext& context) const;
    theme::Settings settingsOf(const QVariantMap& parameters, QgsProcessingContext& context,
                               const theme::Theme& theme);
    /// Where it is now; empty for what is not asked for.
    QString write(const geometry::LayerTable& table, const QString& parameter,
                  const QVariantMap& parameters, QgsProcessingContext& context);
    void writePart(ThemeLayer part, const QString& parameter, const QVariantMap& parameters,
                   QgsProcessingContext& context, QVariantMap& results);
    void writeNone(const geometry::LayerTable& none, const QString& parameter,
                   const QVariantMap& parameters, QgsProcessingContext& context,
                   QgsProcessingFeedback& feedback, QVariantMap& results);

    std::vector<Written> m_written;
};

const AlgorithmSheet& ApplyThemeAlgorithm::sheet() const {
    static const AlgorithmSheet sheet = {
        "applytheme",
        AlgorithmSheet::Themes,
        {"Áp dụng chủ đề", "Apply a theme"},
        {"Tạo các lớp của một chủ đề: vùng tô màu theo lớp, ký hiệu, và bảng số liệu chưa xác định "
         "được đơn vị. Khi ghi ra tệp, kiểu vẽ được lưu cùng (GeoPackage) hoặc bên cạnh (.qml). Bỏ "
         "trống "
         "một lựa chọn thì lấy như chủ đề.",
         "Makes the layers of a theme: areas coloured by class, symbols, and the table of what is "
         "not attributed. A file gets its style inside (GeoPackage) or beside it (.qml). A choice "
         "that is left empty is as the theme says."},
        "THEME=aquaculture AS_OF=2022-12-31 WITHIN=\"tỉnh Lai Châu\" OUTPUT=ca.gpkg "
        "SYMBOLS=be-ca.gpkg",
        "chủ đề,bản đồ,tô màu,ký hiệu,theme,map,choropleth,symbols"};
    return sheet;
}

void ApplyThemeAlgorithm::initAlgorithm(const QVariantMap&) {
    ChoiceParameter::Choices themes;
    QStringList titles;
    try {
        themes = knownThemes();
        for (const ChoiceParameter::Choice& theme : themes)
            titles += QStringLiteral("%1: %2").arg(theme.id, said(theme.words));
    } catch (const Error& error) {
        titles += said(error.text()); // THEME_FILE still works
    }
    const auto addChoice = [this](const QString& name, const QString& text,
                                  const ChoiceParameter::Choices& choices, const QString& help) {
        add(new ChoiceParameter(name, text, choices, QVariant(), true), help);
    };
    addWorkspace();
    addChoice(themeName, said("Chủ đề", "Theme"), themes, titles.join(QStringLiteral("; ")) + u'.');
    add(new QgsProcessingParameterFile(themeFile, said("Tệp chủ đề riêng", "Own theme file"),
                                       compat::plainFile, QString(), QVariant(), true,
                                       said("Chủ đề (*.theme.json)", "Themes (*.theme.json)")),
        said("Thay cho một chủ đề trong danh sách.", "Instead of a theme of the list."));
    add(new QgsProcessingParameterDateTime(asOfName, said("Đơn vị của ngày", "Units as of"),
                                           compat::dateOnly, QVariant(), true),
        said("Đơn vị hành chính của ngày nào.", "The day whose administrative units are meant."));
    addChoice(levelName, said("Cấp hành chính", "Administrative level"),
              choicesFor(theme::Setting::Level),
              said("province: tỉnh; district: huyện (đến 30/6/2025); commune: xã.",
                   "province (tỉnh), district (huyện, until 2025-06-30) or commune (xã)."));
    add(new QgsProcessingParameterString(withinName, said("Trong địa bàn", "Within"), QVariant(),
                                         false, true),
        said("Tên hoặc mã một đơn vị, ví dụ \"huyện Tam Đường, tỉnh Lai Châu\"; all: nơi có số "
             "liệu; country: cả nước.",
             "Name or code of a unit, such as \"huyện Tam Đường, tỉnh Lai Châu\"; all: where "
             "there are figures; country: the whole country."));
    add(new QgsProcessingParameterString(years, said("Năm của số liệu", "Years of the figures"),
                                         QVariant(), false, true),
        said("2021 hoặc 2021-2022.", "2021 or 2021-2022."));
    addChoice(method, said("Cách phân lớp", "Classification method"),
              choicesFor(theme::Setting::Method), meaningsOf(theme::Setting::Method));
    add(new QgsProcessingParameterNumber(classCount, said("Số lớp", "Number of classes"),
                                         compat::wholeNumber, QVariant(), true, 1,
                                         int(theme::maxClasses)),
        said("Không dùng cho ngưỡng cho trước.", "Not for given breaks."));
    addChoice(palette, said("Bảng màu", "Palette"), choicesFor(theme::Setting::Palette),
              said("Từ nhạt đến đậm.", "From light to dark."));
    addChoice(per, said("Quy đổi số liệu", "Relate the figures"), choicesFor(theme::Setting::Per),
              meaningsOf(theme::Setting::Per));
    add(new QgsProcessingParameterFeatureSink(outputName, said("Các đơn vị", "Units"),
                                              compat::vectorPolygon),
        said("Vùng với số liệu, đối tượng, bản ghi và nguồn.",
             "Areas with figures, subjects, records and sources."));
    add(new QgsProcessingParameterFeatureSink(symbols, said("Ký hiệu", "Symbols"),
                                              compat::vectorPoint, QVariant(), true),
        said("Điểm có vòng tròn hoặc biểu đồ, khi chủ đề có.",
             "Points with circles or pies, when the theme has any."));
    add(new QgsProcessingParameterFeatureSink(notAttributed,
                                              said("Chưa xác định được đơn vị", "Not attributed"),
                                              compat::anyVector, QVariant(), true),
        said("Giá trị không thuộc trọn một đơn vị, mỗi giá trị một lần.",
             "Values that belong to no single unit, each once."));
}

theme::Theme ApplyThemeAlgorithm::themeOf(const QVariantMap& parameters,
                                          QgsProcessingContext& context) const {
    if (const QString file = parameterAsFile(parameters, themeFile, context); !file.isEmpty())
        return theme::readTheme(fromQt(file));
    const QString id = chosen(parameters, themeName, context);
    if (id.isEmpty())
        throw UsageError(
            localText("Chưa chọn chủ đề; hãy ghi THEME, ví dụ 'livestock', hoặc THEME_FILE.",
                      "No theme is named; give THEME, for example 'livestock', or THEME_FILE."));
    return theme::knownThemes().find(fromQt(id));
}

theme::Settings ApplyThemeAlgorithm::settingsOf(const QVariantMap& parameters,
                                                QgsProcessingContext& context,
                                                const theme::Theme& theme) {
    theme::Settings settings;
    settings.asOf = day(parameters, asOfName, context);
    if (settings.asOf)
        requireListed(*settings.asOf);
    if (parameters.value(classCount).isValid())
        settings.classes = std::size_t(parameterAsInt(parameters, classCount, context));
    const auto take = [&](theme::Setting setting, const QString& name, const QString& value) {
        theme::require(settings, setting, fromQt(value.trimmed()), fromQt(name));
    };
    for (const auto& [setting, name] :
         {std::pair(theme::Setting::Level, levelName), std::pair(theme::Setting::Method, method),
          std::pair(theme::Setting::Palette, palette), std::pair(theme::Setting::Per, per)})
        take(setting, name, chosen(parameters, name, context));
    for (const auto& [setting, name] :
         {std::pair(theme::Setting::Within, withinName), std::pair(theme::Setting::Years, years)})
        take(setting, name, parameterAsString(parameters, name, context));
    if (const LocalText why = theme::whyNot(theme, theme::Setting::Method);
        !why.vi.empty() &&
        (settings.method || settings.classes || settings.palette || settings.per))
        throw UsageError(localText("{} Hãy bỏ trống METHOD, CLASSES, PALETTE và PER.",
                                   "{} Leave METHOD, CLASSES, PALETTE and PER empty.", why));
    return settings;
}

QString ApplyThemeAlgorithm::write(const geometry::LayerTable& table, const QString& parameter,
                                   const QVariantMap& parameters, QgsProcessingContext& context) {
    const QgsFields fields = fieldsOf(table);
    ResultSink out = sink(parameters, parameter, context, fields, wkbTypeOf(table),
                          QgsCoordinateReferenceSystem(QStringLiteral("EPSG:4326")));
    for (const geometry::LayerRow& row : table.rows) {
        QgsFeature feature = featureOf(table, row, fields);
        out.add(feature);
    }
    return out.destination();
}

void ApplyThemeAlgorithm::writePart(ThemeLayer part, const QString& parameter,
                                    const QVariantMap& parameters, QgsProcessingContext& context,
                                    QVariantMap& results) {
    const QString destination = write(part.table, parameter, parameters, context);
    if (destination.isEmpty())
        return;
    results.insert(parameter, destination);
    if (context.willLoadLayerOnCompletion(destination)) {
        auto& details = context.layerToLoadOnCompletionDetails(destination);
        details.name = part.name;
        details.setPostProcessor(new LayerStyler(part)); // owned by the details
    }
    m_written.push_back({destination, std::move(part)});
}

void ApplyThemeAlgorithm::writeNone(const geometry::LayerTable& none, const QString& parameter,
                                    const QVariantMap& parameters, QgsProcessingContext& context,
                                    QgsProcessingFeedback& feedback, QVariantMap& results) {
    if (results.contains(parameter))
        return;
    const QString destination = write(none, parameter, parameters, context);
    if (destination.isEmpty())
        return;
    results.insert(parameter, destination);
    feedback.pushWarning(parameter == symbols
                             ? said("Chủ đề không có ký hiệu: SYMBOLS trống.",
                                    "The theme has no symbols: SYMBOLS is empty.")
                             : said("Không có giá trị nào chưa xác định được đơn vị: "
                                    "NOT_ATTRIBUTED trống.",
                                    "Nothing is left without a unit: "
                                    "NOT_ATTRIBUTED is empty."));
}

QVariantMap ApplyThemeAlgorithm::run(const QVariantMap& parameters, QgsProcessingContext& context,
                                     QgsProcessingFeedback& feedback) {
    const theme::Theme theme = themeOf(parameters, context);
    const theme::Settings settings = settingsOf(parameters, context, theme);
    const auto workspace = openToRead(parameters, context, feedback);
    ThemeMap map =
        themeMapOf(theme, settings, *workspace, words().language(), progressOf(feedback));
    for (const QString& note : map.notes)
        feedback.pushWarning(note);
    if (map.layers.empty())
        throw InputError(
            map.notes.isEmpty()
                ? LocalText{"Chủ đề không có lớp bản đồ nào.", "The theme has no layer."}
                : LocalText{fromQt(map.notes.first()), fromQt(map.notes.first())});
    const geometry::LayerTable withoutSymbols = noSymbols(map.layers.front().table);
    QVariantMap results;
    bool hasSymbols = false;
    for (ThemeLayer& layer : map.layers) {
        const ThemePart part = layer.memory.part;
        if (part == ThemePart::Records) {
            feedback.pushWarning(
                said("\"%1\" (%2) không được ghi thành lớp và không nằm trong ký hiệu của đơn vị: "
                     "xem terroir:listrecords.",
                     "\"%1\" (%2) are not written as a layer and are in no symbol of a unit: see "
                     "terroir:listrecords.")
                    .arg(layer.name)
                    .arg(layer.table.rows.size()));
            continue;
        }
        if (part == ThemePart::Groups) {
            feedback.pushWarning(
                said("\"%1\" không được ghi thành lớp: xem ký hiệu và bảng số liệu chưa xác định "
                     "được đơn vị.",
                     "\"%1\" is not written as a layer: see the symbols and the table of what is "
                     "not attributed.")
                    .arg(layer.name));
            continue;
        }
        if (part == ThemePart::Symbols && std::exchange(hasSymbols, true)) {
            feedback.pushWarning(said("Lớp ký hiệu \"%1\" không được ghi: chỉ ghi lớp đầu tiên.",
                                      "The layer of symbols \"%1\" is not written: only the first "
                                      "one is.")
                                     .arg(layer.name));
            continue;
        }
        const QString& parameter = part == ThemePart::Polygons  ? outputName
                                   : part == ThemePart::Symbols ? symbols
                                                                : notAttributed;
        writePart(std::move(layer), parameter, parameters, context, results);
    }
    writeNone(withoutSymbols, symbols, parameters, context, feedback, results);
    writeNone(nothingLeft(), notAttributed, parameters, context, feedback, results);
    return results;
}

QVariantMap ApplyThemeAlgorithm::postProcessAlgorithm(QgsProcessingContext& context,
                                                      QgsProcessingFeedback* feedback) {
    for (const Written& written : m_written) {
        auto* layer = qobject_cast<QgsVectorLayer*>(
            QgsProcessingUtils::mapLayerFromString(written.destination, context));
        if (layer == nullptr)
            continue;
        styleLayer(*layer, written.part);
        if (!hasColumns(*layer, written.part.table))
            feedback->pushWarning(said("Tệp \"%1\" rút ngắn tên cột nên kiểu vẽ có thể không tìm "
                                       "thấy cột; hãy ghi ra GeoPackage (.gpkg).",
                                       "The file \"%1\" has shortened names of columns, which the "
                                       "style may not find; write a GeoPackage (.gpkg).")
                                      .arg(written.destination));
        if (const QString problem = storeStyle(*layer, written.part.name); !problem.isEmpty())
            feedback->pushWarning(said("Kiểu vẽ không được lưu cùng tệp: %1",
                                       "The style is not stored with the file: %1")
                                      .arg(problem));
    }
    return {};
}

} // namespace

QgsProcessingAlgorithm* makeApplyThemeAlgorithm() {
    return new ApplyThemeAlgorithm;
}

} // namespace terroir::qgis
