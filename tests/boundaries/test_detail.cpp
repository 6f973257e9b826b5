#include "core/base/error.hpp"
#include "core/boundaries/boundaries.hpp"
#include "core/boundaries/detail.hpp"
#include "core/geometry/union.hpp"
#include "country.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

namespace terroir::boundaries {
namespace {

using gazetteer::UnitIndex;
using geometry::areaOf;
using geometry::MultiPolygon;
using geometry::Point;

using Points = std::set<std::pair<double, double>>;

template <typename Visit>
void forEachPoint(const MultiPolygon& shape, const Visit& visit) {
    for (const geometry::Polygon& polygon : shape) {
        std::for_each(polygon.outer.begin(), polygon.outer.end(), visit);
        for (const geometry::Ring& hole : polygon.holes)
            std::for_each(hole.begin(), hole.end(), visit);
    }
}

Points pointsOf(const std::vector<MultiPolygon>& shapes) {
    Points points;
    for (const MultiPolygon& shape : shapes)
        forEachPoint(shape, [&](Point point) { points.insert({point.x, point.y}); });
    return points;
}

std::size_t holesOf(const MultiPolygon& shape) {
    std::size_t holes = 0;
    for (const geometry::Polygon& polygon : shape)
        holes += polygon.holes.size();
    return holes;
}

/// Metres from a point to the nearest of a shape's lines.
double distanceTo(const MultiPolygon& shape, Point point) {
    constexpr double metresPerDegree = 111195;
    const double shrink = std::cos(point.y * std::numbers::pi / 180);
    double nearest = 1e300;
    const auto measure = [&](const geometry::Ring& ring) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const double ax = (ring[i].x - point.x) * shrink, ay = ring[i].y - point.y;
            const double dx = (ring[i + 1].x - point.x) * shrink - ax,
                         dy = ring[i + 1].y - point.y - ay;
            const double length2 = dx * dx + dy * dy;
            const double t = length2 > 0 ? std::clamp(-(ax * dx + ay * dy) / length2, 0.0, 1.0) : 0;
            nearest = std::min(nearest, std::hypot(ax + t * dx, ay + t * dy));
        }
    };
    for (const geometry::Polygon& polygon : shape) {
        measure(polygon.outer);
        std::for_each(polygon.holes.begin(), polygon.holes.end(), measure);
    }
    return nearest * metresPerDegree;
}

