#include "core/base/csv.hpp"
#include "core/gazetteer/conversion.hpp"
#include "tests/support/packaged.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

using namespace terroir;
using namespace terroir::gazetteer;
using terroir::testing::packagedGazetteer;

namespace {

const Date lastDay = Date::of(2025, 6, 30), reformDay = Date::of(2025, 7, 1),
           lately = Date::of(2026, 11, 1);

const Unit& unitOf(const Conversion& part) {
    return packagedGazetteer().unit(part.unit);
}

std::vector<Conversion> traced(const char* uid, Date date) {
    const UnitIndex unit = packagedGazetteer().find(uid);
    EXPECT_NE(unit, noUnit) << uid;
    return trace(packagedGazetteer(), unit, date);
}

double sumOf(const std::vector<Conversion>& parts) {
    return std::accumulate(parts.begin(), parts.end(), 0.0,
                           [](double sum, const Conversion& part) { return sum + part.share; });
}

std::set<std::string> uidsOf(const std::vector<Conversion>& parts) {
    std::set<std::string> uids;
    for (const Conversion& part : parts)
        uids.insert(unitOf(part).uid);
    return uids;
}

/// data/gazetteer/succession.csv, read without the gazetteer: what became of each unit on a day.
std::map<std::string, std::set<std::string>> tableOf(const std::string& day) {
    const TextTable table = readCsv(TERROIR_SOURCE_DIR "/data/gazetteer/succession.csv");
    const std::size_t from = table.requireColumn("predecessor"),
                      to = table.requireColumn("successor"), date = table.requireColumn("date");
    std::map<std::string, std::set<std::string>> successors;
    for (const TextRow& row : table.rows)
        if (row.cells[date] == day)
            successors[row.cells[from]].insert(row.cells[to]);
    return successors;
}

} // namespace

TEST(conversion, every_commune_of_the_eve_goes_to_exactly_the_units_of_the_table) {
    const Gazetteer& g = packagedGazetteer();
    const auto table = tableOf("2025-07-01");
    std::size_t right = 0, tiny = 0;
    for (const UnitIndex commune : g.unitsAt(Level::Commune, lastDay)) {
        const std::vector<Conversion> parts = trace(g, commune, reformDay);
        const auto row = table.find(g.unit(commune).uid);
        const std::set<std::string> expected =
            row == table.end() ? std::set{g.unit(commune).uid} : row->second;
        EXPECT_EQ(uidsOf(parts), expected) << g.unit(commune).uid;
        EXPECT_NEAR(sumOf(parts), 1, 0.01) << g.unit(commune).uid;
        right += uidsOf(parts) == expected ? 1 : 0;
        tiny += !parts.empty() && parts.back().share < 0.005 ? 1 : 0;
    }
    EXPECT_EQ(right, 10035U);
    EXPECT_GT(tiny, 40U) << "parts that a resolution names may be next to nothing";
}

TEST(conversion, the_same_holds_for_today_beyond_later_changes) {
    const Gazetteer& g = packagedGazetteer();
    for (const UnitIndex commune : g.unitsAt(Level::Commune, lastDay)) {
        std::set<std::string> expected;
        for (const Conversion& part : trace(g, commune, reformDay))
            for (const Conversion& later : trace(g, part.unit, lately))
                expected.insert(unitOf(later).uid);
        const std::vector<Conversion> parts = trace(g, commune, lately);
        EXPECT_EQ(uidsOf(parts), expected) << g.unit(commune).uid;
        EXPECT_NEAR(sumOf(parts), 1, 0.01) << g.unit(commune).uid;
    }
}

TEST(conversion, to_the_units_own_days_it_is_the_unit_itself) {
    const Gazetteer& g = packagedGazetteer();
    for (const Date day : {Date::of(2010, 1, 1), lastDay, lately})
        for (const Level level : {Level::Province, Level::District, Level::Commune})
            for (const UnitIndex unit : g.unitsAt(level, day)) {
                const std::vector<Conversion> parts = trace(g, unit, day);
                ASSERT_EQ(parts.size(), 1U);
                EXPECT_EQ(parts[0].unit, unit);
                EXPECT_EQ(parts[0].share, 1);
                EXPECT_TRUE(parts[0].way.empty());
            }
}

