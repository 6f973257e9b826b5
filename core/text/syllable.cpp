#include "core/text/syllable.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace terroir::text {

namespace {

constexpr std::size_t longestOnset = 3, longestRime = 4, longestWord = 8;

/// Letters without tone in one number: the last is ư, U+01B0.
using Packed = std::uint64_t;
constexpr Packed append(Packed letters, char32_t base) {
    return letters << 9 | base;
}

// clang-format off
/// Without tone. First those of Vietnamese, y… after qu ("quỳnh") among them.
constexpr std::u32string_view rimes[] = {
    U"a", U"ac", U"ach", U"ai", U"am", U"an", U"ang", U"anh", U"ao", U"ap", U"at", U"au", U"ay",
    U"ăc", U"ăm", U"ăn", U"ăng", U"ăp", U"ăt",
    U"âc", U"âm", U"ân", U"âng", U"âp", U"ât", U"âu", U"ây",
    U"e", U"ec", U"em", U"en", U"eng", U"eo", U"ep", U"et",
    U"ê", U"êch", U"êm", U"ên", U"ênh", U"êp", U"êt", U"êu",
    U"i", U"ia", U"ich", U"im", U"in", U"inh", U"ip", U"it", U"iu",
    U"iêc", U"iêm", U"iên", U"iêng", U"iêp", U"iêt", U"iêu",
    U"o", U"oc", U"oi", U"om", U"on", U"ong", U"op", U"ot", U"ooc", U"oong",
    U"oa", U"oac", U"oach", U"oai", U"oam", U"oan", U"oang", U"oanh", U"oao", U"oap", U"oat",
    U"oay", U"oăc", U"oăm", U"oăn", U"oăng", U"oăt", U"oe", U"oen", U"oeo", U"oet",
    U"ô", U"ôc", U"ôi", U"ôm", U"ôn", U"ông", U"ôp", U"ôt",
    U"ơ", U"ơi", U"ơm", U"ơn", U"ơp", U"ơt",
    U"u", U"ua", U"uc", U"ui", U"um", U"un", U"ung", U"up", U"ut",
    U"uân", U"uâng", U"uât", U"uây", U"uê", U"uêch", U"uênh", U"uơ",
    U"uôc", U"uôi", U"uôm", U"uôn", U"uông", U"uôt",
    U"uy", U"uya", U"uych", U"uyên", U"uyêt", U"uynh", U"uyp", U"uyt", U"uyu",
    U"ư", U"ưa", U"ưc", U"ưi", U"ưm", U"ưn", U"ưng", U"ưt", U"ưu",
    U"ươc", U"ươi", U"ươm", U"ươn", U"ương", U"ươp", U"ươt", U"ươu",
    U"y", U"ych", U"ynh", U"yt", U"yêm", U"yên", U"yêng", U"yêt", U"yêu",
    // Only in names of other languages: Ea Kao, Đắk Lắk, Pơng Drang, Chư Păh, Đắk Mil.
    U"ak", U"ăk", U"âk", U"ek", U"êk", U"ik", U"ok", U"ôk", U"ơk", U"uk", U"ưk",
    U"ah", U"ăh", U"eh", U"êh", U"ih", U"oh", U"ôh", U"ơh", U"uh", U"ưh",
    U"al", U"ăl", U"el", U"êl", U"il", U"ol", U"ôl", U"ơl", U"ul",
    U"ea", U"ei", U"ey", U"êy", U"êng", U"ing", U"ơng",
};

constexpr std::u32string_view onsets[] = {
    U"b", U"c", U"ch", U"d", U"đ", U"g", U"gh", U"gi", U"h", U"k", U"kh", U"l", U"m", U"n",
    U"ng", U"ngh", U"nh", U"p", U"ph", U"qu", U"r", U"s", U"t", U"th", U"tr", U"v", U"x",
    // Only in names of other languages: Krông Pắc, Đrây, Bha Lê, Ya Hội.
    U"bh", U"bl", U"br", U"chr", U"dl", U"dr", U"đl", U"đr", U"gl", U"gr", U"hl", U"hm", U"hr",
    U"j", U"kb", U"kd", U"kl", U"km", U"kn", U"kp", U"kr", U"kt", U"ml", U"pl", U"pr", U"sr", U"tl",
    U"y",
};
// clang-format on

/// A set that is made by the compiler and looked up in about one step: hashed, then on to the next
/// place while it is taken. Its entries are not 0; the empty onset is told apart by the caller.
template <std::size_t places>
class PackedSet {
public:
    template <std::size_t n>
    constexpr PackedSet(const std::u32string_view (&words)[n], bool marked) {
        static_assert(2 * n < places && (places & (places - 1)) == 0);
        for (std::size_t i = 0; i < n; ++i) {
            Packed key = 0;
            for (const char32_t c : words[i])
                key = append(key, marked ? c : unmarked(c));
            m_keys[find(key)] = key;
        }
    }
    constexpr bool contains(Packed key) const { return m_keys[find(key)] == key; }

private:
    constexpr std::size_t find(Packed key) const {
        std::size_t at = (key * 0x9e3779b97f4a7c15U) >> (64 - std::countr_zero(places));
        while (m_keys[at] != 0 && m_keys[at] != key)
            at = (at + 1) % places;
        return at;
    }
    std::array<Packed, places> m_keys{};
};

constexpr PackedSet<1024> markedRimes(rimes, true), unmarkedRimes(rimes, false);
constexpr PackedSet<256> knownOnsets(onsets, true);

using Word = std::span<const Letter>;

Packed pack(Word letters) {
    Packed key = 0;
    for (const Letter& letter : letters)
        key = append(key, letter.base);
    return key;
}

/// Before e, ê, i (and y) the sounds of c, g, ng are written k, gh, ngh; "gì" is gi and i.
bool spelledRight(Word onset, Word rime) {
    const char32_t first = unmarked(rime[0].base);
    const bool front = first == U'e' || first == U'i' || first == U'y';
    switch (onset.size()) {
    case 1:
        return !(onset[0].base == U'c' && front) &&
               !(onset[0].base == U'g' && front && first != U'i');
    case 2:
        if (onset[0].base == U'n' && onset[1].base == U'g')
            return !front;
        return !(onset[0].base == U'g' && onset[1].base == U'h') || front;
    case 3:
        return onset[0].base != U'n' || front; // ngh
    default:
        return true;
    }
}

struct Places {
    std::size_t older, newer;
};

/// The letters of a rime on which the tone may stand.
Places tonePlaces(Word rime) {
    std::size_t vowels = 0;
    while (vowels < rime.size() && isVowel(rime[vowels].base))
        ++vowels;
    for (std::size_t i = vowels; i-- > 0;)
        if (rime[i].base != unmarked(rime[i].base)) // the last: ươ has it on ơ
            return {i, i};
    if (vowels < 2)
        return {0, 0};
    if (vowels > 2 || vowels < rime.size())
        return {1, 1};
    const char32_t first = rime[0].base, second = rime[1].base;
    const bool glide =
        (first == U'o' && (second == U'a' || second == U'e')) || (first == U'u' && second == U'y');
    return {0, glide ? std::size_t(1) : std::size_t(0)};
}

bool isStop(Word rime) {
    const char32_t last = rime.back().base;
    return last == U'c' || last == U'p' || last == U't' || last == U'k' ||
           (last == U'h' && rime.size() > 1 && rime[rime.size() - 2].base == U'c');
}

/// `plain`: the word has no mark at all.
bool fits(Word onset, Word rime, bool plain) {
    if (rime.empty() || rime.size() > longestRime || onset.size() > longestOnset)
        return false;
    if (!(plain ? unmarkedRimes : markedRimes).contains(pack(rime)) ||
        !(onset.empty() || knownOnsets.contains(pack(onset))) || !spelledRight(onset, rime))
        return false;
    if (plain)
        return true;
    const Places places = tonePlaces(rime);
    Tone tone = Tone::Level;
    for (std::size_t i = 0; i < rime.size(); ++i) {
        if (rime[i].tone == Tone::Level)
            continue;
        if (tone != Tone::Level || (i != places.older && i != places.newer))
            return false;
        tone = rime[i].tone;
    }
    if (!isStop(rime))
        return true;
    // Names like Đăk Hà are written without the tone that Vietnamese would have.
    return tone == Tone::Acute || tone == Tone::Dot ||
           (tone == Tone::Level && rime.back().base == U'k');
}

} // namespace

