#include "core/records/in_force.hpp"

#include "core/base/day_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace terroir::records {
namespace {

Period days(const char* from, const char* to) {
    return {*parseDate(from), parseDate(to)->nextDay()};
}

Record record(const char* kind, std::vector<Detail> details, Period period = {},
              State state = State::Done) {
    Record made;
    made.kind = kind;
    made.period = period;
    made.state = state;
    made.details = std::move(details);
    return made;
}

std::string onDay(const Record& record, const char* day, const SourceDays& source = {}) {
    const auto term = termOf(record);
    return term ? std::string(toString(forceOn(completed(*term, source), source, *parseDate(day))))
                : "no term";
}

struct Case {
    const char* what;
    Record record;
    const char* day;
    const char* force;
};

TEST(InForce, days_decide_where_the_source_says_them) {
    const Period of2024 = days("2024-01-01", "2024-12-31");
    const Case cases[] = {
        {"stars hold 36 months", record("ocop", {{"decision_date", "18/11/2024"}}), "2027-11-18",
         "in-force"},
        {"and not a day longer", record("ocop", {{"decision_date", "18/11/2024"}}), "2027-11-19",
         "ended"},
        {"nor before", record("ocop", {{"decision_date", "18/11/2024"}}), "2024-11-17", "not-yet"},
        {"a day that is written goes first",
         record("ocop", {{"decision_date", "18/11/2024"}, {"expires", "30/6/2025"}}), "2025-07-01",
         "ended"},
        {"of a year nobody knows the day", record("ocop", {}, of2024), "2027-05-01", "unknown"},
        {"but the years around it are plain", record("ocop", {}, of2024), "2026-12-31",
         "in-force"},
        {"also behind it", record("ocop", {}, of2024), "2028-01-01", "ended"},
        {"an end that is a year",
         record("certification", {{"issued", "1/2/2023"}, {"expires", "2026"}}), "2026-03-01",
         "unknown"},
        {"how long it holds",
         record("certification", {{"issued", "1/2/2023"}, {"expires", "03 năm"}}), "2026-02-01",
         "in-force"},
        {"how long, in months",
         record("certification", {{"issued", "1/2/2023"}, {"expires", "24 tháng"}}), "2025-02-02",
         "ended"},
        {"a day is no length",
         record("certification", {{"issued", "1/2/2023"}, {"expires", "31 tháng 12 năm 2027"}}),
         "2027-12-31", "in-force"},
        {"from until in one cell",
         record("certification", {{"issued", "1/2/2023"}, {"expires", "1/2/2023 - 31/1/2026"}}),
         "2026-02-01", "ended"},
        {"a mark without a last day",
         record("title", {{"issued", "13/3/2018"}}), "2019-01-01", "unknown"},
        {"an indication has no end", record("geographical_indication", {{"issued", "1/6/2001"}}),
         "2040-01-01", "in-force"},
        {"no end, in words",
         record("title", {{"issued", "13/3/2018"}, {"expires", "Vô thời hạn"}}), "2040-01-01",
         "in-force"},
        {"a code holds until it is taken back",
         record("production_zone", {{"code", "VN-LCOR-0001"}, {"issued", "5/5/2023"}}),
         "2030-01-01", "in-force"},
        {"an area without a code is not granted", record("production_zone", {}), "2030-01-01",
         "no term"},
        {"nor are farms", record("livestock", {{"expires", "2020"}}), "2030-01-01", "no term"},
        {"nothing is known", record("ocop", {}), "2025-01-01", "unknown"},
    };
    for (const Case& one : cases)
        EXPECT_EQ(onDay(one.record, one.day), one.force) << one.what;
}

TEST(InForce, a_report_says_only_by_when_it_was_there) {
    // "2012–2022" is the time of the report, not of the award.
    const Record stars = record("ocop", {}, days("2012-01-01", "2022-04-15"));
    EXPECT_EQ(onDay(stars, "2020-01-01"), "unknown");
    EXPECT_EQ(onDay(stars, "2022-04-15"), "unknown") << "it may have been the stars of 2012";
    EXPECT_EQ(onDay(stars, "2025-04-16"), "ended") << "the last of them has ended by then";
    const Record mark = record("title", {{"expires", "1/1/2030"}});
    EXPECT_EQ(onDay(mark, "2026-01-01"), "unknown");
    const SourceDays source{{}, days("2025-11-01", "2025-11-30")};
    EXPECT_EQ(onDay(mark, "2026-01-01", source), "in-force") << "it stands in a list of 2025";
    EXPECT_EQ(onDay(mark, "2025-10-31", source), "unknown");
}

TEST(InForce, what_was_withdrawn_counts_from_the_day_that_is_said) {
    const auto code = [](const char* words) {
        return record("production_zone",
                      {{"code", "LC-1"}, {"issued", "5/5/2023"}, {"status_as_written", words}}, {},
                      State::Withdrawn);
    };
    EXPECT_EQ(onDay(code("Thu hồi từ 5/2024"), "2024-04-30"), "in-force");
    EXPECT_EQ(onDay(code("Thu hồi từ 5/2024"), "2024-05-10"), "unknown");
    EXPECT_EQ(onDay(code("Thu hồi từ 5/2024"), "2024-05-31"), "revoked");
    EXPECT_EQ(onDay(code("Đã bị thu hồi (12/5/2024)"), "2024-05-12"), "revoked");
    EXPECT_EQ(onDay(code("Tạm dừng"), "2024-01-01"), "suspended");
    EXPECT_EQ(onDay(code("Hết hạn"), "2025-01-01"), "ended");
    EXPECT_EQ(onDay(code("Từ chối"), "2025-01-01"), "withdrawn");
    const SourceDays source{{}, days("2024-12-31", "2024-12-31")};
    EXPECT_EQ(onDay(code("Bị thu hồi"), "2024-12-31", source), "revoked");
    EXPECT_EQ(onDay(code("Bị thu hồi"), "2024-01-01", source), "unknown")
        << "the list of December does not say since when";
    EXPECT_EQ(onDay(code("Bị thu hồi"), "2023-01-01", source), "not-yet");
    EXPECT_EQ(onDay(record("title", {}, {}, State::Proposed), "2030-01-01"), "not-yet");
}

TEST(InForce, what_ends_within_months_is_and_may_be_in_force) {
    const auto ends = [](const Record& one, const char* day, int months) {
        return endsWithin(completed(*termOf(one), {}), {}, *parseDate(day), months);
    };
    const Record stars = record("ocop", {{"decision_date", "18/11/2024"}});
    EXPECT_TRUE(ends(stars, "2026-11-18", 12)) << "the last day of the twelve months is in";
    EXPECT_FALSE(ends(stars, "2026-11-17", 12));
    EXPECT_TRUE(ends(stars, "2027-11-18", 12));
    EXPECT_FALSE(ends(stars, "2027-11-19", 12)) << "it has ended";
    EXPECT_FALSE(ends(record("title", {{"issued", "1/1/2016"}}), "2026-01-01", 12));
    EXPECT_EQ(monthsLater(Date::of(2024, 2, 29), 36), Date::of(2027, 2, 28));
    EXPECT_EQ(monthsLater(Date::of(2023, 11, 30), 3), Date::of(2024, 2, 29));
}

TEST(InForce, what_is_computed_is_not_taken_for_written) {
    const auto basis = [](const Record& one) {
        return std::string(toString(completed(*termOf(one), {}).basis));
    };
    EXPECT_EQ(basis(record("ocop", {{"decision_date", "18/11/2024"}})), "computed");
    EXPECT_EQ(basis(record("ocop", {{"expires", "18/11/2027"}})), "written");
    EXPECT_EQ(basis(record("ocop", {})), "") << "without a decision there is nothing to compute";
    EXPECT_EQ(basis(record("title", {{"issued", "1/1/2016"}})), "");
    EXPECT_EQ(basis(record("geographical_indication", {})), "none");
}

TEST(InForce, days_are_written_as_far_as_they_are_known) {
    EXPECT_EQ(daysText(days("2024-11-18", "2024-11-18")), "2024-11-18");
    EXPECT_EQ(daysText(days("2024-11-01", "2024-11-30")), "2024-11");
    EXPECT_EQ(daysText(days("2024-01-01", "2024-12-31")), "2024");
    EXPECT_EQ(daysText(days("2015-01-01", "2020-12-31")), "2015-01-01/2020-12-31");
    EXPECT_EQ(daysText({Date::beginning(), Date::of(2022, 4, 16)}), "/2022-04-15");
    EXPECT_EQ(daysText({}), "");
}

TEST(InForce, what_is_wanted_is_said_with_its_day_and_without) {
    ForceWanted wanted{{Force::InForce, Force::Unknown}, {}, Date::of(2025, 12, 31)};
    EXPECT_EQ(briefWords(wanted).vi, "còn hiệu lực hoặc không rõ còn hiệu lực không");
    EXPECT_EQ(inWords(wanted).vi, briefWords(wanted).vi + ", ngày 31/12/2025");
    wanted = {{Force::InForce}, 12, Date::of(2025, 12, 31)};
    EXPECT_EQ(briefWords(wanted).vi, "hết hạn trong 12 tháng");
    EXPECT_EQ(inWords(wanted).vi, "còn hiệu lực, hết hạn trong 12 tháng kể từ ngày 31/12/2025");
    wanted.endsWithin = 1;
    EXPECT_EQ(briefWords(wanted).en, "ends within 1 month");
}

TEST(InForce, states_are_known_by_their_words) {
    for (const Force force : allForces()) {
        EXPECT_EQ(parseForce(toString(force)), force);
        EXPECT_EQ(parseForce(inWords(force).vi), force);
        EXPECT_EQ(parseForce(inWords(force).en), force);
    }
    EXPECT_EQ(parseForce("hết hạn"), Force::Ended);
    EXPECT_EQ(parseForce("Thu hồi"), Force::Revoked);
    EXPECT_EQ(parseForce("gone"), std::nullopt);
}

} // namespace
} // namespace terroir::records
