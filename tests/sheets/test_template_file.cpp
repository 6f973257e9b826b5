#include "core/base/error.hpp"
#include "core/geometry/table_writer.hpp"
#include "core/sheets/read.hpp"
#include "core/sheets/table.hpp"
#include "core/sheets/template_file.hpp"

#include <cpl_vsi.h>
#include <gtest/gtest.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
/// libxlsxwriter 1.1 keeps the texts of drop-down lists for good.
extern "C" __attribute__((visibility("default"))) const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:lxw_strdup\n";
}
#endif

namespace terroir::sheets {
namespace {

TemplateFile content() {
    TemplateFile file;
    file.tableSheet = "Số liệu";
    file.helpSheet = "Hướng dẫn";
    file.title = "Biểu mẫu";
    file.columns = {
        {"Mã số vùng trồng", "mã được cấp", TemplateFormat::Text, true, 18, {}, false},
        {"Diện tích (ha)", "số", TemplateFormat::Number, false, 12, {}, false},
        {"Ngày cấp", "ngày", TemplateFormat::Day, false, 12, {}, false},
        {"Hạng sao", "1 đến 5", TemplateFormat::Count, false, 9, {"3", "4", "5"}, true},
        {"Phân loại", "loại", TemplateFormat::Text, false, 20, {"trâu, bò", "lợn"}, false},
    };
    file.introduction = {"Điền vào trang đầu."};
    file.explanations = {{"Cột", "Ý nghĩa"}, {"Hạng sao", "1 đến 5"}};
    file.choicesTitle = "Danh sách cho cột '{}'";
    file.notOfList = "'{}': không có trong danh sách";
    file.notANumber = "'{}': cần một số";
    file.notADay = "'{}': cần một ngày";
    return file;
}

std::filesystem::path writtenForm(const std::string& name, const TemplateFile& file) {
    auto path = std::filesystem::path(::testing::TempDir()) /
                ("terroir_template_" + std::to_string(::getpid()) + "_" + name);
    writeTemplate(file, path);
    return path;
}

/// A part of the package: "xl/worksheets/sheet1.xml".
std::string part(const std::filesystem::path& file, const std::string& name) {
    VSILFILE* opened = VSIFOpenL(("/vsizip/" + file.string() + "/" + name).c_str(), "rb");
    if (opened == nullptr)
        return {};
    std::string text(1 << 20, '\0');
    text.resize(VSIFReadL(text.data(), 1, text.size(), opened));
    VSIFCloseL(opened);
    return text;
}

TEST(TemplateFile, is_a_table_of_a_header_alone_with_the_explanations_behind_it) {
    const auto file = writtenForm("table.xlsx", content());
    EXPECT_EQ(sheets::sheetNames(file), (std::vector<std::string>{"Số liệu", "Hướng dẫn"}));
    const TextTable table = sheets::readTable(file);
    EXPECT_EQ(table.header, (std::vector<std::string>{"Mã số vùng trồng", "Diện tích (ha)",
                                                      "Ngày cấp", "Hạng sao", "Phân loại"}));
    EXPECT_TRUE(table.rows.empty());
}

TEST(TemplateFile, drop_down_lists_stand_on_the_sheet_of_explanations) {
    const std::string sheet =
        part(writtenForm("lists.xlsx", content()), "xl/worksheets/sheet1.xml");
    for (const char* expected : {
             // An item with a comma is one item.
             R"(sqref="E2:E5001"><formula1>'Hướng dẫn'!$A$13:$A$14</formula1>)",
             R"(type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1")",
             R"(sqref="D2:D5001"><formula1>'Hướng dẫn'!$A$8:$A$10</formula1>)",
         })
        EXPECT_NE(sheet.find(expected), std::string::npos) << expected << "\n" << sheet;
}

TEST(TemplateFile, what_is_outside_a_closed_list_is_refused_and_else_asked_about) {
    const std::string sheet = part(writtenForm("stop.xlsx", content()), "xl/worksheets/sheet1.xml");
    const auto ruleOf = [&](const std::string& cells) {
        const std::size_t at = sheet.find("sqref=\"" + cells);
        return at == std::string::npos ? std::string()
                                       : sheet.substr(sheet.rfind("<dataValidation ", at),
                                                      at - sheet.rfind("<dataValidation ", at));
    };
    EXPECT_EQ(ruleOf("D2").find("errorStyle"), std::string::npos); // stop
    for (const char* cells : {"B2", "C2", "E2"})
        EXPECT_NE(ruleOf(cells).find("errorStyle=\"warning\""), std::string::npos) << cells;
    EXPECT_TRUE(ruleOf("A2:A").empty()); // free text
}

TEST(TemplateFile, columns_have_formats_a_frozen_header_and_notes) {
    const auto file = writtenForm("formats.xlsx", content());
    const std::string styles = part(file, "xl/styles.xml");
    EXPECT_NE(styles.find("dd/mm/yyyy"), std::string::npos);
    EXPECT_NE(styles.find("#,##0.0###"), std::string::npos);
    EXPECT_NE(styles.find("formatCode=\"@\""), std::string::npos); // text
    EXPECT_NE(part(file, "xl/worksheets/sheet1.xml").find("state=\"frozen\""), std::string::npos);
    EXPECT_NE(part(file, "xl/comments1.xml").find("mã được cấp"), std::string::npos);
}

TEST(TemplateFile, that_cannot_be_written_is_told) {
    EXPECT_THROW(writeTemplate(content(), "/nowhere/at/all.xlsx"), InputError);
    TemplateFile twice = content();
    twice.helpSheet = twice.tableSheet;
    EXPECT_THROW(writtenForm("twice.xlsx", twice), InputError);
}

} // namespace
} // namespace terroir::sheets
