#include "core/export/dxf.hpp"

#include "core/base/local_text.hpp"
#include "core/export/columns.hpp"
#include "core/figures/page_words.hpp"
#include "core/geometry/projection.hpp"
#include "core/geometry/topology.hpp"
#include "core/geometry/vn2000.hpp"
#include "core/map/unit_fills.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace terroir::exporting {

namespace {

using figures::EvaluatedLayer;
using figures::EvaluatedTheme;
using gazetteer::Level;
using gazetteer::UnitIndex;
using geometry::Drawing;
using geometry::MultiPolygon;

/// Text and boxes of the legend, in heights of a name.
constexpr double lineSpacing = 1.8, boxWidth = 2.5, boxHeight = 1.2;
constexpr double figureSize = 0.7; ///< of a name

struct LayerNames {
    std::string classes, names, figures, legend;
    std::array<std::string, 3> outlines; ///< by Level
};

const LayerNames& layerNames(Language language) {
    static const LayerNames english{
        "CLASS_", "NAMES", "FIGURES", "LEGEND", {"PROVINCES", "DISTRICTS", "COMMUNES"}};
    static const LayerNames vietnamese{
        "LOP_", "TEN", "SO_LIEU", "CHU_GIAI", {"RANH_TINH", "RANH_HUYEN", "RANH_XA"}};
    return language == Language::English ? english : vietnamese;
}

class DrawingOf {
public:
    DrawingOf(const ThemeLayers& theme, const gazetteer::Gazetteer& gazetteer,
              const std::string& crs)
        : m_theme(theme), m_evaluated(theme.evaluated), m_gazetteer(gazetteer),
          m_words(theme.evaluated, gazetteer), m_names(layerNames(theme.evaluated.language)),
          m_toPlane("EPSG:4326", crs) {
        for (const boundaries::UnitShape& shape : theme.shapes.units) {
            MultiPolygon& plane = m_shapes[shape.unit] = shape.shape;
            m_toPlane.apply(plane);
        }
        std::vector<double> areas;
        for (const auto& [unit, shape] : m_shapes)
            areas.push_back(geometry::areaOf(shape));
        if (!areas.empty()) {
            const auto middle = areas.begin() + std::ptrdiff_t(areas.size() / 2);
            std::nth_element(areas.begin(), middle, areas.end());
            m_height = std::sqrt(*middle) / 12; // a name of ten letters takes half a unit
        }
    }

    Drawing drawing(std::span<const records::Source> sources, const std::string& crs) {
        addClasses();
        addOutlines(m_theme.parents);
        for (const auto& [unit, shape] : m_shapes) {
            addFill(unit, shape);
            addOutline(unit, shape);
            addTexts(unit, shape);
        }
        addLegend(sources, crs);
        return std::move(m_drawing);
    }

private:
    struct Class {
        std::string layer;
        Colour colour;
        std::string label;
    };

    void addClasses() {
        for (const EvaluatedLayer& layer : m_evaluated.layers)
            if (map::fillsAreas(layer))
                for (const auto* entries : {&layer.classes, &layer.categories})
                    for (const figures::EvaluatedClass& entry : *entries)
                        m_classes.push_back({fmt::format("{}{}", m_names.classes,
                                                         m_classes.size() + 1),
                                             entry.colour,
                                             fmt::format("{} ({})", entry.label,
                                                         m_words.unitCount(entry.count,
                                                                           entry.sharedCount))});
    }

    void addFill(UnitIndex unit, const MultiPolygon& shape) {
        if (!m_fills.hasData(unit))
            return;
        const Colour colour = m_fills.of(unit).colour;
        const auto of = std::find_if(m_classes.begin(), m_classes.end(),
                                     [&](const Class& one) { return one.colour == colour; });
        if (of == m_classes.end())
            return;
        for (const geometry::Polygon& part : shape)
            m_drawing.fills.push_back({of->layer, part, colour});
    }

    void addOutlines(const boundaries::UnitShapes& shapes) {
        for (const boundaries::UnitShape& shape : shapes.units) {
            MultiPolygon plane = shape.shape;
            m_toPlane.apply(plane);
            addOutline(shape.unit, plane);
        }
    }

    void addOutline(UnitIndex unit, const MultiPolygon& shape) {
        const std::string& layer = m_names.outlines[std::size_t(m_gazetteer.unit(unit).level)];
        for (const geometry::Polygon& part : shape) {
            m_drawing.lines.push_back({layer, part.outer});
            for (const geometry::Ring& hole : part.holes)
                m_drawing.lines.push_back({layer, hole});
        }
    }

