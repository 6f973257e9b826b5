#include "plugin/qgis/symbol_reader.hpp"

#include "core/export/columns.hpp"
#include "core/records/selection.hpp"
#include "plugin/qgis/class_labels.hpp"
#include "plugin/qgis/fill_reader.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

#include <QRegularExpression>
#include <qgsdiagramrenderer.h>
#include <qgsmarkersymbollayer.h>
#include <qgsproperty.h>
#include <qgsrulebasedrenderer.h>
#include <qgssinglesymbolrenderer.h>
#include <qgssymbol.h>
#include <qgsvectorlayer.h>

#include <algorithm>
#include <cmath>

namespace terroir::qgis {

namespace {

constexpr double minSizeMm = 1, maxSizeMm = 40; // as a theme file may say

/// The key of the size among a symbol layer's properties: its C++ name differs between versions.
int sizeKey() {
    const QgsPropertiesDefinition& definitions = QgsSymbolLayer::propertyDefinitions();
    for (auto one = definitions.begin(); one != definitions.end(); ++one)
        if (one.value().name() == QLatin1String("size"))
            return one.key();
    return -1;
}

class SymbolReader {
public:
    SymbolReader(std::size_t index, theme::Theme& theme, Language language, QStringList& left)
        : m_layer(theme.layers[index]), m_language(language), m_left(left) {
        const auto columns = exporting::figureColumns(theme);
        for (const std::string& column : columns[index])
            m_columns += toQt(column);
    }

    void readCircle(const QgsSymbol& symbol, std::size_t series);
    void readRules(const QgsRuleBasedRenderer::Rule& root);
    void readPie(const QgsLinearlyInterpolatedDiagramRenderer& pie);

private:
    void readSize(const QgsMarkerSymbolLayer& marker);
    void setSize(double millimetres);
    void readLabel(const QString& label, std::size_t series);
    void say(const QString& sentence) {
        if (!m_left.contains(sentence))
            m_left += sentence;
    }

