#include "core/atlas/bar_chart.hpp"

#include "core/atlas/sheet.hpp"
#include "core/map/ink.hpp"
#include "core/theme/one_whole.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace terroir::atlas {

namespace {

constexpr double chartTitlePt = 8.6, barPt = 7, sourcePt = 6.2;
constexpr double rowMm = 4.2;             ///< on A4
constexpr std::size_t maxSourceLines = 3; ///< the documents have a sheet of their own
constexpr Colour plainBar{110, 140, 120};

struct Bar {
    UnitIndex unit = gazetteer::noUnit;
    std::vector<double> parts; ///< one for each series drawn
    double value = 0;
    bool lowerBound = false, approximate = false;
};

class Chart {
public:
    Chart(const figures::EvaluatedTheme& evaluated, UnitIndex marked,
          const figures::PageWords& words, const Box& box, const Typesetter& type)
        : m_evaluated(evaluated), m_layer(evaluated.layers.front()), m_marked(marked),
          m_words(words), m_box(box), m_type(type) {
        for (std::size_t i = 0; i < m_layer.series.size(); ++i)
            if (isComparable(i) && m_layer.layer->series[i].places == records::PlaceUse::Locations)
                m_series.push_back(i);
        std::vector<theme::Series> drawn;
        drawn.reserve(m_series.size());
        for (const std::size_t series : m_series)
            drawn.push_back(m_layer.layer->series[series]);
        m_haveSum = theme::whyNoWhole(drawn) == LocalText();
    }

    Group set(const std::string& source) {
        const std::string unit = unitOfAll();
        std::string title = m_words.title();
        if (m_series.size() == 1 && m_layer.series.size() > 1)
            title += ": " + m_layer.layer->series[m_series.front()].label.in(m_words.language());
        if (!unit.empty())
            title += fmt::format(" ({})", unit);
        double y = addText(m_group, title, m_type.style(chartTitlePt, true), ink::text,
                           {m_box.minX, m_box.minY}, m_box.width(), m_type, 2);
        const double foot = setFoot(source);
        y = setLegend(y);
        setBars(y + m_type.mm(0.8), foot);
        return std::move(m_group);
    }

private:
    std::string unitOf(std::size_t series) const {
        return figures::unitOf(m_layer.series[series], m_layer.layer->series[series],
                               m_words.language());
    }
    /// Counts of different things can stand behind each other, sums of one unit of measure.
    bool isComparable(std::size_t series) const {
        const auto isSum = [&](std::size_t i) {
            return m_layer.layer->series[i].measure == records::Measure::Sum;
        };
        return isSum(series) == isSum(0) && (!isSum(0) || unitOf(series) == unitOf(0));
    }
    /// Empty where the series have several.
    std::string unitOfAll() const {
        for (const std::size_t series : m_series)
            if (unitOf(series) != unitOf(m_series.front()))
                return {};
        return m_series.empty() ? std::string() : unitOf(m_series.front());
    }
    Colour colourOf(std::size_t series) const {
        const bool hasOwn = theme::isOfSymbols(m_layer.layer->type);
        return hasOwn ? m_layer.layer->series[series].colour : plainBar;
    }

    /// The source stands at the foot; returns where it begins.
    double setFoot(const std::string& source) {
        const TextStyle style = m_type.style(sourcePt);
        const auto lines = m_type.wrap(source, style, m_box.width(), maxSourceLines);
        const double top = m_box.maxY - double(lines.size()) * Typesetter::lineHeight(style);
        addText(m_group, source, style, ink::quietText, {m_box.minX, top}, m_box.width(), m_type,
                maxSourceLines);
        return top - m_type.mm(0.8);
    }

    double setLegend(double top) {
        if (m_series.size() < 2)
            return top;
        const TextStyle style = m_type.style(barPt);
        const double height = Typesetter::lineHeight(style), side = m_type.mm(2.4);
        double x = m_box.minX, y = top;
        for (const std::size_t series : m_series) {
            const std::string& label = m_layer.layer->series[series].label.in(m_words.language());
            const double width = side + m_type.mm(1.2) + m_type.width(label, style);
            if (x > m_box.minX && x + width > m_box.maxX) {
                x = m_box.minX;
                y += height;
            }
            const double middle = y + height / 2;
            m_group.items.emplace_back(map::rectangle(
                {x, middle - side / 2, x + side, middle + side / 2}, {colourOf(series)}, {}));
            addText(m_group, label, style, ink::text, {x + side + m_type.mm(1.2), y},
                    m_box.maxX - x - side, m_type, 1);
            x += width + m_type.mm(3);
        }
        return y + height;
    }

    std::vector<Bar> bars() const {
        std::map<UnitIndex, Bar> byUnit;
        for (std::size_t at = 0; at < m_series.size(); ++at)
            for (const auto& [unit, cell] : m_layer.series[m_series[at]].cells) {
                Bar& bar = byUnit[unit];
                bar.unit = unit;
                bar.parts.resize(m_series.size());
                bar.parts[at] = cell.value;
                bar.value += cell.value;
                bar.lowerBound = bar.lowerBound || cell.lowerBound;
                bar.approximate = bar.approximate || cell.approximate;
            }
        std::vector<Bar> bars;
        const std::set<UnitIndex> shown(m_evaluated.units.begin(), m_evaluated.units.end());
        for (auto& [unit, bar] : byUnit)
            if (shown.contains(unit))
                bars.push_back(std::move(bar));
        std::stable_sort(bars.begin(), bars.end(),
                         [](const Bar& a, const Bar& b) { return a.value > b.value; });
        return bars;
    }

