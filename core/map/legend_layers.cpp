#include "core/map/legend_layers.hpp"

#include "core/base/number.hpp"
#include "core/figures/bivariate.hpp"
#include "core/figures/symbol_words.hpp"
#include "core/map/bars.hpp"
#include "core/map/bivariate_key.hpp"
#include "core/map/change_rows.hpp"
#include "core/map/circle_values.hpp"
#include "core/map/dot_marks.hpp"
#include "core/map/histogram.hpp"
#include "core/map/ink.hpp"
#include "core/map/symbol_keys.hpp"
#include "core/map/symbols.hpp"
#include "core/map/unit_fills.hpp"
#include "core/map/unit_groups.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace terroir::map {

using gazetteer::UnitIndex;

LayerRows::Unplaced LayerRows::unplacedOf(const figures::Figures& figures,
                                          const std::set<std::size_t>& shown,
                                          const std::vector<UnitIndex>& undrawn,
                                          records::Measure measure) {
    Unplaced sum;
    // A subject may be in other units, too.
    for (const UnitIndex unit : undrawn)
        if (const auto cell = figures.cells.find(unit);
            cell != figures.cells.end() && !records::countsNames(measure)) {
            sum.value += cell->second.value;
            sum.lowerBound = sum.lowerBound || cell->second.lowerBound;
        }
    for (std::size_t j = 0; j < figures.notAttributed.size(); ++j)
        if (const figures::NotAttributed& entry = figures.notAttributed[j];
            entry.isInTotal() && !shown.contains(j)) {
            sum.value += entry.value;
            sum.lowerBound = sum.lowerBound || entry.lowerBound;
        }
    return sum;
}

std::string LayerRows::headingOf(const figures::EvaluatedLayer& layer) const {
    std::string text = layer.layer->label.in(language());
    if (text.empty() && layer.layer->series.size() == 1)
        text = layer.layer->series.front().label.in(language());
    if (layer.series.empty() || theme::hasCategories(layer.layer->type))
        return text;
    const std::string unit = m_input.words.classUnit(layer);
    if (layer.hasRates()) {
        const std::string related = theme::rateWords(layer.layer->per, layer.rateScale, language());
        const std::string own =
            figures::unitOf(layer.series.front(), layer.layer->series.front(), language());
        return related.empty() ? unit.empty() ? text : fmt::format("{} ({})", text, unit)
               : own.empty() ? fmt::format("{} {}", text, related)
                               : fmt::format("{} {} ({})", text, related, own);
    }
    const bool alike = std::all_of(
        layer.layer->series.begin(), layer.layer->series.end(),
        [&](const theme::Series& s) { return s.unit == layer.layer->series.front().unit; });
    return unit.empty() || !alike || saysSame(text, unit) ? text
                                                          : fmt::format("{} ({})", text, unit);
}

std::string LayerRows::totalOf(const figures::EvaluatedLayer& layer, std::size_t index) const {
    const figures::Figures& figures = layer.series[index];
    const theme::Series& series = layer.layer->series[index];
    const std::string unit = figures::unitOf(figures, series, language());
    const std::string value = m_input.words.amount(layer, figures.total, figures.lowerBound);
    return saysSame(series.label.in(language()), unit)
               ? value
               : m_input.words.withUnit(value, figures.total, unit);
}

void LayerRows::total(const figures::EvaluatedLayer& layer) {
    if (layer.layer->type == theme::LayerType::Categories || layer.series.size() != 1)
        return;
    const figures::Figures& figures = layer.series.front();
    if (figures.cells.empty() && figures.notAttributed.empty())
        return; // no data, which is not zero
    m_rows.push_back({m_type.mm(0.6), {}, true, 0});
    const std::string unit = figures::unitOf(figures, layer.layer->series.front(), language());
    paragraph(fmt::format("{}: {}", m_input.words.total(),
                          m_input.words.withUnit(
                              m_input.words.amount(layer, figures.total, figures.lowerBound),
                              figures.total, unit)),
              m_type.style(bodyPt, true), ink::text, 0, 1);
    const std::vector<UnitIndex>& undrawn = m_input.data.shapes.missing;
    const Unplaced unplaced = unplacedOf(figures, shownEntries(layer).front(), undrawn,
                                         layer.layer->series.front().measure);
    if (unplaced.value <= 0)
        return;
    std::set<UnitIndex> together;
    for (const auto& [filled, group] : layer.filledBy)
        together.insert(filled);
    const auto drawn =
        figures.cells.size() -
        std::size_t(std::count_if(undrawn.begin(), undrawn.end(),
                                  [&](UnitIndex one) { return figures.cells.contains(one); }));
    m_rows.back().keepWithNext = true;
    paragraph(whereIs(layer, 0, unplaced, m_input.words.unitCount(drawn, together.size())),
              m_type.style(smallPt), ink::quietText, 0, 1);
}

