#include "tests/sheets/sheet_files.hpp"

#include <gtest/gtest.h>

namespace terroir::sheets {
namespace {

using Lines = std::vector<std::string>;

std::string wordParagraph(const std::string& text) {
    return "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>" + text +
           "</w:t></w:r></w:p>";
}

std::string wordCell(const std::string& text, const std::string& properties = {}) {
    return "<w:tc>" + (properties.empty() ? "" : "<w:tcPr>" + properties + "</w:tcPr>") +
           wordParagraph(text) + "</w:tc>";
}

std::string wordRow(const Lines& cells) {
    std::string row = "<w:tr>";
    for (const std::string& cell : cells)
        row += cell.starts_with("<") ? cell : wordCell(cell);
    return row + "</w:tr>";
}

std::filesystem::path wordFile(const std::string& body) {
    return written(
        "bang.docx",
        zipped({{"word/document.xml",
                 R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/)"
                 R"(main"><w:body>)" +
                     body + "</w:body></w:document>"}}));
}

std::filesystem::path openDocumentFile(const std::string& body) {
    return written(
        "bang.odt",
        zipped({{"mimetype", "application/vnd.oasis.opendocument.text"},
                {"content.xml",
                 R"(<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:)"
                 R"(office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" )"
                 R"(xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>)"
                 R"(<office:text>)" +
                     body + "</office:text></office:body></office:document-content>"}}));
}

const std::string letterhead =
    "<w:tbl>" + wordRow({"ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"}) +
    wordRow({"HUYỆN CHỢ ĐỒN", "Độc lập - Tự do - Hạnh phúc"}) +
    wordRow({"Số: 12/BC-UBND", "Chợ Đồn, ngày 12 tháng 12 năm 2023"}) + "</w:tbl>";

TEST(DocumentTables, an_annex_in_word_is_a_sheet_below_its_title) {
    const std::string restart = "<w:vMerge w:val=\"restart\"/>", goesOn = "<w:vMerge/>";
    const Workbook book = readWorkbook(wordFile(
        letterhead + wordParagraph("Biểu 01. Diện tích cây ăn quả năm 2023") +
        wordParagraph("ĐVT: ha") + "<w:tbl>" +
        wordRow({wordCell("Xã", restart), wordCell("Diện tích", "<w:gridSpan w:val=\"2\"/>")}) +
        wordRow({wordCell("", goesOn), "Cam", "Quýt"}) + wordRow({"Bằng Phúc", "12,5", "3"}) +
        wordRow({"Yên Thịnh", "4", ""}) + "</w:tbl>" + wordParagraph("Ghi chú: số liệu sơ bộ.")));
    ASSERT_EQ(book.sheets.size(), 1U);
    const Sheet& sheet = book.sheets.front();
    EXPECT_EQ(sheet.name, "Bảng 1");
    const Lines lines = shown(sheet);
    ASSERT_EQ(lines.size(), 9U);
    EXPECT_EQ(Lines(lines.begin() + 1, lines.end()),
              (Lines{"2: HUYỆN CHỢ ĐỒN | Độc lập - Tự do - Hạnh phúc",
                     "3: Số: 12/BC-UBND | Chợ Đồn, ngày 12 tháng 12 năm 2023",
                     "4: Biểu 01. Diện tích cây ăn quả năm 2023", "5: ĐVT: ha", "6: Xã | Diện tích",
                     "7:  | Cam | Quýt", "8: Bằng Phúc | 12,5 | 3", "9: Yên Thịnh | 4"}));
    ASSERT_EQ(sheet.merges.size(), 2U);
    EXPECT_EQ(sheet.merges[0].lastLine, 7U);
    EXPECT_EQ(sheet.merges[1].lastColumn, 2U);
}

