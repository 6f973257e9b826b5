#include "core/records/measure_units.hpp"

#include <gtest/gtest.h>

namespace terroir::records {
namespace {

TEST(MeasureUnits, give_their_thousands_away_but_money_does_not) {
    const struct {
        const char* unit;
        double factor;
        const char* rest;
    } cases[] = {
        {"con", 1, "con"},
        {"nghìn con", 1000, "con"},
        {"1.000 m2", 1000, "m2"},
        {"1000 con", 1000, "con"},
        {"triệu cây", 1e6, "cây"},
        {"nghìn tấn", 1000, "tấn"},
        {"triệu đồng", 1, "triệu đồng"},
        {"sào bắc bộ", 1, "sào bắc bộ"},
        {"mô hình", 1, "mô hình"},
    };
    for (const auto& one : cases) {
        EXPECT_EQ(scaledUnit(one.unit).factor, one.factor) << one.unit;
        EXPECT_EQ(scaledUnit(one.unit).unit, one.rest) << one.unit;
    }
}

TEST(MeasureUnits, of_yield_come_to_tonnes_per_hectare) {
    EXPECT_DOUBLE_EQ(*tonnesPerHectare(68.5, "tạ/ha", Region::Unknown), 6.85);
    EXPECT_DOUBLE_EQ(*tonnesPerHectare(6850, "kg/ha", Region::Unknown), 6.85);
    EXPECT_DOUBLE_EQ(*tonnesPerHectare(252, "kg/sào", Region::North), 7);
    EXPECT_FALSE(tonnesPerHectare(252, "kg/sào", Region::Unknown));
    EXPECT_FALSE(tonnesPerHectare(30, "kg/cây", Region::North));
    EXPECT_FALSE(isYieldUnit("con/lứa"));
}

TEST(MeasureUnits, of_mass_come_to_tonnes) {
    EXPECT_EQ(perTonne("Tạ"), 10);
    EXPECT_EQ(perTonne("kg"), 1000);
    EXPECT_FALSE(perTonne("lít"));
}

} // namespace
} // namespace terroir::records
