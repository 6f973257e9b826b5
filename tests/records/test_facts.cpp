#include "core/base/number.hpp"
#include "core/records/places.hpp"
#include "tests/records/packaged_data.hpp"

#include <gtest/gtest.h>

#include <set>

namespace terroir::records {
namespace {

using tests::Row;
using tests::sourceFolder;

/// fact -> its records; left-out facts have the record "left-out".
std::map<std::string, std::vector<std::string>> homes(const std::vector<Record>& records) {
    std::map<std::string, std::vector<std::string>> out;
    for (const Record& record : records)
        for (const std::string& fact : splitList(record.facts))
            out[fact].push_back(record.id);
    const TextTable leftOut = readCsv(sourceFolder() / "data/records/left-out.csv");
    for (const TextRow& row : leftOut.rows)
        out[Row(leftOut, row)["fact"]].push_back("left-out");
    return out;
}

/// Groups that were split because their parts are of two breakdowns, and the group in the list.
std::string groupInFacts(const Record& record) {
    if (record.group == "SL-39-types")
        return "SL-39";
    return record.id == "LC22-019" ? "LC-80-35-7" : record.group;
}

std::string qualifierInFacts(const Record& record) {
    return record.qualifier == Qualifier::None ? "none" : std::string(toString(record.qualifier));
}

std::string stateInFacts(State state) {
    return state == State::Done ? "reported" : std::string(toString(state));
}

/// The lines of the fact are among those of the record.
bool holdsLines(const Record& record, const std::string& lines) {
    const std::vector<std::string> own = splitList(record.line);
    for (const std::string& line : splitList(lines))
        if (std::find(own.begin(), own.end(), line) == own.end())
            return false;
    return true;
}

TEST(Facts, each_of_the_511_is_in_one_record_or_left_out_and_its_figures_survive) {
    const tests::PackagedCountry country;
    const auto records = tests::byId(country.packaged.records);
    const auto home = homes(country.packaged.records);
    const TextTable facts = readCsv(sourceFolder() / "tests/data/records/facts.csv");
    ASSERT_EQ(facts.rows.size(), 511U);
    EXPECT_EQ(home.size(), 511U);
    for (const TextRow& line : facts.rows) {
        const Row fact(facts, line);
        const auto found = home.find(fact["fact"]);
        ASSERT_NE(found, home.end()) << fact["fact"];
        ASSERT_EQ(found->second.size(), 1U) << fact["fact"];
        EXPECT_EQ(found->second[0], fact["record"].empty() ? "left-out" : fact["record"])
            << fact["fact"];
        if (fact["record"].empty())
            continue;
        const Record& record = *records.at(fact["record"]);
        EXPECT_EQ(record.value, parsePlainNumber(fact["value"])) << fact["fact"];
        EXPECT_EQ(record.valueMax, parsePlainNumber(fact["value_max"])) << fact["fact"];
        EXPECT_EQ(toString(record.qualifier), fact["qualifier"]) << fact["fact"];
        EXPECT_EQ(toString(record.scope), fact["scope"]) << fact["fact"];
        EXPECT_EQ(record.group, fact["group"]) << fact["fact"];
        EXPECT_EQ(toString(record.state), fact["status"]) << fact["fact"];
    }
}

TEST(Facts, agree_with_the_list_that_was_read_out_of_the_reports) {
    const auto list = tests::sharedFile("records/facts.csv");
    if (!list)
        GTEST_SKIP() << "skipped: the shared list of facts is not there";
    const tests::PackagedCountry country;
    const auto records = tests::byId(country.packaged.records);
    const auto home = homes(country.packaged.records);
    const TextTable facts = readCsv(*list);
    EXPECT_EQ(facts.rows.size(), home.size());
    for (const TextRow& line : facts.rows) {
        const Row fact(facts, line);
        const auto found = home.find(fact["id"]);
        ASSERT_NE(found, home.end()) << fact["id"];
        if (found->second[0] == "left-out")
            continue;
        const Record& record = *records.at(found->second[0]);
        EXPECT_EQ(record.value, parsePlainNumber(fact["value"])) << fact["id"];
        EXPECT_EQ(record.valueMax, parsePlainNumber(fact["value_max"])) << fact["id"];
        EXPECT_EQ(qualifierInFacts(record), fact["qualifier"]) << fact["id"];
        EXPECT_EQ(toString(record.scope), fact["value_scope"]) << fact["id"];
        EXPECT_EQ(groupInFacts(record), fact["group"]) << fact["id"];
        EXPECT_EQ(stateInFacts(record.state), fact["status"]) << fact["id"];
        EXPECT_TRUE(holdsLines(record, fact["line"])) << fact["id"];
    }
}

} // namespace
} // namespace terroir::records