class Detail : public Country {
protected:
    /// Two communes of Lai Châu beside each other, their border at x, with a bend of 200 m.
    std::filesystem::path neighbours(double x) {
        const std::string bend = std::to_string(x + 0.002), border = std::to_string(x);
        const std::string up = "[" + border + ",22.25],[" + bend + ",22.325],[" + border + ",22.4]",
                          down =
                              "[" + border + ",22.4],[" + bend + ",22.325],[" + border + ",22.25]";
        const auto feature = [](const char* code, const char* name, const std::string& ring) {
            return std::string(R"({"type":"Feature","properties":{"code":")") + code +
                   R"(","name":")" + name + R"("},"geometry":{"type":"Polygon","coordinates":[[)" +
                   ring + "]]}}";
        };
        return scratch(
            "neighbours.geojson",
            R"({"type":"FeatureCollection","features":[)" +
                feature("03430", "Khun Há", "[103.5,22.25]," + up + ",[103.5,22.4],[103.5,22.25]") +
                "," +
                feature("03390", "Bình Lư",
                        "[103.75,22.4]," + down + ",[103.75,22.25],[103.75,22.4]") +
                "]}");
    }
    void import(const std::filesystem::path& file, const ImportOptions& options = on(today)) {
        importBoundaries(workspace(), gazetteer(), file, options);
    }
    std::vector<MultiPolygon> shapes(const std::vector<UnitIndex>& units, Date date,
                                     double tolerance) {
        std::vector<MultiPolygon> out;
        for (UnitShape& unit : shapesOf(workspace(), gazetteer(), units, date, tolerance).units) {
            EXPECT_EQ(unit.origin, Origin::Official);
            out.push_back(std::move(unit.shape));
        }
        EXPECT_EQ(out.size(), units.size());
        return out;
    }
    std::size_t corners(double tolerance) {
        return shapes({unit("03390@2025")}, today, tolerance).at(0).at(0).outer.size() - 1;
    }
};

TEST_F(Detail, the_coarsest_level_within_the_tolerance_is_taken) {
    const std::pair<double, double> cases[] = {{0, 0},     {9.9, 0},     {10, 10},
                                               {29, 10},   {250, 100},   {300, 300},
                                               {999, 300}, {5000, 1000}, {-1, 0}};
    for (const auto& [tolerance, level] : cases)
        EXPECT_EQ(detailLevelFor(tolerance), level) << tolerance;
}

TEST_F(Detail, an_import_makes_every_level_of_every_unit) {
    EXPECT_TRUE(storedDetail(workspace()).empty());
    import(neighbours(103.6));
    const auto levels = storedDetail(workspace());
    ASSERT_EQ(levels.size(), detailLevels.size());
    for (std::size_t i = 0; i < levels.size(); ++i) {
        EXPECT_EQ(levels[i].tolerance, detailLevels[i]);
        EXPECT_EQ(levels[i].units, 2U);
        EXPECT_GT(levels[i].bytes, 0U);
    }
    EXPECT_EQ(corners(0), 5U);
    EXPECT_EQ(corners(150), 5U);
    EXPECT_EQ(corners(300), 4U);
}

TEST_F(Detail, neighbours_share_their_border_in_every_level) {
    import(neighbours(103.6));
    for (const double level : detailLevels) {
        const auto both = shapes({unit("03390@2025"), unit("03430@2025")}, today, level);
        EXPECT_DOUBLE_EQ(areaOf(both[0]) + areaOf(both[1]), areaOf(geometry::unionOf(both)));
    }
}

TEST_F(Detail, a_replaced_polygon_renews_all_levels) {
    import(neighbours(103.6));
    import(neighbours(103.65));
    for (const double level : detailLevels) {
        const auto both = shapes({unit("03390@2025"), unit("03430@2025")}, today, level);
        EXPECT_NEAR(areaOf(both[0]), 0.015, 2e-4);
        EXPECT_NEAR(areaOf(both[1]), 0.0225, 2e-4);
    }
}

TEST_F(Detail, a_cancelled_import_leaves_the_levels_as_they_were) {
    import(neighbours(103.6));
    for (const double stop : {0.1, 0.5, 0.85, 0.95})
        EXPECT_THROW(
            importBoundaries(workspace(), gazetteer(), neighbours(103.65), on(today),
                             [stop](double share, const LocalText&) { return share < stop; }),
            Error);
    EXPECT_EQ(storedDetail(workspace()).size(), detailLevels.size());
    EXPECT_NEAR(areaOf(shapes({unit("03390@2025")}, today, 300)[0]), 0.0225, 2e-4);
}

TEST_F(Detail, levels_that_no_longer_fit_are_gone) {
    import(neighbours(103.6));
    workspace().database().execute("UPDATE boundary SET file='another' WHERE unit='03390@2025'");
    EXPECT_TRUE(storedDetail(workspace()).empty());
    EXPECT_EQ(corners(300), 5U);
    import(neighbours(103.6));
    workspace().database().execute("DELETE FROM boundary WHERE unit='03430@2025'");
    EXPECT_TRUE(storedDetail(workspace()).empty());
}

TEST_F(Detail, a_workspace_from_before_the_levels_works_and_gets_them_with_the_next_import) {
    import(neighbours(103.6));
    workspace().database().execute(
        "DROP TRIGGER boundary_detail_inserted; DROP TRIGGER boundary_detail_updated;"
        "DROP TRIGGER boundary_detail_deleted; DROP TABLE boundary_detail");
    EXPECT_TRUE(storedDetail(workspace()).empty());
    EXPECT_EQ(corners(300), 5U);
    EXPECT_TRUE(
        officialBox(workspace(), gazetteer(), std::vector{unit("03390@2025")}, today).isEmpty());
    import(neighbours(103.6));
    EXPECT_EQ(corners(300), 4U);
}

TEST_F(Detail, the_box_of_units_is_known_without_their_polygons) {
    import(neighbours(103.6));
    const auto boxOf = [&](const std::vector<UnitIndex>& units) {
        return officialBox(workspace(), gazetteer(), units, today);
    };
    const geometry::Box box = boxOf({unit("03390@2025"), unit("03430@2025")});
    EXPECT_NEAR(box.minX, 103.5, 0.01);
    EXPECT_NEAR(box.maxX, 103.75, 0.01);
    EXPECT_NEAR(box.maxY, 22.4, 0.01);
    EXPECT_TRUE(boxOf({unit("03405@2025")}).isEmpty());
}

/// Real polygons: communes and districts of one day, communes of today.
class RealDetail : public Detail {
protected:
    void SetUp() override {
        Detail::SetUp();
        if (!std::filesystem::exists(sharedBoundaries()))
            GTEST_SKIP() << "skipped: the shared boundaries are not there";
        import(sharedBoundaries(), on(today, "wards_2025"));
        import(sharedBoundaries(), on(lastDayOfDistricts, "districts_2025h1"));
        import(sharedBoundaries(), on(lastDayOfDistricts, "communes_2025h1_est"));
    }
    std::vector<UnitIndex> unitsOfBoth(Date date, bool districts) {
        std::vector<UnitIndex> units;
        for (const char* province : {"12", "14"}) {
            const UnitIndex above = gazetteer().findCode(province, date);
            const auto below = districts ? gazetteer().childrenAt(above, date)
                                         : gazetteer().communesOf(above, date);
            units.insert(units.end(), below.begin(), below.end());
        }
        return units;
    }
};

TEST_F(RealDetail, every_level_is_a_coverage_without_gaps_or_overlaps) {
    const auto units = unitsOfBoth(today, false);
    const std::size_t holes = holesOf(geometry::unionOf(shapes(units, today, 0)));
    for (const double level : detailLevels) {
        SCOPED_TRACE(level);
        double sum = 0;
        const auto all = shapes(units, today, level);
        for (const MultiPolygon& shape : all) {
            bool repaired = false;
            EXPECT_FALSE(geometry::madeValid(shape, repaired).empty());
            EXPECT_FALSE(repaired);
            sum += areaOf(shape);
        }
        const MultiPolygon whole = geometry::unionOf(all);
        EXPECT_NEAR(areaOf(whole), sum, 1e-12 * sum);
        EXPECT_EQ(holesOf(whole), holes);
    }
}

TEST_F(RealDetail, no_point_moves_farther_than_the_tolerance) {
    const auto units = unitsOfBoth(today, false);
    const auto originals = shapes(units, today, 0);
    for (const double level : {30.0, 300.0, 1000.0}) {
        const auto all = shapes(units, today, level);
        double farthest = 0;
        for (std::size_t i = 0; i < units.size(); i += 7)
            forEachPoint(originals[i], [&](Point point) {
                farthest = std::max(farthest, distanceTo(all[i], point));
            });
        EXPECT_LE(farthest, 1.01 * level);
        EXPECT_GT(farthest, 0.5 * level);
    }
}

TEST_F(RealDetail, coarser_levels_have_points_of_finer_ones_only) {
    const auto units = unitsOfBoth(today, false);
    Points finer = pointsOf(shapes(units, today, 0));
    for (const double level : detailLevels) {
        Points points = pointsOf(shapes(units, today, level));
        EXPECT_TRUE(std::includes(finer.begin(), finer.end(), points.begin(), points.end()));
        EXPECT_LT(points.size(), finer.size());
        finer = std::move(points);
    }
}

TEST_F(RealDetail, districts_and_provinces_run_along_the_lines_of_communes) {
    const auto communesNow = unitsOfBoth(today, false);
    const auto districts = unitsOfBoth(lastDayOfDistricts, true);
    for (const double level : detailLevels) {
        SCOPED_TRACE(level);
        const MultiPolygon now = geometry::unionOf(shapes(communesNow, today, level)),
                           then = geometry::unionOf(shapes(districts, lastDayOfDistricts, level));
        EXPECT_NEAR(areaOf(then), areaOf(now), 1e-9);
        const auto provinces = shapes(
            {gazetteer().findCode("12", today), gazetteer().findCode("14", today)}, today, level);
        EXPECT_NEAR(areaOf(provinces[0]) + areaOf(provinces[1]), areaOf(now), 1e-9);
        EXPECT_EQ(holesOf(provinces[0]) + holesOf(provinces[1]), 0U);
    }
}

} // namespace
} // namespace terroir::boundaries
