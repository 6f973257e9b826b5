#include "core/base/csv.hpp"
#include "core/workspace/review_queue.hpp"
#include "core/workspace/table_import.hpp"
#include "tests/support/packaged_workspace.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace terroir::workspace {
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
        workspace::Workspace workspace(m_folder / "w.sqlite", store::Mode::ReadWrite);
        workspace::storeImport(
            workspace::readImport(readCsv(m_folder / "t.csv"), options(), workspace), workspace);
    }

    static records::ImportOptions options() {
        records::ImportOptions options;
        options.kind = "trial";
        options.source.territory = "tỉnh Lai Châu";
        return options;
    }

    workspace::ReviewQueue queue(workspace::ReviewWhich which) {
        workspace::Workspace workspace(m_folder / "w.sqlite", store::Mode::ReadOnly);
        return {workspace::snapshotOf(workspace), which};
    }
    /// In the list of all places.
    workspace::ReviewQueue::Item item(const workspace::ReviewQueue& queue, const std::string& id) {
        const auto row = queue.find({id, 0});
        EXPECT_TRUE(row) << id;
        return queue.items().at(row.value_or(0));
    }
    void run(const workspace::ReviewEdit& edit) {
        workspace::Workspace workspace(m_folder / "w.sqlite", store::Mode::ReadWrite);
        edit.run(workspace, {});
    }

    TemporaryFolder m_folder;
};

std::vector<std::string> idsOf(const workspace::ReviewQueue& queue) {
    std::vector<std::string> ids;
    for (const workspace::ReviewQueue::Item& item : queue.items())
        ids.push_back(item.id().toString());
    return ids;
}

using Ids = std::vector<std::string>;

TEST_F(Review, lists_open_places_then_decided_ones_on_request) {
    EXPECT_EQ(idsOf(queue(workspace::ReviewWhich::Open)), (Ids{"t-r3#1", "t-r4#1"}));
    EXPECT_TRUE(queue(workspace::ReviewWhich::Decided).items().empty());
    run(workspace::ReviewQueue::decision(item(queue(workspace::ReviewWhich::Open), "t-r4"),
                                         "03979"));
    EXPECT_EQ(idsOf(queue(workspace::ReviewWhich::Open)), Ids{"t-r3#1"});
    EXPECT_EQ(idsOf(queue(workspace::ReviewWhich::Decided)), Ids{"t-r4#1"});
    EXPECT_EQ(idsOf(queue(workspace::ReviewWhich::OpenOrDecided)), (Ids{"t-r3#1", "t-r4#1"}));
    EXPECT_EQ(queue(workspace::ReviewWhich::Decided).openCount(), 1U) << "listed or not";
    EXPECT_GT(queue(workspace::ReviewWhich::All).items().size(), 100U);
    EXPECT_TRUE(workspace::ReviewQueue(nullptr, workspace::ReviewWhich::All).items().empty());
}

TEST_F(Review, says_what_is_known_about_a_place_and_what_it_may_be) {
    const workspace::ReviewQueue open = queue(workspace::ReviewWhich::Open);
    const workspace::ReviewQueue::Item plums = item(open, "t-r4");
    EXPECT_EQ(open.stateOf(plums).en, "several fit");
    EXPECT_EQ(open.stateOf(item(open, "t-r3")).vi, "không tìm thấy");
    EXPECT_EQ(workspace::textOf(plums.get()), "Mộc Châu, Sơn La");
    EXPECT_EQ(open.documentOf(plums), "t");
    std::vector<std::string> facts;
    for (const workspace::ReviewFact& fact : open.factsOf(plums))
        facts.push_back(fact.name.en + ": " + fact.value.en);
    EXPECT_EQ(facts[0], "where: tỉnh Lai Châu");
    EXPECT_EQ(facts[1], "record: Mận 5 ha");
    EXPECT_EQ(facts[2], "document: t");
    const std::vector<workspace::ShownCandidate> candidates = open.candidatesOf(plums);
    ASSERT_GE(candidates.size(), 2U);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        EXPECT_EQ(candidates[i].number, int(i) + 1);
        EXPECT_NE(candidates[i].name.find("tỉnh Sơn La"), std::string::npos);
        EXPECT_FALSE(candidates[i].uid.empty());
    }
    EXPECT_TRUE(open.candidatesOf(item(open, "t-r3")).empty());
}

