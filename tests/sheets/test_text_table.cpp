#include "core/sheets/delimiter.hpp"
#include "core/sheets/prose.hpp"
#include "tests/sheets/sheet_files.hpp"

#include <gtest/gtest.h>

namespace terroir::sheets {
namespace {

using Lines = std::vector<std::string>;

Lines rowsOf(const std::string& content) {
    return shown(readWorkbook(written("t.csv", content)).sheets.at(0));
}

std::string remarkOf(const std::string& content) {
    const Workbook book = readWorkbook(written("t.csv", content));
    return book.remarks.empty() ? "" : book.remarks.at(0).en;
}

TEST(TextTable, quotes_lines_and_spaces_are_those_of_rfc_4180) {
    EXPECT_EQ(rowsOf("a,\" b \"\"c\"\"\nd\",e\r\n\r\n ,x,,\n\"f\" g,h"),
              (Lines{"1: a | b \"c\"\nd | e", "4:  | x", "5: f g | h"}));
    EXPECT_EQ(rowsOf("a;b\rc;d\r"), (Lines{"1: a | b", "2: c | d"}));
    EXPECT_EQ(rowsOf(""), Lines{});
    EXPECT_NE(refusal(written("t.csv", "a,b\nc,\"d\ne,f\n"))
                  .find("row 2: a quote (\") is opened and never closed"),
              std::string::npos);
}

TEST(TextTable, rows_may_be_longer_than_the_first) {
    EXPECT_EQ(rowsOf("Danh sách mô hình\nTT,Xã,ha\n1,Bản Bo,2\n2,Bình Lư,3\n"),
              (Lines{"1: Danh sách mô hình", "2: TT | Xã | ha", "3: 1 | Bản Bo | 2",
                     "4: 2 | Bình Lư | 3"}));
}

const std::string report = "ỦY BAN NHÂN DÂN XÃ BẢN BO\nSố: 12/BC-UBND\n\nBÁO CÁO\n"
                           "Năm 2024, xã trồng 12,5 ha chè, sản lượng đạt 146 tấn búp tươi.\n"
                           "Có 5 mô hình nuôi gà, trong đó bản Hợp Nhất có 2 mô hình.\n";

TEST(TextTable, sentences_are_no_table_and_the_refusal_names_what_reads_them) {
    for (const char* name : {"bao-cao.txt", "bao-cao.csv"})
        EXPECT_NE(refusal(written(name, report)).find("read it with 'terroir extract"),
                  std::string::npos)
            << name;
    const std::string wrapped = "Thực hiện Kế hoạch của huyện, trong năm xã đã chỉ đạo các bản\n"
                                "trồng mới 12 ha chè, chăm sóc 40 ha chè kinh doanh. Sản lượng\n"
                                "búp tươi cả năm đạt 146 tấn, tăng so với năm trước. Công tác\n"
                                "khuyến nông được duy trì, đã mở 3 lớp tập huấn cho bà con.\n";
    EXPECT_TRUE(isProse(wrapped, findDelimiter(wrapped)));
}

TEST(TextTable, tables_with_titles_notes_and_long_cells_are_tables) {
    for (const char* table :
         {// titles above and notes below are more than the rows
          "UBND XÃ BẢN BO\nDANH SÁCH MÔ HÌNH KHUYẾN NÔNG CỦA XÃ NĂM 2024\nTT,Mô hình,ha\n1,Chè,2\n"
          "Ghi chú: số liệu do cán bộ khuyến nông xã cung cấp. Diện tích tính đến hết năm.\n",
          // cells of sentences
          "Mô hình;Kết quả\nChè sạch;Năng suất tăng. Bà con phấn khởi, sẽ nhân rộng năm sau.\n"
          "Gà đồi;Tỷ lệ sống cao. Đã bán hết, giá ổn định trong cả năm.\n",
          // one column
          "Xã\nBản Bo\nBình Lư\n", "Diện tích\n2,5\n3,75\n",
          // addresses, of which each line has as many parts as it likes
          "địa chỉ\nBản Hợp Nhất, xã Bản Bo, huyện Tam Đường, tỉnh Lai Châu\nxã Bình Lư, huyện Tam "
          "Đường\nTổ 3, thị trấn Tam Đường, h. Tam Đường, tỉnh Lai Châu, Việt Nam\n"})
        EXPECT_FALSE(isProse(table, findDelimiter(table))) << table;
}

TEST(TextTable, texts_of_word_processors_and_pages_are_named_as_such) {
    const std::pair<const char*, std::string> texts[] = {
        {"a.docx", zipped({{"word/document.xml", "<document/>"}})},
        {"a.odt", zipped({{"mimetype", "application/vnd.oasis.opendocument.text"},
                          {"content.xml", "<x/>"}})},
        {"a.pdf", "%PDF-1.4\n"},
        {"a.html", "<html><body>a</body></html>"},
        {"a.doc", "\xd0\xcf\x11\xe0"},
        {"a.rtf", "{\\rtf1 a}"}};
    for (const auto& [name, bytes] : texts)
        EXPECT_NE(refusal(written(name, bytes)).find("terroir extract"), std::string::npos) << name;
}

TEST(Delimiter, gives_the_most_lines_of_one_number_of_cells) {
    const std::pair<const char*, char> cases[] = {
        {"a,b\nc,d\n", ','},
        {"a;b\n1,5;2,5\n3,5;4,5\n", ';'},
        {"1,5;2,5;3,5\n1,6;2,6;3,6\n", ';'},
        {"Bảng 1, năm 2022, tỉnh Lai Châu\nBản Bo\t2,5\nBình Lư\t3,5\n", '\t'},
        {"a|b|c\n1|2|3\n", '|'},
        {"\"a;b\",c\n\"d;e;f\",g\n", ','},
        {"\"x\n;\n;\",1\n\"y\",2\n", ','},
        {"Diện tích\n2,5\n3,75\n", '\0'},
        {"Xã\nBản Bo\n", '\0'},
    };
    for (const auto& [text, delimiter] : cases)
        EXPECT_EQ(findDelimiter(text), delimiter) << text;
}

const std::string vietnamese = "TT;Xã;Huyện;Cây trồng\n1;Bản Bo;Tam Đường;chè Shan tuyết\n"
                               "2;Mường Khoa;Tân Uyên;cà phê, nếp, đậu tương\n";

std::string utf16(const std::string& text, bool isLittle, bool hasMark) {
    std::string out = hasMark ? (isLittle ? "\xff\xfe" : "\xfe\xff") : "";
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const int size = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : 3;
        unsigned c = size == 1 ? byte : size == 2 ? byte & 0x1fU : byte & 0xfU;
        for (int i = 1; i < size; ++i)
            c = c << 6 | (static_cast<unsigned char>(text[at + std::size_t(i)]) & 0x3fU);
        at += std::size_t(size);
        const char low = char(c & 0xff), high = char(c >> 8);
        out += isLittle ? std::string{low, high} : std::string{high, low};
    }
    return out;
}

TEST(Encoding, unicode_is_known_by_its_mark_or_its_bytes) {
    const Lines expected = {"1: TT | Xã | Huyện | Cây trồng",
                            "2: 1 | Bản Bo | Tam Đường | chè Shan tuyết",
                            "3: 2 | Mường Khoa | Tân Uyên | cà phê, nếp, đậu tương"};
    EXPECT_EQ(rowsOf(vietnamese), expected);
    EXPECT_EQ(remarkOf(vietnamese), "");
    EXPECT_EQ(rowsOf("\xef\xbb\xbf" + vietnamese), expected);
    for (const bool isLittle : {true, false})
        for (const bool hasMark : {true, false}) {
            EXPECT_EQ(rowsOf(utf16(vietnamese, isLittle, hasMark)), expected);
            EXPECT_EQ(remarkOf(utf16(vietnamese, isLittle, hasMark)), "read as UTF-16");
        }
}

TEST(Encoding, bytes_of_windows_and_of_fonts_are_known_by_their_syllables) {
    const Lines expected = {"1: Xã | Huyện | Giống", "2: Bản Bo | Tam Đường | lúa nếp",
                            "3: Mường Khoa | Tân Uyên | đậu tương"};
    const std::pair<std::string, std::string> files[] = {
        {"Xa\xde,Huy\xea\xf2n,Gi\xf4\xecng\nBa\xd2n Bo,Tam \xd0\xfd\xf5\xccng,lu\xec"
         "a n\xea\xecp\n"
         "M\xfd\xf5\xccng Khoa,T\xe2n Uy\xean,\xf0\xe2\xf2u t\xfd\xf5ng\n",
         "read as Windows-1258"},
        {"X\xb7,Huy\xd6n,Gi\xe8ng\nB\xb6n Bo,Tam \xa7\xad\xeang,l\xf3"
         "a n\xd5p\nM\xad\xeang Khoa,T\xa9n Uy\xaan,\xae\xcbu t\xad\xacng\n",
         "read as TCVN3 (ABC, .VnTime)"},
        {"Xa\xf5,Huye\xe4n,Gio\xe1ng\nBa\xfbn Bo,Tam \xd1\xf6\xf4\xf8ng,lu\xf9"
         "a ne\xe1p\nM\xf6\xf4\xf8ng Khoa,Ta\xe2n Uye\xe2n,\xf1"
         "a\xe4u t\xf6\xf4ng\n",
         "read as VNI"},
    };
    for (const auto& [content, remark] : files) {
        EXPECT_EQ(rowsOf(content), expected) << remark;
        EXPECT_EQ(remarkOf(content), remark);
    }
    EXPECT_EQ(remarkOf("ville,ann\xe9"
                       "e\nCh\xe2teauroux,2022\nGen\xe8ve,2023\n"),
              "read as Windows-1252");
}

TEST(Encoding, utf8_with_a_broken_letter_and_binary_files_are_refused) {
    std::string broken = vietnamese;
    broken.insert(broken.find("Khoa"), "\xba");
    EXPECT_NE(refusal(written("t.csv", broken)).find("row 3: the text is not UTF-8 here"),
              std::string::npos);
    EXPECT_NE(
        refusal(written("t.csv", std::string("a,b\0\0\0c\nd,e,f,g,h,i,j", 22))).find("zero bytes"),
        std::string::npos);
}

TEST(TextTable, control_characters_leave_and_the_apostrophe_before_a_formula_too) {
    const Workbook book =
        readWorkbook(written("t.csv", "Tên,Ghi chú\nBản\x01 Bo\x7f,'=1+1\n\x02,x\n"));
    EXPECT_EQ(shown(book.sheets.at(0)), (Lines{"1: Tên | Ghi chú", "2: Bản Bo | =1+1", "3:  | x"}));
}

TEST(TextTable, a_cell_beyond_the_bound_names_its_line) {
    EXPECT_NE(refusal(written("t.csv", "a,b\nc,\"" + std::string(40000, 'x') + "\"\n"))
                  .find("row 2: a cell is longer than 32767"),
              std::string::npos);
}

} // namespace
} // namespace terroir::sheets
