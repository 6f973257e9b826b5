#include "plugin/cli/terminal_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace terroir::cli {

namespace {

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

std::size_t characters(const std::string& text) {
    return std::size_t(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

} // namespace

TEST(TerminalTable, headings_and_codes_are_words_and_numbers_are_grouped) {
    const Table table{{"code", "level", "area_km2"},
                      {{"12", "province", 9068.73}, {"106", "district", 684.5}}};
    EXPECT_EQ(terminalTable(table, Language::Vietnamese, 80), "mã   cấp         km²\n"
                                                              "12   tỉnh   9.068,73\n"
                                                              "106  huyện     684,5\n");
    EXPECT_EQ(terminalTable(table, Language::English, 80), "code  level          km²\n"
                                                           "12    province  9,068.73\n"
                                                           "106   district     684.5\n");
}

TEST(TerminalTable, numbers_among_texts_stand_one_under_the_other_to_the_left) {
    const Table table{{"topic", "item", "value"},
                      {{"workspace", "file", "terroir.sqlite"},
                       {"units 2025-06-30", "commune", std::int64_t(10035)},
                       {"units 2025-06-30", "province", std::int64_t(63)}}};
    EXPECT_EQ(terminalTable(table, Language::Vietnamese, 80),
              "chủ đề               mục   giá trị\n"
              "không gian làm việc  tệp   terroir.sqlite\n"
              "đơn vị 30/6/2025     xã    10.035\n"
              "đơn vị 30/6/2025     tỉnh      63\n");
}

TEST(TerminalTable, lines_are_no_longer_than_the_terminal) {
    const std::string description = "Diện tích cây trồng của các mô hình và khảo nghiệm, theo xã, "
                                    "với những phần chưa xác định được xã";
    const Table table{{"id", "title", "description", "file"},
                      {{"plantings", "Cây trồng", description, "/usr/share/a.theme.json"},
                       {"titles", "Văn bằng", description, "/usr/share/b.theme.json"}}};
    const std::string text = terminalTable(table, Language::Vietnamese, 60);
    for (const std::string& line : linesOf(text))
        EXPECT_LE(characters(line), 60U) << line;
    EXPECT_EQ(text.find("/usr/share"), std::string::npos) << text;
    EXPECT_NE(text.find("Văn bằng"), std::string::npos) << text;
    EXPECT_NE(terminalTable(table, Language::Vietnamese, 400).find("/usr/share"), std::string::npos)
        << "where there is room";
}

TEST(TerminalTable, names_of_persons_are_not_taken_for_codes) {
    const Table table{{"name", "level"}, {{"total", "commune"}}};
    EXPECT_EQ(terminalTable(table, Language::Vietnamese, 80), "tên    cấp\n"
                                                              "total  xã\n");
}

TEST(TerminalTable, one_row_stands_upright) {
    const Table table{{"unit_name", "score"}, {{"xã Bản Hon", "1.00"}}};
    EXPECT_EQ(uprightTable(table, Language::Vietnamese, 80), "tên đơn vị  xã Bản Hon\n"
                                                             "độ tin cậy  1.00\n");
}

} // namespace terroir::cli
