#include "core/tables/title_words.hpp"

#include <gtest/gtest.h>

namespace terroir::tables {
namespace {

struct Case {
    const char *title, *kind, *subject;
    bool isSure;
};

TEST(TitleWords, NameWhatTheTableIsAbout) {
    const Case cases[] = {
        {"2. Mô hình trồng dâu tây chịu lạnh - thực hiện tại xã A", "model",
         "trồng dâu tây chịu lạnh", true},
        {"III. MÔ HÌNH NUÔI ONG MẬT NĂM 2024", "model", "nuôi ong mật", true},
        {"MÔ HÌNH NUÔI ONG MẬT", "model", "nuôi ong mật", false},
        {"BIỂU TỔNG HỢP DIỆN TÍCH, NĂNG SUẤT, SẢN LƯỢNG CHÈ NĂM 2011", "production_zone", "chè",
         true},
        {"Danh sách hộ nuôi cá lồng trên địa bàn huyện", "aquaculture", "cá lồng", true},
        {"DIỆN TÍCH VÀ SẢN LƯỢNG CAM SÀNH", "planting", "cam sành", true},
        {"DIỆN TÍCH VÀ SẢN LƯỢNG DỪA PHÂN THEO XÃ GIAI ĐOẠN 2020 - 2023", "planting", "dừa", true},
        {"KẾ HOẠCH TRỒNG CÂY DƯỢC LIỆU, CÀ PHÊ NĂM 2023", "planting", "dược liệu, cà phê", false},
        {"I. Cà chua", "planting", "cà chua", false},
        // of no one thing
        {"KẾT QUẢ ĐIỀU TRA CHĂN NUÔI 1/10/2022", "livestock", "", false},
        {"KẾT QUẢ THỰC HIỆN CÁC MÔ HÌNH TRÌNH DIỄN NĂM 2022", "model", "", false},
        {"Thống kê diện tích cây trồng chủ lực", "planting", "", false},
        {"DANH SÁCH SẢN PHẨM OCOP", "ocop", "", false},
    };
    for (const Case& one : cases) {
        const TitleWords words = titleWords({{1, one.title}}, one.kind);
        EXPECT_EQ(words.subject, one.subject) << one.title;
        EXPECT_EQ(words.isSubjectSure, one.isSure) << one.title;
    }
}

TEST(TitleWords, OfTheNearestLineNameTheBlock) {
    EXPECT_EQ(titleWords({{1, "1. Mô hình nuôi vịt"}, {9, "2. Mô hình trồng lê"}}, "model").subject,
              "trồng lê");
}

TEST(TitleWords, OfAllThatWasGrantedSoFarSayNoYearOfEach) {
    const struct {
        const char *title, *kind, *period;
    } cases[] = {
        {"DANH MỤC NHÃN HIỆU ĐÃ ĐƯỢC BẢO HỘ ĐẾN NĂM 2024", "title", ""},
        {"SẢN PHẨM OCOP CÒN HIỆU LỰC (ĐẾN NĂM 2025)", "ocop", ""},
        {"DANH MỤC NHÃN HIỆU ĐƯỢC CẤP NĂM 2024", "title", "2024"},
        {"DIỆN TÍCH CHÈ NĂM 2023", "planting", "2023"},
        // a system and standards
        {"TRANG TRẠI (VN-2000, KTT 104-45)", "livestock", ""},
        {"Hệ tọa độ VN2000; số liệu 2023", "livestock", "2023"},
        {"CƠ SỞ ĐẠT TCVN 11892-1:2017", "livestock", ""},
        {"Theo ISO 22000:2018, năm 2024", "planting", "2024"},
        {"Vụ Đông Xuân tháng 2/2023", "planting", "2023"},
    };
    for (const auto& one : cases)
        EXPECT_EQ(titleWords({{1, one.title}}, one.kind).period, one.period) << one.title;
}

TEST(TitleWords, SayTheDayOfACountWhereverItStands) {
    const std::pair<const char*, const char*> cases[] = {
        {"KẾT QUẢ ĐIỀU TRA CHĂN NUÔI THỜI ĐIỂM 01/10/2023", "01/10/2023"},
        {"Đàn vật nuôi (thời điểm 1/4/2024) của huyện", "1/4/2024"},
        {"Số lượng gia súc có đến ngày 01/01/2024 trên địa bàn huyện", "01/01/2024"},
        {"Tính đến ngày 31/12/2023", "31/12/2023"},
        // a span, a plan and a time that is no day
        {"ĐÀN VẬT NUÔI TỪ 01/01/2021 ĐẾN 31/12/2023", ""},
        {"Kế hoạch tính đến năm 2030", "2030"},
        {"Tình hình thời điểm giao mùa năm 2023", "2023"},
    };
    for (const auto& [title, period] : cases)
        EXPECT_EQ(titleWords({{1, title}}, "livestock").period, period) << title;
}

TEST(TitleWords, OfMoneyAreNoUnitOfTheRows) {
    const std::pair<const char*, const char*> cases[] = {
        {"Đơn vị tính: ha", "ha"},      {"(ĐVT: 1.000 con)", "1.000 con"}, {"ĐVT: triệu đồng", ""},
        {"Đơn vị tính tiền: đồng", ""}, {"(Đơn vị: 1.000 đ)", ""},         {"ĐVT: đồng/kg", ""},
    };
    for (const auto& [title, unit] : cases)
        EXPECT_EQ(titleWords({{1, title}}, "model").unit, unit) << title;
    EXPECT_EQ(titleWords({{1, "ĐVT: triệu đồng"}}, "generic").unit, "triệu đồng");
}

TEST(TitleWords, OfSeveralMeasuresGiveAUnitForEach) {
    using Units = std::map<std::string, std::string>;
    const std::pair<const char*, Units> cases[] = {
        {"Diện tích: ha; sản lượng: tấn", {{"area", "ha"}, {"output", "tấn"}}},
        {"(Đơn vị tính: Diện tích: ha; năng suất: tạ/ha; sản lượng: tấn)",
         {{"area", "ha"}, {"yield", "tạ/ha"}, {"output", "tấn"}}},
        {"ĐVT: ha", {}},
        {"Người lập: Nguyễn Văn A", {}},
    };
    for (const auto& [title, units] : cases)
        EXPECT_EQ(titleWords({{1, title}}, "planting").units, units) << title;
}

} // namespace
} // namespace terroir::tables
