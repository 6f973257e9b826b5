// Headers that name a crop, an animal, a fish or a wood, and those that only begin like one.

#include "core/text/thing_words.hpp"

#include <gtest/gtest.h>

namespace terroir::text {
namespace {

TEST(ThingWords, crops_animals_and_their_groups_are_known_by_their_first_words) {
    for (const char* text :
         {"Chè", "cây cà phê vối", "CÂY ĂN QUẢ", "Đàn lợn nái", "Tổng đàn trâu (con)", "Gia cầm",
          "Lúa nước", "Các loại rau, đậu", "Nuôi cá nước lạnh", "Rừng sản xuất", "Điều",
          "Cam, quýt", "Sâm Ngọc Linh", "Thông nhựa", "Tiêu", "Nhãn", "Đào"})
        EXPECT_TRUE(isThing(text)) << text;
}

TEST(ThingWords, other_words_are_none_though_some_begin_like_one) {
    for (const char* text :
         {"",          "Dân số",       "Rủi ro (ha)",  "Số hộ",           "Hộ nuôi gà", "Kế hoạch",
          "Nhãn hiệu", "Cam kết",      "Điều kiện",    "Thông tin",       "Tiêu thụ",   "Đào tạo",
          "Sở hữu",    "Ca",           "Dau",          "Thị trấn",        "Sản lượng",  "Cây",
          "Tổng đàn",  "Cá nhân (ha)", "Cải tạo (ha)", "Sở KH&CN hỗ trợ", "Hành chính"})
        EXPECT_FALSE(isThing(text)) << text;
}

TEST(ThingWords, the_word_for_a_sort_is_no_part_of_the_name_of_a_known_thing) {
    const struct {
        const char *text, *name;
    } cases[] = {{"Cây  chè", "chè"},
                 {"con lợn", "lợn"},
                 {"Giống lúa J01", "lúa j01"},
                 {"tổng đàn trâu", "trâu"},
                 {"Chè Shan", "chè shan"},
                 {"cây giống chè", "cây giống chè"},
                 {"con người", "con người"},
                 {"cây cá nhân", "cây cá nhân"},
                 {"Cây", "cây"},
                 {"", ""}};
    for (const auto& c : cases)
        EXPECT_EQ(nameOfThing(c.text), c.name) << c.text;
}

} // namespace
} // namespace terroir::text
