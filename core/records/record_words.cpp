#include "core/records/record_words.hpp"

#include "core/base/day_words.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/geocode/answer_words.hpp"
#include "core/records/fields.hpp"
#include "core/records/limits.hpp"
#include "core/records/measure_unit_words.hpp"
#include "core/records/vocabulary.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace terroir::records {

namespace {

const records::Source* find(const std::vector<records::Source>& sources, const std::string& id) {
    const auto at = std::find_if(sources.begin(), sources.end(),
                                 [&](const records::Source& source) { return source.id == id; });
    return at == sources.end() ? nullptr : &*at;
}

} // namespace

namespace {

/// "vi / en": of several such signs the one nearest to the middle parts the languages.
LocalText partedText(const std::string& both) {
    constexpr std::string_view sign = " / ";
    const auto fromMiddle = [&](std::size_t at) {
        return std::max(at, both.size() / 2) - std::min(at, both.size() / 2);
    };
    std::size_t parting = both.find(sign);
    for (std::size_t at = parting; at != std::string::npos; at = both.find(sign, at + 1))
        if (fromMiddle(at) < fromMiddle(parting))
            parting = at;
    if (parting == std::string::npos)
        return {both, both};
    return {both.substr(0, parting), both.substr(parting + sign.size())};
}

} // namespace

LocalText doubtOf(const Record& record) {
    const auto found = std::find_if(record.details.begin(), record.details.end(),
                                    [](const Detail& one) { return one.field == doubtField; });
    return found == record.details.end() ? LocalText() : partedText(found->text);
}

bool isPackagedSource(std::string_view id) {
    constexpr std::string_view ids[] = {"GI25",   "LC20",   "LC22", "LC24",
                                        "MARK26", "OCOP26", "SL20", "TD22"};
    return std::find(std::begin(ids), std::end(ids), id) != std::end(ids);
}

LocalText noteOf(const Record& record) {
    return isPackagedSource(record.source) ? partedText(record.note)
                                           : LocalText{record.note, record.note};
}

namespace {

constexpr std::string_view pageWord = "trang ", lineWord = ", dòng ";

} // namespace

std::string lineOfPage(std::string_view page, std::string_view line) {
    return fmt::format("{}{}{}{}", pageWord, page, lineWord, line);
}

bool hasPage(std::string_view line) {
    return line.starts_with(pageWord) && line.find(lineWord) != std::string_view::npos;
}

LocalText lineInWords(std::string_view line) {
    if (!hasPage(line))
        return localText("dòng {}", "line {}", line);
    const std::size_t parting = line.find(lineWord);
    return {std::string(line),
            fmt::format("page {}, line {}", line.substr(pageWord.size(), parting - pageWord.size()),
                        line.substr(parting + lineWord.size()))};
}

std::string RecordWords::subject(const records::Record& record) const {
    return record.subjects.empty() ? record.subjectAsWritten
                                   : fmt::format("{}", fmt::join(record.subjects, ", "));
}

std::string RecordWords::kind(const records::Record& record) const {
    const records::KindInfo* known = records::findKind(record.kind);
    std::string text = known != nullptr ? known->name.in(language()) : record.kind;
    if (!record.category.empty())
        text +=
            ": " + records::categoryName(record.category, std::vector{record.kind}).in(language());
    return text;
}

std::string RecordWords::indicator(const records::Record& record) const {
    const auto& all = records::indicators();
    const auto at = std::find_if(all.begin(), all.end(), [&](const records::Indicator& one) {
        return one.id == record.indicator;
    });
    return at == all.end() ? record.indicator : at->name.in(language());
}

