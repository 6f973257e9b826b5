#include "tests/support/noise_text.hpp"

#include "core/text/letter.hpp"
#include "core/text/syllable.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace terroir::testing {

namespace {

using text::Letter;
using text::letterOf;
using text::Tone;

std::string utf8Of(std::u32string_view codes) {
    std::string out;
    for (const char32_t c : codes)
        text::appendUtf8(out, c);
    return out;
}

/// Rewrites every letter; what is no letter stays.
template <typename Change>
std::string eachLetter(std::string_view text, Change change) {
    std::string out;
    for (const char32_t c : text::codePointsOf(text)) {
        const Letter letter = letterOf(c);
        text::appendUtf8(out, letter ? text::codePointOf(change(letter)) : c);
    }
    return out;
}

/// Rewrites every run of letters.
template <typename Change>
std::string eachWord(std::string_view text, Change change) {
    std::string out;
    std::vector<Letter> word;
    const auto finish = [&] {
        if (!word.empty())
            change(word);
        for (const Letter& letter : word)
            text::appendUtf8(out, text::codePointOf(letter));
        word.clear();
    };
    for (const char32_t c : text::codePointsOf(text)) {
        if (const Letter letter = letterOf(c)) {
            word.push_back(letter);
            continue;
        }
        finish();
        text::appendUtf8(out, c);
    }
    finish();
    return out;
}

std::vector<std::size_t> letterPlaces(const std::u32string& codes) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < codes.size(); ++i)
        if (letterOf(codes[i]))
            out.push_back(i);
    return out;
}

/// The key beside a letter's key on a QWERTY keyboard.
char32_t neighbourKey(char32_t base, Random& random) {
    constexpr std::string_view rows[] = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    const auto key = char(text::unmarked(base));
    for (const std::string_view row : rows) {
        const auto at = row.find(key);
        if (at == std::string_view::npos)
            continue;
        const bool right = at == 0 || (at + 1 < row.size() && random.chance(50));
        return char32_t(row[right ? at + 1 : at - 1]);
    }
    return U'q';
}

} // namespace

std::string withoutMarks(std::string_view text) {
    return eachLetter(text, [](Letter letter) {
        return Letter{text::unmarked(letter.base), Tone::Level, letter.upper};
    });
}

std::string upperCase(std::string_view text) {
    return eachLetter(text, [](Letter letter) { return Letter{letter.base, letter.tone, true}; });
}

std::string lowerCase(std::string_view text) {
    return eachLetter(text, [](Letter letter) { return Letter{letter.base, letter.tone, false}; });
}

std::string decomposed(std::string_view text) {
    constexpr char32_t tones[] = {0, 0x300, 0x309, 0x303, 0x301, 0x323};
    constexpr char32_t horn = 0x31b, hat = 0x302, breve = 0x306;
    std::string out;
    for (const char32_t c : text::codePointsOf(text)) {
        const Letter letter = letterOf(c);
        const char32_t plain = text::unmarked(letter.base);
        if (!letter || letter.base == U'đ') { // đ has no decomposition
            text::appendUtf8(out, c);
            continue;
        }
        const bool horned = letter.base == U'ơ' || letter.base == U'ư';
        const char32_t tone = tones[std::size_t(letter.tone)];
        text::appendUtf8(out, text::codePointOf({plain, Tone::Level, letter.upper}));
        // In the order of canonical combining classes: horn, dot below, then what stands above.
        if (horned)
            text::appendUtf8(out, horn);
        if (letter.tone == Tone::Dot)
            text::appendUtf8(out, tone);
        if (letter.base != plain && !horned)
            text::appendUtf8(out, letter.base == U'ă' ? breve : hat);
        if (tone != 0 && letter.tone != Tone::Dot)
            text::appendUtf8(out, tone);
    }
    return out;
}

std::string otherToneStyle(std::string_view text) {
    return eachWord(text, [](std::vector<Letter>& word) {
        const std::size_t older = text::tonePlace(word);
        const std::size_t size = word.size();
        if (older + 2 != size)
            return;
        const char32_t first = word[older].base, second = word[older + 1].base;
        const bool both = (first == U'o' && (second == U'a' || second == U'e')) ||
                          (first == U'u' && second == U'y');
        if (both)
            std::swap(word[older].tone, word[older + 1].tone);
    });
}

std::string otherIY(std::string_view text) {
    return eachWord(text, [](std::vector<Letter>& word) {
        const bool qu = word.size() == 3 && word[0].base == U'q' && word[1].base == U'u';
        if (word.size() != 2 && !qu)
            return;
        constexpr std::u32string_view onsets = U"hklmstv";
        char32_t& last = word.back().base;
        if (!qu && onsets.find(word[0].base) == std::u32string_view::npos)
            return;
        if (last == U'i' || last == U'y')
            last = last == U'i' ? U'y' : U'i';
    });
}

std::string questionMarks(std::string_view text) {
    std::string out;
    for (const char32_t c : text::codePointsOf(text))
        text::appendUtf8(out, c < 0x100 ? c : U'?');
    return out;
}

