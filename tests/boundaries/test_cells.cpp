#include "core/boundaries/cells.hpp"
#include "core/geometry/union.hpp"
#include "country.hpp"

#include <cmath>

namespace terroir::boundaries {
namespace {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::UnitIndex;
using geometry::areaOf;
using geometry::MultiPolygon;

class Cells : public Country {
protected:
    std::vector<MultiPolygon> shapes(const std::vector<UnitIndex>& units, Date date) {
        std::vector<MultiPolygon> out;
        for (auto& [unit, shape] : approximateCells(workspace(), gazetteer(), units, date))
            out.push_back(std::move(shape));
        return out;
    }
    MultiPolygon shape(std::string_view uid, Date date) {
        auto made = shapes({unit(uid)}, date);
        return made.empty() ? MultiPolygon() : made[0];
    }
    /// No gap and no overlap: the cells' areas and the area of their union are the outline's.
    void expectCover(const std::vector<MultiPolygon>& cells, const MultiPolygon& ground) {
        EXPECT_NEAR(totalArea(cells) / areaOf(ground), 1, 1e-6);
        EXPECT_NEAR(areaOf(geometry::unionOf(cells, 1e-9)) / areaOf(ground), 1, 1e-6);
    }
};

TEST_F(Cells, of_all_communes_cover_the_province_once_on_every_date) {
    for (const char* province : {"12", "14"})
        for (const Date date : {Date::of(2005, 1, 1), Date::of(2010, 1, 1), Date::of(2020, 6, 1),
                                lastDayOfDistricts, today}) {
            const auto units = communes(province, date);
            const auto cells = shapes(units, date);
            EXPECT_EQ(cells.size(), units.size()) << province << " " << date.toString();
            expectCover(cells, outline(std::string(province) + "@2004"));
        }
}

TEST_F(Cells, of_a_province_merged_from_two_cover_both_outlines_and_cut_communes_leave_no_gap) {
    // Đắk Lắk of today is Đắk Lắk and Phú Yên; some of its communes took parts of cut ones.
    const auto units = communes("66", today);
    const auto cells = shapes(units, today);
    EXPECT_EQ(cells.size(), units.size());
    const std::vector<MultiPolygon> both{outline("66@2004"), outline("54@2004")};
    expectCover(cells, geometry::unionOf(both, 1e-9));
    EXPECT_NEAR(areaOf(shape("66@2025", today)) / totalArea(both), 1, 1e-6);
}

TEST_F(Cells, of_an_unmerged_province_is_its_outline) {
    const MultiPolygon laiChau = shape("12@2004", today);
    ASSERT_EQ(laiChau.size(), 1U);
    EXPECT_EQ(laiChau[0].outer, outline("12@2004")[0].outer);
}

TEST_F(Cells, a_commune_of_today_has_the_ground_of_the_old_ones_that_went_whole_into_it) {
    // xã Bình Lư: thị trấn Tam Đường, xã Bình Lư and xã Sơn Bình of huyện Tam Đường.
    const auto old =
        shapes({unit("03390@2004"), unit("03412@2004"), unit("03413@2007")}, lastDayOfDistricts);
    ASSERT_EQ(old.size(), 3U);
    const MultiPolygon now = shape("03390@2025", today);
    EXPECT_NEAR(areaOf(now) / totalArea(old), 1, 1e-6);
    EXPECT_NEAR(areaOf(geometry::intersectionOf(now, geometry::unionOf(old, 1e-9))) / areaOf(now),
                1, 1e-6);
}

TEST_F(Cells, dissolved_shapes_have_no_hair_where_old_borders_were) {
    for (const auto& cell : shapes(communes("12", today), today))
        for (const auto& polygon : cell) {
            EXPECT_TRUE(polygon.holes.empty());
            // A hair goes out and comes back the same way: its tip is a turn of half a circle.
            const geometry::Ring& ring = polygon.outer;
            for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
                const double ax = ring[i].x - ring[i - 1].x, ay = ring[i].y - ring[i - 1].y;
                const double bx = ring[i + 1].x - ring[i].x, by = ring[i + 1].y - ring[i].y;
                const double turn = (ax * bx + ay * by) / (std::hypot(ax, ay) * std::hypot(bx, by));
                EXPECT_GT(turn, -0.999) << ring[i].x << " " << ring[i].y;
            }
        }
}

TEST_F(Cells, a_cell_holds_the_point_of_its_commune) {
    const auto units = communes("14", lastDayOfDistricts);
    for (const auto& [commune, cell] :
         approximateCells(workspace(), gazetteer(), units, lastDayOfDistricts)) {
        const auto& of = gazetteer().unit(commune);
        if (geometry::contains(outline("14@2004"), {of.point->lon, of.point->lat}) &&
            of.uid != "03984@2025" &&
            of.uid != "04033@2025") { // two pairs share one point in the gazetteer
            EXPECT_TRUE(geometry::contains(cell, {of.point->lon, of.point->lat})) << of.uid;
        }
    }
}

TEST_F(Cells, a_district_is_the_union_of_its_communes) {
    const UnitIndex tamDuong = unit("106@2020");
    const auto parts =
        shapes(gazetteer().communesOf(tamDuong, lastDayOfDistricts), lastDayOfDistricts);
    EXPECT_EQ(parts.size(), 13U);
    EXPECT_NEAR(areaOf(shape("106@2020", lastDayOfDistricts)) / totalArea(parts), 1, 1e-6);
}

TEST_F(Cells, an_island_outside_every_outline_has_no_cell) {
    const UnitIndex bachLongVi = gazetteer().findCode("11948", today);
    ASSERT_NE(bachLongVi, gazetteer::noUnit);
    EXPECT_TRUE(shapes({bachLongVi}, today).empty());
}

/// A province of 4 by 2 degrees at the equator. Commune A (west) was cut into X and Y, B went whole
/// into Y.
TEST(CutCell, goes_to_the_nearest_of_the_successors_points) {
    using gazetteer::Succession;
    using gazetteer::Unit;
    const auto make = [](const char* uid, Level level, UnitIndex parent, Period valid, double lon) {
        Unit unit;
        unit.uid = uid;
        unit.code = std::string(uid).substr(0, std::string(uid).find('@'));
        unit.level = level;
        unit.parent = parent;
        unit.valid = valid;
        if (level == Level::Commune)
            unit.point = gazetteer::LonLat{lon, 0};
        return unit;
    };
    const Period before{Date::beginning(), today}, since{today, Date::end()};
    std::vector<Unit> units{make("12@2004", Level::Province, gazetteer::noUnit, {}, 0),
                            make("A@2004", Level::Commune, 0, before, 1),
                            make("B@2004", Level::Commune, 0, before, 3),
                            make("X@2025", Level::Commune, 0, since, 0.5),
                            make("Y@2025", Level::Commune, 0, since, 1.5)};
    std::vector<Succession> rows{{1, 3, today, "", 0.6, "part", "", ""},
                                 {1, 4, today, "", 0.4, "part", "", ""},
                                 {2, 4, today, "", 1.0, "whole", "", ""}};
    const auto file = scratch("cut.sqlite");
    store::WorkspaceFile workspace = store::WorkspaceFile::create(file);
    workspace.database().execute(
        "INSERT INTO outline(province, geom) VALUES('12@2004', "
        "GeomFromText('MULTIPOLYGON(((0 -1, 4 -1, 4 1, 0 1, 0 -1)))', 4326))");
    const Gazetteer gazetteer(units, rows, {});
    const std::vector<UnitIndex> asked{3, 4};
    const auto cells = approximateCells(workspace, gazetteer, asked, today);
    EXPECT_NEAR(areaOf(cells.at(3)), 2, 1e-6);
    EXPECT_NEAR(areaOf(cells.at(4)), 6, 1e-6);
    EXPECT_TRUE(geometry::contains(cells.at(3), {0.9, 0}));
    EXPECT_EQ(cells.at(4).size(), 1U);
    std::filesystem::remove(file);
}

} // namespace
} // namespace terroir::boundaries
