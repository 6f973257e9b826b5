#include "core/records/limits.hpp"

#include "core/base/local_text.hpp"
#include "core/records/fields.hpp"
#include "core/records/vocabulary.hpp"
#include "core/text/letter.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace terroir::records {

namespace {

template <class List, class Value>
bool anyOf(const List& wanted, const Value& value) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

/// Of what is no letter of the alphabet.
bool isBetweenWords(char32_t point) {
    return (point < 0x80 && !(point >= U'0' && point <= U'9')) || (point >= 0xA0 && point < 0xC0) ||
           (point >= 0x2000 && point < 0x2070);
}

/// Letters and digits with one space between words and one at either end; the tone of a syllable
/// stands behind it, as a digit in brackets.
std::string spaced(std::string_view text) {
    std::string out = " ";
    text::Tone tone = text::Tone::Level;
    const auto endWord = [&] {
        if (out.back() == ' ')
            return;
        if (tone != text::Tone::Level)
            out += fmt::format("({})", int(tone));
        tone = text::Tone::Level;
        out += ' ';
    };
    for (std::size_t at = 0; at < text.size();) {
        const char32_t point = text::nextCodePoint(text, at);
        if (const text::Letter letter = text::letterOf(point)) {
            text::appendUtf8(out, letter.base);
            if (letter.tone != text::Tone::Level)
                tone = letter.tone;
        } else if (isBetweenWords(point)) {
            endWord();
        } else {
            text::appendUtf8(out, point);
        }
    }
    endWord();
    return out == " " ? std::string() : out;
}

std::string wordsOf(std::string_view text, bool isFolded) {
    return spaced(isFolded ? text::fold(text) : text::normalize(text));
}

} // namespace

bool isWanted(const ForceWanted& wanted, const Record& record, std::span<const Source> sources) {
    const std::optional<Term> term = termOf(record);
    return term && wanted.accepts(*term, sourceDaysOf(record.source, sources));
}

WantedWords::WantedWords(std::string_view words)
    : m_isFolded(text::fold(words) == text::normalize(words)) {
    m_words = wordsOf(words, m_isFolded);
}

bool WantedWords::areIn(std::string_view text) const {
    return m_words.empty() || wordsOf(text, m_isFolded).find(m_words) != std::string::npos;
}

LimitMatcher::LimitMatcher(const Limits& limits, std::span<const Source> sources)
    : m_limits(limits), m_sources(sources), m_subject(limits.subject), m_holder(limits.holder) {}

bool LimitMatcher::accepts(const Record& record) const {
    return anyOf(m_limits.kinds, record.kind) && anyOf(m_limits.sources, record.source) &&
           anyOf(m_limits.categories, record.category) && anyOf(m_limits.states, record.state) &&
           (!m_limits.force || isWanted(*m_limits.force, record, m_sources)) &&
           m_holder.areIn(record.holder) &&
           (m_subject.isAny() || m_subject.areIn(record.subjectAsWritten) ||
            std::any_of(record.subjects.begin(), record.subjects.end(),
                        [&](const std::string& subject) { return m_subject.areIn(subject); }));
}

template <class Is>
bool LimitMatcher::known(std::map<Text, bool>& asked, Text text, Is is) {
    const auto [at, isNew] = asked.try_emplace(text, false);
    if (isNew)
        at->second = is();
    return at->second;
}

bool LimitMatcher::accepts(const CompactRecords& records, std::size_t index) const {
    const CompactRecords::Row& row = records[index];
    if (!anyOf(m_limits.states, row.state) || !anyOf(m_limits.kinds, records.text(row.kind)) ||
        !anyOf(m_limits.sources, records.text(row.source)) ||
        !anyOf(m_limits.categories, records.text(row.category)))
        return false;
    if (m_limits.force && !standsSo(records, index))
        return false;
    const auto isOf = [&](Text text) {
        return known(m_subjects, text, [&] { return m_subject.areIn(records.text(text)); });
    };
    const auto subjects = records.subjects(index);
    return (m_holder.isAny() || known(m_holders, row.holder,
                                      [&] { return m_holder.areIn(records.text(row.holder)); })) &&
           (m_subject.isAny() || isOf(row.written) ||
            std::any_of(subjects.begin(), subjects.end(), isOf));
}

bool LimitMatcher::standsSo(const CompactRecords& records, std::size_t index) const {
    const Term* const term = records.term(index);
    if (term == nullptr)
        return false;
    const Text source = records[index].source;
    auto days = m_days.find(source);
    if (days == m_days.end())
        days = m_days.emplace(source, sourceDaysOf(records.text(source), m_sources)).first;
    return m_limits.force->accepts(*term, days->second);
}

std::string nameOfSource(const std::string& id, std::span<const Source> sources) {
    const auto found = std::find_if(sources.begin(), sources.end(),
                                    [&](const Source& source) { return source.id == id; });
    if (found == sources.end())
        return id;
    return !found->title.empty() ? found->title : !found->number.empty() ? found->number : id;
}

LocalText nameOfState(State state) {
    switch (state) {
    case State::Done:
        return {"đã thực hiện hoặc đang có hiệu lực", "done or in force"};
    case State::Ongoing:
        return {"đang thực hiện", "under way"};
    case State::Planned:
        return {"kế hoạch", "planned"};
    case State::Proposed:
        return {"đề nghị, chưa được công nhận", "asked for, not decided"};
    case State::Withdrawn:
        break;
    }
    return {"không có hiệu lực", "not in force"};
}

LocalText inWords(const Limits& limits, std::span<const Source> sources) {
    std::vector<LocalText> parts;
    const auto addText = [&](const LocalText& what, const std::string& text) {
        if (!text.empty())
            parts.push_back(localText("{} {}", "{} {}", what, text));
    };
    const auto addList = [&](const LocalText& what, const auto& list, auto nameOf) {
        std::vector<std::string> vi, en;
        for (const auto& one : list) {
            const LocalText name = nameOf(one);
            vi.push_back(name.vi);
            en.push_back(name.en);
        }
        if (!list.empty())
            parts.push_back({fmt::format("{} {}", what.vi, fmt::join(vi, ", ")),
                             fmt::format("{} {}", what.en, fmt::join(en, ", "))});
    };
    addList({"nguồn", "source"}, limits.sources, [&](const std::string& id) {
        const std::string name = nameOfSource(id, sources);
        return LocalText{name, name};
    });
    addList({"loại", "kind"}, limits.kinds, [](const std::string& id) {
        const KindInfo* const known = findKind(id);
        return known == nullptr ? LocalText{id, id} : known->name;
    });
    addText({"sản phẩm", "product"}, limits.subject);
    addText({"chủ thể", "holder"}, limits.holder);
    const std::vector<std::string> kinds = limits.kinds.empty() ? kindIds() : limits.kinds;
    addList({"phân loại", "category"}, limits.categories,
            [&](const std::string& id) { return categoryName(id, kinds); });
    addList({"trạng thái", "state"}, limits.states, nameOfState);
    if (limits.force)
        parts.push_back(inWords(*limits.force));
    LocalText words;
    for (const LocalText& part : parts) {
        words.vi += (words.vi.empty() ? "" : "; ") + part.vi;
        words.en += (words.en.empty() ? "" : "; ") + part.en;
    }
    return words;
}

} // namespace terroir::records
