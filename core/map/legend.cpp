#include "core/map/legend.hpp"

#include "core/map/ink.hpp"
#include "core/map/legend_layers.hpp"
#include "core/map/record_ground.hpp"
#include "core/map/unit_groups.hpp"
#include "core/map/unit_subjects.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace terroir::map {

namespace {

using gazetteer::UnitIndex;

constexpr std::size_t maxCoverageLines = 5;
constexpr std::size_t maxListed = 300; // units: more fit on no page

/// What a legend says beside its layers, in its order.
class RowWriter : public LayerRows {
public:
    using LayerRows::LayerRows;

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
    bool hasFigure(UnitIndex unit) const;
};

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
