#pragma once

#include <cstddef>
#include <initializer_list>
#include <random>
#include <string>
#include <string_view>
#include <vector>

// What people, keyboards and scanners do to a text; each takes NFC and gives NFC unless it says
// otherwise.
namespace terroir::testing {

/// A random engine without distributions: the same numbers on every platform.
class Random {
public:
    explicit Random(std::uint32_t seed) : m_engine(seed) {}
    std::size_t below(std::size_t n) { return m_engine() % n; }
    bool chance(std::size_t percent) { return below(100) < percent; }
    template <typename Range>
    const auto& of(const Range& range) {
        return *(std::begin(range) + std::ptrdiff_t(below(std::size(range))));
    }
    std::string_view of(std::initializer_list<std::string_view> texts) {
        return *(texts.begin() + below(texts.size()));
    }

private:
    std::mt19937 m_engine;
};

std::string withoutMarks(std::string_view text); ///< case stays
std::string upperCase(std::string_view text);
std::string lowerCase(std::string_view text);
std::string decomposed(std::string_view text); ///< NFD
/// "hòa" as "hoà" and the other way round, in every syllable that has both spellings.
std::string otherToneStyle(std::string_view text);
/// "Mỹ" as "Mĩ" and the other way round, after h, k, l, m, q(u), s, t, v at the end of a syllable.
std::string otherIY(std::string_view text);
/// Letters that Latin-1 lacks become '?'.
std::string questionMarks(std::string_view text);
/// One slip: a letter left out, doubled, put in, replaced by a neighbour on the keyboard, or two
/// letters swapped.
std::string slip(std::string_view text, Random& random);
/// One letter read as one that looks like it, or with a wrong mark.
std::string misread(std::string_view text, Random& random);
/// One syllable as it sounds to some: ch for tr, s for x, l for n, k for c, a tone or hat dropped.
/// The text itself when nothing in it is mistaken that way.
std::string misheard(std::string_view text, Random& random);
/// First letters of the words, "Mai Sơn" as "MS".
std::string initials(std::string_view text);

} // namespace terroir::testing