/// Nested circles, all standing on one line, with a value each.
void LayerRows::circles(const figures::EvaluatedLayer& layer) {
    const std::vector<double> values = circleValues(layer);
    if (values.empty())
        return;
    if (theme::isOfBars(layer.layer->type)) {
        bars(layer, values);
        return leastCircle(layer);
    }
    if (layer.layer->type == theme::LayerType::Pictograms) {
        if (auto key = pictureKey(layer, values, m_input.symbolFactor, m_input.words, m_type))
            m_rows.push_back(std::move(*key));
        return leastCircle(layer);
    }
    const TextStyle style = m_type.style(smallPt);
    const double lineHeight = 0.9 * Typesetter::lineHeight(style);
    const double biggest = m_input.symbolFactor * figures::symbolSizeMm(layer, values.front()) / 2;
    const double top = lineHeight / 2;
    const double ground =
        top + std::max(2 * biggest, lineHeight * static_cast<double>(values.size() - 1));
    const Stroke outline{ink::quietText, m_type.mm(0.2)};
    const double textX = 2 * biggest + m_type.mm(4);
    LegendRow row;
    double textY = 0;
    for (const double value : values) {
        const double radius = m_input.symbolFactor * figures::symbolSizeMm(layer, value) / 2;
        const double circleTop = ground - 2 * radius;
        textY = std::max(textY, circleTop);
        row.items.emplace_back(
            CircleItem{{biggest, ground - radius}, radius, {ink::paper}, outline});
        row.items.emplace_back(PathItem{{{{biggest, circleTop},
                                          {textX - m_type.mm(1.6), textY},
                                          {textX - m_type.mm(0.7), textY}}},
                                        true,
                                        {},
                                        {ink::contextText, m_type.mm(0.14)}});
        row.items.emplace_back(TextItem{{textX, textY + Typesetter::capHeight(style) / 2},
                                        value == values.front()
                                            ? m_input.words.amount(layer, value)
                                            : formatNumber(value, language(), 6),
                                        style,
                                        Align::Left,
                                        ink::text});
        textY += lineHeight;
    }
    row.heightMm = std::max(ground, textY - lineHeight / 2) + m_type.mm(1.4);
    row.entries = 1;
    m_rows.push_back(std::move(row));
    leastCircle(layer);
}

/// The first value is the largest figure itself, with its mark of being about.
void LayerRows::bars(const figures::EvaluatedLayer& layer, const std::vector<double>& values) {
    std::vector<BarKey> keys;
    for (const double value : values)
        keys.push_back({m_input.symbolFactor * figures::symbolSizeMm(layer, value),
                        value == values.front() ? m_input.words.amount(layer, value)
                                                : formatNumber(value, language(), 6)});
    m_rows.push_back(barKeyRow(keys, m_input.symbolFactor * barWidthMm, m_type));
}

/// Which circles do not show how little their figures are.
void LayerRows::leastCircle(const figures::EvaluatedLayer& layer) {
    const double least = figures::leastSymbolValue(layer);
    const std::string scaling = figures::scalingWords(layer, language());
    if (figures::smallestFigure(layer) < least)
        paragraph(figures::leastSymbolWords(layer, least, language()), m_type.style(smallPt),
                  ink::quietText, 0, 1);
    if (!scaling.empty())
        paragraph(scaling, m_type.style(smallPt), ink::quietText, 0, 1);
    if (figures::smallestFigure(layer) < least || !scaling.empty())
        gap(1);
}

