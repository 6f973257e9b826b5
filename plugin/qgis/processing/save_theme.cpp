#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/theme/known_themes.hpp"
#include "core/theme/write_theme.hpp"
#include "plugin/qgis/compat.hpp"
#include "plugin/qgis/processing/algorithms.hpp"
#include "plugin/qgis/processing/choice_lists.hpp"
#include "plugin/qgis/processing/documented_algorithm.hpp"
#include "plugin/qgis/processing/parameter_names.hpp"
#include "plugin/qgis/processing/stored_style.hpp"
#include "plugin/qgis/renderer_theme.hpp"
#include "plugin/qgis/text.hpp"
#include "plugin/qgis/theme_layers.hpp"

#include <qgsprocessingoutputs.h>
#include <qgsprocessingparameters.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <algorithm>

namespace terroir::qgis {

namespace {

const QString base = QStringLiteral("BASE");
const QString themeId = QStringLiteral("ID");
const QString titleVi = QStringLiteral("TITLE_VI");
const QString titleEn = QStringLiteral("TITLE_EN");
const QString notKept = QStringLiteral("NOT_KEPT");
constexpr std::string_view suffix = ".theme.json";

/// Processing opens a layer without the style stored in or beside its file. One that somebody sees,
/// or that a script or model hands over, keeps its own.
void loadStoredStyle(QgsVectorLayer& layer, const QVariant& given, const QgsProject* project) {
    if (!isOpenedHere(layer, given, project) || memoryOf(layer))
        return;
    bool isLoaded = false;
    layer.loadDefaultStyle(isLoaded); // without one it stays as it is
}

class SaveThemeAlgorithm final : public DocumentedAlgorithm {
public:
    QgsProcessingAlgorithm* createInstance() const override { return new SaveThemeAlgorithm; }
    void initAlgorithm(const QVariantMap&) override;

protected:
    const AlgorithmSheet& sheet() const override;
    bool prepareAlgorithm(const QVariantMap& parameters, QgsProcessingContext& context,
                          QgsProcessingFeedback*) override;
    QVariantMap run(const QVariantMap& parameters, QgsProcessingContext& context,
                    QgsProcessingFeedback& feedback) override;

private:
    void setNames(const QVariantMap& parameters, QgsProcessingContext& context,
                  const std::string& file);

