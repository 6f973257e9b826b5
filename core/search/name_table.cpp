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
    std::vector<std::vector<NameId>> bearers(sorted.size());
    for (NameId name = 0; name < m_names.size(); ++name)
        for (std::uint32_t i = 0; i < m_names[name].count; ++i) {
            NameWord& word = m_nameWords[m_names[name].first + i];
            word.word = numbers.at(m_words[word.word]);
            if (bearers[word.word].empty() || bearers[word.word].back() != name)
                bearers[word.word].push_back(name);
        }
    for (const std::vector<NameId>& names : bearers) {
        m_postings.push_back({std::uint32_t(m_bearers.size()), std::uint32_t(names.size())});
        m_bearers.insert(m_bearers.end(), names.begin(), names.end());
    }
    m_words = std::move(sorted);
}

Typed NameTable::read(std::string_view text) const {
    Typed typed;
    for (Word& word : search::wordsOf(text)) {
        if (typed.parts.size() == mostTypedWords)
            break;
        const auto begin = std::lower_bound(m_words.begin(), m_words.end(), word.letters);
        const auto end = std::find_if_not(begin, m_words.end(), [&](const std::string& known) {
            return known.starts_with(word.letters);
        });
        typed.isMarked = typed.isMarked || word.marks.any();
        const bool isWhole = begin != end && *begin == word.letters;
        typed.parts.push_back({std::move(word), std::uint32_t(begin - m_words.begin()),
                               std::uint32_t(end - m_words.begin()), isWhole});
    }
    return typed;
}

std::vector<WordMask> NameTable::match(const Typed& typed) const {
    std::vector<WordMask> masks(m_names.size(), 0);
    for (std::size_t i = 0; i < typed.parts.size(); ++i)
        for (std::uint32_t word = typed.parts[i].begin; word < typed.parts[i].end; ++word)
            for (std::uint32_t at = 0; at < m_postings[word].count; ++at)
                masks[m_bearers[m_postings[word].first + at]] |= WordMask(1) << i;
    return masks;
}

/// The typed words that stand for the name are neighbours; the others belong to its surroundings.
Fit NameTable::fitOf(const Typed& typed, NameId name, WordMask around) const {
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

Agreement NameTable::agreementOf(const Typed& typed, NameId name, WordMask mask) const {
    Agreement worst = Agreement::Full;
    for (std::size_t i = 0; i < typed.parts.size(); ++i) {
        if ((mask >> i & 1U) == 0)
            continue;
        const Typed::Part& part = typed.parts[i];
        Agreement best = Agreement::Wrong;
        for (const NameWord& word : wordsOf(name)) {
            if (word.word < part.begin || word.word >= part.end)
                continue;
            Agreement agreement =
                search::agreementOf(part.word.marks, word.marks, part.word.letters.size());
            // Marks may be typed last, and a word that is only begun is still being typed.
            if (agreement == Agreement::LeftOut && !part.word.marks.any() &&
                !(part.isWhole && word.word == part.begin))
                agreement = Agreement::Full;
            best = std::min(best, agreement);
        }
        worst = std::max(worst, best);
    }
    return worst;
}

} // namespace terroir::search
