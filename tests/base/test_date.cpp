#include "core/base/date.hpp"
#include "core/base/day_text.hpp"
#include "core/base/error.hpp"

#include <gtest/gtest.h>

using namespace terroir;

TEST(date, only_real_days_in_iso_form_are_dates) {
    EXPECT_EQ(parseDate("2025-07-01"), Date::of(2025, 7, 1));
    EXPECT_EQ(parseDate("2024-02-29"), Date::of(2024, 2, 29));
    for (const char* wrong : {"2025-02-29", "2025-13-01", "2025-7-1", "01/07/2025", "2025", "",
                              "2025-07-0x", " 2025-07-01"})
        EXPECT_FALSE(parseDate(wrong)) << wrong;
}

TEST(date, a_wrong_option_says_the_form) {
    try {
        requireDate("1/7/2025", "--as-of");
        FAIL();
    } catch (const UsageError& error) {
        EXPECT_STREQ(
            error.what(),
            "--as-of '1/7/2025' is not a date; write it as YYYY-MM-DD, such as 2025-07-01.");
    }
}

TEST(date, a_period_holds_its_first_day_and_not_its_end) {
    const Period districts{Date::of(2020, 2, 1), Date::of(2025, 7, 1)};
    EXPECT_TRUE(districts.contains(Date::of(2020, 2, 1)));
    EXPECT_TRUE(districts.contains(Date::of(2025, 6, 30)));
    EXPECT_FALSE(districts.contains(Date::of(2025, 7, 1)));
    EXPECT_TRUE(Period{}.contains(Date::today()));
}

TEST(date, a_day_in_a_sentence_is_written_as_its_readers_do_and_can_be_given_back) {
    const LocalText day = dayText(Date::of(2025, 7, 1));
    EXPECT_EQ(day, (LocalText{"01/07/2025", "2025-07-01"}));
    EXPECT_EQ(parseDayText(day.vi), Date::of(2025, 7, 1));
    EXPECT_EQ(parseDayText(day.en), Date::of(2025, 7, 1));
    EXPECT_EQ(dayText(Date::end()), LocalText());
}

TEST(date, neighbours_cross_months_and_leap_days) {
    EXPECT_EQ(Date::of(2025, 7, 1).previousDay(), Date::of(2025, 6, 30));
    EXPECT_EQ(Date::of(2024, 2, 28).nextDay(), Date::of(2024, 2, 29));
    EXPECT_EQ(Date::end().nextDay(), Date::end());
    EXPECT_EQ(Date::beginning().toString(), "");
    EXPECT_EQ(Date::of(2008, 8, 1).toString(), "2008-08-01");
}