    /// As many as there is room for; the marked one is always among them.
    std::vector<Bar> shownBars(double heightMm, std::size_t& leftOut) const {
        std::vector<Bar> all = bars();
        const std::size_t room =
            std::size_t(std::max(1.0, std::floor(heightMm / m_type.mm(rowMm))));
        leftOut = 0;
        if (all.size() <= room)
            return all;
        const std::size_t kept = room > 1 ? room - 1 : 1; // a line says how many are not
        const auto marked = std::find_if(all.begin(), all.end(),
                                         [&](const Bar& bar) { return bar.unit == m_marked; });
        if (marked != all.end() && std::size_t(marked - all.begin()) >= kept)
            std::swap(all[kept - 1], *marked);
        leftOut = all.size() - kept;
        all.resize(kept);
        return all;
    }

    void setBars(double top, double bottom) {
        std::size_t leftOut = 0;
        const std::vector<Bar> shown = shownBars(bottom - top, leftOut);
        const TextStyle style = m_type.style(barPt);
        if (shown.empty()) {
            addText(m_group, m_words.noFigures(), style, ink::quietText, {m_box.minX, top},
                    m_box.width(), m_type);
            return;
        }
        double names = 0, figures = 0, most = 0;
        for (const Bar& bar : shown) {
            names = std::max(names,
                             m_type.width(m_words.shortName(bar.unit), m_type.style(barPt, true)));
            figures = std::max(figures, m_type.width(figureOf(bar), m_type.style(barPt, true)));
            most = std::max(most, bar.value);
        }
        names = std::min(names + m_type.mm(0.3), 0.4 * m_box.width());
        const double left = m_box.minX + names + m_type.mm(1.5);
        const double room = m_box.maxX - figures - m_type.mm(2.5) - left;
        double y = top;
        for (const Bar& bar : shown) {
            addBar(bar, left, most > 0 ? room / most : 0, y);
            y += m_type.mm(rowMm);
        }
        m_group.items.emplace_back(
            map::line({left, top}, {left, y}, {ink::frameLine, m_type.mm(0.2)}));
        if (leftOut > 0)
            addText(
                m_group,
                Words(m_words.language())(fmt::format("… và {} nữa", m_words.unitCount(leftOut)),
                                          fmt::format("… and {} more", m_words.unitCount(leftOut))),
                style, ink::quietText, {left + m_type.mm(1), y}, room, m_type, 1);
    }

    /// "8"; "2 + 6" of what is not added, because a thing may count in both.
    std::string figureOf(const Bar& bar) const {
        if (m_haveSum)
            return m_words.value(bar.value, bar.lowerBound, bar.approximate);
        std::string text;
        for (const double part : bar.parts)
            if (part > 0)
                text += text.empty() ? m_words.value(part, bar.lowerBound, bar.approximate)
                                     : " + " + m_words.value(part);
        return text.empty() ? m_words.value(0) : text;
    }

    void addBar(const Bar& bar, double left, double mmPerValue, double top) {
        const bool isMarked = bar.unit == m_marked;
        const TextStyle style = m_type.style(barPt, isMarked);
        const double height = m_type.mm(rowMm), thickness = 0.66 * height;
        const double baseline = top + (height + Typesetter::capHeight(style)) / 2;
        m_group.items.emplace_back(TextItem{
            {left - m_type.mm(1.5), baseline},
            m_type.wrap(m_words.shortName(bar.unit), style, left - m_box.minX - m_type.mm(1.5), 1)
                .front(),
            style,
            Align::Right,
            ink::text});
        double x = left;
        const double upper = top + (height - thickness) / 2;
        for (std::size_t at = 0; at < bar.parts.size(); ++at) {
            const double width = bar.parts[at] * mmPerValue;
            if (width <= 0)
                continue;
            Colour colour = colourOf(m_series[at]);
            if (!isMarked)
                colour.a = 140;
            m_group.items.emplace_back(
                map::rectangle({x, upper, x + width, upper + thickness}, {colour}, {}));
            x += width;
        }
        if (isMarked)
            m_group.items.emplace_back(map::rectangle({left, upper, x, upper + thickness}, {},
                                                      {ink::text, m_type.mm(0.3)}));
        m_group.items.emplace_back(
            TextItem{{x + m_type.mm(1.2), baseline}, figureOf(bar), style, Align::Left, ink::text});
    }

    const figures::EvaluatedTheme& m_evaluated;
    const figures::EvaluatedLayer& m_layer;
    UnitIndex m_marked;
    const figures::PageWords& m_words;
    Box m_box;
    const Typesetter& m_type;
    std::vector<std::size_t> m_series; ///< drawn
    bool m_haveSum = true;
    Group m_group{"chart", {}, {}};
};

} // namespace

Group barChart(const figures::EvaluatedTheme& evaluated, UnitIndex marked,
               const figures::PageWords& words, const std::string& source, const Box& box,
               const Typesetter& type) {
    return Chart(evaluated, marked, words, box, type).set(source);
}

} // namespace terroir::atlas
