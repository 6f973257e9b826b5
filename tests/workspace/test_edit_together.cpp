#include "core/records/record_ground.hpp"
#include "core/workspace/record_edits.hpp"
#include "tests/support/packaged_workspace.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace terroir::workspace {
namespace {

using records::Accuracy;
using records::RecordGround;
using terroir::testing::TemporaryFolder;

RecordGround drawnAt(double lat, double lon) {
    return {{{{lon, lat}}, {}, {}}, Accuracy::Drawn, "QGIS"};
}

/// The packaged workspace, opened anew for each edit as by another program. TD22-097: four farms of
/// buffalo and cattle in Sơn Bình, huyện Tam Đường, which are made to lie in it.
class EditTogether : public ::testing::Test {
protected:
    void SetUp() override {
        std::filesystem::copy_file(packagedFile(), m_file);
        edit({{.id = "TD22-097", .ground = GroundChange::to(drawnAt(22.34, 103.62))}});
    }
    EditsTogether edit(const std::vector<RecordEdit>& edits) {
        Workspace workspace(m_file, store::Mode::ReadWrite, store::Spatial::Yes);
        return editTogether(workspace, "Lan", edits);
    }
    std::optional<records::Record> record(const std::string& id) {
        Workspace workspace(m_file, store::Mode::ReadOnly);
        return records::loadRecord(workspace.file(), id);
    }
    std::optional<RecordGround> ground(const std::string& id) {
        Workspace workspace(m_file, store::Mode::ReadOnly);
        return records::loadGround(workspace.file(), id);
    }
    records::FieldTexts seen(const std::string& id) {
        const auto lies = ground(id);
        return seenTexts(*record(id), lies ? &*lies : nullptr);
    }
    std::vector<store::Edit> history() {
        Workspace workspace(m_file, store::Mode::ReadOnly);
        return store::EditLog(workspace.file()).edits();
    }
    static RecordEdit farmAt(double lat, double lon, const char* count = "120") {
        return {
            .kind = "livestock",
            .texts = {{"subject", "lợn"}, {"count", count}, {"unit", "con"}, {"period", "2024"}},
            .ground = GroundChange::to(drawnAt(lat, lon))};
    }

