#include "plugin/qgis/classified_renderer.hpp"

#include "core/export/qml.hpp"
#include "core/figures/layer_classes.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

#include <qgsfillsymbol.h>
#include <qgsfillsymbollayer.h>
#include <qgslinesymbol.h>
#include <qgslinesymbollayer.h>
#include <qgsmarkersymbol.h>
#include <qgsmarkersymbollayer.h>

namespace terroir::qgis {

namespace {

const QColor outline(110, 110, 110), paper(255, 255, 255), hatch(170, 170, 170);
constexpr double outlineMm = 0.2, lineMm = 0.8, hatchMm = 1.8, circleMm = 3;

QColor toQColor(const Colour& colour) {
    return QColor(colour.r, colour.g, colour.b, colour.a);
}

template <typename Symbol, typename SymbolLayer>
std::unique_ptr<QgsSymbol> symbolOf(SymbolLayer* layer) {
    return std::make_unique<Symbol>(QgsSymbolLayerList{layer}); // owns it
}

std::unique_ptr<QgsSymbol> fill(const QColor& colour) {
    return symbolOf<QgsFillSymbol>(new QgsSimpleFillSymbolLayer(
        colour, Qt::SolidPattern, outline, Qt::SolidLine, outlineMm, Qt::RoundJoin));
}

std::unique_ptr<QgsSymbol> line(const QColor& colour, Qt::PenStyle style = Qt::SolidLine) {
    return symbolOf<QgsLineSymbol>(new QgsSimpleLineSymbolLayer(colour, lineMm, style));
}

std::unique_ptr<QgsSymbol> circle(const QColor& colour, const QColor& stroke) {
    auto* layer = new QgsSimpleMarkerSymbolLayer;
    layer->setColor(colour);
    layer->setStrokeColor(stroke);
    layer->setStrokeWidth(outlineMm);
    layer->setSize(circleMm);
    return symbolOf<QgsMarkerSymbol>(layer);
}

/// The hatch of units without data, as core's styles have it.
std::unique_ptr<QgsSymbol> hatchedFill() {
    std::unique_ptr<QgsSymbol> symbol = fill(paper);
    auto* lines = new QgsLinePatternFillSymbolLayer;
    lines->setLineAngle(45);
    lines->setDistance(hatchMm);
    lines->setSubSymbol(new QgsLineSymbol(
        QgsSymbolLayerList{new QgsSimpleLineSymbolLayer(hatch, outlineMm, Qt::SolidLine)}));
    symbol->appendSymbolLayer(lines);
    return symbol;
}

std::unique_ptr<QgsSymbol> symbolFor(const QColor& colour, compat::GeometryKind kind) {
    return kind == compat::polygonKind ? fill(colour)
           : kind == compat::lineKind  ? line(colour)
                                       : circle(colour, paper);
}

std::unique_ptr<QgsSymbol> noDataSymbol(compat::GeometryKind kind) {
    return kind == compat::polygonKind ? hatchedFill()
           : kind == compat::lineKind  ? line(hatch, Qt::DashLine)
                                       : circle(paper, hatch);
}

} // namespace

Classification classified(std::span<const double> values, const theme::Classes& classes,
                          const std::string& palette, ColourOrder order, Language language) {
    theme::Layer style;
    style.series.resize(1);
    style.classes = classes;
    style.palette = palette;
    theme::requireOrdered(palette);
    figures::EvaluatedLayer layer;
    layer.layer = &style;
    layer.series.resize(1);
    for (std::size_t i = 0; i < values.size(); ++i)
        layer.series.front().cells[gazetteer::UnitIndex(i)].value = values[i];
    figures::setClasses(layer, language);
    Classification made{layer.classes, exporting::noDataValue(layer), 0};
    if (order == ColourOrder::DarkToLight)
        for (std::size_t i = 0, n = layer.classes.size(); i < n; ++i)
            made.classes[i].colour = layer.classes[n - 1 - i].colour;
    return made;
}

QString countedLabel(const figures::EvaluatedClass& entry) {
    return QStringLiteral("%1 (%2)").arg(toQt(entry.label)).arg(entry.count);
}

std::unique_ptr<QgsGraduatedSymbolRenderer> classRenderer(const Classification& classification,
                                                          const QString& value,
                                                          compat::GeometryKind kind) {
    auto renderer = std::make_unique<QgsGraduatedSymbolRenderer>(
        QStringLiteral("coalesce(%1,%2)").arg(value).arg(classification.noDataValue));
    renderer->setGraduatedMethod(compat::graduatedByColour);
    renderer->setSourceSymbol(symbolFor(hatch, kind).release());
    for (const figures::EvaluatedClass& entry : classification.classes)
        renderer->addClass(QgsRendererRange(entry.low, entry.high,
                                            symbolFor(toQColor(entry.colour), kind).release(),
                                            countedLabel(entry)));
    renderer->addClass(QgsRendererRange(
        classification.noDataValue, classification.noDataValue, noDataSymbol(kind).release(),
        said("Không có số liệu (%1)", "No data (%1)").arg(classification.noData)));
    return renderer;
}

} // namespace terroir::qgis
