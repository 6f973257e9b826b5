#include "core/records/stars.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace terroir::records {
namespace {

using Kind = StarRating::Kind;

TEST(Stars, are_read_in_words_and_signs) {
    const std::pair<const char*, int> cases[] = {
        {"4 sao", 4},          {"★★★", 3},           {"3 ★", 3},
        {"Bốn sao", 4},        {"Hạng 4", 4},        {"hạng 3 sao", 3},
        {"OCOP 4*", 4},        {"***", 3},           {"4*", 4},
        {"Ba sao", 3},         {"Năm sao", 5},       {"★★★☆☆", 3},
        {"Đạt 4 sao", 4},      {"4 sao OCOP", 4},    {"Sản phẩm OCOP 3 sao", 3},
        {"04 sao", 4},         {"4 ★★★★", 4},        {"5 stars", 5},
        {"4sao", 4},           {"OCOP: 3 sao", 3},   {"Nâng từ 3 sao lên 4 sao", 4},
        {"từ 3 lên 4 sao", 4}, {"Giữ hạng 3 sao", 3}};
    for (const auto& [text, stars] : cases) {
        EXPECT_EQ(parseStars(text).kind, Kind::Rated) << text;
        EXPECT_EQ(parseStars(text).stars, stars) << text;
    }
}

TEST(Stars, that_are_asked_for_are_none_yet) {
    for (const char* text : {"tiềm năng 5 sao", "5 sao (đề nghị)", "Đề xuất 4 sao", "phấn đấu 4 *",
                             "Đề nghị TW đánh giá 5 sao", "Đề nghị nâng từ 3 sao lên 4 sao"})
        EXPECT_EQ(parseStars(text).kind, Kind::Hoped) << text;
}

TEST(Stars, of_two_ratings_are_not_chosen_between) {
    for (const char* text : {"3-4 sao", "4/5 sao", "3 ★★★★", "3 sao, 4 sao"})
        EXPECT_EQ(parseStars(text).kind, Kind::Unclear) << text;
}

TEST(Stars, are_no_points_and_no_other_numbers) {
    for (const char* text : {"", "82,5 điểm", "82,5", "4", "6 sao", "sao", "đạt", "Năm 2023",
                             "Sao Vàng đất Việt", "********"})
        EXPECT_EQ(parseStars(text).kind, Kind::None) << text;
}

} // namespace
} // namespace terroir::records
