#include "core/map/legend.hpp"

#include "core/map/histogram.hpp"
#include "core/map/symbols.hpp"
#include "core/map/unit_fills.hpp"
#include "core/map/unit_groups.hpp"
#include "core/records/selection.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <span>
#include <unordered_set>
#include <utility>

namespace terroir::map {

namespace {

using gazetteer::UnitIndex;
using geometry::Box;

constexpr double headingPt = 9;
constexpr double bodyPt = 8.2;
constexpr double smallPt = 7.4;
constexpr std::size_t maxLines = 8; // of one entry
constexpr std::size_t maxCoverageLines = 5;
constexpr std::size_t maxListed = 300; // units: more fit on no page

/// Largest of 1, 2, 5 × 10^k that is not above the value.
double roundBelow(double value) {
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double factor : {5.0, 2.0})
        if (factor * power <= value * (1 + 1e-9))
            return factor * power;
    return power;
}

/// What of a series no unit and no group on the map shows.
struct Unplaced {
    double value = 0;
    bool lowerBound = false;
};

Unplaced unplacedOf(const figures::Figures& figures, const std::set<std::size_t>& shown) {
    Unplaced sum;
    for (std::size_t j = 0; j < figures.notAttributed.size(); ++j)
        if (const figures::NotAttributed& entry = figures.notAttributed[j];
            entry.isInTotal() && !shown.contains(j)) {
            sum.value += entry.value;
            sum.lowerBound = sum.lowerBound || entry.lowerBound;
        }
    return sum;
}

/// Adds rows of one legend column, top to bottom.
class RowWriter {
public:
    RowWriter(const LegendInput& input, const Typesetter& type, double widthMm, double roomMm)
        : m_input(input), m_type(type), m_width(widthMm), m_room(roomMm) {}

    std::vector<LegendRow> take() { return std::move(m_rows); }

    void gap(double onA4) {
        if (!m_rows.empty())
            m_rows.push_back({m_type.mm(onA4), {}, false, 0});
    }
    void heading(const std::string& text) {
        gap(3.2);
        paragraph(text, m_type.style(headingPt, true), ink::text, 0, 0);
        m_rows.back().heightMm += m_type.mm(0.6);
        m_rows.back().keepWithNext = true;
    }
    /// Wrapped text; all its lines are one row, so that it is shown whole or not at all.
    void paragraph(const std::string& text, const TextStyle& style, Colour colour, double indentMm,
                   std::size_t entries) {
        LegendRow row;
        row.entries = entries;
        appendLines(row, text, style, colour, indentMm);
        m_rows.push_back(std::move(row));
    }
    /// Wrapped text of a list behind its heading; what does not fit is counted at its end.
    void listed(const std::string& heading, const std::vector<std::string>& items, Colour colour);
    /// A sample at the left, text and, after it in grey, a count.
    void sample(std::vector<Item> picture, double pictureWidth, double pictureHeight,
                const std::string& text, const std::string& note);
    void swatch(const Fill& fill, const std::string& text, const std::string& note);
    void circles(const figures::EvaluatedLayer& layer);
    void histogram(const figures::EvaluatedLayer& layer);

    /// Keeps what was written since `first` in one column.
    void keepTogether(std::size_t first) {
        for (std::size_t i = first; i + 1 < m_rows.size(); ++i)
            m_rows[i].keepWithNext = true;
    }
    std::size_t rowCount() const { return m_rows.size(); }
    void layer(const figures::EvaluatedLayer& layer);
    void sharedGround();
    void noData();
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
    void appendLines(LegendRow& row, const std::string& text, const TextStyle& style, Colour colour,
                     double indentMm) const {
        for (const std::string& line : m_type.wrap(text, style, m_width - indentMm, maxLines)) {
            const double baseline = row.heightMm + 0.5 * Typesetter::lineHeight(style) +
                                    0.5 * Typesetter::capHeight(style);
            row.items.emplace_back(
                TextItem{{indentMm, baseline}, line, style, Align::Left, colour});
            row.heightMm += Typesetter::lineHeight(style);
        }
    }
    /// Whether the rows so far are higher than all columns together.
    bool isFull() {
        for (; m_counted < m_rows.size(); ++m_counted)
            m_used += m_rows[m_counted].heightMm;
        return m_used > m_room;
    }
    /// A row that fits nowhere, for entries that are not set.
    void rest(std::size_t entries) { m_rows.push_back({1e6, {}, false, entries}); }
    void total(const figures::EvaluatedLayer& layer);
    void symbolKey(const figures::EvaluatedLayer& layer);
    std::string whereIs(const figures::EvaluatedLayer& layer, double total,
                        const Unplaced& unplaced, const std::string& where) const;
    std::string totalOf(const figures::EvaluatedLayer& layer, std::size_t index) const;
    std::string headingOf(const figures::EvaluatedLayer& layer) const;
    bool hasFigure(UnitIndex unit) const;
    std::vector<std::string> subjectsOf(UnitIndex unit) const;
    std::vector<std::string> summands(const figures::EvaluatedLayer& layer, std::size_t series,
                                      UnitIndex unit) const;
    Language language() const { return m_input.words.language(); }

