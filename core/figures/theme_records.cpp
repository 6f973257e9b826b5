#include "core/figures/theme_records.hpp"

#include "core/records/force_rows.hpp"
#include "core/records/record_rows.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace terroir::figures {

namespace {

std::set<std::size_t> recordsOf(const Figures& figures) {
    std::set<std::size_t> indices;
    for (const auto& [unit, cell] : figures.cells)
        indices.insert(cell.records.begin(), cell.records.end());
    for (const NotAttributed& entry : figures.notAttributed)
        indices.insert(entry.records.begin(), entry.records.end());
    return indices;
}

/// The last day of what ends, then what does not.
std::pair<bool, Date> endOf(const records::Record& record,
                            std::span<const records::Source> sources) {
    const auto term = records::termOf(record);
    const Date end =
        term ? records::completed(*term, records::sourceDaysOf(record.source, sources)).until.to
             : Date::end();
    return {end.isOpen(), end};
}

} // namespace

Table themeRecords(const EvaluatedTheme& evaluated, const gazetteer::Gazetteer& gazetteer,
                   const records::CompactRecords& compact,
                   std::span<const records::Record> records,
                   std::span<const records::Source> sources) {
    Table table{{"series", "subject", "holder"}, {}};
    const auto ends = records::forceColumns(evaluated.asOf);
    table.columns.insert(table.columns.end(), ends.begin(), ends.end());
    for (const char* const name : {"place", "unit_name", "source", "line", "id"})
        table.columns.emplace_back(name);
    const std::vector<Column> all = records::recordColumns();
    for (const EvaluatedLayer& layer : evaluated.layers)
        for (std::size_t i = 0; i < layer.series.size(); ++i) {
            std::vector<const records::Record*> behind;
            for (const std::size_t index : recordsOf(layer.series[i])) {
                const auto found = std::lower_bound(
                    records.begin(), records.end(), compact.id(index),
                    [](const records::Record& one, std::string_view id) { return one.id < id; });
                if (found != records.end() && found->id == compact.id(index))
                    behind.push_back(&*found);
            }
            std::stable_sort(behind.begin(), behind.end(), [&](const auto* a, const auto* b) {
                return endOf(*a, sources) < endOf(*b, sources);
            });
            for (const records::Record* const record : behind) {
                const std::vector<Value> cells =
                    records::recordRow(*record, gazetteer, evaluated.language);
                const auto cell = [&](std::string_view name) {
                    const auto at =
                        std::find_if(all.begin(), all.end(), [&](const Column& column) {
                            return column.name == name;
                        });
                    return cells[std::size_t(at - all.begin())];
                };
                std::vector<Value> row{layer.layer->series[i].label.in(evaluated.language),
                                       cell("subject"), cell("holder")};
                for (Value& value : records::forceCells(*record, sources, evaluated.asOf))
                    row.push_back(std::move(value));
                for (const char* const name : {"place", "unit_name", "source", "line", "id"})
                    row.push_back(cell(name));
                table.rows.push_back(std::move(row));
            }
        }
    return table;
}

} // namespace terroir::figures