TEST(DocumentTables, a_table_that_a_page_cuts_is_one_and_each_other_is_its_own) {
    const std::string head = "<w:tbl>" + wordRow({"Xã", "Cây", "ha"}) + wordRow({"A", "Chè", "1"});
    const auto file =
        wordFile(head + "</w:tbl><w:tbl>" + wordRow({"B", "Chè", "2"}) + "</w:tbl>" +
                 wordParagraph("Biểu 2") + head + wordRow({"C", "Lúa", "3"}) + "</w:tbl>");
    EXPECT_EQ(sheetNames(file), (Lines{"Bảng 1", "Bảng 2"}));
    EXPECT_EQ(shown(readWorkbook(file, "Bảng 1").sheets.at(0)),
              (Lines{"1: Xã | Cây | ha", "2: A | Chè | 1", "3: B | Chè | 2"}));
    EXPECT_EQ(shown(readWorkbook(file, "Bảng 2").sheets.at(0)),
              (Lines{"4: Biểu 2", "5: Xã | Cây | ha", "6: A | Chè | 1", "7: C | Lúa | 3"}));
    EXPECT_NE(refusal(file, "Bảng 3").find("there is no sheet 'Bảng 3'"), std::string::npos);
}

TEST(DocumentTables, a_text_whose_tables_only_set_letterhead_and_signature_is_no_table) {
    const std::string signature = "<w:tbl>" + wordRow({"Nơi nhận: như trên", "CHỦ TỊCH", "x"}) +
                                  wordRow({"- Lưu", "", "y"}) + "</w:tbl>";
    EXPECT_NE(refusal(wordFile(letterhead + wordParagraph("Toàn huyện có 26 mô hình.") + signature))
                  .find("this is a text and no table"),
              std::string::npos);
}

TEST(DocumentTables, text_taken_out_and_tables_in_cells_make_no_cells) {
    const Workbook book = readWorkbook(wordFile(
        "<w:tbl>" + wordRow({"Xã", "Cây", "ha"}) +
        wordRow({"A",
                 "<w:tc><w:p><w:del><w:r><w:t>Ngô</w:t></w:r></w:del><w:r><w:t>Chè</w:t></w:r>"
                 "</w:p><w:tbl>" +
                     wordRow({"Shan"}) + "</w:tbl></w:tc>",
                 "1"}) +
        "</w:tbl>"));
    EXPECT_EQ(shown(book.sheets.at(0)), (Lines{"1: Xã | Cây | ha", "2: A | Chè\nShan | 1"}));
}

TEST(DocumentTables, open_document_covers_rows_and_columns) {
    const auto cell = [](const std::string& text, const std::string& attributes = {}) {
        return "<table:table-cell" + attributes + "><text:p>" + text +
               "</text:p></table:table-cell>";
    };
    const Workbook book = readWorkbook(openDocumentFile(
        "<text:p>Năm\n 2024<text:note><text:note-body><text:p>1</text:p></text:note-body>"
        "</text:note></text:p>"
        "<table:table><table:table-row>" +
        cell("Huyện", " table:number-rows-spanned=\"2\"") +
        cell("Chè", " table:number-columns-spanned=\"2\"") +
        "<table:covered-table-cell/></table:table-row><table:table-row>"
        "<table:covered-table-cell/>" +
        cell("ha") + cell("tấn") + "</table:table-row><table:table-row>" + cell("A") + cell("1") +
        cell("2") + "</table:table-row></table:table>"));
    EXPECT_EQ(shown(book.sheets.at(0)),
              (Lines{"1: Năm 2024", "2: Huyện | Chè", "3:  | ha | tấn", "4: A | 1 | 2"}));
    EXPECT_EQ(book.sheets.at(0).merges.size(), 2U);
}

TEST(DocumentTables, of_a_web_page_the_innermost_tables_hold_data) {
    const Workbook book = readWorkbook(written(
        "bang.html",
        "<!DOCTYPE html><html><head><title>x</title></head><body><table><tr><td>Menu</td><td>"
        "<h2>Sản phẩm OCOP</h2><table><tr><th rowspan=2>Xã<th colspan=2>Sao</tr><tr><th>3<th>4"
        "</tr><tr><td>Tả&nbsp;Phìn<td>5<td>1</tr><tr><td>Bản Bo<td>2<td>0</tr></table></td></tr>"
        "</table></body></html>"));
    EXPECT_EQ(shown(book.sheets.at(0)),
              (Lines{"1: Menu", "2: Sản phẩm OCOP", "3: Xã | Sao", "4:  | 3 | 4",
                     "5: Tả Phìn | 5 | 1", "6: Bản Bo | 2 | 0"}));
    EXPECT_EQ(book.sheets.at(0).merges.size(), 2U);
}

