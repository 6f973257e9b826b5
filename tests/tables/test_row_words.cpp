#include "core/tables/contact_words.hpp"
#include "core/tables/row_words.hpp"

#include <gtest/gtest.h>

namespace terroir::tables {
namespace {

TEST(Headings, AreTakenApart) {
    const auto expect = [](const char* text, Numbering numbering, const char* name) {
        const Heading heading = readHeading(text);
        EXPECT_EQ(heading.numbering, numbering) << text;
        EXPECT_EQ(heading.text, name) << text;
    };
    expect("I. HUYỆN TAM ĐƯỜNG", Numbering::Roman, "HUYỆN TAM ĐƯỜNG");
    expect("II - Huyện Than Uyên (05 sản phẩm)", Numbering::Roman, "Huyện Than Uyên");
    expect("Xã Mường Phăng:", Numbering::None, "Xã Mường Phăng");
    expect("1. Cây chè: 12,5 ha", Numbering::Arabic, "Cây chè");
    expect("1.2 Xã Bản Bo", Numbering::Dotted, "Xã Bản Bo");
    expect("A) Trồng trọt", Numbering::Letter, "Trồng trọt");
    expect("- Xã Nà Tăm", Numbering::Bullet, "Xã Nà Tăm");
    expect("3 sao", Numbering::None, "3 sao");
    expect("Vải thiều", Numbering::None, "Vải thiều");
}

TEST(Totals, AreToldByTheirWords) {
    for (const char* total :
         {"Tổng cộng", "Cộng huyện", "TỔNG SỐ: 05 nhiệm vụ", "Cộng", "Bình quân", "TB", "Toàn tỉnh",
          "Tổng số gà", "Cộng sầu riêng", "I. Tổng diện tích"})
        EXPECT_TRUE(isTotalWord(total)) << total;
    for (const char* other :
         {"Tổng công ty Chè Tây Bắc", "Cộng đồng bản Lìm", "Công ty TNHH Hoa Lan", "Tổng hợp",
          "Cam Vinh", "Công nghệ sấy", "", "Tổng đội thanh niên xung phong"})
        EXPECT_FALSE(isTotalWord(other)) << other;
}

TEST(HeaderYears, AreReadWithTheirPlan) {
    EXPECT_EQ(headerYearOf("2021")->year, 2021);
    EXPECT_EQ(headerYearOf("Sơ bộ 2024")->year, 2024);
    EXPECT_FALSE(headerYearOf("Năm 2022")->isPlanned);
    EXPECT_TRUE(headerYearOf("KH 2025")->isPlanned);
    EXPECT_FALSE(headerYearOf("2020-2022"));
    EXPECT_FALSE(headerYearOf("Diện tích"));
    EXPECT_FALSE(headerYearOf("1.947"));
}

TEST(Notes, StandBelowTables) {
    for (const char* note : {"Ghi chú: (*) đánh giá lại", "Nơi nhận:", "TM. HỘI ĐỒNG", "(Đã ký)",
                             "Lai Châu, ngày 5 tháng 3 năm 2024", "Người lập biểu"})
        EXPECT_TRUE(isNoteOrSignature(note)) << note;
    for (const char* other : {"Xã Bản Bo", "HTX Người Dao", "Chè Shan tuyết"})
        EXPECT_FALSE(isNoteOrSignature(other)) << other;
}

TEST(HolderAndLeader, stand_in_one_cell_behind_each_other) {
    using Pair = std::pair<std::string, std::string>;
    EXPECT_EQ(holderAndLeader("Viện Rau quả;\nTS. Nguyễn Văn Một"),
              Pair("Viện Rau quả", "TS. Nguyễn Văn Một"));
    EXPECT_EQ(holderAndLeader("Trường A\nThS. Lê Hai"), Pair("Trường A", "ThS. Lê Hai"));
    EXPECT_EQ(holderAndLeader("Viện Rau quả"), Pair("Viện Rau quả", ""));
}

} // namespace
} // namespace terroir::tables
