#include "core/search/name_table.hpp"

#include <algorithm>

namespace terroir::search {

NameId NameTable::add(std::string_view name) {
    const auto [entry, isNew] = m_byText.try_emplace(std::string(name), NameId(m_names.size()));
    if (!isNew)
        return entry->second;
    m_texts.push_back(&entry->first);
    Range range{std::uint32_t(m_nameWords.size()), 0};
    for (Word& word : search::wordsOf(name)) {
        m_nameWords.push_back({std::uint32_t(m_words.size()), word.marks});
        m_words.push_back(std::move(word.letters));
        ++range.count;
    }
    m_names.push_back(range);
    return entry->second;
}

void NameTable::finish() {
    std::vector<std::string> sorted = m_words;
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    numbers.reserve(sorted.size());
    for (const std::string& word : sorted)
        numbers.emplace(word, std::uint32_t(numbers.size()));
    std::vector<std::vector<Bearer>> bearers(sorted.size());
    for (NameId name = 0; name < m_names.size(); ++name)
        for (std::uint32_t i = 0; i < m_names[name].count; ++i) {
            NameWord& word = m_nameWords[m_names[name].first + i];
            word.word = numbers.at(m_words[word.word]);
            bearers[word.word].push_back({name, word.marks});
        }
    for (const std::vector<Bearer>& names : bearers) {
        m_postings.push_back({std::uint32_t(m_bearers.size()), std::uint32_t(names.size())});
        m_bearers.insert(m_bearers.end(), names.begin(), names.end());
    }
    m_words = std::move(sorted);
    m_nameWords.shrink_to_fit();
    m_bearers.shrink_to_fit();
}

Typed NameTable::read(std::string_view text) const {
    Typed typed;
    for (Word& word : search::wordsOf(text)) {
        if (typed.parts.size() == maxTypedWords)
            break;
        const auto begin = std::lower_bound(m_words.begin(), m_words.end(), word.letters);
        const auto end = std::find_if_not(begin, m_words.end(), [&](const std::string& known) {
            return known.starts_with(word.letters);
        });
        const bool isWhole = begin != end && *begin == word.letters;
        typed.parts.push_back({std::move(word), std::uint32_t(begin - m_words.begin()),
                               std::uint32_t(end - m_words.begin()), isWhole});
    }
    for (std::size_t i = 0; i < typed.parts.size(); ++i)
        if (i + 1 == typed.parts.size() || typed.parts[i].word.letters.size() == 1)
            typed.shortWords |= WordMask(1) << i;
    return typed;
}

std::vector<Match> NameTable::match(const Typed& typed) const {
    std::vector<Match> matches(m_names.size());
    for (std::size_t i = 0; i < typed.parts.size(); ++i) {
        const Typed::Part& part = typed.parts[i];
        const WordMask bit = WordMask(1) << i;
        for (std::uint32_t word = part.begin; word < part.end; ++word)
            for (const Bearer& bearer :
                 std::span(m_bearers).subspan(m_postings[word].first, m_postings[word].count)) {
                Match& match = matches[bearer.name];
                match.any |= bit;
                if (agreementOf(part.word.marks, bearer.marks, part.word.letters.size()) ==
                    Agreement::Wrong)
                    continue;
                match.agreeing |= bit;
                if (part.isWhole && word == part.begin)
                    match.whole |= bit;
            }
    }
    return matches;
}

/// The typed words that stand for the name are neighbours; the others belong to its surroundings.
Fit NameTable::fitOf(const Typed& typed, NameId name, const Match& surroundings) const {
    const WordMask around = surroundings.whole | (surroundings.any & typed.shortWords);
    const std::span<const NameWord> words = wordsOf(name);
    const std::size_t count = typed.parts.size();
    Fit best = Fit::Words;
    for (std::size_t from = 0; from < count; ++from) {
        if (from > 0 && (around >> (from - 1) & 1U) == 0)
            break; // the word before belongs to nothing else
        for (std::size_t i = 0; i < words.size() && from + i < count; ++i) {
            const Typed::Part& part = typed.parts[from + i];
            const std::uint32_t word = words[i].word;
            if (word < part.begin || word >= part.end)
                break;
            const bool isEqual = part.isWhole && word == part.begin;
            const WordMask behind = typed.all() & ~((WordMask(2) << (from + i)) - 1);
            if ((behind & ~around) == 0) {
                if (isEqual && i + 1 == words.size())
                    return Fit::Whole;
                best = Fit::Beginning;
            }
            if (!isEqual)
                break;
        }
    }
    return best;
}

bool NameTable::leavesMarksOut(const Typed& typed, NameId name, WordMask mask) const {
    bool isMarked = false, leavesOut = false;
    for (std::size_t i = 0; i < typed.parts.size(); ++i) {
        const Typed::Part& part = typed.parts[i];
        if ((mask >> i & 1U) == 0)
            continue;
        isMarked = isMarked || part.word.marks.any();
        Agreement best = Agreement::Wrong;
        for (const NameWord& word : wordsOf(name))
            if (word.word >= part.begin && word.word < part.end) {
                // Marks may be typed last: a word that is only begun is still being typed.
                const bool isBegun = !part.isWhole || word.word != part.begin;
                const Agreement agreement =
                    agreementOf(part.word.marks, word.marks, part.word.letters.size());
                best = std::min(best, isBegun && agreement == Agreement::LeftOut ? Agreement::Full
                                                                                 : agreement);
            }
        leavesOut = leavesOut || best == Agreement::LeftOut;
    }
    return isMarked && leavesOut;
}

} // namespace terroir::search
