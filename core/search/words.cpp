#include "core/search/words.hpp"

#include "core/base/strings.hpp"
#include "core/text/latin.hpp"
#include "core/text/letter.hpp"

#include <algorithm>

namespace terroir::search {

namespace {

constexpr std::size_t bitsPerLetter = 3, maxMarkedLetters = 20;
/// The lowest bit of every letter.
constexpr std::uint64_t lowestBits = 0x0249249249249249ULL;

/// One bit for each letter that has any of its bits.
std::uint64_t lettersIn(std::uint64_t shapes) {
    return (shapes | shapes >> 1U | shapes >> 2U) & lowestBits;
}

void setShape(Marks& marks, std::size_t letter, text::Shape shape) {
    if (letter < maxMarkedLetters)
        marks.shapes |= std::uint64_t(shape) << (bitsPerLetter * letter);
}

/// Builds words letter by letter.
class Cutter {
public:
    void add(std::size_t from, std::size_t to, const text::LatinLetter& letter) {
        if (!m_word.letters.empty() && isDigit(m_word.letters.back()) != isDigit(letter.base))
            end();
        if (m_word.letters == "0" && isDigit(letter.base))
            m_word.letters.clear(); // a leading zero
        if (m_word.letters.empty())
            m_word.from = from;
        setShape(m_word.marks, m_word.letters.size(), letter.shape);
        addTone(letter.tone);
        m_word.letters += letter.base == 'y' ? 'i' : letter.base;
        m_word.to = to;
    }
    /// A combining mark after the last letter.
    bool mark(std::size_t to, char32_t character) {
        text::LatinLetter letter;
        if (m_word.letters.empty() || !text::addMark(letter, character))
            return false;
        setShape(m_word.marks, m_word.letters.size() - 1, letter.shape);
        addTone(letter.tone);
        m_word.to = to;
        return true;
    }
    void end() {
        if (!m_word.letters.empty())
            m_words.push_back(std::move(m_word));
        m_word = {};
    }
    std::vector<Word> take() {
        end();
        return std::move(m_words);
    }

private:
    void addTone(text::Tone tone) {
        if (tone != text::Tone::Level)
            m_word.marks.tone = std::uint8_t(tone);
    }

    Word m_word;
    std::vector<Word> m_words;
};

} // namespace

std::vector<Word> wordsOf(std::string_view text) {
    Cutter cutter;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        const char32_t character = text::nextCodePoint(text, at);
        if (const text::LatinLetter letter = text::latinLetterOf(character); letter.base != 0)
            cutter.add(from, at, letter);
        else if (!cutter.mark(at, character))
            cutter.end();
    }
    return cutter.take();
}

std::size_t endOfLetters(std::string_view text, const Word& word, std::size_t letters) {
    std::size_t at = word.from, end = word.from;
    for (std::size_t seen = 0; at < word.to;) {
        if (text::latinLetterOf(text::nextCodePoint(text, at)).base != 0 && ++seen > letters)
            return end;
        end = at;
    }
    return end;
}

Agreement agreementOf(Marks typed, Marks name, std::size_t letters) {
    const std::uint64_t seen =
        (std::uint64_t(1) << (bitsPerLetter * std::min(letters, maxMarkedLetters))) - 1;
    const std::uint64_t differ = lettersIn(typed.shapes ^ (name.shapes & seen));
    if ((differ & lettersIn(typed.shapes)) != 0 || (typed.tone != 0 && typed.tone != name.tone))
        return Agreement::Wrong;
    return differ != 0 || typed.tone != name.tone ? Agreement::LeftOut : Agreement::Full;
}

} // namespace terroir::search
