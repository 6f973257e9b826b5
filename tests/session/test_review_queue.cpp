#include "core/base/csv.hpp"
#include "core/session/review_queue.hpp"
#include "core/session/table_import.hpp"
#include "tests/session/packaged_workspace.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace terroir::session {
namespace {

using terroir::testing::errorOf;
using terroir::testing::TemporaryFolder;

/// The packaged workspace with a table of which two places are open: "Xã Không Có" (unmatched) and
/// "Mộc Châu, Sơn La" (a district or a town).
class Review : public ::testing::Test {
protected:
    void SetUp() override {
        std::filesystem::copy_file(packagedFile(), m_folder / "w.sqlite");
        std::ofstream(m_folder / "t.csv")
            << "Cây trồng,Địa điểm,Diện tích (ha),Năm\n"
               "Lúa,\"xã Bản Bo, huyện Tam Đường, tỉnh Lai Châu\",2,2024\n"
               "Chè,Xã Không Có,1,2024\n"
               "Mận,\"Mộc Châu, Sơn La\",5,2024\n";
        Session session(m_folder / "w.sqlite", store::Mode::ReadWrite);
        storeImport(readImport(readCsv(m_folder / "t.csv"), options(), session), session);
    }

    static records::ImportOptions options() {
        records::ImportOptions options;
        options.kind = "trial";
        options.source.territory = "tỉnh Lai Châu";
        return options;
    }

    ReviewQueue queue(ReviewWhich which) {
        Session session(m_folder / "w.sqlite", store::Mode::ReadOnly);
        return {contentsOf(session), which};
    }
    /// In the list of all places.
    ReviewQueue::Item item(const ReviewQueue& queue, const std::string& id) {
        const auto row = queue.find({id, 0});
        EXPECT_TRUE(row) << id;
        return queue.items().at(row.value_or(0));
    }
    void run(const ReviewEdit& edit) {
        Session session(m_folder / "w.sqlite", store::Mode::ReadWrite);
        edit.run(session, {});
    }

    TemporaryFolder m_folder;
};

std::vector<std::string> idsOf(const ReviewQueue& queue) {
    std::vector<std::string> ids;
    for (const ReviewQueue::Item& item : queue.items())
        ids.push_back(item.id().toString());
    return ids;
}

using Ids = std::vector<std::string>;

TEST_F(Review, lists_open_places_then_decided_ones_on_request) {
    EXPECT_EQ(idsOf(queue(ReviewWhich::Open)), (Ids{"t-r3#1", "t-r4#1"}));
    EXPECT_TRUE(queue(ReviewWhich::Decided).items().empty());
    run(ReviewQueue::decision(item(queue(ReviewWhich::Open), "t-r4"), "03979"));
    EXPECT_EQ(idsOf(queue(ReviewWhich::Open)), Ids{"t-r3#1"});
    EXPECT_EQ(idsOf(queue(ReviewWhich::Decided)), Ids{"t-r4#1"});
    EXPECT_EQ(idsOf(queue(ReviewWhich::OpenOrDecided)), (Ids{"t-r3#1", "t-r4#1"}));
    EXPECT_EQ(queue(ReviewWhich::Decided).openCount(), 1U) << "listed or not";
    EXPECT_GT(queue(ReviewWhich::All).items().size(), 100U);
    EXPECT_TRUE(ReviewQueue(nullptr, ReviewWhich::All).items().empty());
}

TEST_F(Review, says_what_is_known_about_a_place_and_what_it_may_be) {
    const ReviewQueue open = queue(ReviewWhich::Open);
    const ReviewQueue::Item plums = item(open, "t-r4");
    EXPECT_EQ(open.stateOf(plums).en, "several fit");
    EXPECT_EQ(open.stateOf(item(open, "t-r3")).vi, "không tìm thấy");
    EXPECT_EQ(textOf(plums.get()), "Mộc Châu, Sơn La");
    EXPECT_EQ(open.documentOf(plums), "t");
    std::vector<std::string> facts;
    for (const ReviewFact& fact : open.factsOf(plums))
        facts.push_back(fact.name.en + ": " + fact.value.en);
    EXPECT_EQ(facts[0], "where: tỉnh Lai Châu");
    EXPECT_EQ(facts[1], "record: Mận 5 ha");
    EXPECT_EQ(facts[2], "document: t");
    const std::vector<ShownCandidate> candidates = open.candidatesOf(plums);
    ASSERT_GE(candidates.size(), 2U);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        EXPECT_EQ(candidates[i].number, int(i) + 1);
        EXPECT_NE(candidates[i].name.find("tỉnh Sơn La"), std::string::npos);
        EXPECT_FALSE(candidates[i].uid.empty());
    }
    EXPECT_TRUE(open.candidatesOf(item(open, "t-r3")).empty());
}

TEST_F(Review, a_decision_is_a_unit_or_none_and_can_be_taken_back) {
    const ReviewQueue::Item none = item(queue(ReviewWhich::Open), "t-r3");
    const ReviewEdit reject = ReviewQueue::decision(none, "");
    EXPECT_EQ(reject.title, (LocalText{"Xác nhận “Xã Không Có”", "Decision about “Xã Không Có”"}));
    run(reject);
    ReviewQueue decided = queue(ReviewWhich::Decided);
    EXPECT_EQ(decided.stateOf(item(decided, "t-r3")).en, "none of the candidates");
    run(ReviewQueue::decision(none, "xã Nà Tăm, huyện Tam Đường, tỉnh Lai Châu"));
    decided = queue(ReviewWhich::Decided);
    EXPECT_EQ(decided.stateOf(item(decided, "t-r3")).en,
              "xã Nà Tăm, huyện Tam Đường, tỉnh Lai Châu");
    const ReviewEdit back = ReviewQueue::takingBack(none);
    EXPECT_EQ(back.title.en, "Decision about “Xã Không Có” taken back");
    run(back);
    EXPECT_EQ(queue(ReviewWhich::Open).openCount(), 2U);
    EXPECT_NE(errorOf([&] { run(back); }).find("Nothing was decided about 't-r3#1'"),
              std::string::npos);
    EXPECT_NE(errorOf([&] { run(ReviewQueue::decision(none, "99999@1900")); }), "no error");
    EXPECT_EQ(queue(ReviewWhich::Open).openCount(), 2U) << "nothing is written then";
}

TEST_F(Review, goes_on_where_the_decided_place_stood) {
    const ReviewQueue open = queue(ReviewWhich::Open);
    const PlaceId first = open.items()[0].id(), second = open.items()[1].id();
    EXPECT_EQ(open.rowAfter(second, 0), 1U) << "still listed";
    EXPECT_EQ(open.rowAfter(std::nullopt, 0), std::nullopt);
    run(ReviewQueue::decision(open.items()[0], ""));
    EXPECT_EQ(queue(ReviewWhich::Open).rowAfter(first, 0), 0U) << "the next has its row";
    run(ReviewQueue::decision(open.items()[1], ""));
    EXPECT_EQ(queue(ReviewWhich::Open).rowAfter(second, 0), std::nullopt) << "none is left";
}

} // namespace
} // namespace terroir::session
