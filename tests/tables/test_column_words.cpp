#include "core/tables/column_words.hpp"

#include <gtest/gtest.h>

namespace terroir::tables {
namespace {

struct Header {
    std::vector<std::string> path;
    std::string kind, field, unit;
};

class Headers : public testing::TestWithParam<Header> {};

TEST_P(Headers, MeanFields) {
    const Header& header = GetParam();
    const auto meanings = meaningsOf(header.path, header.kind);
    EXPECT_EQ(meanings.empty() ? "" : meanings.front().field, header.field);
    EXPECT_EQ(unitInHeader(header.path), header.unit);
}

INSTANTIATE_TEST_SUITE_P(
    OfTables, Headers,
    testing::Values(
        Header{{"STT"}, "ocop", "#", ""}, Header{{"Số TT"}, "ocop", "#", ""},
        Header{{"Tên sản phẩm"}, "ocop", "subject", ""},
        Header{{"Tên sản phẩm OCOP"}, "ocop", "subject", ""},
        Header{{"Diện tích (ha)"}, "planting", "area", "ha"},
        Header{{"DT_HA"}, "planting", "area", "ha"}, Header{{"dt_m2"}, "planting", "area", "m2"},
        Header{{"DienTich"}, "planting", "area", ""},
        Header{{"SANLUONG"}, "planting", "output", ""},
        Header{{"SLUONG_TAN"}, "aquaculture", "output", "tấn"},
        Header{{"Số con"}, "livestock", "count", "con"},
        Header{{"Quy mô (con)"}, "livestock", "value", "con"},
        Header{{"Diện tích (ĐVT: m2)"}, "planting", "area", "m2"},
        Header{{"Xã, phường, thị trấn"}, "ocop", "commune", ""},
        Header{{"Tỉnh/TP"}, "title", "province", ""},
        Header{{"Cơ sở sản xuất", "Tên cơ sở"}, "ocop", "holder", ""},
        Header{{"Sản phẩm", "Tên gọi"}, "ocop", "subject", ""},
        Header{{"Quyết định công nhận", "Số"}, "ocop", "decision", ""},
        Header{{"Quyết định công nhận", "Ngày ký"}, "ocop", "period", ""},
        Header{{"Kinh phí (triệu đồng)", "Tổng"}, "st_task", "budget", "triệu đồng"},
        Header{{"Xếp loại"}, "ocop", "stars", ""}, Header{{"Xếp loại"}, "st_task", "status", ""},
        Header{{"Loại"}, "livestock", "subject", ""}, Header{{"Loại"}, "title", "category", ""},
        Header{{"Mã số"}, "production_zone", "code", ""}, Header{{"Đ/c"}, "ocop", "place", ""},
        Header{{"Thôn, bản"}, "livestock", "@village", ""},
        Header{{"Giống chè"}, "production_zone", "variety", ""},
        Header{{"Tên nhãn hiệu, chỉ dẫn địa lý"}, "title", "subject", ""},
        Header{{"Chủ sở hữu/tổ chức quản lý"}, "title", "holder", ""},
        Header{{"Tên nhãn hiệu"}, "title", "subject", ""}, Header{{"Lúa"}, "planting", "", ""},
        Header{{"Lứa"}, "livestock", "-", ""},
        Header{{"LOAI_DL"}, "production_zone", "subject", ""},
        Header{{"Thức ăn (kg)"}, "aquaculture", "-", "kg"},
        Header{{"Cán bộ theo dõi"}, "model", "-", ""},
        Header{{"Chủ nhiệm"}, "st_task", "leader", ""},
        Header{{"Cơ quan chủ trì"}, "st_task", "holder", ""},
        Header{{"Năm thành lập"}, "planting", "-", ""},
        Header{{"Ngày, tháng, năm sinh"}, "livestock", "-", ""},
        Header{{"Năm xây dựng"}, "packing_house", "-", ""},
        Header{{"Năm hoàn thành"}, "livestock", "-", ""},
        Header{{"Năm hoàn thành"}, "st_task", "period", ""},
        Header{{"Năm xây dựng mô hình"}, "model", "period", ""},
        Header{{"Năm trồng"}, "planting", "period", ""}, Header{{"Kinh độ"}, "livestock", "@x", ""},
        Header{{"Zzz"}, "livestock", "", ""}),
    [](const auto& one) { return std::to_string(one.index); });

TEST(Headers, PlanIsAWordOfItsOwn) {
    const auto shareOf = [](const std::vector<std::string>& path) {
        const auto meanings = meaningsOf(path, "model");
        return meanings.empty() || meanings.front().field != "value" ? 0 : meanings.front().share;
    };
    EXPECT_GE(shareOf({"Khối lượng", "Thực hiện"}), 0.3);
    EXPECT_LT(shareOf({"Khối lượng", "Kế hoạch"}), 0.3);
    EXPECT_LT(shareOf({"Khối lượng", "KH 2024"}), shareOf({"Khối lượng", "TH 2024"}));
}

TEST(Headers, RatingsThatWereGivenComeBeforeThoseAskedFor) {
    const auto shareOf = [](const char* header) { return meaningsOf({header}, "ocop").front(); };
    EXPECT_EQ(shareOf("Hạng sao đề nghị").field, "stars");
    EXPECT_LT(shareOf("Hạng sao đề nghị").share, shareOf("Hạng sao công nhận").share);
}

TEST(Headers, SayInBracketsWhatPlacesTheyHold) {
    for (const auto& path : std::vector<std::vector<std::string>>{
             {"Xã (cũ)"}, {"Cơ sở sản xuất", "Địa bàn (xã, phường)"}, {"Địa chỉ (xã)"}})
        EXPECT_EQ(meaningsOf(path, "ocop").front().field, "commune") << path.back();
}

TEST(HeaderLike, TellsHeadersFromData) {
    for (const char* header : {"STT", "Tên sản phẩm", "Chủ thể sản xuất", "Diện tích (ha)", "Xã",
                               "Địa chỉ", "Năm công nhận", "Ghi chú"})
        EXPECT_TRUE(isHeaderLike(header)) << header;
    for (const char* data : {"Xã Tô Múa", "Mô hình trồng cam trên đất dốc", "HTX Chè Suối Giàng",
                             "Cây chè", "Huyện Mộc Châu", "12,5", "", "Thôn Páng, xã Tô Múa"})
        EXPECT_FALSE(isHeaderLike(data)) << data;
}

} // namespace
} // namespace terroir::tables
