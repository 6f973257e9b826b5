#include "core/map/multiples_legend.hpp"

#include "core/base/number.hpp"
#include "core/figures/dot_words.hpp"
#include "core/figures/symbol_words.hpp"
#include "core/map/bars.hpp"
#include "core/map/circle_values.hpp"
#include "core/map/ink.hpp"
#include "core/map/legend_rows.hpp"
#include "core/map/not_attributed.hpp"
#include "core/map/symbol_keys.hpp"
#include "core/map/symbols.hpp"
#include "core/map/unit_fills.hpp"
#include "core/map/unit_groups.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace terroir::map {

namespace {

using figures::EvaluatedLayer;
using figures::EvaluatedTheme;

/// Circles side by side on one line, the largest first, each under its figure.
LegendRow circleKeyRow(const std::vector<BarKey>& keys, const Typesetter& type) {
    LegendRow row;
    const TextStyle style = type.style(smallPt);
    const double gap = type.mm(2.4), lineHeight = 0.9 * Typesetter::lineHeight(style);
    double left = 0;
    const double ground = lineHeight + keys.front().lengthMm;
    for (const BarKey& key : keys) {
        const double radius = key.lengthMm / 2;
        const double column = std::max(key.lengthMm, type.width(key.text, style));
        row.items.emplace_back(CircleItem{{left + column / 2, ground - radius},
                                          radius,
                                          {ink::paper},
                                          {ink::quietText, type.mm(0.2)}});
        row.items.emplace_back(TextItem{{left + column / 2, ground - key.lengthMm - type.mm(0.7)},
                                        key.text,
                                        style,
                                        Align::Centre,
                                        ink::text});
        left += column + gap;
    }
    row.heightMm = ground + type.mm(1.4);
    row.entries = 1;
    return row;
}

class MultiplesRows : public LegendRows {
public:
    MultiplesRows(const figures::Multiples& multiples, const gazetteer::Gazetteer& gazetteer,
                  const figures::PageWords& words, const Typesetter& type, double widthMm)
        : LegendRows(words, type, widthMm, 1e6), m_multiples(multiples), m_gazetteer(gazetteer),
          m_words(words) {}

    void layer(std::size_t index, double factor);
    void ground();
    void frames();

private:
    Language language() const { return m_words.language(); }
    const EvaluatedTheme& first() const { return m_multiples.frames.front().evaluated; }
    std::vector<double> keyFigures(std::size_t index) const;
    void symbols(std::size_t index, double factor);
    std::string lineOf(const figures::Multiple& frame) const;