/// "(6 xã)"; with what is not on the map beside it where there is such: "trên bản đồ 5 (6 xã), chưa
/// rõ xã 14", "trên bản đồ 5 ha (6 xã), chưa rõ xã ≥ 300 ha".
std::string LayerRows::whereIs(const figures::EvaluatedLayer& layer, std::size_t index,
                               const Unplaced& unplaced, const std::string& where) const {
    const figures::PageWords& words = m_input.words;
    if (unplaced.value <= 0)
        return "(" + where + ")";
    const theme::Series& series = layer.layer->series[index];
    const std::string unit = series.measure == records::Measure::Sum
                                 ? figures::unitOf(layer.series[index], series, language())
                                 : std::string();
    const auto amount = [&](double value, bool lowerBound) {
        return words.withUnit(words.amount(layer, value, lowerBound), value, unit);
    };
    const std::string notOnMap = words.notOnMap(amount(unplaced.value, unplaced.lowerBound));
    const double placed = layer.series[index].total - unplaced.value;
    return placed > 1e-9 ? words.onMap(amount(placed, false), where) + ", " + notOnMap : notOnMap;
}

void LayerRows::symbolKey(const figures::EvaluatedLayer& layer) {
    const auto hasNothing = [](const figures::Figures& figures) {
        return figures.cells.empty() && figures.notAttributed.empty();
    };
    const bool allEmpty = std::all_of(layer.series.begin(), layer.series.end(), hasNothing);
    const std::vector<std::set<std::size_t>> shown = shownEntries(layer);
    const std::vector<UnitIndex>& undrawn = m_input.data.shapes.missing;
    bool areInSeveral = false;
    for (std::size_t i = 0; i < layer.series.size(); ++i) {
        const figures::Figures& figures = layer.series[i];
        if (hasNothing(figures) && !allEmpty)
            continue;
        const theme::Series& series = layer.layer->series[i];
        std::set<UnitIndex> own, together, zero;
        double sum = 0;
        for (const auto& [unit, cell] : figures.cells) {
            const bool isDrawn = std::find(undrawn.begin(), undrawn.end(), unit) == undrawn.end();
            if (cell.value > 0 && isDrawn)
                own.insert(unit);
            else if (isDrawn)
                zero.insert(unit);
            sum += cell.value;
        }
        for (const auto& [group, shared] : layer.shared)
            if (shared.cells[i] && shared.cells[i]->value > 0) {
                sum += shared.cells[i]->value;
                together.insert(group.begin(), group.end());
            }
        std::string label = series.label.in(language());
        if (label.empty())
            label = layer.layer->label.in(language());
        const bool isEmpty = hasNothing(figures);
        const Unplaced unplaced = unplacedOf(figures, shown[i], undrawn, series.measure);
        const std::string where = together.empty()
                                      ? m_input.words.inUnits(own.size())
                                      : m_input.words.unitCount(own.size(), together.size());
        SeriesSample picture = seriesSample(*layer.layer, i, m_type);
        sample(std::move(picture.items), picture.widthMm, picture.heightMm,
               isEmpty ? label : fmt::format("{}: {}", label, totalOf(layer, i)),
               isEmpty ? "(" + text::toLower(m_input.words.noData()) + ")"
                       : whereIs(layer, i, unplaced, where));
        stands(LegendEntry::Kind::Series, layer, i);
        if (!zero.empty() && series.measure == records::Measure::Sum) {
            m_rows.back().keepWithNext = true;
            paragraph(m_input.words.reportedZero(zero.size()), m_type.style(smallPt),
                      ink::quietText, m_type.mm(9.2), 1);
        }
        areInSeveral = areInSeveral || (records::countsNames(series.measure) &&
                                        sum > figures.total - unplaced.value + 1e-9);
    }
    if (!areInSeveral)
        return;
    paragraph(m_input.words.countedInEach(), m_type.style(smallPt), ink::quietText, 0, 1);
    m_rows.back().heightMm += m_type.mm(0.9);
}

/// The square, what its sides are of, and units of which one figure is known.
void LayerRows::square(const figures::EvaluatedLayer& layer) {
    m_rows.push_back(bivariateKeyRow(layer, m_type, language()));
    for (std::size_t axis = 0; axis < layer.series.size(); ++axis) {
        const theme::Series& series = layer.layer->series[axis];
        const std::string unit = figures::unitOf(layer.series[axis], series, language());
        paragraph(fmt::format("{} {}{}", axis == 0 ? "→" : "↑", series.label.in(language()),
                              unit.empty() ? std::string() : " (" + unit + ")"),
                  m_type.style(smallPt), ink::text, 0, 1);
        m_rows.back().keepWithNext = axis == 0;
    }
    gap(1);
    for (std::size_t i = figures::pairsOf(layer); i < layer.categories.size(); ++i)
        if (const figures::EvaluatedClass& only = layer.categories[i];
            only.count + only.sharedCount > 0)
            swatch({only.colour}, text::capitalize(only.label),
                   "(" + m_input.words.unitCount(only.count, only.sharedCount) + ")");
}

