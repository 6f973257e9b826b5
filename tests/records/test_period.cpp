#include "core/records/period.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace terroir::records {
namespace {

struct PeriodCase {
    const char* text;
    const char* from;
    const char* to; ///< the first day that is out; empty: not understood
};

TEST(Period, is_read_as_planners_write_it) {
    const PeriodCase cases[] = {
        {"2022", "2022-01-01", "2023-01-01"},
        {"năm 2022", "2022-01-01", "2023-01-01"},
        {"4/2022", "2022-04-01", "2022-05-01"},
        {"12/2022", "2022-12-01", "2023-01-01"},
        {"2022-04", "2022-04-01", "2022-05-01"},
        {"15/4/2022", "2022-04-15", "2022-04-16"},
        {"31-12-2021", "2021-12-31", "2022-01-01"},
        {"2022-04-15", "2022-04-15", "2022-04-16"},
        {"2012-2022", "2012-01-01", "2023-01-01"},
        {"24 tháng (2024-2026)", "2024-01-01", "2027-01-01"},
        {"36 tháng, từ 6/2023 đến 5/2026", "2023-06-01", "2026-06-01"},
        {"2023-2025 (3 năm)", "2023-01-01", "2026-01-01"},
        {"2012 – 2022", "2012-01-01", "2023-01-01"},
        {"từ 2012 đến 2022", "2012-01-01", "2023-01-01"},
        {"15/4/2022 - 30/6/2022", "2022-04-15", "2022-07-01"},
        {"vụ xuân 2022", "2022-01-01", "2023-01-01"},
        {"10/2022", "2022-10-01", "2022-11-01"},
        {"tháng 6/2021 - tháng 6/2022", "2021-06-01", "2022-07-01"},
        {"từ 3/2021 đến 9/2022", "2021-03-01", "2022-10-01"},
        {"Từ tháng 3 đến tháng 9 năm 2022", "2022-03-01", "2022-10-01"},
        {"tháng 3-9/2022", "2022-03-01", "2022-10-01"},
        {"15/4-30/6/2022", "2022-04-15", "2022-07-01"},
        {"tháng 6 năm 2021", "2021-06-01", "2021-07-01"},
        {"vụ Đông Xuân 2022-2023", "2022-01-01", "2024-01-01"},
        {"Đông - Xuân 2022/2023", "2022-01-01", "2024-01-01"},
        {"vụ Đông Xuân 2022-23", "2022-01-01", "2024-01-01"},
        {"vụ Mùa năm 2023", "2023-01-01", "2024-01-01"},
        {"ĐX 2022-2023", "2022-01-01", "2024-01-01"},
        {"vụ HT 2023", "2023-01-01", "2024-01-01"},
        {"quý II/2023", "2023-04-01", "2023-07-01"},
        {"Quý 4 năm 2022", "2022-10-01", "2023-01-01"},
        {"6 tháng đầu năm 2023", "2023-01-01", "2023-07-01"},
        {"6 tháng cuối năm 2023", "2023-07-01", "2024-01-01"},
        {"9 tháng năm 2022", "2022-01-01", "2022-10-01"},
        {"2020; 2021", "2020-01-01", "2022-01-01"},
        {"2020, 2021 và 2022", "2020-01-01", "2023-01-01"},
        {"giai đoạn 2021-2025", "2021-01-01", "2026-01-01"},
        {"Sơ bộ 2024", "2024-01-01", "2025-01-01"},
        {"từ 2020 đến nay", "2020-01-01", ""},
        {"2024-11-18 00:00:00", "2024-11-18", "2024-11-19"},
        {"18-11-2024", "2024-11-18", "2024-11-19"},
        {"18.11.2024", "2024-11-18", "2024-11-19"},
        {"ngày 20 tháng 12 năm 2024", "2024-12-20", "2024-12-21"},
        {"15/3/23", "2023-03-15", "2023-03-16"},
    };
    for (const PeriodCase& one : cases) {
        const auto period = parsePeriod(one.text);
        ASSERT_TRUE(period) << one.text;
        EXPECT_EQ(period->from.toString(), one.from) << one.text;
        EXPECT_EQ(period->to.toString(), one.to) << one.text;
    }
}

TEST(Period, that_names_no_day_or_several_years_is_not_guessed) {
    for (const char* text : {"", "hằng năm", "31/2/2022", "QĐ ngày 31/2/2023", "13/2022",
                             "2022-2012", "vụ 2021, 2022", "12", "2020; 2022", "trước 2020",
                             "chờ cấp", "11/18/2024", "quý V/2023", "15/3/3", "15/3/85"})
        EXPECT_FALSE(parsePeriod(text)) << text;
}

TEST(Period, figures_that_the_calendar_lacks_are_told_from_words_and_lengths) {
    for (const char* text : {"31/2/2025", "31/02/2025", "2025-02-31", "13/2022", "ngày 45/1/2024",
                             "31/4/2023", "20255", "1/1/20255"})
        EXPECT_TRUE(isOutsideCalendar(text)) << text;
    for (const char* text : {"28/2/2025", "2022", "4/2022", "2015-2020", "15/3/23", "12", "5-7",
                             "hằng năm", "12 tháng", "vụ xuân", ""})
        EXPECT_FALSE(isOutsideCalendar(text)) << text;
}

TEST(Period, a_year_of_two_digits_is_known_as_such) {
    EXPECT_TRUE(hasShortYear("15/3/23"));
    EXPECT_FALSE(hasShortYear("15/3/2023"));
    EXPECT_FALSE(hasShortYear("2023-03-15"));
    EXPECT_FALSE(hasShortYear("3/23"));
}

TEST(Period, of_a_decision_stands_behind_its_number) {
    const struct {
        const char *text, *number, *day;
    } cases[] = {
        {"Quyết định số 3012/QĐ-UBND ngày 18/11/2024", "3012/QĐ-UBND", "2024-11-18"},
        {"QĐ 415/QĐ-SNN ngày 5 tháng 2 năm 2023 của Sở", "415/QĐ-SNN", "2023-02-05"},
        {"1204/QĐ-UBND (12/10/2022)", "1204/QĐ-UBND", "2022-10-12"},
        {"88/QĐ-UBND", "88/QĐ-UBND", ""},
    };
    for (const auto& one : cases) {
        const DecisionText decision = parseDecision(one.text);
        EXPECT_EQ(decision.number, one.number) << one.text;
        EXPECT_EQ(decision.day ? decision.day->from.toString() : "", one.day) << one.text;
    }
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