    const LegendInput& m_input;
    const Typesetter& m_type;
    double m_width, m_room;
    std::vector<LegendRow> m_rows;
    double m_used = 0; ///< height of the first m_counted rows
    std::size_t m_counted = 0;
    bool m_sharedDone = false, m_noDataDone = false;
};

void RowWriter::sample(std::vector<Item> picture, double pictureWidth, double pictureHeight,
                       const std::string& text, const std::string& note) {
    const TextStyle style = m_type.style(bodyPt);
    const double indent = pictureWidth + m_type.mm(2);
    LegendRow row;
    row.entries = 1;
    appendLines(row, text, style, ink::text, indent);
    if (!note.empty() && !row.items.empty()) {
        const auto last = std::get<TextItem>(row.items.back());
        const double end = last.at.x + m_type.width(last.text, style) + m_type.mm(1.6);
        if (end + m_type.width(note, style) <= m_width)
            row.items.emplace_back(
                TextItem{{end, last.at.y}, note, style, Align::Left, ink::quietText});
        else
            appendLines(row, note, style, ink::quietText, indent);
    }
    // The picture stands beside the first line, in its middle.
    const double lineHeight = Typesetter::lineHeight(style);
    double down = (lineHeight - pictureHeight) / 2;
    if (down < 0) {
        for (Item& item : row.items)
            translate(item, 0, -down);
        row.heightMm -= 2 * down;
        down = 0;
    }
    for (Item& item : picture) {
        translate(item, 0, down);
        row.items.push_back(std::move(item));
    }
    row.heightMm += m_type.mm(0.9);
    m_rows.push_back(std::move(row));
}

void RowWriter::listed(const std::string& heading, const std::vector<std::string>& items,
                       Colour colour) {
    const TextStyle style = m_type.style(smallPt);
    const auto firstOf = [&](std::size_t count) {
        const std::span first(items.data(), count);
        return heading + (count == items.size()
                              ? fmt::format("{}", fmt::join(first, ", "))
                              : fmt::format("{} {}", fmt::join(first, ", "),
                                            m_input.words.moreEntries(items.size() - count)));
    };
    const auto fits = [&](std::size_t count) {
        return m_type.wrap(firstOf(count), style, m_width, maxLines + 1).size() <= maxLines;
    };
    // From few to more, since of thousands only some find room: `least` items fit, `most` do not.
    std::size_t least = 0, most = 8;
    while (most < items.size() && fits(most)) {
        least = most;
        most *= 2;
    }
    if (most >= items.size() && fits(items.size()))
        least = items.size();
    else
        for (most = std::min(most, items.size()); least + 1 < most;) {
            const std::size_t middle = (least + most) / 2;
            (fits(middle) ? least : most) = middle;
        }
    paragraph(firstOf(least), style, colour, 0, 1);
}

void RowWriter::swatch(const Fill& fill, const std::string& text, const std::string& note) {
    const double width = m_type.mm(7), height = m_type.mm(3.7);
    sample({rectangle({0, 0, width, height}, fill, {ink::unitLine, m_type.mm(0.15)})}, width,
           height, text, note);
}

std::string RowWriter::headingOf(const figures::EvaluatedLayer& layer) const {
    std::string text = layer.layer->label.in(language());
    if (text.empty() && layer.layer->series.size() == 1)
        text = layer.layer->series.front().label.in(language());
    if (layer.series.empty() || layer.layer->type == theme::LayerType::Categories)
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
    const Unplaced unplaced = unplacedOf(figures, shownEntries(layer).front());
    if (unplaced.value <= 0)
        return;
    std::set<UnitIndex> together;
    for (const auto& [filled, group] : layer.filledBy)
        together.insert(filled);
    m_rows.back().keepWithNext = true;
    paragraph(whereIs(layer, figures.total, unplaced,
                      m_input.words.unitCount(figures.cells.size(), together.size())),
              m_type.style(smallPt), ink::quietText, 0, 1);
}

/// Nested circles, all standing on one line, with a value each.
void RowWriter::circles(const figures::EvaluatedLayer& layer) {
    const std::vector<double> values = circleValues(layer);
    if (values.empty())
        return;
    const TextStyle style = m_type.style(smallPt);
    const double lineHeight = 0.9 * Typesetter::lineHeight(style);
    const double biggest =
        m_input.symbolFactor * figures::symbolDiameterMm(layer, values.front()) / 2;
    const double top = lineHeight / 2;
    const double ground =
        top + std::max(2 * biggest, lineHeight * static_cast<double>(values.size() - 1));
    const Stroke outline{ink::quietText, m_type.mm(0.2)};
    const double textX = 2 * biggest + m_type.mm(4);
    LegendRow row;
    double textY = 0;
    for (const double value : values) {
        const double radius = m_input.symbolFactor * figures::symbolDiameterMm(layer, value) / 2;
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
                                        m_input.words.value(value),
                                        style,
                                        Align::Left,
                                        ink::text});
        textY += lineHeight;
    }
    row.heightMm = std::max(ground, textY - lineHeight / 2) + m_type.mm(1.4);
    row.entries = 1;
    m_rows.push_back(std::move(row));
}

