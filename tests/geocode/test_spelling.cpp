#include "core/geocode/difference.hpp"
#include "tests/support/packaged.hpp"

#include <gtest/gtest.h>

using namespace terroir;
using namespace terroir::geocode;

namespace {

Spelling letters(std::string_view text) {
    return spell(text).letters;
}

Difference between(std::string_view written, std::string_view name, bool usesMarks = true) {
    return difference(letters(written), letters(name), usesMarks, 9);
}

} // namespace

TEST(spelling, ways_to_write_one_name_are_spelled_alike) {
    const std::pair<const char*, const char*> cases[] = {
        {"hòa", "hoà"},
        {"Thủy", "Thuỷ"},
        {"khoẻ", "khỏe"},
        {"HÒA BÌNH", "hoà bình"},
        {"Ea H'Leo", "Ea Hleo"},
        {"Phan Rang-Tháp Chàm", "phan rang tháp chàm"},
        {"05", "5"},
        {"xa\xcc\x83", "xã"},
        {"\xc3\x90\xc3\xb4ng", "Đông"}};
    for (const auto& [a, b] : cases)
        EXPECT_EQ(letters(a), letters(b)) << a << " " << b;
}

TEST(spelling, different_names_are_not) {
    const std::pair<const char*, const char*> cases[] = {{"Nậm Chà", "Nậm Cha"},
                                                         {"Chiềng An", "Chiềng Ân"},
                                                         {"Đông", "Dong"},
                                                         {"Mường Bang", "Mường Bằng"}};
    for (const auto& [a, b] : cases)
        EXPECT_NE(letters(a), letters(b)) << a << " " << b;
}

TEST(spelling, a_question_mark_is_a_lost_letter_only_before_a_letter) {
    EXPECT_EQ(toPlain(letters("Huy?n")), "huy?n");
    EXPECT_EQ(toPlain(letters("Huy?n Ba B?")), "huy?nbab?");
    EXPECT_EQ(toPlain(letters("Ba Bể?")), "babe");
}

TEST(spelling, long_garbage_is_read_to_a_bound) {
    EXPECT_LE(spell(std::string(1000000, 'a')).letters.size(), maxTextBytes);
    EXPECT_LE(spell(std::string(1000000, '?')).letters.size(), maxTextBytes);
}

TEST(difference, slips_are_counted_by_kind) {
    EXPECT_EQ(between("Bản Hon", "Bản Hon").cost, 0);
    EXPECT_EQ(between("Bản Hòn", "Bản Hon").marks, 1);
    EXPECT_TRUE(between("Ban Hon", "Bản Hon", false).noDiacritics);
    EXPECT_TRUE(between("Lí Nhân", "Lý Nhân").iy);
    EXPECT_EQ(between("Xông Mã", "Sông Mã").bySound, 1);
    EXPECT_EQ(between("Vĩnh Chạch", "Vĩnh Trạch").bySound, 1);
    EXPECT_EQ(between("Giầu Tiếng", "Dầu Tiếng").bySound, 1);
    EXPECT_EQ(between("Mườag", "Mường").byLook, 1);
    EXPECT_EQ(between("Tarn Bình", "Tam Bình").byLook, 1);
    EXPECT_EQ(between("Snôg Mã", "Sông Mã").edits, 1);
    EXPECT_EQ(between("Sôg Nhạn", "Sông Nhạn").edits, 1);
    EXPECT_EQ(between("Mườngg Hung", "Mường Hung").edits, 1);
    EXPECT_TRUE(between("M??ng So", "Mường So").lettersLost);
}

TEST(difference, numbers_are_not_misspelt) {
    EXPECT_GT(between("Hòa Phú 1", "Hòa Phú 2").cost, 2);
    EXPECT_GT(between("Đạ Huoai", "Đạ Huoai 2").cost, 2);
}

TEST(difference, a_mark_that_contradicts_is_a_slip_and_a_missing_one_in_a_text_without_is_none) {
    EXPECT_GT(between("Nậm Chà", "Nậm Cha").cost, 0.5);
    EXPECT_LT(between("Nam Cha", "Nậm Chà", false).cost, 0.1);
}

TEST(near_filter, passes_all_that_the_difference_allows) {
    // Each name of a province's communes against a misspelt one: no near name is filtered out.
    const auto& gazetteer = terroir::testing::packagedGazetteer();
    for (const char* text :
         {"Chiêng Phung", "Mườag Glôn", "Sm Suoi Ho", "Bnih Thanh", "Tủa Xín Chải", "H?p Hòa"}) {
        const Spelling written = letters(text);
        const NearFilter filter(written, 2.5);
        for (const gazetteer::Unit& unit : gazetteer.units()) {
            const Spelling name = letters(unit.name);
            if (difference(written, name, true, 2.5).cost <= 2.5) {
                EXPECT_TRUE(filter.mayBeNear(name) && filter.mayBeNear(signatureOf(name)))
                    << text << " " << unit.name;
            }
        }
    }
}
