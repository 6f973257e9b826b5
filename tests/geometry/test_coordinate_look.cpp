#include "core/geometry/coordinate_look.hpp"

#include <gtest/gtest.h>

namespace terroir::geometry {
namespace {

struct Layer {
    const char* what;
    Box numbers;
    SaidUnit said;
    const char* fault; ///< a part of the sentence; empty: none
};

TEST(CoordinateLook, numbers_that_cannot_be_what_the_layer_says_are_told) {
    const Box degrees{102.3, 21.7, 103.9, 22.8}, exchanged{21.7, 102.3, 22.8, 103.9};
    const Box metres{430000, 2400000, 590000, 2520000},
        northFirst{2400000, 430000, 2520000, 590000};
    const Layer layers[] = {
        {"degrees", degrees, SaidUnit::Degrees, ""},
        {"metres", metres, SaidUnit::Metres, ""},
        {"Web Mercator", {11390000, 2480000, 11570000, 2610000}, SaidUnit::Metres, ""},
        {"abroad", {2, 48, 3, 49}, SaidUnit::Degrees, ""},
        {"nothing", {}, SaidUnit::Degrees, ""},
        {"latitude first", exchanged, SaidUnit::Degrees, "x and y are exchanged"},
        {"northing first", northFirst, SaidUnit::Metres, "x and y are exchanged"},
        {"degrees said to be metres", degrees, SaidUnit::Metres, "EPSG:4326"},
        {"metres said to be degrees", metres, SaidUnit::Degrees, "VN-2000"},
        {"metres without a word", metres, SaidUnit::Nothing, "VN-2000"},
        {"degrees without a word", degrees, SaidUnit::Nothing, "EPSG:4326"},
    };
    for (const Layer& layer : layers) {
        const auto fault = faultOf(layer.numbers, layer.said);
        EXPECT_EQ(fault.has_value(), *layer.fault != '\0') << layer.what;
        if (fault) {
            EXPECT_NE(fault->en.find(layer.fault), std::string::npos) << fault->en;
            EXPECT_NE(fault->vi, fault->en);
        }
    }
}

} // namespace
} // namespace terroir::geometry
