#include "plugin/qgis/renderer_theme.hpp"

#include "core/base/error.hpp"
#include "core/export/columns.hpp"
#include "plugin/qgis/compat.hpp"
#include "plugin/qgis/fill_reader.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/symbol_reader.hpp"
#include "plugin/qgis/text.hpp"

#include <qgscategorizedsymbolrenderer.h>
#include <qgsgraduatedsymbolrenderer.h>
#include <qgspallabeling.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerlabeling.h>

#include <algorithm>

namespace terroir::qgis {

namespace {

using theme::LayerType;

constexpr std::size_t none = static_cast<std::size_t>(-1);

bool fills(const theme::Layer& layer) {
    return theme::hasClasses(layer.type) || layer.type == LayerType::Categories;
}

void say(RendererTheme& read, const QString& sentence) {
    if (!read.left.contains(sentence))
        read.left += sentence;
}

/// Which layer of the theme has its classes in this column.
std::size_t layerOfColumn(const theme::Theme& theme, LayerType type, const QString& column) {
    for (std::size_t i = 0; i < theme.layers.size(); ++i) {
        if (theme.layers[i].type != type)
            continue;
        const std::string own = theme::hasClasses(type) ? exporting::classColumn(theme, i)
                                                        : exporting::categoryColumn(theme, i);
        if (toQt(own) == column)
            return i;
    }
    return none;
}

std::size_t firstOf(const theme::Theme& theme, LayerType type) {
    const auto found = std::find_if(theme.layers.begin(), theme.layers.end(),
                                    [&](const theme::Layer& one) { return one.type == type; });
    return found == theme.layers.end() ? none : std::size_t(found - theme.layers.begin());
}

/// Labels that are not core's: whether they are shown, and what they say.
void readLabels(const QgsVectorLayer& layer, RendererTheme& read) {
    const QgsAbstractVectorLayerLabeling* labeling = layer.labeling();
    const QString text =
        layer.labelsEnabled() && labeling != nullptr ? labeling->settings().fieldName : QString();
    if (text == QLatin1String("\"unit_name\"") || text == QLatin1String("unit_name"))
        read.theme.valuesOnLabels = false;
    else if (!text.startsWith(QLatin1String("\"unit_name\" || coalesce(")))
        say(read, said("Nhãn: chủ đề ghi tên đơn vị và số liệu; nhãn khác hoặc nhãn bị tắt không "
                       "giữ được.",
                       "Labels: a theme writes the units' names and figures; other labels, or "
                       "none, cannot be kept."));
}

void readLook(const QgsVectorLayer& layer, RendererTheme& read) {
    if (layer.opacity() < 1 || layer.blendMode() != QPainter::CompositionMode_SourceOver)
        say(read, said("Độ trong suốt và cách trộn màu của lớp \"%1\" không giữ được.",
                       "Opacity and blending of the layer \"%1\" cannot be kept.")
                      .arg(layer.name()));
    if (layer.hasScaleBasedVisibility() || !layer.subsetString().isEmpty())
        say(read, said("Giới hạn tỷ lệ và bộ lọc của lớp \"%1\" không giữ được.",
                       "Scale limits and filter of the layer \"%1\" cannot be kept.")
                      .arg(layer.name()));
}

QString cannotRead(const QgsVectorLayer& layer) {
    return said("Kiểu vẽ \"%1\" của lớp \"%2\" không thành chủ đề được; chủ đề cần kiểu phân cấp "
                "(graduated) hoặc phân loại (categorized) theo một cột.",
                "The renderer \"%1\" of the layer \"%2\" cannot be made a theme; a theme wants a "
                "graduated or categorized one by one column.")
        .arg(layer.renderer() == nullptr ? QString() : layer.renderer()->type(), layer.name());
}

/// `find` says which layer of the theme a column is for.
template <typename Find>
bool readFill(const QgsVectorLayer& layer, const std::vector<std::vector<ShownClass>>& before,
              const Find& find, RendererTheme& read) {
    const auto* graduated = dynamic_cast<const QgsGraduatedSymbolRenderer*>(layer.renderer());
    const auto* categorised = dynamic_cast<const QgsCategorizedSymbolRenderer*>(layer.renderer());
    if (graduated == nullptr && categorised == nullptr)
        return false;
    const auto attribute =
        readAttribute(graduated ? graduated->classAttribute() : categorised->classAttribute());
    const std::size_t index =
        attribute
            ? find(graduated ? LayerType::Choropleth : LayerType::Categories, attribute->column)
            : none;
    if (index == none)
        return false;
    static const std::vector<ShownClass> nothing;
    const ReadInto into{read.theme.layers[index], index < before.size() ? before[index] : nothing,
                        words().language(), read.left};
    if (graduated == nullptr) {
        readCategorised(*categorised, *attribute, into);
        return true;
    }
    if (graduated->graduatedMethod() != compat::graduatedByColour)
        say(read, said("Cỡ ký hiệu theo lớp không giữ được: chủ đề tô màu theo lớp.",
                       "Sizes by class cannot be kept: a theme has colours by class."));
    readGraduated(*graduated, *attribute, into);
    return true;
}

void readPart(const QgsVectorLayer& layer, const ThemeMemory& memory, RendererTheme& read) {
    readLook(layer, read);
    bool isRead = false;
    if (memory.part == ThemePart::Symbols) {
        isRead = memory.layer < read.theme.layers.size() &&
                 readSymbols(layer, memory.layer, read.theme, words().language(), read.left);
    } else {
        readLabels(layer, read);
        if (std::none_of(read.theme.layers.begin(), read.theme.layers.end(), fills))
            return; // the ground under symbols
        isRead = readFill(
            layer, memory.classes,
            [&](LayerType type, const QString& column) {
                return layerOfColumn(read.theme, type, column);
            },
            read);
    }
    if (isRead)
        ++read.layersRead;
    else
        say(read, cannotRead(layer));
}

[[noreturn]] void refuse(const QString& sentence) {
    throw UsageError(spoken(sentence));
}

} // namespace

RendererTheme themeOfLayers(const std::vector<QgsVectorLayer*>& layers) {
    RendererTheme read;
    bool isStarted = false;
    for (const QgsVectorLayer* layer : layers) {
        const auto memory = memoryOf(*layer);
        if (!memory || memory->part == ThemePart::NotAttributed ||
            memory->part == ThemePart::Records || // which have the theme's colours
            memory->part == ThemePart::Groups)    // which have the look of the polygons
            continue;
        if (!isStarted)
            read.theme = memory->shown();
        isStarted = true;
        readPart(*layer, *memory, read);
    }
    if (!isStarted)
        refuse(said("Lớp này không làm từ một chủ đề của terroir; hãy chọn chủ đề làm gốc.",
                    "This layer was not made from a theme of terroir; choose a theme to start "
                    "from."));
    if (read.layersRead == 0)
        refuse(
            read.left.isEmpty()
                ? said("Lớp \"%1\" chỉ là nền dưới các ký hiệu; hãy chọn lớp ký hiệu (hình tròn, "
                       "biểu đồ) của chủ đề.",
                       "The layer \"%1\" is but the ground under the symbols; choose the layer "
                       "of symbols (circles, pies) of the theme.")
                      .arg(layers.front()->name())
                : read.left.join(u' '));
    return read;
}

RendererTheme themeOfLayer(const QgsVectorLayer& layer, const theme::Theme& base) {
    RendererTheme read;
    const bool isGraduated =
        dynamic_cast<const QgsGraduatedSymbolRenderer*>(layer.renderer()) != nullptr;
    read.theme = isGraduated ? theme::filledTheme(base) : base;
    readLook(layer, read);
    const bool isRead = readFill(
        layer, {}, [&](LayerType type, const QString&) { return firstOf(read.theme, type); }, read);
    if (!isRead && readAttribute(layer.renderer() == nullptr
                                     ? QString()
                                     : layer.renderer()->legendClassificationAttribute()))
        refuse(said("Chủ đề gốc \"%1\" không có lớp cùng cách vẽ với \"%2\" (phân cấp hoặc phân "
                    "loại); hãy chọn chủ đề khác.",
                    "The base theme \"%1\" has no layer that is drawn as \"%2\" is (by classes or "
                    "by categories); choose another.")
                   .arg(said(base.title), layer.name()));
    if (!isRead)
        refuse(cannotRead(layer));
    read.layersRead = 1;
    return read;
}

} // namespace terroir::qgis
