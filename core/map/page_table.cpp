#include "core/map/page_table.hpp"

#include "core/map/ink.hpp"
#include "core/map/layout_words.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace terroir::map {

namespace {

using gazetteer::UnitIndex;

constexpr std::size_t maxColumns = 4, maxHeadLines = 4;
constexpr double tableHeadingPt = 8.2, tableColumnPt = 6.4, tableRowPt = 6.8;
constexpr double longestNameMm = 42, tableColumnMm = 17, minNameShare = 0.34; // on A4; of the width
constexpr double noFigure = -std::numeric_limits<double>::infinity();

std::string columnHeading(const figures::EvaluatedLayer& layer, std::size_t series,
                          Language language) {
    const theme::Series& definition = layer.layer->series[series];
    const std::string unit = figures::unitOf(layer.series[series], definition, language);
    std::string label = definition.label.in(language);
    if (label.empty())
        label = layer.layer->label.in(language);
    if (unit.empty() || text::fold(label) == text::fold(unit))
        return label;
    return label.empty() ? unit : fmt::format("{} ({})", label, unit);
}

/// "Thay đổi (ha)", or what the figures are related to: "ha/100 km²".
std::string rateHeading(const figures::EvaluatedLayer& layer, const figures::PageWords& words) {
    return layer.layer->type == theme::LayerType::Change ? words.changeTitle(layer)
                                                         : words.classUnit(layer);
}

} // namespace

PageTable::PageTable(const figures::EvaluatedTheme& evaluated, const figures::PageWords& words)
    : m_words(words), m_theme(evaluated.theme.id) {
    for (const figures::EvaluatedLayer& layer : evaluated.layers) {
        for (std::size_t i = 0; i < layer.series.size(); ++i)
            m_headings.push_back(columnHeading(layer, i, words.language()));
        if (layer.hasRates())
            m_headings.push_back(rateHeading(layer, words));
    }
    addUnits(evaluated);
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const Row& a, const Row& b) { return a.values > b.values; });
    addGroups(evaluated);
    dropColumns();
    std::erase_if(m_rows, [](const Row& row) { // all it has is in the columns after the first few
        return std::all_of(row.cells.begin(), row.cells.end(),
                           [](const std::string& cell) { return cell.empty(); });
    });
}

/// Those without any figure, and those after the first few.
void PageTable::dropColumns() {
    for (std::size_t i = m_headings.size(); i-- > 0;) {
        const bool isEmpty = std::all_of(m_rows.begin(), m_rows.end(),
                                         [i](const Row& row) { return row.cells[i].empty(); });
        if (!isEmpty)
            continue;
        m_headings.erase(m_headings.begin() + std::ptrdiff_t(i));
        for (Row& row : m_rows)
            row.cells.erase(row.cells.begin() + std::ptrdiff_t(i));
    }
    if (m_headings.size() <= maxColumns)
        return;
    m_columnsLeftOut = m_headings.size() - maxColumns;
    m_headings.resize(maxColumns);
    for (Row& row : m_rows)
        row.cells.resize(maxColumns);
}

void PageTable::addUnits(const figures::EvaluatedTheme& evaluated) {
    for (const UnitIndex unit : evaluated.units) {
        Row row{m_words.shortName(unit), {}, {}};
        const auto add = [&row](std::optional<double> value, std::string text) {
            row.values.push_back(value.value_or(noFigure));
            row.cells.push_back(std::move(text));
        };
        bool hasAny = false;
        for (const figures::EvaluatedLayer& layer : evaluated.layers) {
            for (const figures::Figures& figures : layer.series) {
                const auto cell = figures.cells.find(unit);
                if (cell == figures.cells.end()) {
                    add(std::nullopt, {});
                    continue;
                }
                hasAny = true;
                add(cell->second.value,
                    m_words.amount(layer, cell->second.value, cell->second.lowerBound,
                                   cell->second.approximate));
            }
            if (!layer.hasRates())
                continue;
            if (const auto rate = layer.rates.find(unit); rate != layer.rates.end())
                add(rate->second.value, m_words.rate(layer, rate->second));
            else
                add(std::nullopt, {});
        }
        if (hasAny)
            m_rows.push_back(std::move(row));
    }
}

void PageTable::addGroups(const figures::EvaluatedTheme& evaluated) {
    std::set<figures::UnitGroup> groups;
    for (const figures::EvaluatedLayer& layer : evaluated.layers)
        for (const auto& [group, shared] : layer.shared)
            groups.insert(group);
    for (const figures::UnitGroup& group : groups) {
        Row row{m_words.groupNameInList(group), {}, {}};
        for (const figures::EvaluatedLayer& layer : evaluated.layers) {
            const figures::SharedFigures* shared = layer.sharedOf(group);
            for (std::size_t i = 0; i < layer.series.size(); ++i) {
                const bool has = shared != nullptr && i < shared->cells.size() && shared->cells[i];
                row.cells.push_back(has ? m_words.amount(layer, shared->cells[i]->value,
                                                         shared->cells[i]->lowerBound,
                                                         shared->cells[i]->approximate)
                                        : std::string());
            }
            if (layer.hasRates())
                row.cells.push_back(shared != nullptr && shared->rate
                                        ? m_words.rate(layer, *shared->rate)
                                        : std::string());
        }
        m_rows.push_back(std::move(row));
    }
}

