#include "core/figures/figure_table.hpp"

#include "core/base/day_words.hpp"
#include "core/figures/figure_words.hpp"
#include "core/figures/page_words.hpp"
#include "core/figures/reasons.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace terroir::figures {

namespace {

using gazetteer::noUnit;
using gazetteer::UnitIndex;

/// One column of figures.
struct Series {
    const theme::Series* definition = nullptr;
    const figures::Figures* figures = nullptr;
    std::string name;
    std::size_t column = 0;
    /// Of a series with rates, which have the column after its own.
    const figures::EvaluatedLayer* rated = nullptr;
    std::string rateName;
};

class Builder {
public:
    Builder(const figures::EvaluatedTheme& evaluated, const gazetteer::Gazetteer& gazetteer,
            const records::CompactRecords& records, std::span<const records::Source> sources)
        : m_evaluated(evaluated), m_gazetteer(gazetteer), m_records(records),
          m_words(evaluated.language), m_sources(records, sources, m_words),
          m_pageWords(evaluated, gazetteer) {
        for (const figures::EvaluatedLayer& layer : evaluated.layers)
            for (std::size_t i = 0; i < layer.series.size(); ++i)
                addSeries(layer, i);
    }

    Table build() {
        m_table.columns = {"row", "code", "type", "unit", "parent"};
        for (const Series& series : m_series) {
            m_table.columns.push_back(series.name);
            if (series.rated != nullptr)
                m_table.columns.push_back(series.rateName);
        }
        m_firstAfterFigures = m_table.columns.size();
        for (const char* name : {"mark", "sources", "note"})
            m_table.columns.emplace_back(name);
        for (const UnitIndex unit : m_evaluated.units)
            addUnit(unit);
        for (std::size_t i = 0; i < m_series.size(); ++i)
            for (const figures::NotAttributed& value : m_series[i].figures->notAttributed)
                addNotAttributed(i, value);
        for (std::size_t i = 0; i < m_series.size(); ++i)
            for (const figures::ReportedTotal& total : m_series[i].figures->reportedTotals)
                addReportedTotal(i, total);
        addTotal();
        return std::move(m_table);
    }

private:
    void addSeries(const figures::EvaluatedLayer& layer, std::size_t index) {
        const theme::Series& definition = layer.layer->series[index];
        Series series{&definition,
                      &layer.series[index],
                      unique(nameOf(definition, definition.unit.in(m_evaluated.language))),
                      m_nextColumn++,
                      nullptr,
                      {}};
        m_names.push_back(series.name);
        if (layer.hasRates() && index + 1 == layer.series.size()) { // behind what it is made of
            series.rated = &layer;
            series.rateName = unique(layer.layer->type == theme::LayerType::Change
                                         ? m_pageWords.changeTitle(layer)
                                         : nameOf(definition, m_pageWords.classUnit(layer)));
            m_names.push_back(series.rateName);
            ++m_nextColumn;
        }
        m_series.push_back(std::move(series));
    }

    /// "Diện tích (ha)", "Diện tích (ha; năm 2021–2022)".
    std::string nameOf(const theme::Series& series, const std::string& unit) const {
        std::string behind = unit;
        const std::string& label = series.label.in(m_evaluated.language);
        const std::string years =
            series.selection.period ? periodInWords(*series.selection.period, m_evaluated.language)
                                    : std::string();
        if (label.find(years) == std::string::npos)
            behind += (behind.empty() ? "" : "; ") + years;
        return behind.empty() ? label : fmt::format("{} ({})", label, behind);
    }

    std::string unique(const std::string& name) const {
        std::string other = name;
        for (int n = 2; std::find(m_names.begin(), m_names.end(), other) != m_names.end(); ++n)
            other = fmt::format("{} #{}", name, n);
        return other;
    }

    /// An empty row whose places for figures, mark, sources and note are there.
    std::vector<Value> newRow(std::string kind, UnitIndex unit) const {
        std::vector<Value> row(m_table.columns.size());
        row[0] = std::move(kind);
        if (unit == noUnit)
            return row;
        const gazetteer::Unit& described = m_gazetteer.unit(unit);
        row[1] = described.code;
        row[2] = described.type;
        row[3] = described.name;
        const UnitIndex parent = m_gazetteer.parentAt(unit, m_evaluated.asOf);
        row[4] = parent == noUnit ? Value() : Value(m_gazetteer.unit(parent).fullName());
        return row;
    }

    std::size_t figureColumn(std::size_t series) const { return m_series[series].column; }
    Value& mark(std::vector<Value>& row) const { return row[m_firstAfterFigures]; }
    Value& sourcesCell(std::vector<Value>& row) const { return row[m_firstAfterFigures + 1]; }
    Value& note(std::vector<Value>& row) const { return row[m_firstAfterFigures + 2]; }

    void addUnit(UnitIndex unit) {
        std::vector<Value> row = newRow("unit", unit);
        std::vector<std::size_t> used;
        std::string marks, notes;
        for (std::size_t i = 0; i < m_series.size(); ++i) {
            const auto cell = m_series[i].figures->cells.find(unit);
            if (cell == m_series[i].figures->cells.end()) {
                if (m_series[i].rated != nullptr && m_series[i].rated->notCompared.contains(unit))
                    addRate(row, marks, notes, i, unit, {});
                continue;
            }
            row[figureColumn(i)] = cell->second.value;
            used.insert(used.end(), cell->second.records.begin(), cell->second.records.end());
            addMark(marks, i, cell->second.lowerBound, cell->second.approximate);
            if (m_series[i].rated != nullptr)
                addRate(row, marks, notes, i, unit, cell->second);
        }
        mark(row) = textOrNone(marks);
        sourcesCell(row) = textOrNone(m_sources.of(used));
        addDoubts(notes, used);
        if (const std::string categories = categoriesOf(unit); !categories.empty())
            notes = notes.empty() ? categories : categories + "; " + notes;
        note(row) = textOrNone(notes);
        m_table.rows.push_back(std::move(row));
    }

