#include "core/figures/record_list.hpp"

#include "core/base/number.hpp"
#include "core/figures/column_words.hpp"
#include "core/records/record_rows.hpp"
#include "core/records/vocabulary.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_map>

namespace terroir::figures {

using records::Record;
using records::Source;

namespace {

constexpr std::size_t askedEvery = 512;
constexpr std::size_t digitsOfNumber = 12;

/// "n9" before "n12": numbers within a text are as long as each other.
std::string withEvenNumbers(std::string_view text) {
    std::string even;
    for (std::size_t i = 0; i < text.size();) {
        if (std::isdigit(static_cast<unsigned char>(text[i])) == 0) {
            even += text[i++];
            continue;
        }
        std::size_t end = i;
        while (end < text.size() && std::isdigit(static_cast<unsigned char>(text[end])) != 0)
            ++end;
        if (end - i < digitsOfNumber)
            even.append(digitsOfNumber - (end - i), '0');
        even += text.substr(i, end - i);
        i = end;
    }
    return even;
}

const std::optional<double>* numberOf(const Record& record, RecordColumn column) {
    return column == RecordColumn::Value      ? &record.value
           : column == RecordColumn::ValueMax ? &record.valueMax
                                              : nullptr;
}

template <typename Key>
void sortBy(std::vector<std::pair<Key, std::uint32_t>>& keyed, bool isDescending,
            std::vector<std::uint32_t>& out) {
    std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
        return isDescending ? b.first < a.first : a.first < b.first;
    });
    for (const auto& [key, index] : keyed)
        out.push_back(index);
}

} // namespace

LocalText columnName(RecordColumn column) {
    static const std::array<LocalText, recordColumnCount> names{{{"Mã", "Id"},
                                                                 {"Loại", "Kind"},
                                                                 {"Đối tượng", "Subject"},
                                                                 {"Phân loại", "Category"},
                                                                 {"Chỉ tiêu", "What is measured"},
                                                                 {"Giá trị", "Value"},
                                                                 {"Đến", "Up to"},
                                                                 {"Đơn vị tính", "Unit of measure"},
                                                                 {"Độ chắc của số", "Exactness"},
                                                                 {"Trạng thái", "State"},
                                                                 {"Thời gian", "Period"},
                                                                 {"Chủ thể", "Holder"},
                                                                 {"Địa điểm như đã viết",
                                                                  "Place as written"},
                                                                 {"Đơn vị hành chính",
                                                                  "Administrative unit"},
                                                                 {"Tài liệu", "Document"},
                                                                 {"Dòng, trang", "Line, page"},
                                                                 {"Ghi chú", "Note"},
                                                                 {"Nghi vấn", "Doubt"}}};
    return names[static_cast<std::size_t>(column)];
}

RecordCells::RecordCells(const gazetteer::Gazetteer& gazetteer, std::span<const Source> sources,
                         Language language)
    : m_gazetteer(gazetteer), m_sources(sources), m_words(language) {}

std::string RecordCells::text(const Record& record, RecordColumn column) const {
    switch (column) {
    case RecordColumn::Id:
        return record.id;
    case RecordColumn::Kind:
        return cellInWords("kind", record.kind, language());
    case RecordColumn::Subject:
        return m_words.subject(record);
    case RecordColumn::Category:
        return record.category.empty()
                   ? std::string()
                   : records::categoryName(record.category, std::vector{record.kind}).in(language());
    case RecordColumn::Indicator:
        return m_words.indicator(record);
    case RecordColumn::Value:
    case RecordColumn::ValueMax: {
        const std::optional<double>& number = *numberOf(record, column);
        return number ? formatNumber(*number, language()) : std::string();
    }
    case RecordColumn::Unit:
        return record.unit;
    case RecordColumn::Qualifier:
        return record.qualifier == records::Qualifier::Exact
                   ? std::string()
                   : cellInWords("qualifier", std::string(toString(record.qualifier)), language());
    case RecordColumn::State:
        return cellInWords("status", std::string(toString(record.state)), language());
    case RecordColumn::Period:
        return m_words.period(record);
    case RecordColumn::Holder:
        return record.holder;
    case RecordColumn::Place:
        return m_words.places(record);
    case RecordColumn::UnitName:
        return records::unitNames(record, m_gazetteer);
    case RecordColumn::Source: {
        const auto known =
            std::find_if(m_sources.begin(), m_sources.end(),
                         [&](const Source& source) { return source.id == record.source; });
        return known == m_sources.end() || known->title.empty() ? record.source : known->title;
    }
    case RecordColumn::Line:
        return record.line;
    case RecordColumn::Note:
        return record.note;
    case RecordColumn::Doubt:
        return records::doubtOf(record).in(language());
    }
    return {};
}

std::vector<std::uint32_t> listRecords(std::span<const Record> records,
                                       const std::vector<std::size_t>* among,
                                       const records::RecordMatcher& matcher, const RecordCells& cells,
                                       const RecordOrder& order,
                                       const std::function<bool()>& isStale) {
    std::vector<std::uint32_t> accepted;
    std::size_t work = 0;
    const auto isLeft = [&] { return isStale && ++work % askedEvery == 0 && isStale(); };
    const auto take = [&](std::size_t index) {
        if (matcher.accepts(records[index]))
            accepted.push_back(static_cast<std::uint32_t>(index));
    };
    const std::size_t count = among == nullptr ? records.size() : among->size();
    for (std::size_t i = 0; i < count; ++i) {
        if (isLeft())
            return {};
        take(among == nullptr ? i : (*among)[i]);
    }

    std::vector<std::uint32_t> sorted, empty;
    sorted.reserve(accepted.size());
    std::vector<std::pair<double, std::uint32_t>> numbers;
    std::vector<std::pair<std::string, std::uint32_t>> texts;
    std::unordered_map<std::string, std::string> keys;
    for (const std::uint32_t index : accepted) {
        if (isLeft())
            return {};
        const Record& record = records[index];
        if (const auto* number = numberOf(record, order.column)) {
            if (*number)
                numbers.emplace_back(**number, index);
            else
                empty.push_back(index);
            continue;
        }
        const std::string text = cells.text(record, order.column);
        if (text.empty()) {
            empty.push_back(index);
        } else if (order.column == RecordColumn::Period && !record.period.from.isOpen()) {
            texts.emplace_back(record.period.from.toString(), index);
        } else if (order.column == RecordColumn::Id || order.column == RecordColumn::Line) {
            texts.emplace_back(withEvenNumbers(text), index);
        } else { // many records say the same
            std::string& key = keys[text];
            if (key.empty())
                key = text::sortKey(text);
            texts.emplace_back(key, index);
        }
    }
    sortBy(numbers, order.isDescending, sorted);
    sortBy(texts, order.isDescending, sorted);
    sorted.insert(sorted.end(), empty.begin(), empty.end());
    return sorted;
}

} // namespace terroir::figures
