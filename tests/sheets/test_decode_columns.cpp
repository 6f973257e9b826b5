#include "core/sheets/decode_columns.hpp"
#include "tests/sheets/sheet_files.hpp"

#include <gtest/gtest.h>

namespace terroir::sheets {
namespace {

using Lines = std::vector<std::string>;

struct Decoded {
    Lines rows;
    std::vector<std::string> remarks;
};

Decoded decoded(const std::vector<std::vector<std::string>>& rows, bool hasNames = false) {
    TextStore texts;
    Sheet sheet;
    sheet.hasNames = hasNames;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Row row{i + 1, false, {}, {}};
        for (const std::string& cell : rows[i])
            row.cells.push_back({texts.keep(cell), CellKind::Text});
        sheet.rows.push_back(row);
    }
    Decoded out;
    for (const LocalText& remark : decodeColumns(sheet, texts))
        out.remarks.push_back(remark.en);
    out.rows = shown(sheet);
    return out;
}

TEST(DecodeColumns, a_column_of_a_font_is_decoded_and_its_unicode_header_stays) {
    const Decoded out = decoded({{"Danh sách xã"},
                                 {"TT", "Xã", "Ghi chú"},
                                 {"1", "ChÌ La B»ng", "Hà Nội"},
                                 {"2", "M­êng Khoa", "mã số"},
                                 {"3", "B¶n Bo", ""}});
    EXPECT_EQ(out.rows,
              (Lines{"1: Danh sách xã", "2: TT | Xã | Ghi chú", "3: 1 | Chè La Bằng | Hà Nội",
                     "4: 2 | Mường Khoa | mã số", "5: 3 | Bản Bo | "}));
    EXPECT_EQ(out.remarks, (std::vector<std::string>{"column B: read as TCVN3 (ABC, .VnTime)"}));
}

TEST(DecodeColumns, headers_of_a_font_are_decided_together) {
    const Decoded out = decoded({{"X·", "HuyÖn", "DiÖn tÝch"}, {"Bản Bo", "Tam Đường", "12"}});
    EXPECT_EQ(out.rows[0], "1: Xã | Huyện | Diện tích");
    EXPECT_EQ(out.rows[1], "2: Bản Bo | Tam Đường | 12");
    EXPECT_EQ(out.remarks,
              (std::vector<std::string>{"column A, B, C: read as TCVN3 (ABC, .VnTime)"}));
}

TEST(DecodeColumns, vni_and_misread_utf8_are_decoded_too) {
    const Decoded out = decoded(
        {{"TEN", "XA", "HUYEN"}, {"1", "Thaïnh Yeân", "Báº£n Bo"}, {"2", "Phuù Höõu", "Tam BÃ¬nh"}},
        true);
    EXPECT_EQ(out.rows[1], "2: 1 | Thạnh Yên | Bản Bo");
    EXPECT_EQ(out.rows[2], "3: 2 | Phú Hữu | Tam Bình");
    EXPECT_EQ(out.remarks,
              (std::vector<std::string>{"column HUYEN: read as UTF-8", "column XA: read as VNI"}));
}

TEST(DecodeColumns, cells_in_unicode_among_those_of_a_font_stay) {
    const Decoded out = decoded({{"TT", "Xa"},
                                 {"1", "ChÌ La B»ng"},
                                 {"2", "Mường Khoa"},
                                 {"3", "M­êng Cang"},
                                 {"4", "Pá Mã"}});
    EXPECT_EQ(out.rows, (Lines{"1: TT | Xa", "2: 1 | Chè La Bằng", "3: 2 | Mường Khoa",
                               "4: 3 | Mường Cang", "5: 4 | Pá Mã"}));
}

TEST(DecodeColumns, other_languages_and_plain_unicode_stay_without_a_word) {
    for (const char* text : {"Bản Bo", "Hà Giang", "Ban Bo", "Müller", "Château d'Yquem", "5°C",
                             "Ch'ơm", "Krông Pắc", "25 m²", "Công ty «Á Châu»"}) {
        const Decoded out = decoded({{"TT", "x"}, {"1", text}, {"2", text}});
        EXPECT_EQ(out.rows[1], std::string("2: 1 | ") + text);
        EXPECT_TRUE(out.remarks.empty()) << text;
    }
}

} // namespace
} // namespace terroir::sheets
