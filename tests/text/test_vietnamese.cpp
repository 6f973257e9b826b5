#include "core/text/vietnamese.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

using namespace terroir::text;

TEST(vietnamese, composed_and_decomposed_names_are_one) {
    const std::string decomposed =
        "Thi\xcc\xa3 tra\xcc\x82\xcc\x81n"; // Thị trấn with combining marks
    EXPECT_EQ(toNfc(decomposed), "Thị trấn");
    EXPECT_EQ(normalize(decomposed), "thị trấn");
    EXPECT_EQ(fold(decomposed), "thi tran");
}

TEST(vietnamese, folding_drops_every_mark_and_the_bar_of_d) {
    EXPECT_EQ(fold("ĐẮK LẮK"), "dak lak");
    EXPECT_EQ(fold("Nà Hỳ, Ý Yên, Ừ Ưa, Ằng Ẵng"), "na hy, y yen, u ua, ang ang");
    EXPECT_EQ(fold("  THỊ \t TRẤN\xc2\xa0Tam  Đường "), "thi tran tam duong");
    EXPECT_EQ(normalize("  THỊ \t TRẤN\xc2\xa0Tam  Đường "), "thị trấn tam đường");
}

/// A Greek letter in it makes a text one that is folded whole, by all the rules of Unicode.
TEST(vietnamese, letters_and_signs_fold_alone_as_in_any_text) {
    const auto utf8 = [](char32_t c) {
        std::string out;
        if (c < 0x80)
            return std::string(1, char(c));
        if (c < 0x800)
            return std::string{char(0xc0 | (c >> 6)), char(0x80 | (c & 0x3f))};
        return std::string{char(0xe0 | (c >> 12)), char(0x80 | ((c >> 6) & 0x3f)),
                           char(0x80 | (c & 0x3f))};
    };
    for (char32_t c = 0; c < 0x2100; ++c)
        for (const std::string& text :
             {"x" + utf8(c) + "y", "x " + utf8(c) + "\xcc\xa3 I" + utf8(c) + "y",
              utf8(c) + utf8(c) + "y"})
            EXPECT_EQ(fold(text) + "\xce\xb1", fold(text + "\xce\x91")) << std::hex << int(c);
}

TEST(vietnamese, normalizing_and_folding_twice_is_once) {
    for (const char* text : {"Thị trấn Tam Đường", "X. Bản Hòn", "", "   ", "\xff\xfe", "ǅ ß İ",
                             "a\xcc\xa3\xcc\x82"}) {
        EXPECT_EQ(normalize(normalize(text)), normalize(text)) << text;
        EXPECT_EQ(fold(fold(text)), fold(text)) << text;
        EXPECT_TRUE(isValidUtf8(fold(text)));
    }
}

TEST(vietnamese, names_sort_as_in_a_vietnamese_dictionary) {
    std::vector<std::string> names{"Đắk Lắk", "Ân Thi", "Dầu Tiếng", "Áng", "An Giang", "Ăng",
                                   "Êa",      "Em",     "Ơi",        "Ông", "Ở"};
    std::sort(names.begin(), names.end(),
              [](const auto& a, const auto& b) { return compare(a, b) < 0; });
    EXPECT_EQ(names, (std::vector<std::string>{"An Giang", "Áng", "Ăng", "Ân Thi", "Dầu Tiếng",
                                               "Đắk Lắk", "Em", "Êa", "Ông", "Ở", "Ơi"}));
}

TEST(vietnamese, sort_keys_have_the_order_of_names) {
    const std::string names[] = {
        "",        "An Giang", "Áng",  "Ăng",
        "ân thi",  "Ân Thi",   "Đông", "Dầu Tiếng",
        "Đắk Lắk", "Em",       "\xff", "công ty, doanh nghiệp, hợp tác xã theo chuỗi giá trị"};
    const auto sign = [](int value) { return (value > 0) - (value < 0); };
    for (const std::string& a : names)
        for (const std::string& b : names)
            EXPECT_EQ(sign(sortKey(a).compare(sortKey(b))), sign(compare(a, b))) << a << " " << b;
}

TEST(vietnamese, edits_count_letters_and_swaps_and_stop_at_the_limit) {
    EXPECT_EQ(editDistance("bản hòn", "bản hon", 2), 1);
    EXPECT_EQ(editDistance("tam duong", "tam dưong", 2), 1);
    EXPECT_EQ(editDistance("binh lu", "bihn lu", 2), 1) << "a swap of neighbours is one slip";
    EXPECT_EQ(editDistance("sơn bình", "mường la", 2), 3);
    EXPECT_EQ(editDistance("", "ab", 2), 2);
}

TEST(vietnamese, capitalizing_touches_the_first_letter_only) {
    EXPECT_EQ(capitalize("đặc khu Phú Quốc"), "Đặc khu Phú Quốc");
    EXPECT_EQ(capitalize(""), "");
}