std::string slip(std::string_view text, Random& random) {
    std::u32string codes = text::codePointsOf(text);
    const auto places = letterPlaces(codes);
    if (places.empty())
        return std::string(text);
    const std::size_t at = random.of(places);
    const Letter letter = letterOf(codes[at]);
    switch (random.below(5)) {
    case 0:
        codes.erase(at, 1);
        break;
    case 1:
        codes.insert(at, 1, codes[at]);
        break;
    case 2:
        codes.insert(at, 1, U'a' + char32_t(random.below(26)));
        break;
    case 3:
        codes[at] = neighbourKey(letter.base, random);
        break;
    default:
        if (at + 1 < codes.size() && letterOf(codes[at + 1]))
            std::swap(codes[at], codes[at + 1]);
        else
            codes.erase(at, 1);
    }
    return utf8Of(codes);
}

std::string misread(std::string_view text, Random& random) {
    struct Lookalikes {
        char32_t letter;
        std::u32string_view others[3];
    };
    static constexpr Lookalikes table[] = {
        {U'n', {U"a", U"h", U"u"}}, {U'h', {U"b", U"n", U"l"}}, {U'm', {U"rn", U"n", U"rn"}},
        {U'c', {U"e", U"o", U"e"}}, {U'g', {U"q", U"9", U"q"}}, {U'i', {U"1", U"l", U"1"}},
        {U'l', {U"h", U"1", U"i"}}, {U'u', {U"n", U"a", U"n"}}, {U'đ', {U"d", U"d", U"d"}},
        {U't', {U"l", U"f", U"l"}}, {U'o', {U"c", U"0", U"e"}}, {U'e', {U"c", U"o", U"c"}},
    };
    std::u32string codes = text::codePointsOf(text);
    const auto places = letterPlaces(codes);
    if (places.empty())
        return std::string(text);
    for (int attempt = 0; attempt < 20; ++attempt) {
        const std::size_t at = random.of(places);
        const Letter letter = letterOf(codes[at]);
        if (text::isVowel(letter.base) && random.chance(60)) {
            Letter wrong = letter;
            if (random.chance(30) && letter.base != text::unmarked(letter.base))
                wrong.base = text::unmarked(letter.base);
            else
                wrong.tone = Tone(random.below(6));
            if (text::codePointOf(wrong) == codes[at])
                continue;
            codes[at] = text::codePointOf(wrong);
            return utf8Of(codes);
        }
        const auto* row = std::find_if(std::begin(table), std::end(table),
                                       [&](const auto& r) { return r.letter == letter.base; });
        if (row == std::end(table) || letter.tone != Tone::Level)
            continue;
        std::u32string other(random.of(row->others));
        if (letter.upper)
            for (char32_t& c : other)
                if (Letter big = letterOf(c)) {
                    big.upper = true;
                    c = text::codePointOf(big);
                }
        codes.replace(at, 1, other);
        return utf8Of(codes);
    }
    return std::string(text);
}

std::string misheard(std::string_view text, Random& random) {
    using Onset = std::u32string_view;
    static constexpr std::pair<Onset, Onset> onsets[] = {
        {U"ch", U"tr"}, {U"tr", U"ch"}, {U"s", U"x"},  {U"x", U"s"}, {U"l", U"n"}, {U"n", U"l"},
        {U"d", U"gi"},  {U"gi", U"d"},  {U"r", U"gi"}, {U"c", U"k"}, {U"k", U"c"}};
    std::vector<std::string> results;
    const std::u32string codes = text::codePointsOf(text);
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const Letter letter = letterOf(codes[i]);
        if (!letter)
            continue;
        if (i == 0 || !letterOf(codes[i - 1])) {
            std::size_t end = i;
            std::u32string onset;
            while (end < codes.size() && letterOf(codes[end]) &&
                   (!text::isVowel(letterOf(codes[end]).base) ||
                    (onset == U"g" && letterOf(codes[end]).base == U'i' && end + 1 < codes.size() &&
                     text::isVowel(letterOf(codes[end + 1]).base) &&
                     letterOf(codes[end]).tone == Tone::Level)))
                onset += letterOf(codes[end++]).base;
            for (const auto& [from, to] : onsets)
                if (onset == from && end < codes.size() && letterOf(codes[end])) {
                    std::u32string changed(to);
                    if (letter.upper)
                        changed[0] = text::codePointOf({changed[0], Tone::Level, true});
                    results.push_back(utf8Of(codes.substr(0, i) + changed + codes.substr(end)));
                }
        }
        Letter other = letter;
        if (letter.tone == Tone::Grave && letter.base != text::unmarked(letter.base))
            other.tone = Tone::Level; // "Mường" as "Mương"
        else if (letter.base == U'ê' && letter.tone == Tone::Level)
            other.tone = Tone::Grave; // "Phiêng" as "Phiềng"
        else if (letter.base == U'â' || letter.base == U'ă')
            other.base = letter.base == U'â' ? U'ă' : U'â';
        else
            continue;
        std::u32string changed = codes;
        changed[i] = text::codePointOf(other);
        results.push_back(utf8Of(changed));
    }
    return results.empty() ? std::string(text) : random.of(results);
}

std::string initials(std::string_view text) {
    std::string out;
    bool inside = false;
    for (const char32_t c : text::codePointsOf(text)) {
        const bool word = letterOf(c) || (c >= U'0' && c <= U'9');
        if (word && !inside) {
            Letter letter = letterOf(c);
            letter.upper = true;
            letter.tone = Tone::Level;
            text::appendUtf8(out, letter ? text::codePointOf(letter) : c);
        }
        inside = word;
    }
    return out;
}

} // namespace terroir::testing