    void addTexts(UnitIndex unit, const MultiPolygon& shape) {
        if (shape.empty())
            return;
        const geometry::Box box = geometry::boxOf(shape);
        geometry::Point at =
            geometry::widestPoint(shape, std::max(box.width(), box.height()) / 200).point;
        m_drawing.texts.push_back({m_names.names, at, m_words.shortName(unit), m_height});
        for (const EvaluatedLayer& layer : m_evaluated.layers)
            for (const std::string& figure : figuresOf(layer, unit)) {
                at.y -= lineSpacing * figureSize * m_height;
                m_drawing.texts.push_back(
                    {m_names.figures, at, figure, figureSize * m_height});
            }
    }

    std::vector<std::string> figuresOf(const EvaluatedLayer& layer, UnitIndex unit) const {
        if (const auto rate = layer.rates.find(unit); layer.hasRates())
            return rate == layer.rates.end()
                       ? std::vector<std::string>()
                       : std::vector{m_words.rate(layer, rate->second)};
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < layer.series.size(); ++i)
            if (const auto cell = layer.series[i].cells.find(unit);
                cell != layer.series[i].cells.end()) {
                const std::string amount = m_words.figure(layer, i, cell->second);
                texts.push_back(layer.series.size() == 1
                                    ? amount
                                    : fmt::format("{}: {}",
                                                  figureTitle(*layer.layer, layer.layer->series[i],
                                                              m_evaluated.language),
                                                  amount));
            }
        return texts;
    }

    void addLegend(std::span<const records::Source> sources, const std::string& crs) {
        if (m_shapes.empty())
            return;
        geometry::Box all = geometry::boxOf(m_shapes.begin()->second);
        for (const auto& [unit, shape] : m_shapes) {
            const geometry::Box box = geometry::boxOf(shape);
            all = {std::min(all.minX, box.minX), std::min(all.minY, box.minY),
                   std::max(all.maxX, box.maxX), std::max(all.maxY, box.maxY)};
        }
        geometry::Point at{all.minX, all.minY};
        const auto line = [&](const std::string& text, double size = 1) {
            at.y -= lineSpacing * size * m_height;
            if (!text.empty())
                m_drawing.texts.push_back({m_names.legend, at, text, size * m_height, false});
        };
        const std::size_t approximate = m_theme.shapes.approximate();
        line(approximate > 0 ? m_words.titleOfSketch(m_words.title()) : m_words.title(), 1.5);
        line(m_words.subtitle());
        for (const EvaluatedLayer& layer : m_evaluated.layers) {
            const std::string& label = layer.layer->label.in(m_evaluated.language);
            const std::string unit = m_words.classUnit(layer);
            line(unit.empty() ? label : fmt::format("{} ({})", label, unit));
        }
        for (const Class& one : m_classes) {
            line("");
            addLegendBox(one, at);
        }
        line(m_words.note());
        if (approximate > 0)
            line(m_words.approximateLong({approximate, m_theme.shapes.units.size()}));
        line(m_words.sourceLine({sources.begin(), sources.end()}));
        line(planeSystemInWords(crs).in(m_evaluated.language));
    }

    void addLegendBox(const Class& one, const geometry::Point& at) {
        const double right = at.x + boxWidth * m_height, half = boxHeight / 2 * m_height;
        const geometry::Ring ring{{at.x, at.y - half},
                                  {right, at.y - half},
                                  {right, at.y + half},
                                  {at.x, at.y + half},
                                  {at.x, at.y - half}};
        m_drawing.fills.push_back({one.layer, {ring, {}}, one.colour});
        m_drawing.lines.push_back({m_names.legend, ring});
        m_drawing.texts.push_back({m_names.legend,
                                   {right + m_height, at.y},
                                   fmt::format("{} [{}]", one.label, one.layer),
                                   m_height,
                                   false});
    }

    const ThemeLayers& m_theme;
    const EvaluatedTheme& m_evaluated;
    const gazetteer::Gazetteer& m_gazetteer;
    figures::PageWords m_words;
    const LayerNames& m_names;
    geometry::Transform m_toPlane;
    map::UnitFills m_fills{m_evaluated};
    std::map<UnitIndex, MultiPolygon> m_shapes; ///< in the plane
    double m_height = 100;                      ///< of a name, in metres
    std::vector<Class> m_classes;
    Drawing m_drawing;
};

} // namespace

Drawing drawingOf(const ThemeLayers& theme, const gazetteer::Gazetteer& gazetteer,
                  std::span<const records::Source> sources, const std::string& crs) {
    return DrawingOf(theme, gazetteer, crs).drawing(sources, crs);
}

LocalText planeSystemInWords(const std::string& crs) {
    if (const std::optional<int> meridian = geometry::meridianOf(crs))
        return localText("Tọa độ: mét, VN-2000, kinh tuyến trục {}, múi 3° ({}).",
                         "Coordinates: metres, VN-2000, central meridian {}, 3° zone ({}).",
                         geometry::meridianText(*meridian), crs);
    return localText("Tọa độ: mét, {}.", "Coordinates: metres, {}.", crs);
}

} // namespace terroir::exporting
