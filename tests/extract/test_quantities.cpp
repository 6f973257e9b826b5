#include "core/extract/quantities.hpp"
#include "tests/extract/report_lexicon.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

using namespace terroir;
using namespace terroir::extract;

namespace {

/// "=1947 ha; >=300 ha": the numbers of a sentence that count something known.
std::string countedOf(const std::string& text) {
    const std::vector<Token> tokens = tokensOf(text);
    std::string out;
    for (const Counted& one : countedIn(tokens, reportLexicon())) {
        if (one.unit == nullptr)
            continue;
        out +=
            fmt::format("{}{}{}{} {}{}", out.empty() ? "" : "; ", records::toString(one.qualifier),
                        one.value, one.max ? fmt::format("-{}", *one.max) : "", one.unitText,
                        one.isPerUnit ? " each" : "");
    }
    return out;
}

} // namespace

TEST(Quantities, numbers_count_what_stands_behind_them) {
    const std::pair<const char*, const char*> cases[] = {
        {"tổng diện tích chè đạt 1.947 ha, sản lượng 10.200 tấn", "=1947 ha; =10200 tấn"},
        {"chè hữu cơ 54 ha, chè VietGAP 30,7ha", "=54 ha; =30.7 ha"},
        {"trên 300 ha; khoảng 20 hộ; từ 2 mô hình trở lên", ">=300 ha; ~20 hộ; >=2 mô hình"},
        {"từ 5 - 10 đề tài", "range5-10 đề tài"},
        {"có 8/12 xã, 04/06 cuộc thanh tra", "=4 cuộc"},
        {"kinh phí 6,5 triệu đồng, phạt 3.000.000đ", "=6.5 triệu đồng; =3000000 đồng"},
        {"09 cơ sở chăn nuôi quy mô trên 15 con/1 cơ sở", "=9 cơ sở; >=15 con each"},
        {"tăng từ 80 nghìn m2/năm", "=80000 m2/năm"},
        {"1.241 lượt học viên", "=1241 lượt học viên"},
        {"270 các văn bản", "=270 văn bản"},
        {"có tổng số 46 nhiệm vụ", "=46 nhiệm vụ"},
        {"huyện Cam Lộ 6 trang trại", "=6 trang trại"},
        {"3 000 con", "=3000 con"},
        {"12 công ty, doanh nghiệp, trung tâm và 05 tổ hợp tác",
         "=12 công ty, doanh nghiệp, trung tâm; =5 tổ hợp tác"},
        {"hai doanh nghiệp và một dây chuyền", "=2 doanh nghiệp; =1 dây chuyền"},
        {"ở hai xã, ba ha lúa, một số mô hình", ""},
        {"hỗ trợ 57 lượt tổ chức, cá nhân", "=57 lượt tổ chức, cá nhân"},
        {"mô hình nuôi vịt, quy mô 1.500 con", "=1500 con"},
        {"đã kiểm tra 1.204 phương tiên đo", "=1204 phương tiện đo"},
    };
    for (const auto& [text, counted] : cases)
        EXPECT_EQ(countedOf(text), counted) << text;
}

TEST(Quantities, days_codes_years_and_names_count_nothing) {
    for (const char* text :
         {"ngày 15/4/2022", "Kế hoạch số 37-KH/HU, ngày 19/02/2013", "Nghị quyết 20-NQ/TW",
          "TCVN ISO 9001:2015", "năm 2020", "giai đoạn 2015-2020", "tháng 12 năm 2020",
          "1. Kết quả", "bản Chu Va 12", "giống LC 270, CP 111", "Hương thơm số 1", "lớp 5",
          "Đại hội khóa XI lần thứ 13", "Trung ương 6 khóa XI", "năm 2016 và 2018 Công ty Bê tông"})
        EXPECT_EQ(countedOf(text), "") << text;
}
