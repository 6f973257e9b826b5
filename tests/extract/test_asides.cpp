#include "core/extract/asides.hpp"
#include "tests/extract/report_lexicon.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

using namespace terroir::extract;

namespace {

/// "96 ha; 40 con": the numbers of a sentence that are statements of its territory and time.
std::string statedIn(const std::string& text) {
    const std::vector<Token> tokens = tokensOf(text);
    std::string out;
    for (const Counted& one : countedIn(tokens, reportLexicon()))
        if (!isAside(tokens, one, reportLexicon(), 2024))
            out += fmt::format("{}{} {}", out.empty() ? "" : "; ", one.value, one.unitText);
    return out;
}

} // namespace

TEST(Asides, numbers_of_the_country_of_before_of_plans_and_of_losses_are_none_of_the_report) {
    const std::pair<const char*, const char*> cases[] = {
        {"Cả nước hiện có 60 chỉ dẫn địa lý, tỉnh có 2 chỉ dẫn địa lý", "2 chỉ dẫn địa lý"},
        {"Toàn quốc có 11.000 sản phẩm OCOP; huyện có 9 sản phẩm OCOP", "9 sản phẩm"},
        {"sản lượng chiếm 12% sản lượng cả nước", ""},
        {"đã hướng dẫn trên phạm vi toàn quốc cho 40 hồ sơ", "40 hồ sơ"},
        {"kiểm định 900 phương tiện đo (cùng kỳ năm trước là 850 phương tiện đo)",
         "900 phương tiện đo"},
        {"năng suất cao hơn cùng kỳ 3 tạ/ha", "3 tạ/ha"},
        {"mở 12 lớp, đạt 80% kế hoạch", "12 lớp"},
        {"mưa lũ làm chết 40 con bò, vùi lấp 5 ha lúa", ""},
        {"nâng năng suất thêm 15% so với giống cũ", "15 %"},
        {"tỷ lệ hộ nghèo còn 7%; đàn bò 900 con", "900 con"},
        {"gắn mã cho 80 sản phẩm, tăng so với 45 sản phẩm trước đó", "80 sản phẩm"},
        {"vùng lạc 300 ha (năm 2023: 320 ha)", "300 ha"},
        {"vùng lạc 300 ha (năm 2030: 400 ha)", "300 ha; 400 ha"},
        {"nhãn còn 60 ha (trước đây có 90 ha)", "60 ha"},
        {"Đoàn kiểm tra gồm 05 thành viên; hợp tác xã có 09 thành viên", "9 thành viên"},
    };
    for (const auto& [text, stated] : cases)
        EXPECT_EQ(statedIn(text), stated) << text;
}
