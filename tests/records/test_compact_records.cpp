#include "core/records/record_store.hpp"
#include "core/records/record_walk.hpp"
#include "core/records/selection.hpp"
#include "tests/records/small_country.hpp"
#include "tests/support/packaged_records.hpp"

#include <gtest/gtest.h>

namespace terroir::records {
namespace {

/// What figures need, in words, so that a difference is seen.
std::string wordsOf(const CompactRecords& records, std::size_t i) {
    const CompactRecords::Row& row = records[i];
    std::string words;
    for (const CompactRecords::Text text : {row.id, row.line, row.kind, row.category, row.indicator,
                                            row.unit, row.group, row.source, row.holder, row.code,
                                            row.written})
        words += std::string(records.text(text)) + "|";
    words += row.period.from.toString() + "|" + row.period.to.toString() + "|" +
             (row.value ? std::to_string(*row.value) : "none") + "|";
    for (const std::string_view text :
         {toString(row.qualifier), toString(row.scope), toString(row.state)})
        words += std::string(text) + "|";
    words += row.isDoubtful ? "in doubt|" : "|";
    for (const CompactRecords::Text subject : records.subjects(i))
        words += std::string(records.text(subject)) + ";";
    for (const CompactRecords::PlaceOf& place : records.places(i))
        words += "|" + std::string(toString(place.role)) + (place.isMatched ? " at " : " not ") +
                 std::string(records.text(place.unit)) + " " +
                 std::string(records.text(place.text));
    return words;
}

void expectSame(const CompactRecords& records, const CompactRecords& expected) {
    ASSERT_EQ(records.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        ASSERT_EQ(wordsOf(records, i), wordsOf(expected, i));
}

class Stored {
public:
    explicit Stored(const std::vector<Record>& records) {
        store::Transaction transaction(m_file.workspace.database());
        std::set<std::string> sources;
        for (const Record& record : records)
            if (sources.insert(record.source).second) {
                Source source;
                source.id = source.title = record.source;
                insertSource(m_file.workspace, source);
            }
        insertRecords(m_file.workspace, records);
        transaction.commit();
    }
    store::WorkspaceFile& workspace() { return m_file.workspace; }

private:
    tests::TemporaryWorkspace m_file;
};

TEST(CompactRecords, packaged_records_are_read_as_they_are_read_whole) {
    Stored stored(testing::packagedRecords());
    for (const std::vector<std::string>& kinds :
         {std::vector<std::string>{}, {"planting"}, {"model", "trial", "title"}, {"none"}})
        expectSame(loadCompactRecords(stored.workspace(), kinds),
                   CompactRecords(loadRecords(stored.workspace(), kinds)));
    EXPECT_EQ(loadCompactRecords(stored.workspace()).size(), testing::packagedRecords().size());
}

/// So many that two threads read them.
TEST(CompactRecords, many_records_are_read_as_they_are_read_whole) {
    const std::vector<Record>& packaged = testing::packagedRecords();
    std::vector<Record> records;
    while (records.size() < 21'000) {
        records.push_back(packaged[records.size() % packaged.size()]);
        records.back().id = std::to_string(records.size() * 7919 % 100'003); // in no order
        records.back().holder = "HTX " + std::to_string(records.size() % 1'000);
        if (records.size() % 3 == 0)
            records.back().details = {{"code", std::to_string(records.size() % 10)},
                                      {std::string(doubtField), "? / ?"}};
    }
    Stored stored(records);
    for (const std::vector<std::string>& kinds :
         {std::vector<std::string>{}, {"planting", "livestock"}, {"none"}})
        expectSame(loadCompactRecords(stored.workspace(), kinds),
                   CompactRecords(loadRecords(stored.workspace(), kinds)));
    // What is not committed can be read by nobody else.
    store::Transaction transaction(stored.workspace().database());
    removeSource(stored.workspace(), packaged.front().source);
    expectSame(loadCompactRecords(stored.workspace()),
               CompactRecords(loadRecords(stored.workspace())));
}

TEST(RecordWalk, gives_in_parts_what_is_read_at_once) {
    const std::vector<Record>& packaged = testing::packagedRecords();
    std::vector<Record> records;
    while (records.size() < 6'000) {
        records.push_back(packaged[records.size() % packaged.size()]);
        records.back().id = std::to_string(records.size() * 7919 % 100'003); // in no order
    }
    Stored stored(records);
    std::vector<Record> walked;
    std::size_t parts = 0;
    walkRecords(stored.workspace(), [&](std::span<const Record> part) {
        walked.insert(walked.end(), part.begin(), part.end());
        ++parts;
    });
    EXPECT_GT(parts, 1U);
    expectSame(CompactRecords(walked), CompactRecords(loadRecords(stored.workspace())));
}

TEST(CompactRecords, a_record_without_subjects_or_places_takes_none_of_its_neighbours) {
    std::vector<Record> records(3);
    for (std::size_t i = 0; i < 3; ++i) {
        records[i].id = "r" + std::to_string(i);
        records[i].kind = "planting";
        records[i].source = "A";
        records[i].scope = Scope::Own;
    }
    Place place;
    place.uid = "00001@2004";
    place.status = geocode::Status::Matched;
    records[0].places = records[2].places = {place, place};
    records[0].subjects = {"chè", "mắc ca"};
    records[2].subjects = {"chè"};
    Stored stored(records);
    const CompactRecords compact = loadCompactRecords(stored.workspace());
    ASSERT_EQ(compact.size(), 3U);
    EXPECT_EQ(compact.subjects(0).size(), 2U);
    EXPECT_EQ(compact.places(0).size(), 2U);
    EXPECT_TRUE(compact.subjects(1).empty());
    EXPECT_TRUE(compact.places(1).empty());
    ASSERT_EQ(compact.subjects(2).size(), 1U);
    EXPECT_EQ(compact.subjects(2)[0], compact.subjects(0)[0]);
    EXPECT_EQ(compact.places(2).size(), 2U);
    expectSame(compact, CompactRecords(records));
}

TEST(Selection, accepts_the_same_of_compact_records) {
    const std::vector<Record>& records = testing::packagedRecords();
    const CompactRecords compact(records);
    std::vector<Source> sources(1);
    sources[0].id = "TD22";
    sources[0].covers = {Date::of(2012, 1, 1), Date::of(2022, 4, 16)};
    std::vector<Selection> selections(16);
    selections[1].kinds = {"planting", "trial"};
    selections[2].indicators = {"area", ""};
    selections[3].categories = {"vietgap", "certification_mark"};
    selections[4].subjects = {"chè", "lúa"};
    selections[5].sources = {"TD22"};
    selections[6].states = {State::Planned, State::Proposed};
    selections[7].period = Period{Date::of(2021, 1, 1), Date::of(2022, 1, 1)};
    selections[8].groups = {records.front().group};
    selections[9].kinds = {"no such kind"}; // not the same as any kind
    selections[10].only.subject = "che"; // with and without diacritics
    selections[11].only.holder = "hợp tác xã";
    selections[12].only.sources = {"TD22", "LC24"};
    selections[13].only.states = {State::Proposed};
    selections[14].only.categories = {"vietgap"};
    selections[15].only.kinds = {"ocop"};
    selections[15].only.subject = "Chè";
    for (std::size_t k = 0; k < selections.size(); ++k) {
        const CompactSelection selection(selections[k], compact, sources);
        std::size_t count = 0;
        for (std::size_t i = 0; i < records.size(); ++i) {
            const bool accepted = selections[k].accepts(records[i], sources);
            ASSERT_EQ(selection.accepts(i), accepted) << "selection " << k << ", " << records[i].id;
            count += accepted ? 1 : 0;
        }
        EXPECT_EQ(count == 0, k == 9) << "selection " << k;
    }
}

} // namespace
} // namespace terroir::records
