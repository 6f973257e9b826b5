#include "core/export/circle_row.hpp"

#include "core/export/columns.hpp"
#include "core/theme/known_pictures.hpp"

#include <fmt/format.h>

namespace terroir::exporting {

namespace {

constexpr double digitMm = 1.9; ///< of a figure at a circle

std::size_t timesOf(const theme::Series& series) {
    return series.picture ? theme::picturesInRow(series.picture->name, series.selection) : 1;
}

/// Circles stand side by side on a line through the point: each is moved by the width of what
/// stands before it, less half the width of all.
std::string offsetExpression(const std::vector<std::string>& widths, std::size_t index) {
    std::string all, before;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        all += (i == 0 ? "" : " + ") + widths[i];
        if (i < index)
            before += widths[i] + " + ";
    }
    // As the size: in the legend of an atlas none is moved.
    return fmt::format("if(geometry_type($geometry) = 'Polygon', '0,0', "
                       "to_string({}({}) / 2 - ({}) / 2) || ',0')",
                       before, widths[index], all);
}

} // namespace

bool hasOneSize(const theme::Layer& layer) {
    return layer.type == theme::LayerType::Pictograms &&
           layer.pictureSize == theme::PictureSize::Fixed;
}

std::string diameterExpression(const figures::EvaluatedLayer& layer, const std::string& column) {
    const double largest = layer.largestSymbol;
    const theme::Layer& style = *layer.layer;
    const std::string share =
        fmt::format("{} / {}", columnReference(column), qmlNumber(largest > 0 ? largest : 1));
    const std::string root =
        style.scaling == theme::Scaling::Area
            ? "sqrt(" + share + ")"
            : fmt::format("({}) ^ {}", share, qmlNumber(figures::sizeExponent(style)));
    const std::string size =
        hasOneSize(style) ? qmlNumber(style.maxSizeMm)
                          : fmt::format("max({}, {} * {})", qmlNumber(figures::leastSizeMm(style)),
                                        qmlNumber(style.maxSizeMm), root);
    // An atlas gives its legend the polygon of the page: there the size is that of all legends.
    return fmt::format("if(geometry_type($geometry) = 'Polygon', {}, if({} > 0, {}, 0))",
                       qmlNumber(legendMarkMm), columnReference(column), size);
}

CircleRow::CircleRow(const figures::EvaluatedTheme& evaluated) {
    const auto columns = figureColumns(evaluated.theme);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        m_first.push_back(m_diameters.size());
        if (theme::hasScaling(evaluated.theme.layers[i].type))
            for (std::size_t j = 0; j < columns[i].size(); ++j)
                add(evaluated.layers[i], columns[i][j],
                    timesOf(evaluated.theme.layers[i].series[j]));
    }
}

CircleExpressions CircleRow::circle(std::size_t layer, std::size_t series) const {
    const std::size_t index = m_first[layer] + series;
    return {m_diameters[index], size() > 1 ? offsetExpression(m_widths, index) : ""};
}

/// Of `times` pictures in a row the height of one, and the width of all.
void CircleRow::add(const figures::EvaluatedLayer& layer, const std::string& column,
                    std::size_t times) {
    std::string diameter = diameterExpression(layer, column), width = diameter;
    if (times > 1) {
        diameter =
            fmt::format("{} * ({})", qmlNumber(figures::rowShare(*layer.layer, times)), diameter);
        width = fmt::format("{} * ({})", times, diameter);
    }
    m_diameters.push_back(diameter);
    m_widths.push_back(
        fmt::format("if({0} > 0, max({0}, 1.2 + {1} * length(to_string(round({2}, 2)))), 0)", width,
                    qmlNumber(digitMm), columnReference(column)));
}

std::string labelOffset(const theme::Series& series, const CircleExpressions& symbol) {
    constexpr double gapMm = 1.6;
    return series.picture ? fmt::format("replace({}, ',0', ',' || to_string({} + ({}) / 2))",
                                        symbol.offsetMm, qmlNumber(gapMm), symbol.diameterMm)
                          : symbol.offsetMm;
}

} // namespace terroir::exporting
