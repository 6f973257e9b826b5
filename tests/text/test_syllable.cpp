#include "core/text/syllable.hpp"
#include "core/text/vietnamese.hpp"
#include "tests/support/unit_texts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>
#include <vector>

using namespace terroir::text;

TEST(syllable, words_that_are) {
    for (const char* word :
         {"a", "ở", "Ý", "xã", "XÃ", "huyện", "Tỉnh", "phường", "PHƯỜNG", "Nghiêng", "khuỷu",
          "thuở", "quốc", "Quỳnh", "quýt", "quỹ", "gì", "gìn", "giếng", "giặt", "giêng", "già",
          "khuya", "ngoằn", "khuếch", "Huế", "yêu", "Yên", "Mỹ", "Mĩ", "uyên", "oanh", "noong",
          "Xoóc", "hòa", "hoà", "thủy", "thuỷ", "khỏe", "khoẻ", "hoài", "mía", "của", "được", "đã",
          // no marks at all
          "xa", "huyen", "duong", "Truong", "Nguyen", "Bac", "Phap", "Thach", "quoc", "uong",
          // names of the highlands
          "Krông", "Đắk", "Đăk", "Dak", "Lắk", "Ea", "Pưh", "Chư", "Păh", "Mil", "Blang", "Đrây",
          "Pơng", "Hmông", "Sìn", "Kan", "Kạn"})
        EXPECT_TRUE(isSyllable(word)) << word;
}

TEST(syllable, words_that_are_not) {
    for (const char* word :
         {"", " ", "b", "ng", "TP", "12", "xã ", "xa1", "Xax", "Huyeenj", "Muwowng", "thqng",
          "hnug", "Snôg", "Mườnq", "ơSn", "Phtú", "Commune", "Province", "district", "Ward",
          "the end", "phuờng", "Phưong", "đuong", "hoằn\xff", "huyệ", "bắ", "cê", "kha\xcc\x81",
          "ghà", "nghong", "gê", "ngê",
          // two tones, a tone on the wrong letter, a tone that no stop has
          "háá", "hóá", "húyện", "toàán", "mưòng", "hoaì", "bàc", "thạch\xcc\xa3", "thãch", "tiêp",
          "lâc", "đươc", "hủt",
          // other encodings
          "Xaõ", "Möôøng", "XÃ£", "X·", "Tænh", "Xa~", "Ph??ng", "Nghĩaa", "thuyềềnn", "ngoeooaan"})
        EXPECT_FALSE(isSyllable(word)) << word;
}

TEST(syllable, tones_go_where_the_older_rule_puts_them) {
    const auto place = [](std::string_view word) {
        std::vector<Letter> letters;
        for (std::size_t at = 0; at < word.size();)
            letters.push_back(letterOf(nextCodePoint(word, at)));
        return tonePlace(letters);
    };
    EXPECT_EQ(place("hoa"), 1u);
    EXPECT_EQ(place("hoan"), 2u);
    EXPECT_EQ(place("hoai"), 2u);
    EXPECT_EQ(place("thuy"), 2u);
    EXPECT_EQ(place("quy"), 2u);
    EXPECT_EQ(place("gia"), 2u);
    EXPECT_EQ(place("mia"), 1u);
    EXPECT_EQ(place("đương"), 2u);
    EXPECT_EQ(place("mưa"), 1u);
    EXPECT_EQ(place("thuyên"), 4u);
    EXPECT_EQ(place("tp"), 2u);
}

TEST(syllable, nearly_all_words_of_unit_names_are) {
    std::set<std::string> words;
    for (const auto& unit : terroir::testing::unitTexts()) {
        std::string word;
        for (const char c : unit.name + " ") {
            if ((c & 0x80) != 0 || std::isalpha(c))
                word += c;
            else if (!word.empty())
                words.insert(std::exchange(word, {}));
        }
    }
    const auto known = std::count_if(words.begin(), words.end(), isSyllable);
    EXPECT_GT(words.size(), 2000u);
    EXPECT_GT(double(known), 0.94 * double(words.size()));
    const auto folded = std::count_if(words.begin(), words.end(), [](const std::string& word) {
        return isSyllable(word) && isSyllable(fold(word));
    });
    EXPECT_EQ(folded, known) << "a syllable stays one without its marks";
}
