#include "tests/sheets/sheet_files.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace terroir::sheets {
namespace {

using Lines = std::vector<std::string>;

const std::filesystem::path data = TERROIR_SOURCE_DIR "/tests/data/sheets";

Sheet firstOf(const Workbook& workbook) {
    return workbook.sheets.at(0);
}

TEST(Xlsx, each_type_of_cell_is_what_a_reader_sees) {
    const Workbook book = readWorkbook(xlsxFile(
        "<sheetData><row r=\"2\">"
        "<c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c>"
        "<c r=\"C2\" t=\"inlineStr\"><is><t>Bản </t><rPh><t>x</t></rPh><r><t>Bo</t></r></is></c>"
        "<c r=\"D2\" t=\"b\"><v>1</v></c><c r=\"E2\" t=\"e\"><v>#N/A</v></c>"
        "<c r=\"F2\" t=\"str\"><f>A1&amp;B1</f><v> Tam Đường </v></c>"
        "<c r=\"H2\"><f>1+1</f><v>2</v></c></row></sheetData>",
        "<si><t>Xã</t></si><si><r><t xml:space=\"preserve\">Sơn </t></r><r><rPr><b/></rPr>"
        "<t>Bình_x000D_\n2_x005F_x</t></r><rPh sb=\"0\" eb=\"1\"><t>y</t></rPh></si>"));
    EXPECT_EQ(shown(firstOf(book)),
              (Lines{"2: Xã | Sơn Bình\n2_x | Bản Bo | TRUE | #N/A | Tam Đường |  | #2"}));
}

TEST(Xlsx, a_raised_run_is_a_mark_or_an_exponent_and_no_digit_of_the_number) {
    const auto raised = [](const std::string& text) {
        return "<r><rPr><vertAlign val=\"superscript\"/></rPr><t>" + text + "</t></r>";
    };
    const Workbook book = readWorkbook(
        xlsxFile("<sheetData><row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row></sheetData>",
                 "<si><r><t>2.500</t></r>" + raised("1") +
                     "<r><t> ha</t></r></si><si><r><t>m</t>"
                     "</r>" +
                     raised("2") + "</si>"));
    EXPECT_EQ(shown(firstOf(book)), (Lines{"1: 2.500¹ ha | m²"}));
}

TEST(Xlsx, a_formula_without_a_result_is_shown_and_no_empty_cell) {
    const Workbook book = readWorkbook(
        xlsxFile("<sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c><c r=\"B1\"><f>A1*3</f></c>"
                 "<c r=\"C1\" t=\"str\"><f>IF(A1&gt;9,1,\"\")</f><v></v></c>"
                 "<c r=\"D1\"><f>A1+1</f><v>8</v></c></row></sheetData>"));
    EXPECT_EQ(shown(firstOf(book)), (Lines{"1: #7 | =A1*3 |  | #8"}));
}

TEST(Xlsx, a_file_that_is_written_anew_within_a_second_is_read_anew) {
    Parts parts = xlsxParts("<sheetData><row><c><v>1</v></c></row></sheetData>");
    const std::filesystem::path file = written("anew.xlsx", zipped(parts));
    const auto time = std::filesystem::last_write_time(file);
    EXPECT_EQ(shown(firstOf(readWorkbook(file))), (Lines{"1: #1"}));
    std::reverse(parts.begin(), parts.end()); // as long, each part elsewhere
    std::ofstream(file, std::ios::binary) << zipped(parts);
    std::filesystem::last_write_time(file, time);
    EXPECT_EQ(shown(firstOf(readWorkbook(file))), (Lines{"1: #1"}));
}

TEST(Xlsx, numbers_are_plain_decimals_of_fifteen_digits) {
    std::string cells;
    for (const char* number : {"26016.099999999999", "1E-3", "1.2E+7", "0.10", "-0", "1947",
                               "123456789012345678", "0.30000000000000004"})
        cells += std::string("<c><v>") + number + "</v></c>";
    const Workbook book = readWorkbook(xlsxFile("<sheetData><row>" + cells + "</row></sheetData>"));
    EXPECT_EQ(shown(firstOf(book)), (Lines{"1: #26016.1 | #0.001 | #12000000 | #0.1 | #0 | #1947 | "
                                           "#123456789012346000 | #0.3"}));
}

TEST(Xlsx, a_number_with_the_format_of_a_day_is_a_day) {
    const std::string styles =
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-42A]dd\\/mm\\/yyyy;@\"/>"
        "<numFmt numFmtId=\"165\" formatCode=\"#,##0\\ &quot;đồng/ngày&quot;\"/>"
        "<numFmt numFmtId=\"166\" formatCode=\"mm/yyyy\"/>"
        "<numFmt numFmtId=\"167\" formatCode=\"[Red]yyyy\"/></numFmts>"
        "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
        "<xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"22\"/>"
        "<xf numFmtId=\"166\"/><xf numFmtId=\"167\"/><xf numFmtId=\"20\"/></cellXfs>";
    const std::string sheet =
        "<sheetData><row><c s=\"1\"><v>45614</v></c><c s=\"2\"><v>45614.75</v></c>"
        "<c s=\"3\"><v>45614</v></c><c s=\"4\"><v>45614.75</v></c><c s=\"5\"><v>45614</v></c>"
        "<c s=\"6\"><v>45614</v></c><c s=\"7\"><v>0.4375</v></c><c s=\"1\"><v>59</v></c>"
        "<c s=\"1\"><v>-3</v></c><c s=\"1\"><v>0</v></c><c><v>45614</v></c>"
        "<c t=\"d\"><v>2024-11-18T00:00:00</v></c></row></sheetData>";
    EXPECT_EQ(shown(firstOf(readWorkbook(xlsxFile(sheet, {}, styles)))),
              (Lines{"1: @2024-11-18 | @2024-11-18 | #45614 | @2024-11-18 18:00:00 | 11/2024 | "
                     "2024 | 10:30:00 | @1900-02-28 | #-3 | #0 | #45614 | @2024-11-18"}));
    Parts parts =
        xlsxParts("<sheetData><row><c s=\"1\"><v>44152</v></c></row></sheetData>", {}, styles);
    std::string& workbook = parts[1].second;
    workbook.insert(workbook.find("<sheets>"), "<workbookPr date1904=\"1\"/>");
    EXPECT_EQ(shown(firstOf(readWorkbook(written("t.xlsx", zipped(parts))))),
              (Lines{"1: @2024-11-18"}));
}

