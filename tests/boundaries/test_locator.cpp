#include "core/boundaries/locator.hpp"
#include "country.hpp"

#include <algorithm>
#include <random>

namespace terroir::boundaries {
namespace {

using gazetteer::Level;
using gazetteer::LonLat;
using gazetteer::UnitIndex;

geometry::MultiPolygon square(double x, double y, double side = 0.01) {
    return {{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}, {}}};
}

class Locate : public Country {
protected:
    void add(std::string_view uid, const geometry::MultiPolygon& shape) {
        workspace()
            .database()
            .prepare("INSERT INTO boundary(unit, file, imported, geom) "
                     "VALUES(?, 'test', '2026-01-01', GeomFromWKB(?, 4326))")
            .bind(1, uid)
            .bindBlob(2, geometry::toWkb(shape))
            .run();
    }
    Location locate(Level level, Date date, double lon, double lat) {
        const ImportedPolygons imported(workspace(), gazetteer());
        return Locator(imported, workspace(), gazetteer(), level, date).locate({lon, lat});
    }
    std::vector<std::string> uids(const Location& location) const {
        std::vector<std::string> out;
        for (const UnitIndex unit : location.units)
            out.push_back(gazetteer().unit(unit).uid);
        std::sort(out.begin(), out.end());
        return out;
    }
};

using Uids = std::vector<std::string>;

TEST_F(Locate, a_point_lies_in_the_imported_polygon_of_the_day_or_on_its_border) {
    add("03390@2025", square(103.60, 22.30));
    add("03424@2025", square(103.61, 22.30));
    const Location inside = locate(Level::Commune, today, 103.605, 22.305);
    EXPECT_EQ(uids(inside), Uids{"03390@2025"});
    EXPECT_EQ(inside.basis, Basis::Official);
    EXPECT_FALSE(inside.onBorder);
    const Location between = locate(Level::Commune, today, 103.61, 22.305);
    EXPECT_EQ(uids(between), (Uids{"03390@2025", "03424@2025"}));
    EXPECT_TRUE(between.onBorder);
    const Location edge = locate(Level::Commune, today, 103.605, 22.30);
    EXPECT_EQ(uids(edge), Uids{"03390@2025"});
    EXPECT_TRUE(edge.onBorder);
}

TEST_F(Locate, polygons_of_communes_answer_for_their_province_and_have_no_border_inside_it) {
    add("03390@2025", square(103.60, 22.30));
    add("03424@2025", square(103.61, 22.30));
    const Location between = locate(Level::Province, today, 103.61, 22.305);
    EXPECT_EQ(uids(between), Uids{"12@2004"});
    EXPECT_EQ(between.basis, Basis::Official);
    EXPECT_FALSE(between.onBorder);
}

TEST_F(Locate, where_polygons_overlap_both_are_named) {
    add("03390@2025", square(103.60, 22.30, 0.02));
    add("03424@2025", square(103.61, 22.30, 0.02));
    const Location both = locate(Level::Commune, today, 103.615, 22.305);
    EXPECT_EQ(both.units.size(), 2U);
    EXPECT_FALSE(both.onBorder);
}

TEST_F(Locate, a_polygon_of_another_day_answers_where_its_ground_was_all_one_units) {
    // Bình Lư of today was made of three communes of the district of Tam Đường.
    add("03390@2025", square(103.60, 22.30));
    const Location district = locate(Level::District, Date::of(2022, 12, 31), 103.605, 22.305);
    EXPECT_EQ(uids(district), Uids{"106@2020"});
    EXPECT_EQ(district.basis, Basis::Succession);
    const Location province = locate(Level::Province, lastDayOfDistricts, 103.605, 22.305);
    EXPECT_EQ(uids(province), Uids{"12@2004"});
}

TEST_F(Locate, where_it_was_several_units_the_rule_of_cells_decides_and_it_is_marked) {
    const auto point = gazetteer().unit(unit("03413@2007")).point.value();
    add("03390@2025", square(point.lon - 0.01, point.lat - 0.01, 0.02));
    const Location commune =
        locate(Level::Commune, Date::of(2022, 12, 31), point.lon + 0.001, point.lat);
    EXPECT_EQ(uids(commune), Uids{"03413@2007"});
    EXPECT_EQ(commune.basis, Basis::Approximate);
}

TEST_F(Locate, an_own_polygon_counts_before_those_of_other_days_and_levels) {
    add("03390@2025", square(103.60, 22.30));
    add("106@2020", square(103.60, 22.30, 0.05));
    add("03424@2004", square(103.60, 22.30));
    const Location commune = locate(Level::Commune, lastDayOfDistricts, 103.605, 22.305);
    EXPECT_EQ(uids(commune), Uids{"03424@2004"});
    EXPECT_EQ(commune.basis, Basis::Official);
    EXPECT_EQ(uids(locate(Level::District, lastDayOfDistricts, 103.64, 22.34)), Uids{"106@2020"});
    EXPECT_EQ(uids(locate(Level::Commune, today, 103.605, 22.305)), Uids{"03390@2025"});
}

TEST_F(Locate, without_polygons_there_are_cells_on_land_and_nothing_at_sea) {
    const auto point = gazetteer().unit(unit("03390@2025")).point.value();
    const Location land = locate(Level::Commune, today, point.lon, point.lat);
    EXPECT_EQ(land.units.size(), 1U);
    EXPECT_EQ(land.basis, Basis::Approximate);
    EXPECT_EQ(uids(locate(Level::Province, today, point.lon, point.lat)), Uids{"12@2004"});
    const Location sea = locate(Level::Commune, today, 110.5, 13);
    EXPECT_TRUE(sea.units.empty());
    EXPECT_EQ(sea.basis, Basis::Nothing);
}

TEST_F(Locate, a_province_whose_communes_all_have_polygons_gets_no_cells) {
    double x = 103;
    for (const UnitIndex commune : communes("12", today))
        add(gazetteer().unit(commune).uid, square(x += 0.01, 21.5));
    const ImportedPolygons imported(workspace(), gazetteer());
    const Locator locator(imported, workspace(), gazetteer(), Level::Commune, today);
    EXPECT_TRUE(locator.anyApproximate()) << "elsewhere";
    const auto point = gazetteer().unit(unit("03390@2025")).point.value();
    EXPECT_TRUE(locator.locate(point).units.empty()) << "outside of the given polygons";
    const auto sonLa = gazetteer().unit(unit("03646@2025")).point.value();
    EXPECT_EQ(locator.locate(sonLa).basis, Basis::Approximate);
}

TEST_F(Locate, an_island_district_without_communes_is_found_itself) {
    add("21548@2025", square(109.11, 15.37, 0.02));
    const Location island = locate(Level::Commune, Date::of(2022, 12, 31), 109.12, 15.38);
    EXPECT_EQ(uids(island), Uids{"536@2004"});
    EXPECT_EQ(island.basis, Basis::Succession);
}

TEST_F(Locate, ground_whose_former_units_are_not_known_is_not_guessed) {
    const std::vector<UnitIndex> all = gazetteer().unitsAt(Level::Commune, today);
    const Date before = Date::of(2006, 1, 1);
    const auto lost = std::find_if(all.begin(), all.end(), [&](UnitIndex commune) {
        return gazetteer().convert(commune, before, 0).empty();
    });
    ASSERT_NE(lost, all.end()) << "the table does not tell the past of some commune";
    add(gazetteer().unit(*lost).uid, square(105.7, 21, 0.02));
    const Location there = locate(Level::Commune, before, 105.71, 21.01);
    EXPECT_TRUE(there.units.empty());
    EXPECT_TRUE(there.isIncomplete);
}

TEST_F(Locate, polygons_that_do_not_reach_into_a_box_are_known_but_empty) {
    add("03390@2025", square(103.60, 22.30));
    add("03424@2025", square(103.70, 22.30));
    const ImportedPolygons some(workspace(), gazetteer(),
                                geometry::Box{103.605, 22.305, 103.605, 22.305});
    EXPECT_EQ(some.units(), (std::vector{unit("03390@2025"), unit("03424@2025")}));
    std::vector<geometry::PolygonIndex::Hit> hits;
    some.index().find({103.605, 22.305}, hits);
    EXPECT_EQ(hits.size(), 1U);
    some.index().find({103.705, 22.305}, hits);
    EXPECT_TRUE(hits.empty());
}

TEST_F(Locate, many_points_are_located_as_each_alone) {
    add("03390@2025", square(103.60, 22.30, 0.1));
    const ImportedPolygons imported(workspace(), gazetteer());
    const Locator locator(imported, workspace(), gazetteer(), Level::Commune, today);
    std::mt19937 random(3);
    std::uniform_real_distribution<double> lon(103, 105), lat(21.5, 23);
    std::vector<LonLat> points;
    for (int i = 0; i < 999; ++i)
        points.push_back({lon(random), lat(random)});
    const std::vector<Location> locations = locator.locate(points);
    ASSERT_EQ(locations.size(), points.size());
    for (std::size_t i = 0; i < points.size(); ++i)
        EXPECT_EQ(locations[i].units, locator.locate(points[i]).units);
}

TEST_F(Locate, real_polygons_hold_the_points_of_their_communes) {
    if (!std::filesystem::exists(sharedBoundaries()))
        GTEST_SKIP() << "skipped: there is no " << sharedBoundaries();
    importBoundaries(workspace(), gazetteer(), sharedBoundaries(),
                     on(today, "wards_2025", Level::Commune));
    const ImportedPolygons imported(workspace(), gazetteer());
    const Locator locator(imported, workspace(), gazetteer(), Level::Commune, today);
    std::size_t right = 0, all = 0;
    for (const char* province : {"12", "14"})
        for (const UnitIndex commune : communes(province, today)) {
            ++all;
            const Location location = locator.locate(*gazetteer().unit(commune).point);
            right += location.units == std::vector{commune} ? 1 : 0;
        }
    EXPECT_EQ(all, 113U);
    EXPECT_EQ(right, all);
}

TEST_F(Locate, what_the_cells_guess_is_mostly_right) {
    if (!std::filesystem::exists(sharedBoundaries()))
        GTEST_SKIP() << "skipped: there is no " << sharedBoundaries();
    importBoundaries(workspace(), gazetteer(), sharedBoundaries(),
                     on(lastDayOfDistricts, "communes_2025h1_est", Level::Commune));
    const ImportedPolygons truth(workspace(), gazetteer());
    const Locator exact(truth, workspace(), gazetteer(), Level::Commune, lastDayOfDistricts);
    workspace().database().execute("DELETE FROM boundary");
    const ImportedPolygons none(workspace(), gazetteer());
    const Locator cells(none, workspace(), gazetteer(), Level::Commune, lastDayOfDistricts);
    importBoundaries(workspace(), gazetteer(), sharedBoundaries(),
                     on(today, "wards_2025", Level::Commune));
    const ImportedPolygons now(workspace(), gazetteer());
    const Locator narrowed(now, workspace(), gazetteer(), Level::Commune, lastDayOfDistricts);
    std::mt19937 random(9);
    std::uniform_real_distribution<double> lon(102.3, 105.1), lat(20.5, 22.9);
    std::size_t known = 0, byCells = 0, byToday = 0;
    for (int i = 0; i < 20000; ++i) {
        const LonLat point{lon(random), lat(random)};
        const Location there = exact.locate(point);
        if (there.basis != Basis::Official || there.units.size() != 1)
            continue;
        ++known;
        byCells += cells.locate(point).units == there.units ? 1 : 0;
        byToday += narrowed.locate(point).units == there.units ? 1 : 0;
    }
    RecordProperty("percent_by_cells", int(100 * byCells / known));
    RecordProperty("percent_by_polygons_of_today", int(100 * byToday / known));
    EXPECT_GT(known, 5000U);
    EXPECT_GT(double(byCells), 0.6 * double(known));
    EXPECT_GT(byToday, byCells) << "the polygons of today narrow the choice";
}

} // namespace
} // namespace terroir::boundaries