    const figures::Multiples& m_multiples;
    const gazetteer::Gazetteer& m_gazetteer;
    const figures::PageWords& m_words;
};

/// Of the frame with the largest: the key has the largest symbol of the page.
std::vector<double> MultiplesRows::keyFigures(std::size_t index) const {
    std::vector<double> values;
    for (const figures::Multiple& frame : m_multiples.frames)
        if (std::vector<double> own = circleValues(frame.evaluated.layers[index]);
            !own.empty() && (values.empty() || own.front() > values.front()))
            values = std::move(own);
    return values;
}

void MultiplesRows::symbols(std::size_t index, double factor) {
    const EvaluatedLayer& layer = first().layers[index];
    const std::vector<double> values = keyFigures(index);
    if (values.empty())
        return;
    std::vector<BarKey> keys;
    for (const double value : values)
        keys.push_back({factor * figures::symbolSizeMm(layer, value),
                        value == values.front() ? m_words.amount(layer, value)
                                                : formatNumber(value, language(), 6)});
    if (theme::isOfBars(layer.layer->type))
        m_rows.push_back(barKeyRow(keys, factor * barWidthMm, m_type));
    else if (layer.layer->type != theme::LayerType::Pictograms)
        m_rows.push_back(circleKeyRow(keys, m_type));
    else if (auto key = pictureKey(layer, values, factor, m_words, m_type))
        m_rows.push_back(std::move(*key));
    if (const std::string scaling = figures::scalingWords(layer, language()); !scaling.empty())
        paragraph(scaling, m_type.style(smallPt), ink::quietText, 0, 1);
}

void MultiplesRows::layer(std::size_t index, double factor) {
    const EvaluatedLayer& layer = first().layers[index];
    const theme::Layer& style = *layer.layer;
    std::string text = style.label.in(language());
    if (text.empty())
        text = style.series.front().label.in(language());
    const std::string unit = m_words.classUnit(layer);
    heading(unit.empty() || saysSame(text, unit) ? text : fmt::format("{} ({})", text, unit));
    for (const figures::EvaluatedClass& entry : layer.classes)
        swatch({entry.colour}, entry.label, {});
    if (style.type == theme::LayerType::Dots)
        paragraph(figures::dotValueWords(layer, m_words), m_type.style(bodyPt, true), ink::text, 0,
                  1);
    if (theme::isOfSymbols(style.type))
        symbols(index, factor);
    const bool isNamedByFrame = m_multiples.by == theme::MultiplesBy::Kinds;
    for (std::size_t i = 0;
         theme::showsFigures(style.type) && !isNamedByFrame && i < style.series.size(); ++i) {
        const std::string& label = style.series[i].label.in(language());
        SeriesSample sample = seriesSample(style, i, m_type);
        this->sample(std::move(sample.items), sample.widthMm, sample.heightMm,
                     label.empty() ? text : label, {});
    }
}

/// Where nothing is known, and where units have figures together.
void MultiplesRows::ground() {
    bool isHatched = false;
    std::set<figures::UnitGroup> groups;
    const figures::Multiple* without = nullptr;
    for (const figures::Multiple& frame : m_multiples.frames) {
        if (!isHatched && !unitsWithoutData(frame.evaluated).empty()) {
            without = &frame;
            isHatched = UnitFills(frame.evaluated).ofNoData().hatch != Hatch::None;
        }
        for (const EvaluatedLayer& layer : frame.evaluated.layers)
            for (const auto& [group, shared] : layer.shared)
                groups.insert(group);
    }
    const double width = m_type.mm(7), height = m_type.mm(3.7);
    if (!groups.empty())
        sample(
            {rectangle({0, 0, width, height}, {}, {ink::groupLine, m_type.mm(groupLineMm), true})},
            width, height, m_words.sharedFigure(), {});
    if (without != nullptr)
        swatch(UnitFills(without->evaluated).ofNoData(), m_words.noData(), {});
}

/// "2021: 345 ha, 12 xã; chưa rõ xã 14 ha".
std::string MultiplesRows::lineOf(const figures::Multiple& frame) const {
    const figures::PageWords words(frame.evaluated, m_gazetteer);
    std::string line;
    for (const EvaluatedLayer& layer : frame.evaluated.layers)
        for (std::size_t i = 0; i < layer.series.size(); ++i) {
            const figures::Figures& figures = layer.series[i];
            const theme::Series& series = layer.layer->series[i];
            if (figures.cells.empty() && figures.notAttributed.empty())
                continue;
            const std::string unit = figures::unitOf(figures, series, language());
            const auto amount = [&](double value, bool lowerBound) {
                return words.withUnit(words.amount(layer, value, lowerBound), value, unit);
            };
            std::set<gazetteer::UnitIndex> together;
            std::set<std::size_t> onMap;
            for (const auto& [group, shared] : layer.shared)
                if (shared.cells[i]) {
                    together.insert(group.begin(), group.end());
                    onMap.insert(shared.entries[i].begin(), shared.entries[i].end());
                }
            double left = 0;
            bool isAtLeast = false;
            for (std::size_t j = 0; j < figures.notAttributed.size(); ++j)
                if (const figures::NotAttributed& entry = figures.notAttributed[j];
                    entry.isInTotal() && !onMap.contains(j)) {
                    left += entry.value;
                    isAtLeast = isAtLeast || entry.lowerBound;
                }
            const bool hasSeveral = layer.series.size() > 1 || frame.evaluated.layers.size() > 1;
            line += line.empty() ? "" : "; ";
            if (hasSeveral)
                line += series.label.in(language()) + " ";
            line += amount(figures.total, figures.lowerBound) + ", " +
                    words.unitCount(figures.cells.size(), together.size());
            if (left > 0)
                line += ", " + words.notOnMap(amount(left, isAtLeast));
        }
    return fmt::format("{}: {}", frame.name.in(language()), line);
}

void MultiplesRows::frames() {
    gap(2.4);
    for (const figures::Multiple& frame : m_multiples.frames) {
        paragraph(lineOf(frame), m_type.style(smallPt), ink::text, 0, 1);
        m_rows.back().heightMm += m_type.mm(0.5);
    }
    const figures::PageWords whole(m_multiples.whole, m_gazetteer);
    for (const std::string& text :
         {m_multiples.inSeveral.in(language()), m_multiples.leftOut.in(language()), whole.note()})
        if (!text.empty()) {
            gap(2);
            paragraph(text, m_type.style(smallPt), ink::text, 0, 1);
        }
}

} // namespace

std::vector<LegendRow> multiplesLegend(const figures::Multiples& multiples,
                                       const gazetteer::Gazetteer& gazetteer,
                                       const Typesetter& type, double widthMm,
                                       double symbolFactor) {
    const figures::PageWords words(multiples.frames.front().evaluated, gazetteer);
    MultiplesRows rows(multiples, gazetteer, words, type, widthMm);
    for (std::size_t i = 0; i < multiples.frames.front().evaluated.layers.size(); ++i)
        rows.layer(i, symbolFactor);
    rows.ground();
    rows.frames();
    return rows.take();
}

} // namespace terroir::map
