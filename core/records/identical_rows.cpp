#include "core/records/identical_rows.hpp"

#include "core/base/local_text.hpp"

#include <functional>

namespace terroir::records {

namespace {

void append(std::string& key, std::string_view text) {
    key += text;
    key += '\n';
}

} // namespace

std::optional<LocalText> IdenticalRows::add(const TextRow& row, std::span<const Record> records) {
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
        return std::nullopt;
    return localText("Dòng này ghi giống hệt dòng {} ở mọi cột và được tính thêm; nếu là ghi lặp, "
                     "hãy bỏ dòng này.",
                     "This row says the same as row {} in every column and is counted as well; if "
                     "it was written twice, leave it out.",
                     at->second);
}

} // namespace terroir::records