std::size_t rimeBegin(Word word) {
    const bool glide = word.size() > 2 && isVowel(word[2].base);
    if (glide && ((word[0].base == U'q' && word[1].base == U'u') ||
                  (word[0].base == U'g' && word[1].base == U'i')))
        return 2;
    const bool y = word.size() > 1 && word[0].base == U'y' && isVowel(word[1].base);
    if (y && word[1].base != U'ê' && word[1].base != U'e')
        return 1;
    std::size_t i = 0;
    while (i < word.size() && !isVowel(word[i].base))
        ++i;
    return i;
}

bool isSyllable(std::string_view text) {
    std::array<Letter, longestWord> letters;
    std::size_t size = 0;
    bool plain = true;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = nextCodePoint(text, at);
        const Letter letter = letterOf(c);
        if (!letter || size == longestWord)
            return false;
        letters[size++] = letter;
        plain = plain && c < 0x80;
    }
    const Word word(letters.data(), size);
    const std::size_t rime = rimeBegin(word);
    if (fits(word.first(rime), word.subspan(rime), plain))
        return true;
    // "giếng": the i belongs to the rime too.
    return rime == 2 && word[0].base == U'g' && fits(word.first(1), word.subspan(1), plain);
}

std::size_t tonePlace(std::span<const Letter> letters) {
    const std::size_t rime = rimeBegin(letters);
    return rime == letters.size() ? rime : rime + tonePlaces(letters.subspan(rime)).older;
}

} // namespace terroir::text
