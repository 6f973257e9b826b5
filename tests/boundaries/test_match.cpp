#include "core/boundaries/match.hpp"
#include "country.hpp"

namespace terroir::boundaries {
namespace {

using gazetteer::Level;

const geometry::Box nowhere;
const geometry::Box aroundTanPhongOfLaiChau{103.45, 22.32, 103.52, 22.39};

TEST(NameKey, ignores_case_marks_spaces_and_zeros_of_numbers) {
    EXPECT_EQ(nameKey("  TAM  ĐƯỜNG"), "tamduong");
    EXPECT_EQ(nameKey("Bà Rịa - Vũng Tàu"), "bariavungtau");
    EXPECT_EQ(nameKey("05"), "5");
}

TEST(NameKeys, offer_the_name_without_its_type_word) {
    EXPECT_EQ(nameKeys("Thị trấn Tam Đường").back(), "tamduong");
    EXPECT_EQ(nameKeys("P. 05").back(), "5");
    EXPECT_EQ(nameKeys("Phương Thiện").front(), "phuongthien");
    EXPECT_EQ(nameKeys("Xã Phương Thiện").back(), "phuongthien");
    EXPECT_EQ(nameKeys("xã").size(), 1U);
    EXPECT_EQ(nameKeys("Xaysomboun").size(), 1U);
}

class Matching : public Country {
protected:
    UnitMatch match(const Mention& mention, const geometry::Box& box = nowhere, Date date = today,
                    Level level = Level::Commune) {
        return UnitMatcher(gazetteer(), level, date).match(mention, box);
    }
};

TEST_F(Matching, a_code_counts_when_the_name_agrees_without_marks_or_type) {
    const UnitMatch found = match({"03390", "XA BINH LU", ""});
    EXPECT_EQ(found.how, Matched::ByCode);
    EXPECT_EQ(found.unit, unit("03390@2025"));
}

TEST_F(Matching, a_code_of_another_name_is_not_taken_in_silence) {
    const UnitMatch found = match({"03390", "Khun Há", ""});
    EXPECT_EQ(found.how, Matched::ByName);
    EXPECT_EQ(found.unit, unit("03430@2025"));
    EXPECT_NE(found.reason.en.find("xã Bình Lư"), std::string::npos);
}

TEST_F(Matching, a_code_used_again_with_a_name_of_the_past_finds_nothing_today) {
    const UnitMatch found = match({"03390", "thị trấn Tam Đường", ""});
    EXPECT_EQ(found.how, Matched::No);
    EXPECT_EQ(match({"03390", "thị trấn Tam Đường", ""}, nowhere, lastDayOfDistricts).unit,
              unit("03390@2004"));
}

TEST_F(Matching, a_name_of_two_provinces_needs_the_province_or_the_place) {
    EXPECT_EQ(match({"", "Tân Phong", ""}).how, Matched::No);
    EXPECT_EQ(match({"", "Tân Phong", "Lai Châu"}).unit, unit("03408@2025"));
    EXPECT_EQ(match({"", "Tân Phong", "12"}).unit, unit("03408@2025"));
    EXPECT_EQ(match({"99999", "Tân Phong", ""}, aroundTanPhongOfLaiChau).unit, unit("03408@2025"));
}

TEST_F(Matching, names_that_differ_in_marks_only_are_told_apart_by_them) {
    // Nậm Cha and Nậm Chà were communes of Lai Châu on the same days.
    const UnitMatch cha = match({"", "xã Nậm Cha", "12"}, nowhere, lastDayOfDistricts);
    const UnitMatch chaGrave = match({"", "xã Nậm Chà", "12"}, nowhere, lastDayOfDistricts);
    ASSERT_EQ(cha.how, Matched::ByName);
    ASSERT_EQ(chaGrave.how, Matched::ByName);
    EXPECT_EQ(gazetteer().unit(cha.unit).name, "Nậm Cha");
    EXPECT_EQ(gazetteer().unit(chaGrave.unit).name, "Nậm Chà");
    EXPECT_EQ(match({"", "xa nam cha", "12"}, nowhere, lastDayOfDistricts).how, Matched::No);
}

TEST_F(Matching, without_a_name_the_place_must_confirm_the_code) {
    EXPECT_EQ(match({"03408", "", ""}, aroundTanPhongOfLaiChau).how, Matched::ByCode);
    EXPECT_EQ(match({"03408", "", ""}).how, Matched::Elsewhere);
    EXPECT_EQ(match({"", "", ""}).how, Matched::No);
}

TEST_F(Matching, what_reaches_beyond_the_country_is_no_unit_of_it) {
    const geometry::Box wholeEarth{-180, -90, 180, 90}, beyondIt{-1e308, 0, 1e308, 1e308};
    for (const geometry::Box& box : {wholeEarth, beyondIt}) {
        EXPECT_EQ(match({"03390", "xã Bình Lư", ""}, box).how, Matched::Elsewhere);
        EXPECT_EQ(match({"03390", "", ""}, box).how, Matched::Elsewhere);
        EXPECT_EQ(match({"", "Tân Phong", ""}, box).how, Matched::No);
    }
}

TEST_F(Matching, another_spelling_of_the_code_list_confirms_the_code) {
    EXPECT_EQ(match({"00067", "Chương Dương Độ", ""}, nowhere, lastDayOfDistricts).how,
              Matched::ByCode);
}

} // namespace
} // namespace terroir::boundaries