TEST(Xlsx, merged_cells_hidden_rows_and_hidden_columns_are_told) {
    const Workbook book = readWorkbook(xlsxFile(
        "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"5\" max=\"16384\" hidden=\"1\"/>"
        "</cols><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Huyện</t></is></c>"
        "<c r=\"B1\" t=\"inlineStr\"><is><t>hidden by the merge</t></is></c></row>"
        "<row r=\"3\" hidden=\"1\"><c r=\"C3\"><v>5</v></c></row></sheetData>"
        "<mergeCells><mergeCell ref=\"A3:A5\"/><mergeCell ref=\"A1:B1\"/>"
        "<mergeCell ref=\"D1:D1\"/></mergeCells>"));
    const Sheet sheet = firstOf(book);
    EXPECT_EQ(shown(sheet), (Lines{"1: Huyện", "3 hidden:  |  | #5"}));
    EXPECT_EQ(sheet.hiddenColumns, (std::vector<std::size_t>{1}));
    ASSERT_EQ(sheet.merges.size(), 2U);
    EXPECT_EQ(sheet.merges[0].lastColumn, 1U);
    EXPECT_EQ(sheet.merges[1].firstLine, 3U);
    EXPECT_EQ(sheet.merges[1].lastLine, 5U);
}

TEST(Xlsx, rows_and_cells_without_references_follow_each_other) {
    const Workbook book = readWorkbook(
        xlsxFile("<sheetData><row><c><v>1</v></c><c r=\"D1\"><v>4</v></c><c><v>5</v></c></row>"
                 "<row r=\"7\"/><row><c><v>8</v></c></row></sheetData>"));
    EXPECT_EQ(shown(firstOf(book)), (Lines{"1: #1 |  |  | #4 | #5", "8: #8"}));
}