    TemporaryFolder m_folder;
    std::filesystem::path m_file = m_folder / "w.sqlite";
};

TEST_F(EditTogether, what_is_drawn_moved_written_and_deleted_is_one_edit_and_one_undo) {
    const auto before = history().size();
    const EditsTogether done = edit({farmAt(22.36, 103.60),
                                     farmAt(22.37, 103.61),
                                     {.id = "TD22-097", .texts = {{"value", "5"}}},
                                     {.id = "TD22-098", .isDeletion = true}});
    ASSERT_TRUE(done.refused.empty()) << done.refused.front().why.en;
    ASSERT_EQ(done.made.size(), 4U);
    EXPECT_EQ(done.made[0].record.id, "nhap-tay-n1");
    EXPECT_EQ(done.made[1].record.id, "nhap-tay-n2");
    EXPECT_FALSE(done.made[0].record.places.empty()) << "the commune follows from the place";
    EXPECT_EQ(record("TD22-097")->value, 5);
    EXPECT_FALSE(record("TD22-098"));
    ASSERT_EQ(history().size(), before + 1);
    EXPECT_EQ(history().front().who, "Lan");
    EXPECT_EQ(history().front().what.en, "edited records at once: 2 added, 1 changed, 1 deleted");
    Workspace workspace(m_file, store::Mode::ReadWrite, store::Spatial::Yes);
    undoEdit(workspace);
    EXPECT_FALSE(record("nhap-tay-n1"));
    EXPECT_FALSE(ground("nhap-tay-n2"));
    EXPECT_EQ(record("TD22-097")->value, 4);
    EXPECT_TRUE(ground("TD22-097"));
    EXPECT_TRUE(record("TD22-098"));
}

TEST_F(EditTogether, one_that_is_refused_keeps_all_out_and_each_refused_one_is_named) {
    const auto before = history().size();
    const EditsTogether done = edit({{.id = "TD22-097", .texts = {{"value", "5"}}},
                                     farmAt(22.36, 103.60, "hai"),
                                     {.id = "TD22-098", .texts = {{"value", "6"}}},
                                     farmAt(48.85, 2.35)});
    ASSERT_EQ(done.refused.size(), 2U);
    EXPECT_TRUE(done.made.empty());
    EXPECT_EQ(done.refused[0].edit, 1U);
    EXPECT_NE(done.refused[0].why.vi.find("hai"), std::string::npos) << done.refused[0].why.vi;
    EXPECT_EQ(done.refused[1].edit, 3U) << "Paris";
    EXPECT_EQ(record("TD22-097")->value, 4);
    EXPECT_FALSE(record("nhap-tay-n1"));
    EXPECT_EQ(history().size(), before);
}

TEST_F(EditTogether, unknown_records_and_fields_that_cannot_be_changed_are_refused) {
    const EditsTogether done = edit({{.id = "TD22-9999", .texts = {{"value", "5"}}},
                                     {.id = "TD22-097", .texts = {{"kind", "ocop"}}},
                                     {.id = "TD22-9998", .isDeletion = true}});
    ASSERT_EQ(done.refused.size(), 3U);
    EXPECT_NE(done.refused[0].why.en.find("'TD22-9999'"), std::string::npos);
    EXPECT_NE(done.refused[1].why.en.find("'kind'"), std::string::npos);
}

TEST_F(EditTogether, what_another_changed_meanwhile_is_not_overwritten_unseen) {
    const records::FieldTexts asSeen = seen("TD22-097");
    edit({{.id = "TD22-097", .texts = {{"holder", "HTX Bản Bo"}}}});
    const auto refusalOf = [&](RecordEdit mine) {
        mine.id = "TD22-097";
        mine.seen = asSeen;
        const EditsTogether done = edit({mine});
        return done.refused.empty() ? std::string() : done.refused.front().why.en;
    };
    EXPECT_EQ(refusalOf({.texts = {{"note", "đã kiểm tra"}}}), "") << "another field";
    EXPECT_EQ(record("TD22-097")->holder, "HTX Bản Bo");
    EXPECT_NE(refusalOf({.texts = {{"holder", "HTX Sơn Bình"}}}).find("HTX Bản Bo"),
              std::string::npos);
    EXPECT_NE(refusalOf({.isDeletion = true}), "");
    EXPECT_EQ(refusalOf({.ground = GroundChange::to(drawnAt(22.35, 103.62))}), "");
    edit({{.id = "TD22-097", .texts = {{"value", "7"}}}});
    EXPECT_NE(refusalOf({.texts = {{"count", "8"}}}), "") << "a count is the value";
    EXPECT_NE(refusalOf({.ground = GroundChange::to(drawnAt(22.36, 103.62))}), "") << "moved";
    RecordEdit seeing{.id = "TD22-097", .texts = {{"holder", "HTX Sơn Bình"}}};
    seeing.seen = seen("TD22-097");
    EXPECT_TRUE(edit({seeing}).refused.empty()) << "seen now";
}

TEST_F(EditTogether, a_record_that_only_its_ground_places_is_changed_as_any_other) {
    edit({farmAt(22.36, 103.60)});
    const auto places = record("nhap-tay-n1")->places;
    ASSERT_FALSE(places.empty());
    const EditsTogether done = edit({{.id = "nhap-tay-n1", .texts = {{"count", "130"}}}});
    ASSERT_TRUE(done.refused.empty()) << done.refused.front().why.en;
    EXPECT_EQ(record("nhap-tay-n1")->value, 130);
    EXPECT_EQ(record("nhap-tay-n1")->unit, "con");
    EXPECT_EQ(record("nhap-tay-n1")->places.front().uid, places.front().uid);
    EXPECT_TRUE(ground("nhap-tay-n1"));
}

TEST_F(EditTogether, edits_that_change_nothing_are_none) {
    const auto before = history().size();
    EXPECT_TRUE(edit({}).refused.empty());
    EXPECT_TRUE(edit({{.id = "TD22-097", .texts = {{"value", "4"}, {"value_as_written", "04"}}}})
                    .refused.empty());
    EXPECT_EQ(history().size(), before);
}

} // namespace
} // namespace terroir::workspace
