#include "core/records/identical_rows.hpp"

#include "core/base/local_text.hpp"

#include <functional>

namespace terroir::records {

namespace {

constexpr std::size_t maxShown = 5;

void append(std::string& key, std::string_view text) {
    key += text;
    key += '\n';
}

} // namespace

void IdenticalRows::add(const TextRow& row, std::span<const Record> records) {
    m_key.clear();
    append(m_key, row.part);
    for (const std::string& cell : row.cells)
        append(m_key, cell);
    for (const Record& record : records) {
        append(m_key, record.subjectAsWritten);
        append(m_key, record.periodAsWritten);
        append(m_key, record.valueAsWritten);
        for (const Place& place : record.places) {
            append(m_key, place.text);
            append(m_key, place.context);
        }
    }
    const auto [at, isNew] = m_lines.try_emplace(std::hash<std::string>()(m_key), row.line);
    if (isNew || at->second == row.line)
        return;
    if (m_count++ < maxShown)
        m_pairs.emplace_back(row.line, at->second);
}

std::optional<LocalText> IdenticalRows::remark() const {
    if (m_count == 0)
        return std::nullopt;
    LocalText list;
    for (const auto& [line, earlier] : m_pairs) {
        const LocalText one = localText("dòng {} như dòng {}", "row {} as row {}", line, earlier);
        list = list == LocalText() ? one : localText("{}, {}", "{}, {}", list, one);
    }
    if (m_count > m_pairs.size())
        list = localText("{} và {} dòng nữa", "{} and {} more", list, m_count - m_pairs.size());
    return localText("Có dòng ghi giống hệt nhau ở mọi cột: {}. Dòng nào cũng được tính; nếu là "
                     "ghi lặp, hãy bỏ dòng thừa.",
                     "Some rows are alike in every column: {}. Each of them is counted; leave out "
                     "what was written twice.",
                     list);
}

} // namespace terroir::records
