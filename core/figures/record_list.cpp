#include "core/figures/record_list.hpp"

#include "core/base/number.hpp"
#include "core/base/two_threads.hpp"
#include "core/figures/column_words.hpp"
#include "core/records/measure_unit_words.hpp"
#include "core/records/record_rows.hpp"
#include "core/records/vocabulary.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cctype>
#include <numeric>
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

/// The records that the filter accepts, found on two threads; nothing where the list is stale.
std::optional<std::vector<std::uint32_t>> accepted(std::span<const Record> records,
                                                   const std::vector<std::size_t>* among,
                                                   const records::RecordMatcher& matcher,
                                                   const std::function<bool()>& isStale) {
    const std::size_t count = among == nullptr ? records.size() : among->size();
    std::vector<std::vector<std::uint32_t>> parts((count + askedEvery - 1) / askedEvery);
    std::atomic<bool> isLeft = false;
    onTwoThreads(parts.size(), [&](std::size_t part) {
        if (isLeft || (isStale && isStale())) {
            isLeft = true;
            return;
        }
        const records::RecordMatcher own = matcher; // one for each thread
        const std::size_t first = part * askedEvery;
        for (std::size_t i = first; i < std::min(count, first + askedEvery); ++i)
            if (const std::size_t index = among == nullptr ? i : (*among)[i];
                own.accepts(records[index]))
                parts[part].push_back(static_cast<std::uint32_t>(index));
    });
    if (isLeft)
        return std::nullopt;
    std::vector<std::uint32_t> all;
    for (const std::vector<std::uint32_t>& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
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

/// Texts of records to sort by, each kept once: many records say the same.
class SortedTexts {
public:
    /// `keyOf(text)` sorts as the text does.
    template <typename KeyOf>
    void add(std::string text, std::uint32_t record, const KeyOf& keyOf) {
        const auto [number, isNew] =
            m_numbers.try_emplace(std::move(text), std::uint32_t(m_keys.size()));
        if (isNew)
            m_keys.push_back(keyOf(number->first));
        m_records.emplace_back(number->second, record);
    }

    /// Records of equal keys in the order in which they came.
    void sort(bool isDescending, std::vector<std::uint32_t>& out) {
        std::vector<std::uint32_t> order(m_keys.size()), rank(m_keys.size());
        std::iota(order.begin(), order.end(), 0);
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return isDescending ? m_keys[b] < m_keys[a] : m_keys[a] < m_keys[b];
        });
        for (std::size_t i = 1; i < order.size(); ++i)
            rank[order[i]] =
                rank[order[i - 1]] + (m_keys[order[i]] != m_keys[order[i - 1]] ? 1 : 0);
        for (auto& [text, record] : m_records)
            text = rank[text];
        sortBy(m_records, false, out);
    }

private:
    std::unordered_map<std::string, std::uint32_t> m_numbers; ///< into m_keys
    std::vector<std::string> m_keys;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_records; ///< by number of text
};

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
        return records::measureUnitInWords(record.unit, record.value).in(language());
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
        return records::noteOf(record).in(language());
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
    const auto wanted = accepted(records, among, matcher, isStale);
    if (!wanted)
        return {};
    std::vector<std::uint32_t> sorted, empty;
    sorted.reserve(wanted->size());
    std::vector<std::pair<double, std::uint32_t>> numbers;
    std::vector<std::pair<std::string, std::uint32_t>> names; // all of them different
    SortedTexts texts;
    std::size_t work = 0;
    for (const std::uint32_t index : *wanted) {
        if (isStale && ++work % askedEvery == 0 && isStale())
            return {};
        const Record& record = records[index];
        if (const auto* number = numberOf(record, order.column)) {
            if (*number)
                numbers.emplace_back(**number, index);
            else
                empty.push_back(index);
            continue;
        }
        std::string text = cells.text(record, order.column);
        if (text.empty())
            empty.push_back(index);
        else if (order.column == RecordColumn::Period && !record.period.from.isOpen())
            texts.add(record.period.from.toString(), index, std::identity());
        else if (order.column == RecordColumn::Id || order.column == RecordColumn::Line)
            names.emplace_back(withEvenNumbers(text), index);
        else
            texts.add(std::move(text), index, text::sortKey);
    }
    sortBy(numbers, order.isDescending, sorted);
    sortBy(names, order.isDescending, sorted);
    texts.sort(order.isDescending, sorted);
    sorted.insert(sorted.end(), empty.begin(), empty.end());
    return sorted;
}

} // namespace terroir::figures