std::string RecordWords::value(const records::Record& record) const {
    if (!record.value)
        return {};
    std::string text = formatNumber(*record.value, language());
    if (record.valueMax)
        text += " – " + formatNumber(*record.valueMax, language());
    else if (record.qualifier == records::Qualifier::AtLeast)
        text.insert(0, "≥ ");
    else if (record.qualifier == records::Qualifier::About)
        text.insert(0, "~ ");
    if (record.unit.empty())
        return text;
    const std::optional<double> number = record.valueMax ? record.valueMax : record.value;
    return text + ' ' + measureUnitInWords(record.unit, number).in(language());
}

std::string RecordWords::period(const records::Record& record) const {
    if (!record.periodAsWritten.empty())
        return record.periodAsWritten;
    const Period& period = record.period;
    if (period.from.isOpen() && period.to.isOpen())
        return {};
    if (period.to.isOpen())
        return m_words("từ ", "since ") + day(period.from);
    const Date last = period.to.previousDay();
    if (period.from.isOpen())
        return m_words("đến ", "until ") + day(last);
    return period.from == last ? day(last) : day(period.from) + " – " + day(last);
}

std::string RecordWords::places(const records::Record& record) const {
    std::vector<std::string> names;
    for (const records::Place& place : record.places)
        if (!place.text.empty())
            names.push_back(place.text);
    return fmt::format("{}", fmt::join(names, "; "));
}

std::string RecordWords::detail(const records::Detail& detail) const {
    if (detail.field == doubtField)
        return LocalText{"nghi vấn khi nhập", "doubt of the import"}.in(language());
    const records::FieldInfo* known = records::findField(detail.field);
    return known == nullptr ? detail.field : known->meaning.in(language());
}

std::string RecordWords::state(records::State state) const {
    return state == records::State::Done ? std::string() : nameOfState(state).in(language());
}

std::string RecordWords::scope(records::Scope scope) const {
    switch (scope) {
    case records::Scope::Part:
        return m_words("một phần của tổng số", "a part of a total");
    case records::Scope::Aggregate:
        return m_words("tổng số", "a total");
    case records::Scope::Shared:
        return m_words("một giá trị chung cho nhiều nơi hoặc nhiều đối tượng",
                       "one value for several places or subjects");
    case records::Scope::Repeat:
        return m_words("đã nêu trước, không tính lại", "said before, not counted again");
    case records::Scope::None:
        return m_words("không có giá trị", "without a value");
    case records::Scope::Own:
        break;
    }
    return {};
}

std::string RecordWords::role(records::PlaceRole role) const {
    switch (role) {
    case records::PlaceRole::Coverage:
        return m_words("bao gồm", "covers");
    case records::PlaceRole::NameComponent:
        return m_words("chỉ xuất hiện trong tên sản phẩm", "in the product's name only");
    case records::PlaceRole::Territory:
        return m_words("địa bàn của tài liệu", "territory of the document");
    case records::PlaceRole::Location:
        break;
    }
    return m_words("nơi", "place");
}

std::string RecordWords::status(geocode::Status status) const {
    return inWords(status).in(language());
}

std::string RecordWords::source(const std::string& id,
                                const std::vector<records::Source>& sources) const {
    const records::Source* source = find(sources, id);
    if (source == nullptr)
        return id;
    std::vector<std::string> parts{source->title};
    if (!source->number.empty())
        parts.push_back(m_words("số ", "no. ") + source->number);
    if (!source->issuer.empty())
        parts.push_back(source->issuer);
    if (std::string date = dateInWords(source->date, language()); !date.empty())
        parts.push_back(std::move(date));
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::string RecordWords::sourceLine(const records::Record& record,
                                    const std::vector<records::Source>& sources) const {
    const records::Source* source = find(sources, record.source);
    const std::string& name = source == nullptr        ? record.source
                              : source->number.empty() ? source->title
                                                       : source->number;
    return record.line.empty() ? name : name + ", " + lineInWords(record.line).in(language());
}

std::string RecordWords::day(Date date) const {
    if (language() == Language::English)
        return dateInWords(date.toString(), language());
    return fmt::format("{}/{}/{}", date.day(), date.month(), date.year());
}

} // namespace terroir::records
