#include "core/boundaries/boundaries.hpp"
#include "core/gazetteer/succession.hpp"
#include "core/geometry/union.hpp"
#include "country.hpp"

#include <algorithm>

namespace terroir::boundaries {
namespace {

using gazetteer::Level;
using gazetteer::UnitIndex;
using geometry::areaOf;

class ShapesOf : public Country {
protected:
    UnitShapes shapes(const std::vector<UnitIndex>& units, Date date) {
        return shapesOf(workspace(), gazetteer(), units, date);
    }
    /// A square of the given side, standing for a polygon that was imported.
    void makeOfficial(std::string_view uid, double x, double side = 0.01, double y = 22) {
        const geometry::MultiPolygon shape{
            {{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}, {}}};
        workspace()
            .database()
            .prepare("INSERT INTO boundary(unit, file, imported, geom) VALUES(?, 'test', "
                     "'2025-07-01', GeomFromWKB(?, 4326))")
            .bind(1, uid)
            .bindBlob(2, geometry::toWkb(shape))
            .run();
    }
    void importShared(const std::string& layer, Date date) {
        importBoundaries(workspace(), gazetteer(), sharedBoundaries(), on(date, layer));
    }
};

TEST_F(ShapesOf, without_official_polygons_everything_is_approximate_and_in_the_order_asked_for) {
    const std::vector<UnitIndex> units{unit("03430@2025"), unit("03390@2025")};
    const UnitShapes made = shapes(units, today);
    ASSERT_EQ(made.units.size(), 2U);
    EXPECT_EQ(made.units[0].unit, units[0]);
    EXPECT_EQ(made.units[1].unit, units[1]);
    EXPECT_TRUE(made.anyApproximate());
    EXPECT_TRUE(made.missing.empty());
}

TEST_F(ShapesOf, nothing_asked_for_gives_nothing) {
    EXPECT_TRUE(shapes({}, today).units.empty());
    EXPECT_FALSE(shapes({}, today).anyApproximate());
}

TEST_F(ShapesOf, units_without_ground_are_missing) {
    const UnitShapes made = shapes({gazetteer().findCode("11948", today)}, today); // Bạch Long Vĩ
    EXPECT_TRUE(made.units.empty());
    EXPECT_EQ(made.missing.size(), 1U);
}

TEST_F(ShapesOf, units_with_polygons_are_official_and_the_others_have_cells_in_what_these_leave) {
    const UnitIndex sinHo = unit("03478@2025"); // away from the province's edge
    const auto point = gazetteer().unit(sinHo).point.value();
    makeOfficial("03478@2025", point.lon - 0.05, 0.1, point.lat - 0.05);
    const auto units = communes("12", today);
    const UnitShapes made = shapes(units, today);
    EXPECT_EQ(made.units.size(), units.size());
    EXPECT_EQ(made.approximate(), units.size() - 1);
    std::vector<geometry::MultiPolygon> all;
    for (const UnitShape& shape : made.units) {
        EXPECT_EQ(shape.origin == Origin::Official, shape.unit == sinHo);
        all.push_back(shape.shape);
    }
    const geometry::MultiPolygon ground = outline("12@2004");
    EXPECT_NEAR(totalArea(all) / areaOf(ground), 1, 1e-6) << "no overlap";
    EXPECT_NEAR(areaOf(geometry::unionOf(all, 1e-9)) / areaOf(ground), 1, 1e-6) << "no gap";
}

TEST_F(ShapesOf, a_province_with_both_kinds_is_approximate_and_has_the_edge_of_both) {
    // Reaches 0.05 degrees over the border to Lào Cai, which ends there.
    const double x = geometry::boxOf(outline("12@2004")).maxX - 0.05;
    makeOfficial("03390@2025", x, 0.1);
    const UnitIndex laiChau = unit("12@2004"), binhLu = unit("03390@2025");
    const UnitShapes made = shapes({laiChau, binhLu}, today);
    EXPECT_EQ(made.units.at(0).origin, Origin::Approximate);
    EXPECT_NEAR(areaOf(geometry::intersectionOf(made.units[0].shape, made.units[1].shape)), 1e-2,
                1e-6);
    for (const UnitIndex other : gazetteer().unitsAt(Level::Province, today)) {
        const UnitShapes around = shapes({other}, today);
        if (other != laiChau) {
            EXPECT_NEAR(
                areaOf(geometry::intersectionOf(around.units.at(0).shape, made.units[1].shape)), 0,
                1e-9)
                << gazetteer().unit(other).name;
        }
    }
}

TEST_F(ShapesOf, two_provinces_side_by_side_with_some_polygons_each_have_cells_in_both) {
    makeOfficial("03478@2025", 103.16, 0.1, 22.27);
    const UnitIndex ofSonLa = communes("14", today).at(20);
    const auto point = gazetteer().unit(ofSonLa).point.value();
    makeOfficial(gazetteer().unit(ofSonLa).uid, point.lon, 0.05, point.lat);
    for (const char* province : {"12", "14"}) {
        const auto units = communes(province, today);
        const UnitShapes made = shapes(units, today);
        EXPECT_EQ(made.units.size(), units.size());
        EXPECT_EQ(made.approximate(), units.size() - 1);
    }
}

TEST_F(ShapesOf, a_polygon_serves_every_version_of_the_same_ground) {
    // Nậm Sỏ went from huyện Than Uyên to huyện Tân Uyên on 2008-11-14 as it was.
    makeOfficial("03613@2008", 103.6);
    const UnitIndex before = unit("03613@2004");
    EXPECT_EQ(gazetteer::sameGround(gazetteer(), before),
              (std::vector{before, unit("03613@2008")}));
    EXPECT_EQ(shapes({before}, Date::of(2007, 6, 1)).units.at(0).origin, Origin::Official);
}

TEST_F(ShapesOf, a_commune_of_today_is_official_when_all_that_went_into_it_are) {
    makeOfficial("03390@2004", 103.60);
    makeOfficial("03412@2004", 103.61);
    const UnitIndex binhLu = unit("03390@2025");
    EXPECT_EQ(shapes({binhLu}, today).units.at(0).origin, Origin::Approximate);
    makeOfficial("03413@2007", 103.62);
    const UnitShapes made = shapes({binhLu}, today);
    EXPECT_EQ(made.units.at(0).origin, Origin::Official);
    EXPECT_NEAR(areaOf(made.units[0].shape), 3e-4, 1e-9);
}

TEST_F(ShapesOf, a_polygon_of_today_does_not_serve_one_of_the_old_units_that_it_was_merged_from) {
    makeOfficial("03390@2025", 103.6);
    EXPECT_EQ(shapes({unit("03412@2004")}, lastDayOfDistricts).units.at(0).origin,
              Origin::Approximate);
}

TEST_F(ShapesOf, a_district_is_official_when_all_its_communes_of_the_day_are) {
    const UnitIndex tamDuong = unit("106@2020");
    double x = 103.6;
    const auto parts = gazetteer().communesOf(tamDuong, lastDayOfDistricts);
    for (const UnitIndex commune : parts) {
        EXPECT_EQ(shapes({tamDuong}, lastDayOfDistricts).units.at(0).origin, Origin::Approximate);
        makeOfficial(gazetteer().unit(commune).uid, x += 0.01);
    }
    const UnitShapes made = shapes({tamDuong}, lastDayOfDistricts);
    EXPECT_EQ(made.units.at(0).origin, Origin::Official);
    EXPECT_NEAR(areaOf(made.units[0].shape), double(parts.size()) * 1e-4, 1e-9);
}

TEST_F(ShapesOf, the_development_set_draws_both_provinces_officially_on_every_level) {
    if (!std::filesystem::exists(sharedBoundaries()))
        GTEST_SKIP() << "skipped: the shared boundaries are not there";
    importShared("wards_2025", today);
    importShared("districts_2025h1", lastDayOfDistricts);
    for (const char* province : {"12", "14"}) {
        const UnitShapes now = shapes(communes(province, today), today);
        EXPECT_FALSE(now.anyApproximate());
        const UnitShapes whole = shapes({gazetteer().findCode(province, today)}, today);
        EXPECT_FALSE(whole.anyApproximate());
        const UnitIndex before = gazetteer().findCode(province, lastDayOfDistricts);
        const UnitShapes districts =
            shapes(gazetteer().childrenAt(before, lastDayOfDistricts), lastDayOfDistricts);
        EXPECT_FALSE(districts.anyApproximate());
        double communeArea = 0, districtArea = 0;
        for (const UnitShape& shape : now.units)
            communeArea += areaOf(shape.shape);
        for (const UnitShape& shape : districts.units)
            districtArea += areaOf(shape.shape);
        EXPECT_NEAR(areaOf(whole.units.at(0).shape), communeArea, 1e-9);
        EXPECT_NEAR(districtArea, communeArea, 1e-6);
    }
}

TEST_F(ShapesOf, the_inventory_counts_official_polygons_by_level) {
    EXPECT_TRUE(inventory(workspace()).empty());
    makeOfficial("03390@2025", 103.6);
    makeOfficial("106@2020", 103.6);
    makeOfficial("12@2004", 103.6);
    const Inventory counts = inventory(workspace());
    EXPECT_EQ(counts.communes, 1U);
    EXPECT_EQ(counts.districts, 1U);
    EXPECT_EQ(counts.provinces, 1U);
}

} // namespace
} // namespace terroir::boundaries
