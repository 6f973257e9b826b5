#include "core/geometry/ground.hpp"

#include "core/base/error.hpp"
#include "core/geometry/projection.hpp"
#include "core/geometry/topology.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace terroir::geometry {
namespace {

using terroir::testing::errorOf;

// Bản Bo, Lai Châu.
constexpr Point farm{103.71, 22.36};

MultiPolygon squareAt(Point corner, double side) {
    return {{{corner,
              {corner.x + side, corner.y},
              {corner.x + side, corner.y + side},
              {corner.x, corner.y + side},
              corner},
             {}}};
}

Ground sound(Ground ground) {
    bool repaired = false;
    return soundGround(std::move(ground), repaired);
}

TEST(Ground, comes_back_from_the_workspace_as_it_went_in) {
    MultiPolygon zones = squareAt(farm, 0.02);
    zones.front().holes.push_back(squareAt({103.715, 22.365}, 0.005).front().outer);
    zones.push_back(squareAt({103.8, 22.4}, 0.01).front());
    const std::vector<Ground> all{{{farm, {103.72, 22.37}}, {}, {}},
                                  {{}, {{farm, {103.72, 22.37}}, {{103.8, 22.4}, farm, farm}}, {}},
                                  {{}, {}, zones}};
    for (const Ground& ground : all) {
        const Ground back = fromSpatialite(toSpatialite(ground));
        EXPECT_EQ(back.points, ground.points);
        EXPECT_EQ(back.lines, ground.lines);
        EXPECT_EQ(toWkb(back.polygons), toWkb(ground.polygons));
    }
}

TEST(Ground, bytes_of_something_else_are_refused_wherever_they_break_off) {
    const std::string bytes = toSpatialite({{}, {}, squareAt(farm, 0.02)});
    for (std::size_t length = 0; length < bytes.size(); ++length)
        EXPECT_THROW(fromSpatialite(std::string_view(bytes).substr(0, length)), GeometryError)
            << length;
    EXPECT_THROW(fromSpatialite(bytes + "x"), GeometryError);
    for (const std::size_t at : {0U, 1U, 2U, 38U, 39U, 43U, 47U, 48U, 52U}) {
        std::string other = bytes;
        other[at] = char(other[at] + 100);
        EXPECT_THROW(fromSpatialite(other), GeometryError) << at;
    }
}

TEST(Ground, is_kept_within_vietnam_and_its_sea_alone) {
    for (const Point& point : {farm, Point{111.92, 8.65}, Point{104.0, 10.2}}) // Trường Sa, Phú Quốc
        EXPECT_EQ(sound({{point}, {}, {}}).points.front(), point);
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    for (const Point& point : {Point{22.36, 103.71}, Point{0, 0}, Point{100.5, 13.75},
                               Point{nothing, 22}, Point{500000, 2400000}})
        EXPECT_THROW(sound({{point}, {}, {}}), InputError) << point.x;
    const std::string said = errorOf([] { sound({{{22.36, 103.71}}, {}, {}}); });
    EXPECT_NE(said.find("103.71"), std::string::npos) << said;
    EXPECT_THROW(sound({{}, {{farm, {100, 22}}}, {}}), InputError);
    EXPECT_THROW(sound({{}, {}, squareAt({101.9, 22}, 0.2)}), InputError);
}

TEST(Ground, of_no_length_area_or_end_is_refused) {
    EXPECT_THROW(sound({}), InputError);
    EXPECT_THROW(sound({{}, {{farm, farm}}, {}}), InputError);
    EXPECT_THROW(sound({{}, {}, {{{farm, {103.72, 22.37}, farm}, {}}}}), InputError);
    EXPECT_NO_THROW(sound({std::vector<Point>(mostGroundCorners, farm), {}, {}}));
    EXPECT_THROW(sound({std::vector<Point>(mostGroundCorners + 1, farm), {}, {}}), InputError);
}

TEST(Ground, a_zone_that_crosses_itself_is_mended_which_is_said) {
    const MultiPolygon bow{
        {{farm, {103.73, 22.38}, {103.73, 22.36}, {103.71, 22.38}, farm}, {}}};
    bool repaired = false;
    const Ground mended = soundGround({{}, {}, bow}, repaired);
    EXPECT_TRUE(repaired);
    EXPECT_EQ(mended.polygons.size(), 2U);
    soundGround({{}, {}, squareAt(farm, 0.02)}, repaired);
    EXPECT_FALSE(repaired);
}

TEST(Ground, has_one_point_that_stands_for_it) {
    EXPECT_EQ(pointIn({{farm, {104, 22}}, {}, {}}), farm);
    EXPECT_EQ(pointIn({{}, {{{103, 22}, farm, {104, 22}}}, {}}), farm);
    const MultiPolygon zone = squareAt(farm, 0.02);
    EXPECT_TRUE(contains(zone, pointIn({{}, {}, zone})));
}

} // namespace
} // namespace terroir::geometry