PageTable::Columns PageTable::columnsIn(double widthMm, const Typesetter& type) const {
    Columns columns;
    const double count = double(std::max<std::size_t>(m_headings.size(), 1));
    columns.other = std::min(type.mm(tableColumnMm), (1 - minNameShare) * widthMm / count);
    columns.name = std::min(type.mm(longestNameMm), widthMm - count * columns.other);
    const TextStyle style = type.style(tableColumnPt);
    for (const std::string& heading : m_headings) {
        columns.headings.push_back(
            type.wrap(heading, style, columns.other - type.mm(1.2), maxHeadLines));
        columns.headLines = std::max(columns.headLines, columns.headings.back().size());
    }
    return columns;
}

double PageTable::headHeight(const Columns& columns, const Typesetter& type) const {
    return Typesetter::lineHeight(type.style(tableHeadingPt, true)) + type.mm(0.6) +
           double(columns.headLines) * Typesetter::lineHeight(type.style(tableColumnPt)) +
           type.mm(0.8);
}

double PageTable::height(std::size_t rows, double widthMm, const Typesetter& type) const {
    return headHeight(columnsIn(widthMm, type), type) +
           double(std::min(rows, m_rows.size()) + 1) *
               Typesetter::lineHeight(type.style(tableRowPt));
}

double PageTable::set(Group& group, const geometry::Box& box, const Typesetter& type) const {
    const Columns columns = columnsIn(box.width(), type);
    const TextStyle row = type.style(tableRowPt), column = type.style(tableColumnPt);
    const double line = Typesetter::lineHeight(row);
    const double head = headHeight(columns, type);
    const auto fitting = std::size_t(std::max(0.0, (box.height() - head + 0.01) / line));
    const bool hasRest = m_rows.size() > fitting || m_columnsLeftOut > 0;
    const std::size_t shown =
        std::min(m_rows.size(), hasRest && fitting > 0 ? fitting - 1 : fitting);
    if (fitting == 0 || m_rows.empty())
        return box.minY;
    const auto put = [&](double x, double top, const std::string& text, const TextStyle& style,
                         Align align, Colour colour) {
        group.items.emplace_back(
            TextItem{{x, top + (Typesetter::lineHeight(style) + Typesetter::capHeight(style)) / 2},
                     text,
                     style,
                     align,
                     colour});
    };
    const TextStyle heading = type.style(tableHeadingPt, true);
    put(box.minX, box.minY, tableHeading(m_words.language()), heading, Align::Left, ink::text);
    const double headTop = box.minY + Typesetter::lineHeight(heading) + type.mm(0.6);
    const auto rightOf = [&](std::size_t i) {
        return box.minX + columns.name + double(i + 1) * columns.other;
    };
    for (std::size_t i = 0; i < columns.headings.size(); ++i) {
        // The last line of each stands on the rule.
        double top = headTop + double(columns.headLines - columns.headings[i].size()) *
                                   Typesetter::lineHeight(column);
        for (const std::string& text : columns.headings[i]) {
            put(rightOf(i), top, text, column, Align::Right, ink::quietText);
            top += Typesetter::lineHeight(column);
        }
    }
    double y = box.minY + head;
    group.items.emplace_back(terroir::map::line({box.minX, y - type.mm(0.3)},
                                                {rightOf(m_headings.size() - 1), y - type.mm(0.3)},
                                                {ink::frameLine, type.mm(0.15)}));
    for (std::size_t i = 0; i < shown; ++i, y += line) {
        put(box.minX, y, type.wrap(m_rows[i].name, row, columns.name - type.mm(1), 1).front(), row,
            Align::Left, ink::text);
        for (std::size_t k = 0; k < m_rows[i].cells.size(); ++k)
            put(rightOf(k), y, m_rows[i].cells[k], row, Align::Right, ink::text);
    }
    if (hasRest) {
        const TextStyle rest = type.style(tableColumnPt, false, true);
        put(box.minX, y,
            type.wrap(
                    tableRest(m_rows.size() - shown, m_columnsLeftOut, m_theme, m_words.language()),
                    rest, box.width(), 1)
                .front(),
            rest, Align::Left, ink::quietText);
        y += line;
    }
    return y;
}

} // namespace terroir::map