TEST(DocumentTables, a_raised_mark_of_a_note_is_no_digit_of_the_number) {
    const std::string mark = "<w:tc><w:p><w:r><w:t>2.500</w:t></w:r><w:r><w:rPr><w:vertAlign "
                             "w:val=\"superscript\"/></w:rPr><w:t>1</w:t></w:r><w:r><w:t> ha</w:t>"
                             "</w:r></w:p></w:tc>";
    EXPECT_EQ(shown(readWorkbook(wordFile("<w:tbl>" + wordRow({"Xã", "Cây", "DT"}) +
                                          wordRow({"A", "Chè", mark}) + "</w:tbl>"))
                        .sheets.at(0))
                  .at(1),
              "2: A | Chè | 2.500¹ ha");
    EXPECT_EQ(shown(readWorkbook(written("dau.html", "<table><tr><td>Xã<td>Cây<td>DT</tr><tr><td>A"
                                                     "<td>Chè<td>2.500<sup>1</sup> ha</table>"))
                        .sheets.at(0))
                  .at(1),
              "2: A | Chè | 2.500¹ ha");
}

TEST(DocumentTables, communes_named_as_the_motto_does_keep_their_table) {
    const Workbook book =
        readWorkbook(wordFile("<w:tbl>" + wordRow({"Xã", "Cây", "Nơi nhận giống"}) +
                              wordRow({"Độc Lập", "Chè", "HTX Hạnh Phúc"}) +
                              wordRow({"Hạnh Phúc", "Cam", "x"}) + "</w:tbl>"));
    EXPECT_EQ(shown(book.sheets.at(0)),
              (Lines{"1: Xã | Cây | Nơi nhận giống", "2: Độc Lập | Chè | HTX Hạnh Phúc",
                     "3: Hạnh Phúc | Cam | x"}));
}

TEST(DocumentTables, an_empty_line_parts_two_tables_of_as_many_columns) {
    const std::string head =
        "<w:tbl>" + wordRow({"Xã", "Cây", "ha"}) + wordRow({"A", "Chè", "1"}) + "</w:tbl>";
    EXPECT_EQ(sheetNames(wordFile(head + wordParagraph("") + head)), (Lines{"Bảng 1", "Bảng 2"}));
    EXPECT_EQ(sheetNames(wordFile(head + head)), (Lines{"Bảng 1"}));
    const std::string page = "<table><tr><td>Xã<td>Cây<td>ha</tr><tr><td>A<td>Chè<td>1</table>";
    EXPECT_EQ(sheetNames(written("hai.html", "<div>" + page + "</div> <div>" + page + "</div>")),
              (Lines{"Bảng 1"}));
    EXPECT_EQ(sheetNames(written("hai.html", page + "<p>&nbsp;</p>" + page)),
              (Lines{"Bảng 1", "Bảng 2"}));
}

TEST(DocumentTables, a_note_in_open_document_does_not_break_its_paragraph) {
    const auto row = [](const std::string& cells) {
        return "<table:table-row>" + cells + "</table:table-row>";
    };
    const auto cell = [](const std::string& text) {
        return "<table:table-cell><text:p>" + text + "</text:p></table:table-cell>";
    };
    EXPECT_EQ(shown(readWorkbook(
                        openDocumentFile(
                            "<table:table>" + row(cell("Xã") + cell("Cây") + cell("Ghi chú")) +
                            row(cell("A") + cell("Chè") +
                                cell("trồng <text:note><text:note-citation>1</text:note-citation>"
                                     "<text:note-body><text:p>nguồn: huyện</text:p>"
                                     "</text:note-body></text:note>mới")) +
                            "</table:table>"))
                        .sheets.at(0))
                  .at(1),
              "2: A | Chè | trồng mới");
}

TEST(DocumentTables, spans_beyond_any_table_are_bounded) {
    EXPECT_NE(refusal(written("rong.html", "<table><tr><td colspan=999999999>a<td>b<td>c</tr>"
                                           "<tr><td>a<td>b<td>c</tr></table>")),
              "");
    EXPECT_EQ(refusal(written("cao.html", "<table><tr><td rowspan=999999999>a<td>b<td>c</tr>"
                                          "<tr><td>b<td>c</tr>"
                                          "<tr><td>b<td>c</tr></table>")),
              "accepted");
}

} // namespace
} // namespace terroir::sheets