TEST(conversion, what_came_before_covers_every_commune_of_today) {
    const Gazetteer& g = packagedGazetteer();
    std::set<UnitIndex> covered;
    for (const Level level : {Level::District, Level::Commune})
        for (const UnitIndex unit : g.unitsAt(level, lastDay))
            for (const Conversion& part : trace(g, unit, lately))
                covered.insert(part.unit);
    const std::vector<UnitIndex> today = g.unitsAt(Level::Commune, lately);
    EXPECT_EQ(today.size(), 3321U);
    for (const UnitIndex commune : today)
        EXPECT_TRUE(covered.contains(commune)) << g.unit(commune).uid;
}

TEST(conversion, there_and_back_finds_the_unit_again) {
    const Gazetteer& g = packagedGazetteer();
    for (const UnitIndex commune : g.unitsAt(Level::Commune, lately)) {
        const std::vector<Conversion> before = trace(g, commune, lastDay);
        ASSERT_FALSE(before.empty()) << g.unit(commune).uid;
        EXPECT_NEAR(sumOf(before), 1, 0.01) << g.unit(commune).uid;
        for (const Conversion& part : before)
            EXPECT_TRUE(uidsOf(trace(g, part.unit, lately)).contains(g.unit(commune).uid))
                << g.unit(commune).uid << " from " << unitOf(part).uid;
    }
}

TEST(conversion, the_way_names_the_events_oldest_first_in_both_directions) {
    const std::vector<Conversion> forward = traced("03413@2007", lately);
    ASSERT_EQ(forward.size(), 1U);
    EXPECT_EQ(unitOf(forward[0]).uid, "03390@2025");
    ASSERT_GE(forward[0].way.size(), 1U);
    EXPECT_EQ(forward[0].way.back()->decree, "1670/NQ-UBTVQH15");
    EXPECT_EQ(forward[0].way.back()->kind, "whole");
    const std::vector<Conversion> back = traced("03390@2025", Date::of(2004, 12, 31));
    ASSERT_FALSE(back.empty());
    for (const Conversion& part : back)
        for (std::size_t i = 1; i < part.way.size(); ++i)
            EXPECT_LE(part.way[i - 1]->date, part.way[i]->date);
}

TEST(conversion, shares_that_the_table_lacks_are_marked_as_estimated) {
    // Known: 0.2248 of Quyết Thắng went to 03982@2025; the five other parts have no figure.
    const std::vector<Conversion> parts = traced("03982@2004", Date::of(2025, 2, 1));
    EXPECT_NEAR(sumOf(parts), 1, 1e-9);
    std::size_t estimated = 0;
    for (const Conversion& part : parts) {
        estimated += part.estimated ? 1 : 0;
        EXPECT_NEAR(part.share, part.estimated ? (1 - 0.2248) / double(parts.size() - 1) : 0.2248,
                    1e-4);
    }
    EXPECT_EQ(estimated, parts.size() - 1);
}

TEST(conversion, a_unit_that_ended_without_a_row_leads_nowhere) {
    const Gazetteer& g = packagedGazetteer();
    std::size_t known = 0, lost = 0;
    for (UnitIndex unit = 0; unit < g.units().size(); ++unit) {
        const std::vector<Conversion> parts = trace(g, unit, lately);
        known += parts.empty() ? 0 : 1;
        lost += parts.empty() ? 1 : 0;
        EXPECT_LE(sumOf(parts), 1.0001) << g.unit(unit).uid;
    }
    EXPECT_GT(known, lost);
    RecordProperty("versions_known_today", int(known));
    RecordProperty("versions_without_successor", int(lost));
}
