#include "core/map/legend.hpp"

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
#include "core/map/legend_rows.hpp"
#include "core/map/record_ground.hpp"
#include "core/map/symbol_keys.hpp"
#include "core/map/symbols.hpp"
#include "core/map/unit_fills.hpp"
#include "core/map/unit_groups.hpp"
#include "core/map/unit_subjects.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace terroir::map {

namespace {

using gazetteer::UnitIndex;

constexpr std::size_t maxCoverageLines = 5;
constexpr std::size_t maxListed = 300; // units: more fit on no page

/// What of a series no unit and no group on the map shows: what is known of larger places alone,
/// and the figures of units that cannot be drawn.
struct Unplaced {
    double value = 0;
    bool lowerBound = false;
};

Unplaced unplacedOf(const figures::Figures& figures, const std::set<std::size_t>& shown,
                    const std::vector<UnitIndex>& undrawn, records::Measure measure) {
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

/// What a legend says, in its order.
class RowWriter : public LegendRows {
public:
    RowWriter(const LegendInput& input, const Typesetter& type, double widthMm, double roomMm)
        : LegendRows(input.words, type, widthMm, roomMm), m_input(input) {}

    void square(const figures::EvaluatedLayer& layer);
    void circles(const figures::EvaluatedLayer& layer);
    void bars(const figures::EvaluatedLayer& layer, const std::vector<double>& values);
    void histogram(const figures::EvaluatedLayer& layer);

    void layer(const figures::EvaluatedLayer& layer);
    void sharedGround();
    void noData();
    void outside();
    void noFigures();
    void coverage();
    void note();
    void remarks();
    void leftOut();
    void sharedFigures();
    void notAttributed();
    void withoutShape();
    void list();

private:
    void total(const figures::EvaluatedLayer& layer);
    void leastCircle(const figures::EvaluatedLayer& layer);
    void symbolKey(const figures::EvaluatedLayer& layer);
    std::string whereIs(const figures::EvaluatedLayer& layer, std::size_t index,
                        const Unplaced& unplaced, const std::string& where) const;
    std::string totalOf(const figures::EvaluatedLayer& layer, std::size_t index) const;
    std::string headingOf(const figures::EvaluatedLayer& layer) const;
    bool hasFigure(UnitIndex unit) const;
    Language language() const { return m_input.words.language(); }

    const LegendInput& m_input;
    bool m_sharedDone = false, m_noDataDone = false;
};

std::string RowWriter::headingOf(const figures::EvaluatedLayer& layer) const {
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
        return related.empty() ? fmt::format("{} ({})", text, unit)
               : own.empty()   ? fmt::format("{} {}", text, related)
                               : fmt::format("{} {} ({})", text, related, own);
    }
    const bool alike = std::all_of(
        layer.layer->series.begin(), layer.layer->series.end(),
        [&](const theme::Series& s) { return s.unit == layer.layer->series.front().unit; });
    return unit.empty() || !alike || saysSame(text, unit) ? text
                                                          : fmt::format("{} ({})", text, unit);
}

std::string RowWriter::totalOf(const figures::EvaluatedLayer& layer, std::size_t index) const {
    const figures::Figures& figures = layer.series[index];
    const theme::Series& series = layer.layer->series[index];
    const std::string unit = figures::unitOf(figures, series, language());
    const std::string value = m_input.words.amount(layer, figures.total, figures.lowerBound);
    return saysSame(series.label.in(language()), unit)
               ? value
               : m_input.words.withUnit(value, figures.total, unit);
}

void RowWriter::total(const figures::EvaluatedLayer& layer) {
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
void RowWriter::circles(const figures::EvaluatedLayer& layer) {
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
void RowWriter::bars(const figures::EvaluatedLayer& layer, const std::vector<double>& values) {
    std::vector<BarKey> keys;
    for (const double value : values)
        keys.push_back({m_input.symbolFactor * figures::symbolSizeMm(layer, value),
                        value == values.front() ? m_input.words.amount(layer, value)
                                                : formatNumber(value, language(), 6)});
    m_rows.push_back(barKeyRow(keys, m_input.symbolFactor * barWidthMm, m_type));
}

/// Which circles do not show how little their figures are.
void RowWriter::leastCircle(const figures::EvaluatedLayer& layer) {
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
std::string RowWriter::whereIs(const figures::EvaluatedLayer& layer, std::size_t index,
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

void RowWriter::symbolKey(const figures::EvaluatedLayer& layer) {
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
void RowWriter::square(const figures::EvaluatedLayer& layer) {
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

void RowWriter::layer(const figures::EvaluatedLayer& layer) {
    heading(headingOf(layer));
    const auto counted = [&](const figures::EvaluatedClass& entry) {
        if (entry.count + entry.sharedCount == 0)
            return; // of given breaks: the others are cut where there are figures
        swatch({entry.colour}, entry.label,
               "(" + m_input.words.unitCount(entry.count, entry.sharedCount) + ")");
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
void RowWriter::histogram(const figures::EvaluatedLayer& layer) {
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

void RowWriter::sharedGround() {
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

void RowWriter::noData() {
    const std::size_t count = unitsWithoutData(m_input.evaluated).size();
    if (count == 0 || std::exchange(m_noDataDone, true))
        return;
    swatch(UnitFills(m_input.evaluated).ofNoData(), m_input.words.noData(),
           "(" + m_input.words.unitCount(count) + ")");
}

/// The grey of neighbours is not that of units without data.
void RowWriter::outside() {
    if (m_input.data.context.units.empty())
        return;
    const double width = m_type.mm(7), height = m_type.mm(3.7);
    sample(
        {rectangle({0, 0, width, height}, {ink::contextFill}, {ink::contextLine, m_type.mm(0.2)})},
        width, height, m_input.words.outside(), {});
}

void RowWriter::notAttributed() {
    const std::vector<NotAttributedLine> made =
        m_input.notAttributed == nullptr ? notAttributedLines(m_input.evaluated, m_input.words)
                                         : std::vector<NotAttributedLine>();
    const std::vector<NotAttributedLine>& lines =
        m_input.notAttributed == nullptr ? made : *m_input.notAttributed;
    if (lines.empty())
        return;
    std::string title = m_input.words.notAttributedHeading();
    if (lines.size() > 1 && lines.front().series.empty()) {
        double sum = 0;
        bool lowerBound = false;
        for (const NotAttributedLine& line : lines) {
            sum += line.value;
            lowerBound = lowerBound || line.lowerBound;
        }
        title += ": " +
                 m_input.words.withUnit(m_input.words.amount(*lines.front().layer, sum, lowerBound),
                                        sum, lines.front().unit);
    }
    heading(title);
    const bool oneReason = std::all_of(lines.begin(), lines.end(), [&](const auto& line) {
        return line.reason == lines.front().reason;
    });
    if (oneReason) {
        paragraph(text::capitalize(lines.front().reason) + ":", m_type.style(smallPt, false, true),
                  ink::quietText, 0, 0);
        m_rows.back().keepWithNext = true;
    }
    std::size_t left = lines.size();
    for (const NotAttributedLine& line : lines) {
        if (isFull())
            return rest(left);
        --left;
        std::string text = line.series.empty() ? "" : line.series + ": ";
        text += m_input.words.withUnit(
            m_input.words.amount(*line.layer, line.value, line.lowerBound), line.value, line.unit);
        text += " – " + line.place;
        if (!oneReason)
            text += " (" + line.reason + ")";
        listed(line.subjects.empty() ? text : text + ": ", line.subjects, ink::text);
        m_rows.back().heightMm += m_type.mm(0.6);
    }
}

/// The figures of groups on the map, a line each.
void RowWriter::sharedFigures() {
    const figures::EvaluatedTheme& evaluated = m_input.evaluated;
    std::map<figures::UnitGroup, std::vector<std::string>> figuresOf;
    for (const figures::EvaluatedLayer& layer : evaluated.layers)
        for (const figures::UnitGroup& group : shownGroups(layer)) {
            const figures::SharedFigures& shared = *layer.sharedOf(group);
            for (std::size_t i = 0; i < shared.cells.size(); ++i) {
                if (!shared.cells[i])
                    continue;
                const theme::Series& series = layer.layer->series[i];
                const bool onlySeries = evaluated.layers.size() == 1 && layer.series.size() == 1;
                const std::string& label = series.label.in(language());
                const std::string unit = figures::unitOf(layer.series[i], series, language());
                const figures::Cell& cell = *shared.cells[i];
                const std::string value = m_input.words.withUnit(
                    m_input.words.amount(layer, cell.value, cell.lowerBound, cell.approximate),
                    cell.value, saysSame(label, unit) && !onlySeries ? "" : unit);
                std::string text = onlySeries || label.empty() ? value : label + " " + value;
                if (evaluated.theme.list && !cell.subjects.empty())
                    text += fmt::format(" ({})", fmt::join(cell.subjects, ", "));
                figuresOf[group].push_back(std::move(text));
            }
        }
    if (figuresOf.empty())
        return;
    heading(m_input.words.sharedFigure());
    std::size_t left = figuresOf.size();
    for (const auto& [group, texts] : figuresOf) {
        if (isFull())
            return rest(left);
        --left;
        paragraph(fmt::format("{}: {}", text::capitalize(m_input.words.groupNameInList(group)),
                              fmt::join(texts, "; ")),
                  m_type.style(smallPt), ink::text, 0, 1);
        m_rows.back().heightMm += m_type.mm(0.6);
    }
}

void RowWriter::noFigures() {
    if (m_input.evaluated.hasFigures())
        return;
    gap(2.4);
    paragraph(m_input.words.noFigures(), m_type.style(bodyPt, true), ink::notice, 0, 0);
    m_rows.back().heightMm += m_type.mm(0.6);
}

/// How much of units above communes their figures are of.
void RowWriter::coverage() {
    const auto& coverage = m_input.evaluated.coverage;
    if (coverage.empty())
        return;
    gap(2.4);
    if (coverage.size() <= maxCoverageLines) {
        for (const auto& [unit, part] : coverage)
            paragraph(fmt::format("{}: {}", m_input.words.shortName(unit),
                                  m_input.words.coverage(part, figures::CoverageLength::Full)),
                      m_type.style(smallPt), ink::text, 0, 1);
        return;
    }
    figures::Coverage sum;
    for (const auto& [unit, part] : coverage) {
        sum.reporting += part.reporting;
        sum.all += part.all;
    }
    paragraph(fmt::format("{}: {}", text::capitalize(m_input.words.inUnits(coverage.size())),
                          m_input.words.coverage(sum, figures::CoverageLength::Full)),
              m_type.style(smallPt), ink::text, 0, 1);
}

void RowWriter::note() {
    const std::string text = m_input.words.note();
    if (text.empty() || !m_input.evaluated.hasFigures())
        return;
    gap(2.4);
    paragraph(text, m_type.style(smallPt), ink::text, 0, 1);
}

void RowWriter::remarks() {
    for (const std::string& remark : m_input.remarks) {
        gap(2.4);
        paragraph(remark, m_type.style(smallPt), ink::text, 0, 1);
    }
}

void RowWriter::leftOut() {
    const std::string text = m_input.words.leftOut();
    if (text.empty())
        return;
    gap(2.4);
    paragraph(text::capitalize(text) + ".", m_type.style(smallPt), ink::text, 0, 1);
}

bool RowWriter::hasFigure(UnitIndex unit) const {
    return std::any_of(m_input.evaluated.layers.begin(), m_input.evaluated.layers.end(),
                       [&](const figures::EvaluatedLayer& layer) {
                           return std::any_of(layer.series.begin(), layer.series.end(),
                                              [&](const figures::Figures& figures) {
                                                  return figures.cells.contains(unit);
                                              });
                       });
}

void RowWriter::withoutShape() {
    const auto& missing = m_input.data.shapes.missing;
    if (missing.empty())
        return;
    gap(2.4);
    // With figures first: those are not on the map.
    std::vector<std::string> names, others;
    for (const UnitIndex unit : missing)
        (hasFigure(unit) ? names : others).push_back(m_input.words.shortName(unit));
    const std::size_t withFigures = names.size();
    names.insert(names.end(), others.begin(), others.end());
    listed(fmt::format("{} ({}): ", m_input.words.withoutShape(),
                       m_input.words.undrawn(missing.size(), withFigures)),
           names, ink::notice);
}

void RowWriter::list() {
    std::set<UnitIndex> withSubjects;
    for (const figures::EvaluatedLayer& layer : m_input.evaluated.layers)
        for (const figures::Figures& figures : layer.series)
            for (const auto& [unit, cell] : figures.cells)
                if (!cell.subjects.empty())
                    withSubjects.insert(unit);
    if (withSubjects.empty())
        return;
    heading(m_input.words.listHeading());
    std::vector<UnitIndex> shown;
    std::copy_if(m_input.evaluated.units.begin(), m_input.evaluated.units.end(),
                 std::back_inserter(shown),
                 [&](UnitIndex unit) { return withSubjects.contains(unit); });
    std::size_t left = shown.size() > maxListed ? withSubjects.size() : shown.size();
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (i == maxListed || isFull())
            return rest(left);
        --left;
        listed(m_input.words.shortName(shown[i]) + ": ",
               subjectsOf(shown[i], m_input.evaluated, m_input.words), ink::text);
        m_rows.back().heightMm += m_type.mm(0.5);
    }
}

} // namespace

std::vector<LegendRow> legendRows(const LegendInput& input, const Typesetter& type, double widthMm,
                                  double roomMm) {
    if (input.rows)
        return input.rows(type, widthMm);
    RowWriter writer(input, type, widthMm, roomMm);
    writer.noFigures();
    for (const figures::EvaluatedLayer& layer : input.evaluated.layers) {
        const std::size_t first = writer.rowCount();
        writer.layer(layer);
        writer.keepTogether(first == 0 ? 0 : first + 1); // the gap before it may end a column
    }
    addGroundRows(writer, input.evaluated, type);
    writer.sharedGround(); // unless an area layer has them already
    writer.noData();
    writer.outside();
    writer.coverage();
    writer.note();
    writer.remarks();
    writer.leftOut();
    writer.sharedFigures();
    writer.notAttributed();
    writer.withoutShape();
    if (input.evaluated.theme.list)
        writer.list();
    return writer.take();
}

} // namespace terroir::map
