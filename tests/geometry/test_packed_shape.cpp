#include "core/base/error.hpp"
#include "core/geometry/packed_shape.hpp"

#include <gtest/gtest.h>

namespace terroir::geometry {
namespace {

const MultiPolygon island{{{{103.5, 22.25}, {103.6, 22.25}, {103.6, 22.3123457}, {103.5, 22.25}},
                           {{{103.55, 22.26}, {103.56, 22.27}, {103.57, 22.26}, {103.55, 22.26}}}},
                          {{{-180, -90}, {180, -90}, {180, 90}, {-180, -90}}, {}}};

TEST(PackedShape, what_lies_on_the_grid_comes_back_to_the_last_bit) {
    const MultiPolygon back = unpack(pack(island));
    ASSERT_EQ(back.size(), 2U);
    EXPECT_EQ(back[0].outer, island[0].outer);
    EXPECT_EQ(back[0].holes, island[0].holes);
    EXPECT_EQ(back[1].outer, island[1].outer);
    EXPECT_TRUE(unpack(pack({})).empty());
}

TEST(PackedShape, other_points_are_rounded_to_a_centimetre) {
    const Ring outer{{103.12345678901, 22}, {103.2, 22}, {103.2, 22.1}, {103.12345678901, 22}};
    EXPECT_NEAR(unpack(pack({{outer, {}}}))[0].outer[0].x, 103.12345678901, 5e-8);
}

TEST(PackedShape, truncated_bytes_are_refused) {
    const std::string bytes = pack(island);
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_THROW(unpack(std::string_view(bytes).substr(0, size)), GeometryError) << size;
    EXPECT_THROW(unpack(std::string(20, '\xff')), GeometryError);
}

} // namespace
} // namespace terroir::geometry
