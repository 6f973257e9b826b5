// Texts that nobody means: each must come back, soon, and mean no place.

#include "core/geocode/segment.hpp"
#include "core/text/legacy.hpp"
#include "tests/geocode/packaged_geocoder.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>

using namespace terroir;
using namespace terroir::geocode;
using terroir::testing::packagedGeocoder;

namespace {

constexpr std::size_t megabyte = 1U << 20U;

std::string repeated(std::string_view part) {
    std::string out;
    while (out.size() < megabyte)
        out += part;
    return out;
}

std::string randomBytes(std::size_t size, std::uint32_t seed) {
    std::mt19937 engine(seed);
    std::string out(size, '\0');
    for (char& c : out)
        c = char(engine() & 0xffU);
    return out;
}

struct Hostile {
    const char* name;
    std::string text;
};

std::vector<Hostile> hostileTexts() {
    using namespace std::string_literals;
    return {
        {"empty", ""},
        {"a NUL byte", "\0"s},
        {"NUL bytes", std::string(megabyte, '\0')},
        {"a NUL byte in a name", "S\0p X\0"s},
        {"a lone continuation byte", "\x80"},
        {"a lead byte at the end", "xã Hồ Thầ\xe1\xba"},
        {"lead bytes", repeated("\xf0")},
        {"overlong and surrogate forms", "\xc0\xaf\xe0\x80\xaf\xed\xa0\x80\xf4\x90\x80\x80"},
        {"1 MB of a", std::string(megabyte, 'a')},
        {"1 MB of ?", std::string(megabyte, '?')},
        {"1 MB of ?a", repeated("?a")},
        {"1 MB of type words", repeated("xã ")},
        {"1 MB of type words without marks", repeated("xa ")},
        {"1 MB of abbreviations", repeated("TT.")},
        {"1 MB of fillers", repeated("UBND ")},
        {"1 MB of commas", std::string(megabyte, ',')},
        {"1 MB of names and commas", repeated("a,")},
        {"1 MB of numbers and commas", repeated("1,")},
        {"1 MB of dashes", repeated(" - ")},
        {"1 MB of spaces", std::string(megabyte, ' ')},
        {"1 MB of stops", std::string(megabyte, '.')},
        {"1 MB of combining marks", repeated("\xcc\x81")},
        {"a letter and 1 MB of combining marks", "a" + repeated("\xcc\x81")},
        {"1 MB of one name", repeated("Tân Thành, ")},
        {"1 MB of one name without breaks", repeated("Tân Thành ")},
        {"1 MB of glued capitals", repeated("XãTânThành")},
        {"1 MB of Telex", repeated("Muwowngf ")},
        {"1 MB of VIQR", repeated("a^'")},
        {"1 MB of TCVN3", repeated("M­êng ")},
        {"1 MB of misread UTF-8", repeated("Ã£")},
        {"1 MB of nested parentheses", std::string(megabyte, '(')},
        {"names in nested parentheses", fmt::format("{0:(>500}xã Sơn Bình{0:)>500}", "")},
        {"one long word", "xã " + std::string(megabyte, 'x')},
        {"a name behind much space", fmt::format("{:>{}}", "xã Sơn Bình", megabyte)},
        {"line ends", repeated("\r\n")},
        {"emoji", repeated("\xf0\x9f\x8c\xbe")},
        {"1 MB of random bytes", randomBytes(megabyte, 1)},
        {"2000 random bytes", randomBytes(maxTextBytes, 2)},
    };
}

} // namespace

TEST(hostile_input, comes_back_as_text_and_names_no_place) {
    for (const Hostile& hostile : hostileTexts()) {
        Query query;
        query.asOf = Date::of(2025, 6, 30);
        query.text = hostile.text;
        const Match match = packagedGeocoder().resolve(query);
        if (std::string_view(hostile.name) != "names in nested parentheses") {
            EXPECT_NE(match.status, Status::Matched) << hostile.name;
        }
    }
}

TEST(hostile_input, comes_back_from_columns_and_as_context) {
    for (const Hostile& hostile : hostileTexts()) {
        Query query;
        query.asOf = Date::of(2025, 6, 30);
        query.province = query.district = query.commune = hostile.text;
        EXPECT_NE(packagedGeocoder().resolve(query).status, Status::Matched) << hostile.name;
        query = {};
        query.text = "xã Sơn Bình, huyện Tam Đường, tỉnh Lai Châu";
        query.asOf = Date::of(2025, 6, 30);
        query.context = hostile.text;
        EXPECT_EQ(packagedGeocoder().resolve(query).status, Status::Matched) << hostile.name;
    }
}

TEST(hostile_input, short_random_bytes_come_back) {
    for (std::uint32_t seed = 0; seed < 2000; ++seed) {
        Query query;
        query.asOf = Date::of(2025, 6, 30);
        query.text = randomBytes(1 + seed % 60, seed);
        query.commune = randomBytes(seed % 40, seed + 1);
        query.level = gazetteer::Level::Commune;
        EXPECT_LE(packagedGeocoder().resolve(query).candidates.size(), 10u);
    }
}

TEST(hostile_input, words_of_a_text_lie_in_it_and_are_bounded) {
    for (const Hostile& hostile : hostileTexts()) {
        const SpelledText spelled = spell(hostile.text);
        EXPECT_LE(spelled.letters.size(), maxTextBytes) << hostile.name;
        std::size_t end = 0;
        for (const Word& word : spelled.words) {
            EXPECT_EQ(word.from, end) << hostile.name;
            EXPECT_LT(word.from, word.to) << hostile.name;
            end = word.to;
        }
        EXPECT_EQ(end, spelled.letters.size()) << hostile.name;
        for (const Mention& mention : segment(spelled)) {
            EXPECT_LE(mention.from, mention.to) << hostile.name;
            EXPECT_LE(mention.to, spelled.words.size()) << hostile.name;
        }
    }
}

TEST(hostile_input, is_decoded_as_any_encoding) {
    for (const Hostile& hostile : hostileTexts())
        for (const text::Encoding encoding :
             {text::Encoding::Utf8AsCp1252, text::Encoding::Tcvn3, text::Encoding::VniFont,
              text::Encoding::Viqr, text::Encoding::Telex, text::Encoding::VniKeys}) {
            const std::string text = hostile.text.substr(0, 10 * maxTextBytes);
            EXPECT_LE(text::decode(text, encoding).size(), 4 * text.size() + 4)
                << hostile.name << " as " << toString(encoding);
            text::detect(text);
        }
}
