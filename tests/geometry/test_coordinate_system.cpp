#include "core/geometry/coordinate_system.hpp"

#include <gtest/gtest.h>

namespace terroir::geometry {
namespace {

TEST(CoordinateSystem, is_chosen_by_the_values_and_by_what_is_written) {
    const std::pair<std::string, std::string> degrees{"105,81", "21,02"},
        signs{"105°48'36\"", "21°01'12\""}, metres{"2325678,4", "512345,6"}, small{"12", "30000"};
    const struct {
        std::pair<std::string, std::string> values;
        const char* written;
        std::vector<std::string> zones;
        const char* crs;
    } cases[] = {
        {degrees, "", {}, "EPSG:4326"},
        {signs, "Hệ VN-2000, kinh tuyến trục 105°00'", {}, "EPSG:4326"},
        {metres, "Hệ tọa độ VN-2000, kinh tuyến trục 108°30', múi chiếu 3°", {}, "EPSG:9218"},
        {metres, "VN2000 KTT 105-45 (múi 3)", {"EPSG:9205"}, "EPSG:9210"},
        {metres, "VN 2000, KTT 105 độ 45 phút", {}, "EPSG:9210"},
        {metres, "kinh tuyến trục 104", {}, "EPSG:9206"},
        {metres, "KTT: 107.75", {}, "EPSG:5899"},
        {metres, "KTT: 104.5", {}, "EPSG:9207"},
        {metres, "EPSG:9214", {"EPSG:9205"}, "EPSG:9214"},
        {metres, "UTM 48N", {}, "EPSG:32648"},
        {metres, "UTM zone 49N", {}, "EPSG:32649"},
        {metres, "VN-2000/UTM-48N", {}, "EPSG:3405"},
        {metres, "VN-2000, KTT 105, múi 6", {}, "EPSG:3405"},
        {metres, "Năm 2023, huyện có 105 hộ", {"EPSG:9205"}, "EPSG:9205"},
        {metres, "X, Y (m)", {"EPSG:9205"}, "EPSG:9205"},
        {metres, "", {"EPSG:9206"}, "EPSG:9206"},
        {metres, "", {"EPSG:9208", "EPSG:5897", "EPSG:9211"}, ""}, // Phú Thọ of today
        {metres, "KTT 105", {"EPSG:9208", "EPSG:5897"}, "EPSG:5897"},
        {metres, "", {}, ""},
        {small, "VN-2000", {"EPSG:9205"}, ""},
    };
    for (const auto& one : cases) {
        const auto chosen = chooseCoordinateSystem({one.values}, one.written, one.zones);
        EXPECT_EQ(chosen ? chosen->crs : "", one.crs) << one.written;
        EXPECT_TRUE(!chosen || chosen->said.en.find(one.crs) != std::string::npos) << one.written;
    }
}

} // namespace
} // namespace terroir::geometry
