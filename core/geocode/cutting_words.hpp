#pragma once

#include "core/gazetteer/unit.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

// The words at which segment() cuts a text: types of units, words before them, and places that are
// smaller than units.
namespace terroir::geocode {

/// Words without marks, to be compared with those of a text.
struct Pattern {
    std::string_view text;
    std::array<std::uint8_t, 3> lengths{}; ///< of its words
    std::uint8_t count = 0;

    constexpr Pattern(const char* words) : text(words) { // NOLINT: a literal is a pattern
        lengths[0] = 0;
        count = 1;
        for (const char c : text)
            if (c == ' ')
                ++count;
            else
                ++lengths[count - 1U];
    }
};

/// A way to write a type of unit. `words` has no marks; the level is open where one word serves
/// two.
struct TypeWord {
    Pattern words;
    std::string_view type;
    std::optional<gazetteer::Level> level;
    enum Kind { Written, Abbreviation, English } kind = Written;
};

/// The same, those with one first letter together.
template <std::size_t count>
inline constexpr std::array<TypeWord, count> sortedByLetter(std::array<TypeWord, count> words) {
    std::sort(words.begin(), words.end(),
              [](const TypeWord& a, const TypeWord& b) { return a.words.text < b.words.text; });
    return words;
}

/// Where the words with a first letter begin and end.
struct LetterRanges {
    std::array<std::uint8_t, 27> begins{};

    template <std::size_t count>
    explicit constexpr LetterRanges(const std::array<TypeWord, count>& words) {
        for (std::size_t letter = 0, i = 0; letter < begins.size(); ++letter) {
            while (i < count && std::size_t(words[i].words.text[0] - 'a') < letter)
                ++i;
            begins[letter] = std::uint8_t(i);
        }
    }
    template <std::size_t count>
    std::span<const TypeWord> of(const std::array<TypeWord, count>& words, char letter) const {
        if (letter < 'a' || letter > 'z')
            return {};
        const auto at = std::size_t(letter - 'a');
        return std::span(words).subspan(begins[at], std::size_t(begins[at + 1] - begins[at]));
    }
};

inline constexpr auto typeWords = sortedByLetter(std::array{
    TypeWord{"thi tran", "thị trấn", gazetteer::Level::Commune},
    TypeWord{"dac khu", "đặc khu", gazetteer::Level::Commune},
    TypeWord{"xa", "xã", gazetteer::Level::Commune},
    TypeWord{"phuong", "phường", gazetteer::Level::Commune},
    TypeWord{"thanh pho", "thành phố", std::nullopt},
    TypeWord{"thi xa", "thị xã", gazetteer::Level::District},
    TypeWord{"huyen", "huyện", gazetteer::Level::District},
    TypeWord{"quan", "quận", gazetteer::Level::District},
    TypeWord{"tinh", "tỉnh", gazetteer::Level::Province},
    TypeWord{"thitran", "thị trấn", gazetteer::Level::Commune},
    TypeWord{"dackhu", "đặc khu", gazetteer::Level::Commune},
    TypeWord{"thanhpho", "thành phố", std::nullopt},
    TypeWord{"thixa", "thị xã", gazetteer::Level::District},
    TypeWord{"tt", "thị trấn", gazetteer::Level::Commune, TypeWord::Abbreviation},
    TypeWord{"ttr", "thị trấn", gazetteer::Level::Commune, TypeWord::Abbreviation},
    TypeWord{"ttran", "thị trấn", gazetteer::Level::Commune, TypeWord::Abbreviation},
    TypeWord{"t tran", "thị trấn", gazetteer::Level::Commune, TypeWord::Abbreviation},
    TypeWord{"tp", "thành phố", std::nullopt, TypeWord::Abbreviation},
    TypeWord{"tx", "thị xã", gazetteer::Level::District, TypeWord::Abbreviation},
    TypeWord{"dk", "đặc khu", gazetteer::Level::Commune, TypeWord::Abbreviation},
    TypeWord{"ph", "phường", gazetteer::Level::Commune, TypeWord::Abbreviation},
    TypeWord{"x", "xã", gazetteer::Level::Commune, TypeWord::Abbreviation},
    TypeWord{"p", "phường", gazetteer::Level::Commune, TypeWord::Abbreviation},
    TypeWord{"f", "phường", gazetteer::Level::Commune, TypeWord::Abbreviation},
    TypeWord{"h", "huyện", gazetteer::Level::District, TypeWord::Abbreviation},
    TypeWord{"q", "quận", gazetteer::Level::District, TypeWord::Abbreviation},
    TypeWord{"t", "tỉnh", gazetteer::Level::Province, TypeWord::Abbreviation},
    TypeWord{"t p", "thành phố", std::nullopt, TypeWord::Abbreviation},
    TypeWord{"t t", "thị trấn", gazetteer::Level::Commune, TypeWord::Abbreviation},
    TypeWord{"t x", "thị xã", gazetteer::Level::District, TypeWord::Abbreviation},
    TypeWord{"t pho", "thành phố", std::nullopt, TypeWord::Abbreviation},
    TypeWord{"t xa", "thị xã", gazetteer::Level::District, TypeWord::Abbreviation},
    TypeWord{"commune", "xã", gazetteer::Level::Commune, TypeWord::English},
    TypeWord{"ward", "phường", gazetteer::Level::Commune, TypeWord::English},
    TypeWord{"township", "thị trấn", gazetteer::Level::Commune, TypeWord::English},
    TypeWord{"special zone", "đặc khu", gazetteer::Level::Commune, TypeWord::English},
    TypeWord{"town", "thị xã", std::nullopt, TypeWord::English},
    TypeWord{"district", "huyện", gazetteer::Level::District, TypeWord::English},
    TypeWord{"city", "thành phố", std::nullopt, TypeWord::English},
    TypeWord{"province", "tỉnh", gazetteer::Level::Province, TypeWord::English},
});
inline constexpr LetterRanges typeRanges(typeWords);

/// Words in front of a type word or a name that name nothing themselves.
inline constexpr std::array<Pattern, 12> fillers{"cac",          "ubnd",    "hdnd",  "toan",
                                                 "tren dia ban", "dia ban", "trong", "thuoc",
                                                 "tai",          "cua",     "o",     "of"};

struct SmallPlace {
    Pattern words;
    const char* written;
};

/// First words of places that are smaller than any unit: hamlets, streets, schools, ….
inline constexpr std::array<SmallPlace, 27> smallPlaces{SmallPlace{"ban", "bản"},
                                                        {"thon", "thôn"},
                                                        {"xom", "xóm"},
                                                        {"ap", "ấp"},
                                                        {"buon", "buôn"},
                                                        {"to", "tổ"},
                                                        {"to dan pho", "tổ dân phố"},
                                                        {"khu", "khu"},
                                                        {"khu pho", "khu phố"},
                                                        {"khom", "khóm"},
                                                        {"tieu khu", "tiểu khu"},
                                                        {"so", "số"},
                                                        {"so nha", "số nhà"},
                                                        {"duong", "đường"},
                                                        {"pho", "phố"},
                                                        {"ngo", "ngõ"},
                                                        {"ngach", "ngách"},
                                                        {"hem", "hẻm"},
                                                        {"nha", "nhà"},
                                                        {"truong", "trường"},
                                                        {"diem", "điểm"},
                                                        {"tram", "trạm"},
                                                        {"cong ty", "công ty"},
                                                        {"hop tac xa", "hợp tác xã"},
                                                        {"chung cu", "chung cư"},
                                                        {"quoc lo", "quốc lộ"},
                                                        {"kp", "kp"}};

} // namespace terroir::geocode
