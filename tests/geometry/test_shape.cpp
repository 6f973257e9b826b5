#include "core/base/error.hpp"
#include "core/geometry/shape.hpp"

#include <gtest/gtest.h>

namespace terroir::geometry {
namespace {

const Polygon withHole{{{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}},
                       {{{1, 1}, {2, 1}, {2, 2}, {1, 1}}}};

std::string fromHex(std::string_view hex) {
    std::string bytes;
    for (std::size_t i = 0; i < hex.size(); i += 2)
        bytes += char(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
    return bytes;
}

TEST(Shape, wkb_keeps_parts_and_holes) {
    const MultiPolygon shape{withHole, {{{9, 9}, {10, 9}, {10, 10}, {9, 9}}, {}}};
    const MultiPolygon back = fromWkb(toWkb(shape));
    ASSERT_EQ(back.size(), 2U);
    EXPECT_EQ(back[0].outer, withHole.outer);
    ASSERT_EQ(back[0].holes.size(), 1U);
    EXPECT_EQ(back[0].holes[0], withHole.holes[0]);
    EXPECT_EQ(back[1].outer, shape[1].outer);
}

TEST(Shape, an_empty_shape_is_a_multipolygon_without_parts) {
    EXPECT_TRUE(fromWkb(toWkb({})).empty());
}

TEST(Shape, big_endian_polygons_with_heights_are_read_and_the_heights_dropped) {
    // POLYGON Z ((0 0 5, 1 0 5, 0 1 5, 0 0 5)), ISO type 1003, big endian
    const std::string zero(16, '0'), one = "3ff0000000000000", five = "4014000000000000";
    const MultiPolygon shape =
        fromWkb(fromHex("00000003eb0000000100000004" + zero + zero + five + one + zero + five +
                        zero + one + five + zero + zero + five));
    ASSERT_EQ(shape.size(), 1U);
    EXPECT_EQ(shape[0].outer, (Ring{{0, 0}, {1, 0}, {0, 1}, {0, 0}}));
}

TEST(Shape, bytes_that_break_off_anywhere_are_refused) {
    const std::string whole = toWkb({withHole});
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_THROW(fromWkb(std::string_view(whole).substr(0, length)), GeometryError) << length;
}

TEST(Shape, a_count_larger_than_the_bytes_is_refused_before_memory_is_taken) {
    EXPECT_THROW(fromWkb(fromHex("0106000000ffffffff")), GeometryError);
    EXPECT_THROW(fromWkb(fromHex("010300000001000000ffffff0f")), GeometryError);
}

TEST(Shape, a_point_or_an_unknown_byte_order_is_refused) {
    EXPECT_THROW(fromWkb(fromHex("010100000000000000000000000000000000000000")), GeometryError);
    EXPECT_THROW(fromWkb(fromHex("0903000000")), GeometryError);
}

TEST(Shape, a_box_starts_empty_and_grows) {
    Box box;
    EXPECT_TRUE(box.isEmpty());
    box.expand(boxOf({withHole}));
    box.expand(Point{-1, 7});
    EXPECT_FALSE(box.isEmpty());
    EXPECT_DOUBLE_EQ(box.width(), 5);
    EXPECT_DOUBLE_EQ(box.height(), 7);
}

} // namespace
} // namespace terroir::geometry