TEST(Xlsx, strict_and_prefixed_workbooks_are_read_and_charts_left_out) {
    Parts parts = xlsxParts("<x/>");
    parts[3].second = "<x:worksheet "
                      "xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                      "<x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData>"
                      "</x:worksheet>";
    EXPECT_EQ(shown(firstOf(readWorkbook(written("t.xlsx", zipped(parts))))), (Lines{"1: #7"}));
    for (auto& [name, content] : parts) {
        const auto replace = [&](const std::string& from, const std::string& to) {
            for (auto at = content.find(from); at != std::string::npos; at = content.find(from, at))
                content.replace(at, from.size(), to);
        };
        replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                "http://purl.oclc.org/ooxml/spreadsheetml/main");
        replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                "http://purl.oclc.org/ooxml/officeDocument/relationships");
    }
    std::string& workbook = parts[1].second;
    workbook.insert(workbook.find("</sheets>"),
                    "<sheet name=\"Ẩn\" state=\"veryHidden\" r:id=\"r1\"/>"
                    "<sheet name=\"Chart\" r:id=\"c\"/>");
    std::string& relations = parts[2].second;
    relations.insert(relations.find("</Rel"),
                     "<Relationship Id=\"c\" Type=\"http://purl.oclc.org/ooxml/officeDocument/"
                     "relationships/chartsheet\" Target=\"chart.xml\"/>");
    const auto file = written("t.xlsx", zipped(parts));
    const Workbook book = readWorkbook(file);
    EXPECT_EQ(sheetNames(file), (Lines{"S", "Ẩn"}));
    ASSERT_EQ(book.sheets.size(), 2U);
    EXPECT_FALSE(book.sheets[0].isHidden);
    EXPECT_TRUE(book.sheets[1].isHidden);
    EXPECT_EQ(readWorkbook(file, "Ẩn").sheets.size(), 1U);
    EXPECT_NE(refusal(file, "An").find("The sheets are: S, Ẩn"), std::string::npos);
}

struct Damage {
    const char* name;
    const char* sheet;
    const char* said;
};

class XlsxDamage : public testing::TestWithParam<Damage> {};

TEST_P(XlsxDamage, refuses_the_whole_file) {
    const std::string said = refusal(xlsxFile(
        std::string("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>") + GetParam().sheet,
        "<si><t>a</t></si>"));
    EXPECT_NE(said.find(GetParam().said), std::string::npos) << said;
}

INSTANTIATE_TEST_SUITE_P(
    All, XlsxDamage,
    testing::Values(
        Damage{"cut", "<row r=\"2\"><c r=\"A2\"><v>1", "damaged or cut"},
        Damage{"character", "<row r=\"2\"><c><v>\x01</v></c></row></sheetData>",
               "line 1: not well"},
        Damage{"utf8", "<row r=\"2\"><c><v>\xff</v></c></row></sheetData>", "invalid token"},
        Damage{"entity", "<row r=\"2\"><c><v>&ha;</v></c></row></sheetData>", "undefined entity"},
        Damage{"string", "<row r=\"2\"><c t=\"s\"><v>1</v></c></row></sheetData>",
               "sheet 'S', row 2, column 1: there is no string '1'"},
        Damage{"number", "<row r=\"2\"><c><v>1,5</v></c></row></sheetData>", "'1,5' is no number"},
        Damage{"row order", "<row r=\"1\"/></sheetData>", "row '1' after row 1"},
        Damage{"cell order", "<row r=\"2\"><c r=\"B2\"/><c r=\"A2\"/></row></sheetData>",
               "'A2' is out of place"},
        Damage{"cell of another row", "<row r=\"2\"><c r=\"A3\"/></row></sheetData>",
               "'A3' is out of place"},
        Damage{"column", "<row r=\"2\"><c r=\"XFE2\"/></row></sheetData>",
               "'XFE2' is out of place"},
        Damage{"row", "<row r=\"1048577\"/></sheetData>", "row '1048577'"},
        Damage{"merge", "</sheetData><mergeCells><mergeCell ref=\"B2:A1\"/></mergeCells>",
               "merged cells 'B2:A1'"}),
    [](const auto& damage) {
        std::string name = damage.param.name;
        for (char& c : name)
            c = c == ' ' ? '_' : c;
        return name;
    });