    RendererTheme m_read;
    LocalText m_problem;
};

const AlgorithmSheet& SaveThemeAlgorithm::sheet() const {
    static const AlgorithmSheet sheet = {
        "savetheme",
        AlgorithmSheet::Themes,
        {"Lưu kiểu vẽ thành chủ đề", "Save a style as a theme"},
        {"Đọc ngưỡng, màu và chữ trong kiểu vẽ của một lớp và ghi thành tệp chủ đề, dùng được ở "
         "mọi "
         "nơi của terroir. Lớp làm từ một chủ đề giữ số liệu của chủ đề đó; lớp khác cần một chủ "
         "đề "
         "gốc. Những gì chủ đề không giữ được thì được nói rõ.",
         "Reads breaks, colours and words of a layer's renderer and writes them as a theme file, "
         "for every part of terroir. A layer made from a theme keeps the figures of that theme; "
         "another one needs a theme to start from. What a theme cannot hold is said."},
        "INPUT=\"chu-de.gpkg|layername=chu-de\" OUTPUT=cua-toi.theme.json",
        "chủ đề,kiểu vẽ,màu,ngưỡng,theme,style,renderer,colours,breaks"};
    return sheet;
}

void SaveThemeAlgorithm::initAlgorithm(const QVariantMap&) {
    ChoiceParameter::Choices themes;
    try {
        themes = knownThemes();
    } catch (const Error&) {
        // A layer made from a theme needs none.
    }
    const auto addText = [this](const QString& name, const QString& text, const QString& help) {
        add(new QgsProcessingParameterString(name, text, QVariant(), false, true), help);
    };
    add(new QgsProcessingParameterVectorLayer(inputName, said("Lớp", "Layer"),
                                              {int(compat::vectorAnyGeometry)}),
        said("Lớp có kiểu phân cấp hoặc phân loại. Các lớp được làm cùng một lúc trong dự án cũng "
             "được đọc.",
             "A layer with a graduated or categorized renderer. Layers of the project that were "
             "made together with it are read, too."));
    add(new ChoiceParameter(base, said("Chủ đề gốc", "Theme to start from"), std::move(themes),
                            QVariant(), true),
        said("Cho biết số liệu nào; chỉ cần cho lớp không làm từ chủ đề.",
             "Says which figures; only for a layer that was made from no theme."));
    addText(themeId, said("Mã chủ đề", "Id of the theme"),
            said("Chữ a–z, số và gạch nối. Bỏ trống: theo tên tệp hoặc tên tiếng Việt.",
                 "a to z, digits and hyphens. Empty: of the file or the Vietnamese title."));
    addText(titleVi, said("Tên tiếng Việt", "Title in Vietnamese"),
            said("Bỏ trống: như chủ đề gốc.", "Empty: that of the theme."));
    addText(titleEn, said("Tên tiếng Anh", "Title in English"),
            said("Bỏ trống: như tên tiếng Việt.", "Empty: the Vietnamese one."));
    add(new QgsProcessingParameterFileDestination(
            outputName, said("Tệp chủ đề", "Theme file"),
            said("Chủ đề (*.theme.json)", "Themes (*.theme.json)"), QVariant(), true, false),
        said("Bỏ trống: thư mục chủ đề riêng, nơi mọi phần của terroir tìm thấy.",
             "Empty: among one's own themes, where every part of terroir finds it."));
    addOutput(new QgsProcessingOutputString(
        notKept, said("Những gì không giữ được", "What could not be kept")));
}

/// Renderers are read in the thread of their layers.
bool SaveThemeAlgorithm::prepareAlgorithm(const QVariantMap& parameters,
                                          QgsProcessingContext& context, QgsProcessingFeedback*) {
    QgsVectorLayer* layer = parameterAsVectorLayer(parameters, inputName, context);
    if (layer == nullptr)
        throw QgsProcessingException(invalidSourceError(parameters, inputName));
    loadStoredStyle(*layer, parameters.value(inputName), context.project());
    const std::string baseId = fromQt(chosen(parameters, base, context));
    try {
        if (!memoryOf(*layer) && !baseId.empty()) {
            m_read = themeOfLayer(*layer, theme::knownThemes().find(baseId));
            return true;
        }
        std::vector<QgsVectorLayer*> together;
        if (const QgsProject* project = context.project())
            together = layersMadeWith(*layer, *project);
        if (std::find(together.begin(), together.end(), layer) == together.end())
            together.push_back(layer);
        m_read = themeOfLayers(together);
    } catch (const Error& error) {
        m_problem = error.text(); // QGIS only logs what is thrown here
    } catch (const std::exception& error) {
        m_problem = {error.what(), error.what()};
    }
    return true;
}

void SaveThemeAlgorithm::setNames(const QVariantMap& parameters, QgsProcessingContext& context,
                                  const std::string& file) {
    theme::Theme& theme = m_read.theme;
    LocalText title{fromQt(parameterAsString(parameters, titleVi, context).trimmed()),
                    fromQt(parameterAsString(parameters, titleEn, context).trimmed())};
    if (!title.vi.empty() || !title.en.empty())
        theme = theme::withTitle(std::move(theme), std::move(title));
    std::string wanted = fromQt(parameterAsString(parameters, themeId, context).trimmed());
    if (wanted.empty() && file.ends_with(suffix))
        wanted = file.substr(0, file.size() - suffix.size());
    if (wanted.empty())
        wanted = theme::themeIdOf(theme.title.vi);
    if (!file.empty() && file != wanted + std::string(suffix))
        throw UsageError(localText("Chủ đề '{}' phải ghi vào tệp '{}{}', mà tên đã cho là '{}'. "
                                   "Hãy đổi tên tệp hoặc ID.",
                                   "The theme '{}' goes into a file '{}{}', and '{}' is given. "
                                   "Change the name or ID.",
                                   wanted, wanted, suffix, file));
    theme.id = wanted;
}

QVariantMap SaveThemeAlgorithm::run(const QVariantMap& parameters, QgsProcessingContext& context,
                                    QgsProcessingFeedback& feedback) {
    if (!m_problem.vi.empty())
        throw UsageError(m_problem);
    std::filesystem::path file = fromQt(parameterAsFileOutput(parameters, outputName, context));
    setNames(parameters, context, file.filename().string());
    if (file.empty())
        file = theme::saveOwnTheme(m_read.theme, Overwrite::Allow);
    else
        theme::writeTheme(m_read.theme, file, Overwrite::Allow);
    for (const QString& sentence : m_read.left)
        feedback.pushWarning(sentence);
    return {{outputName, toQt(file)},
            {themeId, toQt(m_read.theme.id)},
            {notKept, m_read.left.isEmpty() ? QStringLiteral("") : m_read.left.join(u'\n')}};
}

} // namespace

QgsProcessingAlgorithm* makeSaveThemeAlgorithm() {
    return new SaveThemeAlgorithm;
}

} // namespace terroir::qgis