    void addDoubts(std::string& notes, const std::vector<std::size_t>& used) const {
        const std::set<std::size_t> records(used.begin(), used.end());
        const auto count = std::count_if(records.begin(), records.end(), [&](std::size_t record) {
            return m_records[record].isDoubtful;
        });
        if (count > 0)
            notes +=
                (notes.empty() ? "" : "; ") +
                m_words(fmt::format("{} số liệu còn nghi vấn", count),
                        fmt::format("{} doubtful {}", count, count == 1 ? "figure" : "figures"));
    }

    /// The rate beside its figure; its own mark only where it is another one; why there is none.
    void addRate(std::vector<Value>& row, std::string& marks, std::string& notes,
                 std::size_t series, UnitIndex unit, const figures::Cell& cell) const {
        const figures::EvaluatedLayer& layer = *m_series[series].rated;
        const auto rate = layer.rates.find(unit);
        if (rate == layer.rates.end()) {
            const std::string reason = m_pageWords.withoutRate(layer, unit);
            if (notes.find(reason) == std::string::npos)
                notes += (notes.empty() ? "" : "; ") + reason;
            return;
        }
        row[figureColumn(series) + 1] = rate->second.value;
        const bool sameMark = rate->second.lowerBound == cell.lowerBound &&
                              (cell.lowerBound || rate->second.approximate == cell.approximate);
        if (!sameMark)
            marks += fmt::format("{}{} {}", marks.empty() ? "" : "; ", m_series[series].rateName,
                                 rate->second.lowerBound ? "≥" : "~");
    }

    /// "≥" for one series; "Name ≥; Other ~" where there are several.
    void addMark(std::string& marks, std::size_t series, bool lowerBound, bool approximate) const {
        if (!lowerBound && !approximate)
            return;
        marks += marks.empty() ? "" : "; ";
        if (m_series.size() > 1)
            marks += m_series[series].name + " ";
        marks += lowerBound ? "≥" : "~";
    }

    std::string categoriesOf(UnitIndex unit) const {
        std::string text;
        for (const figures::EvaluatedLayer& layer : m_evaluated.layers) {
            const auto category = layer.categoryOf.find(unit);
            if (category == layer.categoryOf.end())
                continue;
            text += text.empty() ? "" : "; ";
            text += layer.categories[category->second].label;
        }
        return text;
    }

    void addNotAttributed(std::size_t series, const figures::NotAttributed& value) {
        std::vector<Value> row = newRow("not_attributed", value.holder);
        row[figureColumn(series)] = value.value;
        std::string marks;
        addMark(marks, series, value.lowerBound, false);
        mark(row) = textOrNone(marks);
        sourcesCell(row) = textOrNone(m_sources.of(value.records));
        std::string places;
        for (const UnitIndex place : value.places)
            places += (places.empty() ? ": " : ", ") + m_gazetteer.unit(place).fullName();
        note(row) = inWords(value.reason).in(m_words.language()) + places;
        m_table.rows.push_back(std::move(row));
    }

    void addReportedTotal(std::size_t series, const figures::ReportedTotal& total) {
        std::vector<Value> row = newRow("reported_total", noUnit);
        row[figureColumn(series)] = total.stated;
        sourcesCell(row) = textOrNone(m_sources.of({total.record}));
        std::string text = m_words("tổng số nêu trong báo cáo, không cộng thêm",
                                   "stated by the report, not added");
        if (total.sumOfParts)
            text +=
                fmt::format("; {} {:.10g}", m_words("các phần cộng lại:", "its parts add up to"),
                            *total.sumOfParts);
        note(row) = text;
        m_table.rows.push_back(std::move(row));
    }

    void addTotal() {
        std::vector<Value> row = newRow("total", noUnit);
        std::string marks;
        for (std::size_t i = 0; i < m_series.size(); ++i) {
            const figures::Figures& figures = *m_series[i].figures;
            const bool isKnown =
                !figures.cells.empty() ||
                std::any_of(figures.notAttributed.begin(), figures.notAttributed.end(),
                            [](const NotAttributed& left) { return left.isInTotal(); });
            if (!isKnown)
                continue; // no data is not zero
            row[figureColumn(i)] = figures.total;
            addMark(marks, i, figures.lowerBound, false);
        }
        mark(row) = textOrNone(marks);
        std::string notes = m_pageWords.only();
        if (const std::string left = m_pageWords.leftOut(); !left.empty())
            notes += (notes.empty() ? "" : "; ") + left;
        note(row) = textOrNone(notes);
        m_table.rows.push_back(std::move(row));
    }

    const figures::EvaluatedTheme& m_evaluated;
    const gazetteer::Gazetteer& m_gazetteer;
    const records::CompactRecords& m_records;
    Words m_words;
    SourceText m_sources;
    figures::PageWords m_pageWords;
    std::size_t m_nextColumn = 5, m_firstAfterFigures = 5;
    std::vector<std::string> m_names; ///< of columns of figures, each once
    std::vector<Series> m_series;
    Table m_table;
};

} // namespace

Table figureTable(const figures::EvaluatedTheme& evaluated, const gazetteer::Gazetteer& gazetteer,
                  const records::CompactRecords& records,
                  std::span<const records::Source> sources) {
    return Builder(evaluated, gazetteer, records, sources).build();
}

} // namespace terroir::figures