TEST(Xlsx, a_missing_part_a_doctype_and_a_huge_tag_refuse_the_file) {
    const std::string sheet = "<sheetData><row><c><v>1</v></c></row></sheetData>";
    for (std::size_t missing = 1; missing < 5; ++missing) {
        Parts parts = xlsxParts(sheet, "<si><t>a</t></si>");
        const std::string name = parts[missing].first;
        parts.erase(parts.begin() + std::ptrdiff_t(missing));
        EXPECT_NE(refusal(written("t.xlsx", zipped(parts))).find("'" + name + "' is missing"),
                  std::string::npos)
            << name;
    }
    Parts parts = xlsxParts(sheet);
    parts[3].second = "<!DOCTYPE w [<!ENTITY a \"b\">]>" + parts[3].second;
    EXPECT_NE(refusal(written("t.xlsx", zipped(parts))).find("DOCTYPE"), std::string::npos);
    parts = xlsxParts("<sheetData a=\"" + std::string(5 << 20, 'a') + "\"/>");
    EXPECT_NE(refusal(written("t.xlsx", zipped(parts))).find("not that of a spreadsheet"),
              std::string::npos);
}

TEST(Xlsx, a_cell_may_hold_as_many_characters_as_in_excel_and_no_more) {
    const auto file = [](std::size_t size, const std::string& letter) {
        std::string text;
        for (std::size_t i = 0; i < size; ++i)
            text += letter;
        return xlsxFile("<sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData>",
                        "<si><t>" + text + "</t></si>");
    };
    EXPECT_EQ(refusal(file(32767, "ế")), "accepted");
    EXPECT_NE(refusal(file(32768, "ế")).find("longer than 32767 characters"), std::string::npos);
    EXPECT_NE(refusal(file(1 << 22, "a")).find("longer than 32767 characters"), std::string::npos);
}

TEST(Xlsx, all_parts_together_may_not_unpack_to_more_than_a_gigabyte) {
    std::string bytes = zipped(xlsxParts("<sheetData/>"));
    const std::string largeInTurn = {0, 0, 0, 0x30}; // 768 MB
    std::size_t parts = 0;
    for (std::size_t at = bytes.find("PK\1\2"); at != std::string::npos;
         at = bytes.find("PK\1\2", at + 4), ++parts)
        bytes.replace(at + 24, 4, parts < 2 ? largeInTurn : bytes.substr(at + 24, 4));
    EXPECT_NE(refusal(written("t.xlsx", bytes)).find("more than 1024 MB when unpacked"),
              std::string::npos);
}

TEST(Xlsx, a_file_that_is_cut_or_changed_is_never_read_in_part) {
    const std::string whole = bytesOf(data / "trials.xlsx");
    const auto rows = shown(readWorkbook(data / "trials.xlsx").sheets.at(0));
    for (std::size_t size = 4; size < whole.size(); size += whole.size() / 23)
        EXPECT_NE(refusal(written("t.xlsx", whole.substr(0, size))), "accepted") << size;
    for (std::size_t at = 0; at < whole.size(); at += 19) {
        std::string changed = whole;
        changed[at] = char(changed[at] ^ 0x55);
        const auto file = written("t.xlsx", changed);
        if (refusal(file) == "accepted") { // names, times and such of the packing
            EXPECT_EQ(shown(readWorkbook(file).sheets.at(0)), rows) << at;
        }
    }
}

} // namespace
} // namespace terroir::sheets