/// "(6 xã)"; with what is not on the map beside it where there is such: "trên bản đồ 5 (6 xã), chưa
/// rõ xã 14".
std::string RowWriter::whereIs(const figures::EvaluatedLayer& layer, double total,
                               const Unplaced& unplaced, const std::string& where) const {
    const figures::PageWords& words = m_input.words;
    if (unplaced.value <= 0)
        return "(" + where + ")";
    const std::string notOnMap =
        words.notOnMap(words.amount(layer, unplaced.value, unplaced.lowerBound));
    const double placed = total - unplaced.value;
    return placed > 1e-9 ? words.onMap(words.amount(layer, placed), where) + ", " + notOnMap
                         : notOnMap;
}

void RowWriter::symbolKey(const figures::EvaluatedLayer& layer) {
    const double radius = m_type.mm(1.7);
    const auto hasNothing = [](const figures::Figures& figures) {
        return figures.cells.empty() && figures.notAttributed.empty();
    };
    const bool allEmpty = std::all_of(layer.series.begin(), layer.series.end(), hasNothing);
    const std::vector<std::set<std::size_t>> shown = shownEntries(layer);
    bool areInSeveral = false;
    for (std::size_t i = 0; i < layer.series.size(); ++i) {
        const figures::Figures& figures = layer.series[i];
        if (hasNothing(figures) && !allEmpty)
            continue;
        const theme::Series& series = layer.layer->series[i];
        std::set<UnitIndex> own, together;
        double sum = 0;
        for (const auto& [unit, cell] : figures.cells)
            if (cell.value > 0) {
                own.insert(unit);
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
        const Unplaced unplaced = unplacedOf(figures, shown[i]);
        const std::string where = together.empty()
                                      ? m_input.words.inUnits(own.size())
                                      : m_input.words.unitCount(own.size(), together.size());
        sample({seriesCircle({m_type.mm(3.5), radius}, radius, series)}, m_type.mm(7), 2 * radius,
               isEmpty ? label : fmt::format("{}: {}", label, totalOf(layer, i)),
               isEmpty ? "(" + text::toLower(m_input.words.noData()) + ")"
                       : whereIs(layer, figures.total, unplaced, where));
        areInSeveral = areInSeveral || (series.measure == records::Measure::Subjects &&
                                        sum > figures.total - unplaced.value + 1e-9);
    }
    if (!areInSeveral)
        return;
    paragraph(m_input.words.countedInEach(), m_type.style(smallPt), ink::quietText, 0, 1);
    m_rows.back().heightMm += m_type.mm(0.9);
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
    case theme::LayerType::Choropleth:
        std::for_each(layer.classes.begin(), layer.classes.end(), counted);
        if (layer.isCutAnew)
            paragraph(m_input.words.cutAnew(), m_type.style(smallPt), ink::quietText, 0, 1);
        break;
    case theme::LayerType::Categories:
        std::for_each(layer.categories.begin(), layer.categories.end(), counted);
        break;
    case theme::LayerType::Symbols:
    case theme::LayerType::Pie:
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
}

void RowWriter::noData() {
    const std::size_t count = unitsWithoutData(m_input.evaluated).size();
    if (count == 0 || std::exchange(m_noDataDone, true))
        return;
    swatch(UnitFills(m_input.evaluated).ofNoData(), m_input.words.noData(),
           "(" + m_input.words.unitCount(count) + ")");
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
    std::map<figures::UnitGroup, std::vector<std::string>> subjectsOf;
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

/// What each thing, or things that share a value, adds to a sum: "ngô lai 2,5 ha", "mận, lê 0,9
/// ha".
std::vector<std::string> RowWriter::summands(const figures::EvaluatedLayer& layer,
                                             std::size_t series, UnitIndex unit) const {
    const std::string measure =
        figures::unitOf(layer.series[series], layer.layer->series[series], language());
    std::vector<std::string> texts;
    if (series >= layer.summands.size())
        return texts;
    if (const auto at = layer.summands[series].find(unit); at != layer.summands[series].end())
        for (const figures::Summand& one : at->second)
            texts.push_back(
                fmt::format("{} {}", fmt::join(one.subjects, " + "),
                            m_input.words.withUnit(m_input.words.amount(layer, one.value),
                                                   one.value, measure)));
    return texts;
}

/// Of all series, each once.
std::vector<std::string> RowWriter::subjectsOf(UnitIndex unit) const {
    std::vector<std::string> subjects;
    std::unordered_set<std::string> known;
    for (const figures::EvaluatedLayer& layer : m_input.evaluated.layers)
        for (std::size_t i = 0; i < layer.series.size(); ++i) {
            const auto cell = layer.series[i].cells.find(unit);
            if (cell == layer.series[i].cells.end())
                continue;
            const bool inNames = layer.layer->series[i].places == records::PlaceUse::Names;
            const bool isSum = layer.layer->series[i].measure == records::Measure::Sum;
            for (const std::string& subject :
                 isSum ? summands(layer, i, unit) : cell->second.subjects) {
                std::string shown = inNames ? subject + m_input.words.inNameOnly() : subject;
                if (!known.contains(subject) && known.insert(shown).second)
                    subjects.push_back(std::move(shown));
            }
        }
    return subjects;
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
        listed(m_input.words.shortName(shown[i]) + ": ", subjectsOf(shown[i]), ink::text);
        m_rows.back().heightMm += m_type.mm(0.5);
    }
}

} // namespace

