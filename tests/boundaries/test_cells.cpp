#include "core/boundaries/cells.hpp"
#include "core/gazetteer/succession.hpp"
#include "core/geometry/dissolve.hpp"
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
    /// No gap and no overlap: edges in common are equal to the last bit and take each other away,
    /// and what is left has the outline's area.
    void expectCover(const std::vector<MultiPolygon>& cells, const MultiPolygon& ground) {
        EXPECT_NEAR(totalArea(cells) / areaOf(ground), 1, 1e-9);
        const auto all = geometry::dissolve(cells);
        ASSERT_TRUE(all);
        EXPECT_NEAR(areaOf(*all) / areaOf(ground), 1, 1e-9);
        for (const geometry::Polygon& polygon : *all)
            for (const geometry::Ring& hole : polygon.holes)
                ADD_FAILURE() << "gap at " << hole[0].x << " " << hole[0].y;
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

TEST_F(Cells, an_island_district_without_communes_has_ground_of_its_own) {
    // Côn Đảo was a district of Bà Rịa - Vũng Tàu without communes, and lies in its outline.
    const UnitIndex conDao = gazetteer().findCode("26732", today);
    ASSERT_NE(conDao, gazetteer::noUnit);
    const MultiPolygon island = shape(gazetteer().unit(conDao).uid, today);
    EXPECT_TRUE(geometry::contains(island, {106.608, 8.69}));
    const MultiPolygon before = shape(
        gazetteer().unit(gazetteer().findCode("755", lastDayOfDistricts)).uid, lastDayOfDistricts);
    EXPECT_NEAR(areaOf(before), areaOf(island), 1e-12);
}

TEST_F(Cells, communes_of_before_are_nested_in_those_that_they_went_whole_into) {
    for (const UnitIndex now : communes("14", today)) {
        const auto former = gazetteer::wholePredecessors(gazetteer(), now);
        if (former.empty())
            continue;
        const auto parts = shapes(former, lastDayOfDistricts);
        const MultiPolygon ground = shape(gazetteer().unit(now).uid, today);
        EXPECT_NEAR(totalArea(parts) / areaOf(ground), 1, 1e-9) << gazetteer().unit(now).uid;
    }
}

/// A province of 4 by 2 degrees at the equator with communes that have the areas given.
class SmallProvince : public testing::Test {
protected:
    UnitIndex add(const char* uid, Period valid, std::optional<double> lon,
                  std::optional<double> areaKm2) {
        gazetteer::Unit unit;
        unit.uid = uid;
        unit.code = unit.uid.substr(0, unit.uid.find('@'));
        unit.level = Level::Commune;
        unit.parent = 0;
        unit.valid = valid;
        if (lon)
            unit.point = gazetteer::LonLat{*lon, 0};
        unit.areaKm2 = areaKm2;
        m_units.push_back(unit);
        return UnitIndex(m_units.size() - 1);
    }
    void becomes(UnitIndex from, UnitIndex to, double share) {
        m_rows.push_back({from, to, today, "", share, share < 1 ? "part" : "whole", "", ""});
    }
    ShapesByUnit cells(const std::vector<UnitIndex>& units, Date date) {
        const auto file = scratch("small.sqlite");
        store::WorkspaceFile workspace = store::WorkspaceFile::create(file);
        workspace.database().execute(
            "INSERT INTO outline(province, geom) VALUES('12@2004', "
            "GeomFromText('MULTIPOLYGON(((0 -1, 4 -1, 4 1, 0 1, 0 -1)))', 4326))");
        m_units[0].uid = "12@2004";
        m_units[0].code = "12";
        m_units[0].level = Level::Province;
        const Gazetteer gazetteer(m_units, m_rows, {});
        auto made = approximateCells(workspace, gazetteer, units, date);
        std::filesystem::remove(file);
        return made;
    }

    static constexpr Period before{Date::beginning(), today}, since{today, Date::end()};
    static constexpr double degreeKm2 = 111.32 * 111.32;

private:
    std::vector<gazetteer::Unit> m_units{1};
    std::vector<gazetteer::Succession> m_rows;
};

TEST_F(SmallProvince, a_larger_commune_reaches_farther) {
    const UnitIndex a = add("A@2004", before, 1, 4 * degreeKm2),
                    b = add("B@2004", before, 3, 1 * degreeKm2),
                    x = add("X@2025", since, 1, 4 * degreeKm2),
                    y = add("Y@2025", since, 3, 1 * degreeKm2);
    becomes(a, x, 1);
    becomes(b, y, 1);
    // (0.44² · 4 - 0.44² · 1) / (2 · 2) = 0.1452 east of the middle.
    const auto made = cells({x, y}, today);
    EXPECT_NEAR(areaOf(made.at(x)), 2 * 2.1452, 1e-3);
    EXPECT_NEAR(areaOf(made.at(x)) + areaOf(made.at(y)), 8, 1e-9);
    const auto then = cells({a, b}, lastDayOfDistricts);
    EXPECT_NEAR(areaOf(then.at(a)), areaOf(made.at(x)), 1e-9) << "the same ground";
}

TEST_F(SmallProvince, a_commune_that_was_cut_goes_to_its_largest_heir_the_others_have_their_own) {
    const UnitIndex a = add("A@2004", before, 1, {}), b = add("B@2004", before, 3, {}),
                    x = add("X@2025", since, 0.5, {}), y = add("Y@2025", since, 2.2, {});
    becomes(a, x, 0.6);
    becomes(a, y, 0.4);
    becomes(b, y, 1);
    // Without areas: the nearest of A and X against B and Y.
    const auto made = cells({x, y}, today);
    EXPECT_NEAR(areaOf(made.at(x)), 2 * 1.6, 1e-3);
    EXPECT_EQ(made.at(y).size(), 1U);
    // On the day before A is X's ground, and B that of Y.
    const auto then = cells({a, b}, lastDayOfDistricts);
    EXPECT_NEAR(areaOf(then.at(a)), areaOf(made.at(x)), 1e-9);
    EXPECT_NEAR(areaOf(then.at(b)), areaOf(made.at(y)), 1e-9);
}

TEST_F(SmallProvince, an_area_that_is_not_known_is_what_the_known_ones_leave_over) {
    const UnitIndex a = add("A@2004", before, 1, 3.0 * degreeKm2), b = add("B@2004", before, 3, {}),
                    x = add("X@2025", since, 2, 4 * degreeKm2);
    becomes(a, x, 1);
    becomes(b, x, 1);
    // B has 1: 0.45² · (3 - 1) / (2 · 2) = 0.10125 east of the middle.
    const auto then = cells({a, b}, lastDayOfDistricts);
    EXPECT_NEAR(areaOf(then.at(a)), 2 * 2.10125, 1e-3);
}

TEST_F(SmallProvince, communes_at_one_place_each_have_ground) {
    const UnitIndex x = add("X@2025", since, 2, degreeKm2), y = add("Y@2025", since, 2, degreeKm2);
    becomes(add("A@2004", before, 2, degreeKm2), x, 1);
    becomes(add("B@2004", before, 2, degreeKm2), y, 1);
    const auto made = cells({x, y}, today);
    EXPECT_GT(areaOf(made.at(x)), 2);
    EXPECT_GT(areaOf(made.at(y)), 2);
    EXPECT_NEAR(areaOf(made.at(x)) + areaOf(made.at(y)), 8, 1e-9);
}

TEST_F(SmallProvince, a_commune_without_a_point_leaves_the_ground_to_the_others) {
    const UnitIndex x = add("X@2025", since, 1, degreeKm2), y = add("Y@2025", since, {}, degreeKm2);
    becomes(add("A@2004", before, 1, degreeKm2), x, 1);
    becomes(add("B@2004", before, {}, degreeKm2), y, 1);
    const auto made = cells({x, y}, today);
    EXPECT_NEAR(areaOf(made.at(x)), 8, 1e-9);
    EXPECT_FALSE(made.contains(y));
    EXPECT_TRUE(cells({y}, today).empty());
}

TEST_F(SmallProvince, a_commune_without_an_area_keeps_its_point_beside_a_large_one) {
    const UnitIndex x = add("X@2025", since, 1.9, 0), y = add("Y@2025", since, 2, 40 * degreeKm2);
    becomes(add("A@2004", before, 1.9, 0), x, 1);
    becomes(add("B@2004", before, 2, 40 * degreeKm2), y, 1);
    const auto made = cells({x, y}, today);
    EXPECT_TRUE(geometry::contains(made.at(x), {1.9, 0}));
    EXPECT_TRUE(geometry::contains(made.at(y), {2, 0}));
}

TEST_F(SmallProvince, the_same_rule_says_whose_ground_a_place_is) {
    const std::vector<CellSite> sites{{1, {1, 0}, 3 * degreeKm2}, {2, {3, 0}, 0}};
    EXPECT_EQ(siteAt(sites, {2.7, 0})->commune, 1U);
    EXPECT_EQ(siteAt(sites, {2.8, 0})->commune, 2U);
    EXPECT_EQ(siteAt({}, {2.8, 0}), nullptr);
}

} // namespace
} // namespace terroir::boundaries