    theme::Layer& m_layer;
    Language m_language;
    QStringList& m_left;
    QStringList m_columns; ///< of the series
};

void SymbolReader::setSize(double millimetres) {
    if (millimetres >= minSizeMm && millimetres <= maxSizeMm)
        m_layer.maxSizeMm = millimetres;
    else
        say(said("Ký hiệu lớn nhất %1 mm: chủ đề chỉ nhận từ 1 đến 40 mm.",
                 "The largest symbol has %1 mm: a theme takes 1 to 40 mm.")
                .arg(millimetres));
}

/// The diameter is core's expression, in which the largest one stands first.
void SymbolReader::readSize(const QgsMarkerSymbolLayer& marker) {
    static const QRegularExpression form(QStringLiteral(
        R"re(^\s*(?:if\(geometry_type\(\$geometry\) = 'Polygon', [\d.]+, )?)re"
        R"re((?:if\("[^"]+" > 0, max\([\d.]+, |coalesce\(\s*)([\d.]+)\s*\*\s*sqrt\()re"));
    const QgsProperty size = marker.dataDefinedProperties().property(sizeKey());
    const auto match = form.match(size.isActive() ? size.expressionString() : QString());
    if (match.hasMatch())
        setSize(match.captured(1).toDouble());
    else
        say(said("Cỡ ký hiệu không theo cách của chủ đề (diện tích tỷ lệ với số liệu) nên không "
                 "giữ được.",
                 "Symbol sizes that are not as in a theme (area proportional to the figure) "
                 "cannot be kept."));
}

void SymbolReader::readCircle(const QgsSymbol& symbol, std::size_t index) {
    const auto* marker =
        symbol.symbolLayerCount() == 1
            ? dynamic_cast<const QgsSimpleMarkerSymbolLayer*>(symbol.symbolLayer(0))
            : nullptr;
    if (marker == nullptr ||
        QgsSimpleMarkerSymbolLayerBase::encodeShape(marker->shape()) != QLatin1String("circle"))
        say(said("Chủ đề vẽ hình tròn: dạng ký hiệu khác không giữ được, chỉ giữ màu.",
                 "A theme draws circles: other symbols cannot be kept, only their colour."));
    theme::Series& series = m_layer.series[index];
    Colour colour = colourOf(symbol);
    if (marker != nullptr && series.places == records::PlaceUse::Names) {
        const QColor line = marker->strokeColor(); // hollow circles
        colour = {static_cast<unsigned char>(line.red()), static_cast<unsigned char>(line.green()),
                  static_cast<unsigned char>(line.blue()), colour.a};
    }
    series.colour = colour;
    if (marker != nullptr)
        readSize(*marker);
}

/// A label is the words of the series with the unit of measure after them.
void SymbolReader::readLabel(const QString& label, std::size_t index) {
    theme::Series& series = m_layer.series[index];
    if (label.isEmpty() || label == toQt(exporting::figureTitle(m_layer, series, m_language)))
        return;
    QString words = label;
    const QString unit = QStringLiteral(" (%1)").arg(toQt(series.unit.in(m_language)));
    if (words.endsWith(unit))
        words.chop(unit.size());
    series.label = changedText(series.label, words, m_language);
}

/// Core's rules are one for each series: `"column" > 0`.
void SymbolReader::readRules(const QgsRuleBasedRenderer::Rule& root) {
    static const QRegularExpression form(QStringLiteral(R"re(^\s*"([^"]+)"\s*>\s*0\s*$)re"));
    const auto rules = const_cast<QgsRuleBasedRenderer::Rule&>(root).children();
    for (QgsRuleBasedRenderer::Rule* rule : rules) {
        const auto match = form.match(rule->filterExpression());
        const int index = match.hasMatch() ? m_columns.indexOf(match.captured(1)) : -1;
        if (index < 0 || rule->symbol() == nullptr || !rule->children().isEmpty()) {
            say(said("Quy tắc \"%1\" không phải của chủ đề nên không giữ được.",
                     "The rule \"%1\" is none of the theme's and cannot be kept.")
                    .arg(rule->label().isEmpty() ? rule->filterExpression() : rule->label()));
            continue;
        }
        readCircle(*rule->symbol(), std::size_t(index));
        readLabel(rule->label(), std::size_t(index));
    }
}

void SymbolReader::readPie(const QgsLinearlyInterpolatedDiagramRenderer& pie) {
    const QList<QgsDiagramSettings> all = pie.diagramSettings();
    if (all.isEmpty())
        return;
    const QgsDiagramSettings& settings = all.front();
    for (int i = 0; i < settings.categoryAttributes.size(); ++i) {
        if (settings.categoryAttributes.at(i).isEmpty())
            continue; // QGIS reads a pie without parts so
        const auto attribute = readAttribute(settings.categoryAttributes.at(i));
        const int index = attribute ? m_columns.indexOf(attribute->column) : -1;
        if (index < 0) {
            say(said("Phần \"%1\" của biểu đồ không phải của chủ đề nên không giữ được.",
                     "The part \"%1\" of the pie is none of the theme's and cannot be kept.")
                    .arg(settings.categoryAttributes.at(i)));
            continue;
        }
        const QColor colour = settings.categoryColors.value(i);
        m_layer.series[std::size_t(index)].colour = {
            static_cast<unsigned char>(colour.red()), static_cast<unsigned char>(colour.green()),
            static_cast<unsigned char>(colour.blue()), static_cast<unsigned char>(colour.alpha())};
        readLabel(settings.categoryLabels.value(i), std::size_t(index));
    }
    setSize(pie.upperSize().width());
}

} // namespace

bool readSymbols(const QgsVectorLayer& layer, std::size_t index, theme::Theme& theme,
                 Language language, QStringList& left) {
    SymbolReader reader(index, theme, language, left);
    if (theme.layers[index].type != theme::LayerType::Symbols) {
        const auto* pie =
            dynamic_cast<const QgsLinearlyInterpolatedDiagramRenderer*>(layer.diagramRenderer());
        if (pie != nullptr)
            reader.readPie(*pie);
        return pie != nullptr;
    }
    if (const auto* single = dynamic_cast<const QgsSingleSymbolRenderer*>(layer.renderer())) {
        if (theme.layers[index].series.size() != 1 || single->symbol() == nullptr)
            return false;
        reader.readCircle(*single->symbol(), 0);
        return true;
    }
    const auto* rules = dynamic_cast<const QgsRuleBasedRenderer*>(layer.renderer());
    if (rules == nullptr)
        return false;
    reader.readRules(*const_cast<QgsRuleBasedRenderer*>(rules)->rootRule());
    return true;
}

} // namespace terroir::qgis
