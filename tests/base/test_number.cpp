#include "core/base/number.hpp"

#include <gtest/gtest.h>

using namespace terroir;

TEST(number, reports_write_thousands_with_points_or_spaces_and_decimals_with_a_comma) {
    const std::pair<const char*, double> cases[] = {{"1.947", 1947},
                                                    {"10.200", 10200},
                                                    {"74,03", 74.03},
                                                    {"02", 2},
                                                    {"3 000", 3000},
                                                    {"3.000.000", 3000000},
                                                    {"1.947,5", 1947.5},
                                                    {"80 nghìn", 80000},
                                                    {"1,2 triệu", 1200000},
                                                    {"9.75", 9.75},
                                                    {"0.9", 0.9},
                                                    {"0.125", 0.125},
                                                    {"1805", 1805},
                                                    {"-5", -5},
                                                    {"3\xc2\xa0"
                                                     "000",
                                                     3000},
                                                    {"0,9", 0.9},
                                                    {" 12 ", 12},
                                                    {"0", 0}};
    for (const auto& [text, value] : cases) {
        const auto parsed = parseVietnameseNumber(text);
        ASSERT_TRUE(parsed) << text;
        EXPECT_DOUBLE_EQ(*parsed, value) << text;
    }
}

TEST(number, what_is_no_single_number_is_refused) {
    for (const char* text : {"", "ha", "12 ha", "1,2,3", "3 00", "1.23.456", "5-10", "1e3",
                             "1,947.5", ".5", "5.", "nghìn", "--5"})
        EXPECT_FALSE(parseVietnameseNumber(text)) << text;
    for (const char* text : {"", "1,5", "abc", "1 000", "nan", "inf"})
        EXPECT_FALSE(parsePlainNumber(text)) << text;
}

TEST(number, numbers_are_written_as_each_language_does) {
    EXPECT_EQ(formatNumber(1947.5, Language::Vietnamese), "1.947,5");
    EXPECT_EQ(formatNumber(1947.5, Language::English), "1,947.5");
    EXPECT_EQ(formatNumber(3000000, Language::Vietnamese), "3.000.000");
    EXPECT_EQ(formatNumber(2.28, Language::Vietnamese), "2,28");
    EXPECT_EQ(formatNumber(2, Language::Vietnamese), "2");
    EXPECT_EQ(formatNumber(-0.001, Language::Vietnamese), "0") << "no minus zero";
    EXPECT_EQ(formatNumber(-12.5, Language::Vietnamese), "−12,5");
    EXPECT_EQ(formatNumber(0.125, Language::English, 3), "0.125");
}

TEST(number, numbers_of_one_row_may_have_the_same_decimals) {
    EXPECT_EQ(formatFixed(54, Language::Vietnamese, 1), "54,0");
    EXPECT_EQ(formatFixed(1947.5, Language::English, 2), "1,947.50");
    EXPECT_EQ(formatFixed(12, Language::Vietnamese, 0), "12");
    EXPECT_EQ(formatFixed(-0.001, Language::Vietnamese, 1), "0,0") << "no minus zero";
}

TEST(number, what_is_written_in_vietnamese_is_read_back) {
    for (const double value : {0.0, 1.0, 9.75, 1947.0, 10200.0, 74.03, 1234567.89})
        EXPECT_DOUBLE_EQ(
            parseVietnameseNumber(formatNumber(value, Language::Vietnamese)).value_or(-1), value);
}
