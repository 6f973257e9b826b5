#include "core/base/error.hpp"
#include "core/records/column_map.hpp"

#include <gtest/gtest.h>

namespace terroir::records {
namespace {

std::string refusal(const TextTable& table, const std::map<std::string, std::string>& chosen) {
    try {
        ImportOptions options;
        options.columns = chosen;
        const ColumnMap columns(table, options);
    } catch (const InputError& error) {
        return error.what();
    }
    return {};
}

TEST(ColumnMap, finds_vietnamese_and_english_headers_whatever_their_case_and_marks) {
    const TextTable table = parseCsv(
        "CÂY TRỒNG,Xa,district,DIỆN TÍCH (sào Bắc Bộ),Năm,lạ\nchè,Bản Bo,,1,2022,x\n", "t.csv");
    const ColumnMap columns(table, ImportOptions{});
    EXPECT_EQ(columns.cell(table.rows[0], "subject"), "chè");
    EXPECT_EQ(columns.cell(table.rows[0], "commune"), "Bản Bo");
    EXPECT_TRUE(columns.has("district"));
    EXPECT_EQ(columns.unitInHeader("area"), "sào Bắc Bộ");
    EXPECT_EQ(columns.cell(table.rows[0], "period"), "2022");
    EXPECT_EQ(columns.unknown(), std::vector<std::string>{"lạ"});
}

TEST(ColumnMap, takes_a_unit_off_a_header_without_brackets) {
    const TextTable table = parseCsv("diện tích m2,xã\n1,a\n", "t.csv");
    EXPECT_EQ(ColumnMap(table, ImportOptions{}).unitInHeader("area"), "m2");
}

TEST(ColumnMap, a_choice_comes_before_the_names) {
    const TextTable table = parseCsv("Tên gọi;Sản phẩm;Xã\na;b;c\n", "t.csv");
    ImportOptions options;
    options.columns = {{"subject", "tên gọi"}};
    const ColumnMap columns(table, options);
    EXPECT_EQ(columns.cell(table.rows[0], "subject"), "a");
    EXPECT_EQ(columns.unknown(), std::vector<std::string>{"Sản phẩm"});
}

TEST(ColumnMap, a_field_can_be_left_out_though_a_column_has_its_name) {
    const TextTable table = parseCsv("Sản phẩm,Diện tích (ha),Xã\na,1,c\n", "t.csv");
    ImportOptions options;
    options.columns = {{"area", ""}};
    const ColumnMap columns(table, options);
    EXPECT_FALSE(columns.has("area"));
    EXPECT_EQ(columns.unknown(), std::vector<std::string>{"Diện tích (ha)"});
}

TEST(ColumnMap, an_unknown_field_or_column_is_refused_with_the_nearest) {
    const TextTable table = parseCsv("Sản phẩm,Xã\na,b\n", "t.csv");
    EXPECT_NE(refusal(table, {{"subjet", "Xã"}}).find("Did you mean 'subject'?"),
              std::string::npos);
    EXPECT_NE(refusal(table, {{"subject", "Sản phẩn"}}).find("Did you mean 'Sản phẩm'?"),
              std::string::npos);
}

TEST(ColumnMap, two_columns_for_one_field_are_not_chosen_between) {
    const TextTable table = parseCsv("Sản phẩm,Mô hình,Xã\na,b,c\n", "t.csv");
    const std::string sentence = refusal(table, {});
    EXPECT_NE(sentence.find("'Sản phẩm' and 'Mô hình'"), std::string::npos) << sentence;
    EXPECT_NE(sentence.find("choose one of them"), std::string::npos) << sentence;
}

TEST(ColumnMap, number_cells_of_a_spreadsheet_are_plain_and_text_is_vietnamese) {
    TextTable table = parseCsv("Diện tích,Xã\n1.947,a\n1.947,b\n", "t.xlsx");
    table.rows[0].numbers = {true, false};
    const ColumnMap columns(table, ImportOptions{});
    EXPECT_EQ(columns.style(table.rows[0], "area"), NumberStyle::Plain);
    EXPECT_EQ(columns.style(table.rows[1], "area"), NumberStyle::Vietnamese);
}

} // namespace
} // namespace terroir::records
