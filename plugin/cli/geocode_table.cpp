#include "plugin/cli/geocode_table.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/text/vietnamese.hpp"
#include "plugin/cli/day_cell.hpp"
#include "plugin/cli/name_list.hpp"

#include <array>
#include <vector>

namespace terroir::cli {

namespace {

/// 0 province, 1 district, 2 commune, by the words of the column's name.
std::optional<std::size_t> levelOfColumn(const std::string& name) {
    static const std::array<std::vector<std::string>, 3> words = {{
        {"tinh", "province", "thanh pho", "thanh_pho", "tp"},
        {"huyen", "quan", "district", "thi xa", "thi_xa"},
        {"xa", "phuong", "commune", "ward", "thi tran", "thi_tran"},
    }};
    const std::string folded = text::fold(name);
    for (std::size_t level = 0; level < words.size(); ++level)
        for (const std::string& word : words[level])
            if (folded == word || folded.starts_with(word + " ") ||
                folded.starts_with(word + "_") || folded.ends_with(" " + word) ||
                folded.ends_with("_" + word))
                return level;
    return std::nullopt;
}

/// Which of province, district, commune each column is: by name, else by order when all are given.
std::array<std::string, 3> columnsByLevel(const std::string& list) {
    const std::vector<std::string> names = splitNames(list);
    std::array<std::string, 3> byName;
    bool isClear = true;
    for (const std::string& name : names) {
        const auto level = levelOfColumn(name);
        isClear = isClear && level && byName[*level].empty();
        if (isClear)
            byName[*level] = name;
    }
    if (isClear)
        return byName;
    if (names.size() == 3)
        return {names[0], names[1], names[2]};
    throw UsageError(
        localText("--columns '{}' không cho biết cột nào là cấp nào; hãy ghi ba cột theo thứ tự "
                  "tỉnh, huyện, xã.",
                  "--columns '{}' does not say which column is which; give three, in the order "
                  "province, district, commune.",
                  list));
}

} // namespace

TableGeocoder::Found TableGeocoder::findColumns(const TextTable& table) const {
    const auto find = [&table](const std::string& name) -> std::optional<std::size_t> {
        if (name.empty())
            return std::nullopt;
        return table.requireColumn(name);
    };
    Found found;
    found.text = find(m_columns.text);
    found.asOf = find(m_columns.asOf);
    if (!m_columns.levels.empty()) {
        const auto [province, district, commune] = columnsByLevel(m_columns.levels);
        found.province = find(province);
        found.district = find(district);
        found.commune = find(commune);
    }
    return found;
}

geocode::Query TableGeocoder::queryOf(const TextTable& table, const TextRow& row,
                                      const Found& found) const {
    geocode::Query query = m_base;
    const auto cell = [&row](const std::optional<std::size_t>& column) {
        return column ? row.cells[*column] : std::string();
    };
    query.text = cell(found.text);
    query.province = cell(found.province);
    query.district = cell(found.district);
    query.commune = cell(found.commune);
    if (const std::string day = cell(found.asOf); !day.empty())
        query.asOf = dayOfCell(table, row, m_columns.asOf, day);
    return query;
}

void TableGeocoder::resolve(const TextTable& table, RowSink& sink) {
    const Found found = findColumns(table);
    if (!m_hasHeader) {
        geocode::Cells header = table.header;
        const geocode::Cells answers = m_answer.header();
        header.insert(header.end(), answers.begin(), answers.end());
        if (m_lists == Lists::Explode)
            header.emplace_back("row");
        sink.header(header);
        m_hasHeader = true;
    }
    std::vector<geocode::Query> queries;
    queries.reserve(table.rows.size());
    for (const TextRow& row : table.rows)
        queries.push_back(queryOf(table, row, found));
    m_resolver.resolve(queries, [&](std::size_t row, const geocode::Answer& answer) {
        for (const geocode::Answer::Row& answered : answer.rows) {
            geocode::Cells cells = table.rows[row].cells;
            cells.insert(cells.end(), answered.cells.begin(), answered.cells.end());
            if (m_lists == Lists::Explode)
                cells.push_back(std::to_string(table.rows[row].line));
            sink.row(cells);
        }
    });
}

geocode::Answer TableGeocoder::resolveText(const std::string& text) const {
    geocode::Query query = m_base;
    query.text = text;
    return m_resolver.resolve(query);
}

} // namespace terroir::cli
