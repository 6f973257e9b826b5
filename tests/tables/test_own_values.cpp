// Cells that state a value for each of several places.

#include "core/tables/own_values.hpp"

#include <gtest/gtest.h>

namespace terroir::tables {
namespace {

std::string joined(const std::vector<OwnValue>& values) {
    std::string out;
    for (const OwnValue& value : values)
        out += (out.empty() ? "" : " | ") + value.place + " = " + value.value;
    return out;
}

TEST(OwnValues, stand_in_brackets_behind_colons_or_with_their_unit) {
    const std::pair<const char*, const char*> cases[] = {
        {"xã Chi Lăng (420 ha), xã Y Tịch (185,5 ha)",
         "xã Chi Lăng = 420 ha | xã Y Tịch = 185,5 ha"},
        {"Thiện Hòa: 310 ha; Yên Lỗ: 275 ha; Tân Hòa: 140",
         "Thiện Hòa = 310 ha | Yên Lỗ = 275 ha | Tân Hòa = 140"},
        {"Bản Bo 12,5 ha và Nà Tăm 3 ha", "Bản Bo = 12,5 ha | Nà Tăm = 3 ha"},
        {"phường 5 (1.200 con)\nphường 6 (800 con)", "phường 5 = 1.200 con | phường 6 = 800 con"},
        {"Bản Bo - 12 ha, Nà Tăm - 3 ha, huyện Tam Đường",
         "Bản Bo, huyện Tam Đường = 12 ha | Nà Tăm, huyện Tam Đường = 3 ha"},
    };
    for (const auto& [cell, expected] : cases)
        EXPECT_EQ(joined(ownValues(cell)), expected) << cell;
}

TEST(OwnValues, are_not_read_into_other_cells) {
    for (const char* cell :
         {"", "Bản Bo", "Bản Bo (12 ha)", "Bản Bo, Nà Tăm", "phường 5, phường 6",
          "Bản Bo (12 ha), Nà Tăm", "Bản Bo (cũ), Nà Tăm (cũ)", "12 ha, 3 ha", "thôn 3, xã Bản Bo",
          "xã Mỹ Thọ (xã Mỹ Xương cũ), xã Mỹ Hiệp (xã Bình Thạnh cũ)"})
        EXPECT_EQ(joined(ownValues(cell)), "") << cell;
}

TEST(OwnValues, of_some_places_alone_are_noticed) {
    for (const char* cell :
         {"Bản Bo (2,5 ha), Sơn Bình", "Bản Bo, Sơn Bình (2 ha)", "Bản Bo (2 ha), Nà Tăm (3 ha)"})
        EXPECT_TRUE(statesSomeValue(cell)) << cell;
    for (const char* cell :
         {"", "Bản Bo (2 ha)", "Bản Bo, Nà Tăm", "phường 5, phường 6", "phường 1 Bảo Lộc, phường 2 Bảo Lộc",
          "Bản Bo (cũ), Nà Tăm"})
        EXPECT_FALSE(statesSomeValue(cell)) << cell;
}

TEST(OwnValues, may_stand_line_by_line_in_two_cells) {
    EXPECT_EQ(joined(ownLines("xã Tân Nhuận Đông\nxã Phú Hựu", "35\n22,5")),
              "xã Tân Nhuận Đông = 35 | xã Phú Hựu = 22,5");
    for (const auto& [places, values] :
         {std::pair{"A\nB", "35"}, {"A", "35\n22"}, {"A\nB", "35\nnhiều"}, {"A\nB\nC", "1\n2"}})
        EXPECT_EQ(joined(ownLines(places, values)), "") << places << " / " << values;
}

} // namespace
} // namespace terroir::tables
