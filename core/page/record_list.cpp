#include "core/page/record_list.hpp"

#include "core/records/record_words.hpp"
#include "core/text/vietnamese.hpp"

#include <utility>

namespace terroir::page {

using records::Record;
using records::RecordWords;

nlohmann::json RecordList::add(const std::set<std::size_t>& indices) {
    nlohmann::json numbers = nlohmann::json::array();
    for (const std::size_t index : indices) {
        const auto [at, isNew] = m_known.try_emplace(index, m_order.size());
        if (isNew)
            m_order.push_back(index);
        numbers.push_back(at->second);
    }
    return numbers;
}

nlohmann::json RecordList::describe() const {
    if (m_order.size() > maxRecords)
        return nullptr;
    nlohmann::json list = nlohmann::json::array();
    for (const std::size_t index : m_order)
        list.push_back(describe(m_records[index]));
    return list;
}

/// Pairs of a heading and what stands under it, after the subject; nothing for what is not known.
nlohmann::json RecordList::describe(const Record& record) const {
    const auto both = [&](const auto& textIn) { return LocalText{textIn(m_vi), textIn(m_en)}; };
    nlohmann::json fields = nlohmann::json::array();
    fields.push_back(m_texts.of(both([&](const RecordWords& words) {
        return text::capitalize(record.subjects.empty() ? words.kind(record)
                                                        : words.subject(record));
    })));
    const auto add = [&](const LocalText& heading, const LocalText& text) {
        if (text.vi.empty())
            return;
        fields.push_back(m_texts.of(heading));
        fields.push_back(m_texts.of(text));
    };
    const auto indicator =
        both([&](const RecordWords& words) { return text::capitalize(words.indicator(record)); });
    LocalText value = both([&](const RecordWords& words) { return words.value(record); });
    if (record.scope != records::Scope::Own && !value.vi.empty())
        for (auto [text, words] : {std::pair{&value.vi, &m_vi}, std::pair{&value.en, &m_en}})
            if (const std::string scope = words->scope(record.scope); !scope.empty())
                *text += " (" + scope + ")";
    add(indicator.vi.empty() ? LocalText{"Giá trị", "Value"} : indicator, value);
    add({"Loại", "Kind"}, both([&](const RecordWords& words) { return words.kind(record); }));
    add({"Nơi, như nguồn viết", "Place, as written"},
        both([&](const RecordWords& words) { return words.places(record); }));
    add({"Thời kỳ", "Period"},
        both([&](const RecordWords& words) { return words.period(record); }));
    add({"Tình trạng", "Status"},
        both([&](const RecordWords& words) { return words.state(record.state); }));
    add({"Chủ thể", "Holder"}, {record.holder, record.holder});
    for (const records::Detail& detail : record.details)
        add(both([&](const RecordWords& words) { return text::capitalize(words.detail(detail)); }),
            {detail.text, detail.text});
    add({"Nguồn", "Source"},
        both([&](const RecordWords& words) { return words.source(record.source, m_sources); }));
    if (!record.line.empty())
        add({"Dòng", "Line"}, records::hasPage(record.line) ? records::lineInWords(record.line)
                                                            : LocalText{record.line, record.line});
    add({"Ghi chú", "Note"}, records::noteOf(record));
    return fields;
}

} // namespace terroir::page
