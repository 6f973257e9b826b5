#include "core/export/workbook.hpp"

#include "core/export/columns.hpp"
#include "core/export/theme_tables.hpp"
#include "core/figures/page_words.hpp"
#include "core/sheets/workbook_file.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace terroir::exporting {

namespace {

constexpr std::size_t maxBars = 20;

class ThemesWorkbook {
public:
    ThemesWorkbook(const gazetteer::Gazetteer& gazetteer, const records::CompactRecords& records,
                   Language language)
        : m_gazetteer(gazetteer), m_records(records), m_language(language) {}

    void add(const ThemeLayers& theme) {
        const std::vector<LayerTable> tables = themeTables(theme, m_gazetteer, m_records);
        const std::string& id = theme.evaluated.theme.id;
        const LayerTable* groups = tableNamed(tables, id + "_groups");
        const std::size_t units = m_sheets.size();
        sheets::PrintedSheet sheet = sheetOf(tables.front(), theme);
        if (groups != nullptr)
            for (const LayerRow& row : groups->rows)
                sheet.table.rows.push_back(forPeople(*groups, row));
        m_sheets.push_back(std::move(sheet));
        if (const LayerTable* left = tableNamed(tables, id + "_not_attributed")) {
            m_sheets.push_back(sheetOf(*left, theme));
            m_sheets.back().name = word("Chưa rõ ", "Left out ") + m_sheets[units].name;
            if (groups != nullptr)
                m_sheets.back().lines.push_back(
                    word("Số liệu chung của nhiều đơn vị cũng ở các dòng cuối của trang số liệu; "
                         "không cộng hai lần.",
                         "Figures of several units together also stand in the last rows of the "
                         "sheet of figures; do not add them twice."));
        }
        addBars(tables.front(), theme);
    }

    void write(std::span<const records::Source> sources, const std::filesystem::path& file) {
        const LayerTable table = sourceTable(sources, m_language);
        sheets::PrintedSheet sheet;
        sheet.name = word("Nguồn", "Sources");
        sheet.title = word("Nguồn số liệu", "Sources of the figures");
        sheet.table.columns = table.columns;
        for (const LayerRow& row : table.rows)
            sheet.table.rows.push_back(row.cells);
        m_sheets.push_back(std::move(sheet));
        sheets::writeWorkbook(
            {m_sheets.front().title, "terroir", word("Trang", "Page"), std::move(m_sheets)}, file);
    }

private:
    std::string word(const char* vi, const char* en) const {
        return m_language == Language::English ? en : vi;
    }

    static const LayerTable* tableNamed(const std::vector<LayerTable>& tables,
                                        const std::string& name) {
        const auto found = std::find_if(tables.begin(), tables.end(), [&](const LayerTable& table) {
            return table.name == name;
        });
        return found == tables.end() ? nullptr : &*found;
    }

    /// Its rows without their shapes.
    sheets::PrintedSheet sheetOf(const LayerTable& table, const ThemeLayers& theme) const {
        const figures::PageWords words(theme.evaluated, m_gazetteer);
        sheets::PrintedSheet sheet;
        sheet.name = theme.evaluated.theme.title.in(m_language);
        sheet.title = table.title;
        sheet.lines = {words.subtitle()};
        for (const std::string& line : {table.description, words.note()})
            if (!line.empty())
                sheet.lines.push_back(line);
        sheet.table.columns = table.columns;
        for (const LayerRow& row : table.rows)
            sheet.table.rows.push_back(forPeople(table, row));
        return sheet;
    }

    /// Days as people write them: "01/07/2025".
    std::vector<Value> forPeople(const LayerTable& table, const LayerRow& row) const {
        std::vector<Value> cells = row.cells;
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (const auto* text = std::get_if<std::string>(&cells[i]);
                text != nullptr && text->size() == 10 && m_language == Language::Vietnamese &&
                table.columns[i].name.starts_with("valid_"))
                cells[i] = fmt::format("{}/{}/{}", text->substr(8), text->substr(5, 2),
                                       text->substr(0, 4));
        return cells;
    }

    /// The units with the largest figures of the first series, the largest first.
    void addBars(const LayerTable& table, const ThemeLayers& theme) {
        const theme::Theme& shown = theme.evaluated.theme;
        if (shown.layers.empty() || theme::hasCategories(shown.layers.front().type))
            return; // kinds have no order
        const std::string name = classColumn(shown, 0);
        const auto column =
            std::size_t(std::find_if(table.columns.begin(), table.columns.end(),
                                     [&](const Column& one) { return one.name == name; }) -
                        table.columns.begin());
        if (column == table.columns.size())
            return;
        std::vector<const LayerRow*> rows;
        for (const LayerRow& row : table.rows)
            if (std::holds_alternative<double>(row.cells[column]))
                rows.push_back(&row);
        std::stable_sort(rows.begin(), rows.end(), [&](const LayerRow* a, const LayerRow* b) {
            return std::get<double>(a->cells[column]) > std::get<double>(b->cells[column]);
        });
        if (rows.size() < 2)
            return; // nothing to compare
        sheets::PrintedSheet sheet;
        sheet.name = word("Biểu đồ ", "Chart ") + shown.title.in(m_language);
        sheet.title = table.title;
        sheet.lines = {figures::PageWords(theme.evaluated, m_gazetteer).subtitle()};
        if (rows.size() > maxBars)
            sheet.lines.push_back(fmt::format(
                fmt::runtime(word("{} đơn vị có số liệu lớn nhất trong {} đơn vị có số liệu",
                                  "The {} largest of {} units with figures")),
                maxBars, rows.size()));
        rows.resize(std::min(rows.size(), maxBars));
        sheet.table.columns = {table.columns[0], table.columns[1], table.columns[column]};
        for (const LayerRow* row : rows)
            sheet.table.rows.push_back({row->cells[0], row->cells[1], row->cells[column]});
        sheet.chart = {table.columns[column].alias, 1, 2};
        m_sheets.push_back(std::move(sheet));
    }

    const gazetteer::Gazetteer& m_gazetteer;
    const records::CompactRecords& m_records;
    Language m_language;
    std::vector<sheets::PrintedSheet> m_sheets;
};

} // namespace

void writeThemesWorkbook(std::span<const ThemeLayers> themes, const gazetteer::Gazetteer& gazetteer,
                         const records::CompactRecords& records,
                         std::span<const records::Source> sources,
                         const std::filesystem::path& file, const Options& options) {
    ThemesWorkbook workbook(gazetteer, records, options.language);
    for (const ThemeLayers& theme : themes)
        workbook.add(theme);
    workbook.write(sources, file);
}

} // namespace terroir::exporting