std::vector<LegendRow> legendRows(const LegendInput& input, const Typesetter& type, double widthMm,
                                  double roomMm) {
    RowWriter writer(input, type, widthMm, roomMm);
    writer.noFigures();
    for (const figures::EvaluatedLayer& layer : input.evaluated.layers) {
        const std::size_t first = writer.rowCount();
        writer.layer(layer);
        writer.keepTogether(first == 0 ? 0 : first + 1); // the gap before it may end a column
    }
    writer.sharedGround(); // unless an area layer has them already
    writer.noData();
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

std::vector<double> circleValues(const figures::EvaluatedLayer& layer) {
    bool whole = true;
    for (const figures::Figures& figures : layer.series)
        for (const auto& [unit, cell] : figures.cells)
            whole = whole && cell.value == std::floor(cell.value);
    for (const auto& [group, shared] : layer.shared)
        for (const auto& cell : shared.cells)
            whole = whole && (!cell || cell->value == std::floor(cell->value));
    return roundValues(figures::largestFigure(layer), whole);
}

std::vector<double> roundValues(double largest, bool whole) {
    if (largest <= 0)
        return {};
    if (whole && largest <= 10) {
        std::vector<double> values{largest};
        for (const double value : {std::floor(largest / 2), 1.0})
            if (value >= 1 && value < values.back())
                values.push_back(value);
        return values;
    }
    const double power = std::pow(10, std::floor(std::log10(largest)));
    std::vector<double> values{std::floor(largest / power * (1 + 1e-9)) * power};
    for (const double share : {0.5, 0.1}) {
        const double value = roundBelow(share * values.front());
        if (value < values.back() && (!whole || value >= 1))
            values.push_back(value);
    }
    return values;
}

} // namespace terroir::map
