#include "tests/sheets/sheet_files.hpp"

#include <gtest/gtest.h>

namespace terroir::sheets {
namespace {

using Lines = std::vector<std::string>;

const std::filesystem::path sheetFiles = TERROIR_SOURCE_DIR "/tests/data/sheets";

std::filesystem::path odsFile(const std::string& tables, const std::string& styles = {}) {
    return written("t.ods", zipped({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                                    {"content.xml", odsContent(tables, styles)}}));
}

std::string table(const std::string& rows) {
    return "<table:table table:name=\"S\">" + rows + "</table:table>";
}

std::string cell(const std::string& text) {
    return "<table:table-cell office:value-type=\"string\"><text:p>" + text +
           "</text:p></table:table-cell>";
}

TEST(Ods, each_type_of_cell_is_what_a_reader_sees) {
    const std::string row =
        cell("Bản<text:s text:c=\"2\"/>Bo</text:p><text:p><text:span>Sơn</text:span>\n   Bình") +
        "<table:table-cell office:value-type=\"float\" office:value=\"1.947E3\"><text:p>1.947"
        "</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"currency\" office:value=\"2.50\"/>"
        "<table:table-cell office:value-type=\"date\" office:date-value=\"2024-11-18\"><text:p>"
        "18/11/2024</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"date\" office:date-value=\"2024-11-01\"><text:p>"
        "11/2024</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/>"
        "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>note</text:p>"
        "</office:annotation><text:p>x</text:p></table:table-cell>";
    const Workbook book =
        readWorkbook(odsFile(table("<table:table-row>" + row + "</table:table-row>")));
    EXPECT_EQ(shown(book.sheets.at(0)),
              (Lines{"1: Bản  Bo\nSơn Bình | #1947 | #2.5 | @2024-11-18 | 11/2024 | TRUE | x"}));
}

TEST(Ods, a_raised_span_is_a_mark_or_an_exponent_and_no_digit_of_the_number) {
    const Workbook book =
        readWorkbook(odsFile(table("<table:table-row>" +
                                   cell("2.500<text:span text:style-name=\"T1\">1</text:span> "
                                        "<text:span text:style-name=\"T2\">ha</text:span>") +
                                   "</table:table-row>"),
                             "<style:style style:name=\"T1\"><style:text-properties "
                             "style:text-position=\"super 58%\"/></style:style><style:style "
                             "style:name=\"T2\"><style:text-properties/></style:style>"));
    EXPECT_EQ(shown(book.sheets.at(0)), (Lines{"1: 2.500¹ ha"}));
}

TEST(Ods, repeated_rows_and_columns_are_repeated_and_endless_empty_ones_cost_nothing) {
    const Workbook book = readWorkbook(odsFile(table(
        "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/>"
        "<table:table-cell table:number-columns-repeated=\"3\" office:value-type=\"float\" "
        "office:value=\"4\"/><table:table-cell table:number-columns-repeated=\"16380\"/>"
        "</table:table-row><table:table-row table:number-rows-repeated=\"3\"><table:table-cell "
        "table:number-columns-repeated=\"16384\"/></table:table-row><table:table-row>" +
        cell("Cộng") +
        "</table:table-row><table:table-row table:number-rows-repeated=\"1048570\">"
        "<table:table-cell table:number-columns-repeated=\"16384\"/>"
        "</table:table-row>")));
    EXPECT_EQ(shown(book.sheets.at(0)),
              (Lines{"1:  | #4 | #4 | #4", "2:  | #4 | #4 | #4", "6: Cộng"}));
}

TEST(Ods, what_is_repeated_beyond_the_bounds_is_refused_not_cut) {
    EXPECT_NE(refusal(odsFile(table("<table:table-row table:number-rows-repeated=\"1048577\">" +
                                    cell("a") + "</table:table-row>")))
                  .find("more than 1048576 rows"),
              std::string::npos);
    EXPECT_NE(refusal(odsFile(table("<table:table-row table:number-rows-repeated=\"1000000\">"
                                    "<table:table-cell table:number-columns-repeated=\"1000\" "
                                    "office:value-type=\"string\"><text:p>a</text:p>"
                                    "</table:table-cell></table:table-row>")))
                  .find("more than 60000000 cells"),
              std::string::npos);
    EXPECT_NE(refusal(odsFile(table("<table:table-row><table:table-cell "
                                    "table:number-columns-repeated=\"16384\"/>" +
                                    cell("a") + "</table:table-row>")))
                  .find("more than 16384 columns"),
              std::string::npos);
}

TEST(Ods, spans_hidden_rows_columns_and_sheets_are_told) {
    const std::string tables =
        "<table:table table:name=\"S\" table:style-name=\"ta1\"><table:table-column/>"
        "<table:table-column table:visibility=\"collapse\" table:number-columns-repeated=\"2\"/>"
        "<table:table-header-rows><table:table-row><table:table-cell "
        "table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\" "
        "office:value-type=\"string\"><text:p>Huyện</text:p></table:table-cell>"
        "<table:covered-table-cell/>" +
        cell("ha") +
        "</table:table-row></table:table-header-rows><table:table-row "
        "table:visibility=\"filter\"><table:covered-table-cell office:value-type=\"string\">"
        "<text:p>covered</text:p></table:covered-table-cell><table:covered-table-cell/>" +
        cell("x") + "</table:table-row></table:table>";
    const Workbook book = readWorkbook(
        odsFile(tables, "<style:style style:name=\"ta1\" style:family=\"table\">"
                        "<style:table-properties table:display=\"false\"/></style:style>"));
    const Sheet& sheet = book.sheets.at(0);
    EXPECT_TRUE(sheet.isHidden);
    EXPECT_EQ(shown(sheet), (Lines{"1: Huyện |  | ha", "2 hidden:  |  | x"}));
    EXPECT_EQ(sheet.hiddenColumns, (std::vector<std::size_t>{1, 2}));
    ASSERT_EQ(sheet.merges.size(), 1U);
    EXPECT_EQ(sheet.merges[0].lastLine, 2U);
    EXPECT_EQ(sheet.merges[0].lastColumn, 1U);
}

TEST(Ods, a_flat_document_is_read_like_a_packed_one) {
    const std::string flat =
        odsContent(table("<table:table-row>" + cell("Xã") + "</table:table-row>"));
    const auto file = written("t.fods", flat);
    EXPECT_EQ(shown(readWorkbook(file).sheets.at(0)), (Lines{"1: Xã"}));
    EXPECT_EQ(sheetNames(file), (Lines{"S"}));
    EXPECT_NE(refusal(file, "T").find("The sheets are: S"), std::string::npos);
}

TEST(Ods, damage_refuses_the_whole_file) {
    const std::string row = "<table:table-row>" + cell("a") + "</table:table-row>";
    for (const std::string bad :
         {"<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"x\"/>"
          "</table:table-row>",
          "<table:table-row table:number-rows-repeated=\"-1\"/>", "<table:table-row>&x;",
          "<table:table-row>\x02</table:table-row>"})
        EXPECT_NE(refusal(odsFile(table(row + bad))).find("damaged"), std::string::npos) << bad;
    EXPECT_NE(refusal(written("t.ods", zipped({{"mimetype", "x"}}))).find("content"),
              std::string::npos);
    const std::string whole = bytesOf(sheetFiles / "trials.ods");
    for (std::size_t size = 4; size < whole.size(); size += whole.size() / 23)
        EXPECT_NE(refusal(written("t.ods", whole.substr(0, size))), "accepted") << size;
}

} // namespace
} // namespace terroir::sheets
