#include "core/boundaries/land_border.hpp"
#include "country.hpp"

namespace terroir::boundaries {
namespace {

using geometry::Point;

class LandBorder : public Country {
protected:
    std::vector<BorderStretch> border(const std::vector<std::string>& provinces, Date date) {
        std::vector<gazetteer::UnitIndex> units;
        for (const std::string& code : provinces)
            units.push_back(gazetteer().findCode(code, date));
        return landBorder(workspace(), gazetteer(), date,
                          shapesOf(workspace(), gazetteer(), units, date).units);
    }
    static std::vector<std::string> neighbours(const std::vector<BorderStretch>& stretches) {
        std::vector<std::string> names;
        for (const BorderStretch& stretch : stretches)
            if (names.empty() || names.back() != stretch.neighbour.vi)
                names.push_back(stretch.neighbour.vi);
        return names;
    }
};

TEST_F(LandBorder, runs_unbroken_along_china_laos_and_cambodia_from_sea_to_sea_on_any_date) {
    for (const Date date : {Date::of(2010, 1, 1), lastDayOfDistricts, today}) {
        const auto provinces = gazetteer().unitsAt(gazetteer::Level::Province, date);
        const auto stretches =
            landBorder(workspace(), gazetteer(), date,
                       shapesOf(workspace(), gazetteer(), provinces, date).units);
        EXPECT_EQ(neighbours(stretches),
                  (std::vector<std::string>{"Trung Quốc", "Lào", "Campuchia"}));
        ASSERT_FALSE(stretches.empty());
        EXPECT_TRUE(stretches.front().startsAtSea && stretches.back().endsAtSea);
        for (std::size_t i = 0; i + 1 < stretches.size(); ++i) {
            EXPECT_EQ(stretches[i].line.back(), stretches[i + 1].line.front());
            EXPECT_FALSE(stretches[i].endsAtSea || stretches[i + 1].startsAtSea);
        }
    }
}

TEST_F(LandBorder, is_only_where_the_provinces_given_have_a_part_of_it) {
    EXPECT_TRUE(border({"01", "31"}, today).empty()) << "Hà Nội and Hải Phòng";
    EXPECT_EQ(neighbours(border({"12"}, today)), std::vector<std::string>{"Trung Quốc"});
    EXPECT_EQ(neighbours(border({"11"}, today)), (std::vector<std::string>{"Trung Quốc", "Lào"}));
    EXPECT_EQ(neighbours(border({"91"}, today)), std::vector<std::string>{"Campuchia"});
    EXPECT_TRUE(border({"91"}, today).back().endsAtSea);
}

TEST_F(LandBorder, follows_the_shape_that_a_province_has_with_the_country_to_its_left) {
    // A square for Lai Châu: its northern edge and halves of the others are the border.
    const geometry::Ring square{
        {102.2, 21.9}, {104.0, 21.9}, {104.0, 22.9}, {102.2, 22.9}, {102.2, 21.9}};
    const std::vector<UnitShape> given{{unit("12@2004"), {{square, {}}}, Origin::Official, true}};
    const auto stretches = landBorder(workspace(), gazetteer(), today, given);
    ASSERT_EQ(stretches.size(), 1U);
    EXPECT_EQ(stretches[0].line, (std::vector<Point>{{104.0, 22.9}, {102.2, 22.9}}));
}

TEST_F(LandBorder, is_empty_without_outlines) {
    workspace().database().execute("DELETE FROM outline");
    EXPECT_TRUE(border({"12"}, today).empty());
}

} // namespace
} // namespace terroir::boundaries