void LayerRows::layer(const figures::EvaluatedLayer& layer) {
    heading(headingOf(layer));
    const auto counted = [&](const figures::EvaluatedClass& entry) {
        if (entry.count + entry.sharedCount == 0)
            return; // of given breaks: the others are cut where there are figures
        swatch({entry.colour}, entry.label,
               "(" + m_input.words.unitCount(entry.count, entry.sharedCount) + ")");
        if (theme::hasClasses(layer.layer->type) && !layer.hasUnchanged)
            stands(LegendEntry::Kind::Class, layer, std::size_t(&entry - layer.classes.data()));
        else if (layer.layer->type == theme::LayerType::Categories)
            stands(LegendEntry::Kind::Category, layer,
                   std::size_t(&entry - layer.categories.data()));
    };
    switch (layer.layer->type) {
    case theme::LayerType::Change:
        addChangeTimes(*this, layer, m_input.words, m_type);
        [[fallthrough]];
    case theme::LayerType::Choropleth:
        std::for_each(layer.classes.begin(), layer.classes.end(), counted);
        if (layer.isCutAnew)
            paragraph(m_input.words.cutAnew(), m_type.style(smallPt), ink::quietText, 0, 1);
        break;
    case theme::LayerType::Categories:
        std::for_each(layer.categories.begin(), layer.categories.end(), counted);
        break;
    case theme::LayerType::Bivariate:
        square(layer);
        break;
    case theme::LayerType::Dots:
        addDotRows(*this, layer, m_input.words, m_type);
        symbolKey(layer);
        histogram(layer);
        return;
    case theme::LayerType::Symbols:
    case theme::LayerType::Pie:
    case theme::LayerType::Bars:
    case theme::LayerType::StackedBars:
    case theme::LayerType::Pictograms:
        circles(layer);
        symbolKey(layer);
        histogram(layer);
        return;
    }
    sharedGround();
    noData();
    total(layer);
    if (layer.layer->type == theme::LayerType::Choropleth)
        histogram(layer);
}

/// One for each series; those without enough figures are named.
void LayerRows::histogram(const figures::EvaluatedLayer& layer) {
    if (!m_input.evaluated.theme.histogram || !layer.hasFigures())
        return;
    std::vector<std::size_t> without;
    for (std::size_t i = 0; i < layer.series.size(); ++i)
        if (auto row = histogramRow(layer, i, m_input.words, m_type, m_width)) {
            m_rows.push_back({m_type.mm(1.6), {}, true, 0});
            m_rows.push_back(std::move(*row));
        } else {
            without.push_back(i);
        }
    if (!without.empty())
        paragraph(m_input.words.noHistogram(layer, without), m_type.style(smallPt), ink::quietText,
                  0, 1);
}

void LayerRows::sharedGround() {
    const std::set<figures::UnitGroup> groups = shownGroups(m_input.evaluated);
    if (groups.empty() || std::exchange(m_sharedDone, true))
        return;
    std::set<UnitIndex> units;
    for (const figures::UnitGroup& group : groups)
        units.insert(group.begin(), group.end());
    const double width = m_type.mm(7), height = m_type.mm(3.7);
    sample({rectangle({0, 0, width, height}, {}, {ink::groupLine, m_type.mm(groupLineMm), true})},
           width, height, m_input.words.sharedFigure(),
           "(" + m_input.words.groupCount(groups.size(), units.size()) + ")");
    if (hasSymbols(m_input.evaluated))
        paragraph(m_input.words.groupCircle(), m_type.style(smallPt), ink::quietText,
                  m_type.mm(9.2), 1);
}

void LayerRows::noData() {
    const std::size_t count = unitsWithoutData(m_input.evaluated).size();
    if (count == 0 || std::exchange(m_noDataDone, true))
        return;
    swatch(UnitFills(m_input.evaluated).ofNoData(), m_input.words.noData(),
           "(" + m_input.words.unitCount(count) + ")");
}

} // namespace terroir::map