TEST_F(Review, a_decision_is_a_unit_or_none_and_can_be_taken_back) {
    const workspace::ReviewQueue open =
        queue(workspace::ReviewWhich::Open); // what the item points into
    const workspace::ReviewQueue::Item none = item(open, "t-r3");
    const workspace::ReviewEdit reject = workspace::ReviewQueue::decision(none, "");
    EXPECT_EQ(reject.title, (LocalText{"Xác nhận “Xã Không Có”", "Decision about “Xã Không Có”"}));
    run(reject);
    workspace::ReviewQueue decided = queue(workspace::ReviewWhich::Decided);
    EXPECT_EQ(decided.stateOf(item(decided, "t-r3")).en, "none of the candidates");
    run(workspace::ReviewQueue::decision(none, "xã Nà Tăm, huyện Tam Đường, tỉnh Lai Châu"));
    decided = queue(workspace::ReviewWhich::Decided);
    EXPECT_EQ(decided.stateOf(item(decided, "t-r3")).en,
              "xã Nà Tăm, huyện Tam Đường, tỉnh Lai Châu");
    const workspace::ReviewEdit back = workspace::ReviewQueue::takingBack(none);
    EXPECT_EQ(back.title.en, "Decision about “Xã Không Có” taken back");
    run(back);
    EXPECT_EQ(queue(workspace::ReviewWhich::Open).openCount(), 2U);
    EXPECT_NE(errorOf([&] { run(back); }).find("Nothing was decided about 't-r3#1'"),
              std::string::npos);
    EXPECT_NE(errorOf([&] { run(workspace::ReviewQueue::decision(none, "99999@1900")); }),
              "no error");
    EXPECT_EQ(queue(workspace::ReviewWhich::Open).openCount(), 2U) << "nothing is written then";
}

TEST_F(Review, goes_on_where_the_decided_place_stood) {
    const workspace::ReviewQueue open = queue(workspace::ReviewWhich::Open);
    const workspace::PlaceId first = open.items()[0].id(), second = open.items()[1].id();
    EXPECT_EQ(open.rowAfter(second, 0), 1U) << "still listed";
    EXPECT_EQ(open.rowAfter(std::nullopt, 0), std::nullopt);
    run(workspace::ReviewQueue::decision(open.items()[0], ""));
    EXPECT_EQ(queue(workspace::ReviewWhich::Open).rowAfter(first, 0), 0U) << "the next has its row";
    run(workspace::ReviewQueue::decision(open.items()[1], ""));
    EXPECT_EQ(queue(workspace::ReviewWhich::Open).rowAfter(second, 0), std::nullopt)
        << "none is left";
}

TEST_F(Review, decisions_stand_in_the_history_of_their_record_and_are_undone) {
    const auto history = [&] {
        workspace::Workspace workspace(m_folder / "w.sqlite", store::Mode::ReadOnly);
        store::EditLog log(workspace.file());
        std::vector<std::string> lines;
        for (const store::Edit& edit : log.editsOf("t-r4"))
            for (const store::FieldChange& field : log.fieldsOf(edit.id))
                lines.push_back((edit.who.empty() || edit.at.empty() ? "?" : "") + edit.what.en +
                                ": " + field.before + ">" + field.after);
        return lines;
    };
    run(workspace::ReviewQueue::decision(item(queue(workspace::ReviewWhich::Open), "t-r4"),
                                         "03979"));
    run(workspace::ReviewQueue::decision(item(queue(workspace::ReviewWhich::All), "t-r4"), ""));
    run(workspace::ReviewQueue::takingBack(item(queue(workspace::ReviewWhich::All), "t-r4")));
    const std::vector<std::string> said = history();
    ASSERT_EQ(said.size(), 3U);
    EXPECT_EQ(said[0], "took the decision about t-r4#1 back: ->");
    EXPECT_TRUE(said[1].starts_with("decided the place t-r4#1: 03979@")) << said[1];
    EXPECT_TRUE(said[1].ends_with(">-")) << said[1];
    EXPECT_TRUE(said[2].starts_with("decided the place t-r4#1: >03979@")) << said[2];
    workspace::Workspace workspace(m_folder / "w.sqlite", store::Mode::ReadWrite);
    store::EditLog(workspace.file()).undoNewest();
    EXPECT_EQ(idsOf(queue(workspace::ReviewWhich::Decided)), Ids{"t-r4#1"});
}

} // namespace
} // namespace terroir::workspace
