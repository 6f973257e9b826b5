#include "core/records/period.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace terroir::records {
namespace {

struct Case {
    const char* text;
    const char* from;
    const char* to; ///< the first day that is out; empty: not understood
};

TEST(Period, is_read_as_planners_write_it) {
    const Case cases[] = {
        {"2022", "2022-01-01", "2023-01-01"},
        {"năm 2022", "2022-01-01", "2023-01-01"},
        {"4/2022", "2022-04-01", "2022-05-01"},
        {"12/2022", "2022-12-01", "2023-01-01"},
        {"2022-04", "2022-04-01", "2022-05-01"},
        {"15/4/2022", "2022-04-15", "2022-04-16"},
        {"31-12-2021", "2021-12-31", "2022-01-01"},
        {"2022-04-15", "2022-04-15", "2022-04-16"},
        {"2012-2022", "2012-01-01", "2023-01-01"},
        {"2012 – 2022", "2012-01-01", "2023-01-01"},
        {"từ 2012 đến 2022", "2012-01-01", "2023-01-01"},
        {"15/4/2022 - 30/6/2022", "2022-04-15", "2022-07-01"},
        {"vụ xuân 2022", "2022-01-01", "2023-01-01"},
    };
    for (const Case& one : cases) {
        const auto period = parsePeriod(one.text);
        ASSERT_TRUE(period) << one.text;
        EXPECT_EQ(period->from.toString(), one.from) << one.text;
        EXPECT_EQ(period->to.toString(), one.to) << one.text;
    }
}

TEST(Period, that_names_no_day_or_several_years_is_not_guessed) {
    for (const char* text :
         {"", "hằng năm", "31/2/2022", "13/2022", "2022-2012", "vụ 2021, 2022", "12"})
        EXPECT_FALSE(parsePeriod(text)) << text;
}

TEST(Period, places_are_looked_up_on_its_last_day_but_not_after_the_source) {
    const Period decade{Date::of(2012, 1, 1), Date::of(2022, 4, 16)};
    EXPECT_EQ(lookupDate(decade, "2022-04-15"), Date::of(2022, 4, 15));
    EXPECT_EQ(lookupDate(decade, "2020"), Date::of(2020, 12, 31));
    const Period planned{Date::of(2021, 1, 1), Date::of(2022, 1, 1)};
    EXPECT_EQ(lookupDate(planned, "2020-12"), Date::of(2020, 12, 31));
    EXPECT_EQ(lookupDate({}, "2024-07"), Date::of(2024, 7, 31));
}

TEST(Period, places_are_never_looked_up_in_the_future) {
    EXPECT_EQ(lookupDate({}, ""), Date::today());
    EXPECT_EQ(lookupDate({Date::of(2090, 1, 1), Date::of(2091, 1, 1)}, ""), Date::today());
}

TEST(Period, days_pass_the_ends_of_months_and_stop_at_open_ends) {
    EXPECT_EQ(dayAfter(Date::of(2024, 2, 28)), Date::of(2024, 2, 29));
    EXPECT_EQ(dayBefore(Date::of(2025, 1, 1)), Date::of(2024, 12, 31));
    EXPECT_EQ(dayAfter(Date::end()), Date::end());
    EXPECT_EQ(dayBefore(Date::beginning()), Date::beginning());
}

} // namespace
} // namespace terroir::records
