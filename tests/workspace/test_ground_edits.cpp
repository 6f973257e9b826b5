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

/// The packaged workspace, opened anew for each edit as by another run of the program.
class GroundEdits : public ::testing::Test {
protected:
    void SetUp() override { std::filesystem::copy_file(packagedFile(), m_file); }

    template <typename Edit>
    auto edit(Edit run) {
        Workspace workspace(m_file, store::Mode::ReadWrite, store::Spatial::Yes);
        return run(workspace);
    }
    records::EditedRecord put(const std::string& id, GroundChange ground,
                              const records::FieldTexts& texts = {}) {
        return edit([&](Workspace& workspace) {
            return changeRecord(workspace, "Lan", id, texts, std::move(ground));
        });
    }
    records::EditedRecord add(const records::FieldTexts& texts, GroundChange ground) {
        return edit([&](Workspace& workspace) {
            return addRecord(workspace, "Lan", "livestock", texts, handSource(), std::move(ground));
        });
    }
    std::optional<RecordGround> ground(const std::string& id) {
        Workspace workspace(m_file, store::Mode::ReadOnly);
        return records::loadGround(workspace.file(), id);
    }
    std::size_t rowsOfGround() {
        Workspace workspace(m_file, store::Mode::ReadOnly);
        return std::stoul(workspace.file()
                              .database()
                              .queryText("SELECT count(*) FROM record_ground")
                              .value_or("0"));
    }

    TemporaryFolder m_folder;
    std::filesystem::path m_file = m_folder / "w.sqlite";
};

RecordGround pointAt(double lat, double lon, Accuracy accuracy = Accuracy::Coordinates) {
    return {{{{lon, lat}}, {}, {}}, accuracy, {}};
}
RecordGround zoneAt(double lat, double lon) {
    return {{{}, {}, {{{{lon, lat}, {lon + 0.01, lat}, {lon + 0.01, lat + 0.01}, {lon, lat}}, {}}}},
            Accuracy::Drawn,
            "ve.geojson"};
}

// TD22-097: four farms of buffalo and cattle in Sơn Bình, huyện Tam Đường.

TEST_F(GroundEdits, a_record_gets_another_and_loses_its_ground_and_each_is_taken_back) {
    EXPECT_FALSE(ground("TD22-097"));
    put("TD22-097", GroundChange::to(pointAt(22.34, 103.62, Accuracy::Surveyed)));
    ASSERT_TRUE(ground("TD22-097"));
    EXPECT_EQ(ground("TD22-097")->accuracy, Accuracy::Surveyed);
    put("TD22-097", GroundChange::to(zoneAt(22.34, 103.62)));
    EXPECT_EQ(ground("TD22-097")->shape.polygons.size(), 1U);
    EXPECT_EQ(ground("TD22-097")->source, "ve.geojson");
    EXPECT_TRUE(ground("TD22-097")->shape.points.empty());
    put("TD22-097", GroundChange::toNone());
    EXPECT_FALSE(ground("TD22-097"));
    const auto undo = [](Workspace& workspace) { return undoEdit(workspace); };
    edit(undo);
    EXPECT_EQ(ground("TD22-097")->shape.polygons.size(), 1U);
    edit(undo);
    EXPECT_EQ(ground("TD22-097")->shape.points.size(), 1U);
    edit(undo);
    EXPECT_FALSE(ground("TD22-097"));
}

TEST_F(GroundEdits, other_changes_of_a_record_leave_it_where_it_lies) {
    put("TD22-097", GroundChange::to(pointAt(22.34, 103.62)));
    put("TD22-097", {}, {{"note", "đã kiểm tra"}});
    ASSERT_TRUE(ground("TD22-097"));
    EXPECT_FALSE(put("TD22-097", {}).isChanged);
    EXPECT_FALSE(put("TD22-097", GroundChange::to(pointAt(22.34, 103.62))).isChanged);
}

TEST_F(GroundEdits, ground_goes_and_comes_back_with_its_record_and_its_source) {
    put("TD22-097", GroundChange::to(pointAt(22.34, 103.62)));
    edit([](Workspace& workspace) {
        deleteRecords(workspace, "Lan", {"TD22-097"});
        return 0;
    });
    EXPECT_EQ(rowsOfGround(), 0U);
    edit([](Workspace& workspace) { return undoEdit(workspace); });
    EXPECT_TRUE(ground("TD22-097"));
    edit([](Workspace& workspace) { return removeSourceByHand(workspace, "Lan", "TD22"); });
    EXPECT_EQ(rowsOfGround(), 0U);
    edit([](Workspace& workspace) { return undoEdit(workspace); });
    EXPECT_TRUE(ground("TD22-097"));
}

TEST_F(GroundEdits, the_history_says_where_a_record_lay_before) {
    put("TD22-097", GroundChange::to(pointAt(22.34, 103.62)));
    put("TD22-097", GroundChange::to(pointAt(22.35, 103.62, Accuracy::Drawn)));
    Workspace workspace(m_file, store::Mode::ReadOnly);
    store::EditLog log(workspace.file());
    const auto fields = log.fieldsOf(log.editsOf("TD22-097").front().id);
    const auto said = std::find_if(fields.begin(), fields.end(),
                                   [](const auto& one) { return one.field == "ground"; });
    ASSERT_NE(said, fields.end());
    EXPECT_EQ(said->before, "22.340000, 103.620000; coordinates");
    EXPECT_EQ(said->after, "22.350000, 103.620000; drawn");
}

TEST_F(GroundEdits, what_cannot_be_is_refused_and_nothing_changes) {
    EXPECT_THROW(put("TD22-097", GroundChange::to(pointAt(103.62, 22.34))), InputError);
    EXPECT_THROW(put("TD22-097", GroundChange::to({})), InputError);
    EXPECT_THROW(put("TD22-999", GroundChange::to(pointAt(22.34, 103.62))), InputError);
    EXPECT_EQ(rowsOfGround(), 0U);
}

TEST_F(GroundEdits, a_workspace_made_before_there_was_ground_gets_it_with_the_first) {
    edit([](Workspace& workspace) {
        workspace.file().database().execute(
            "DROP TABLE record_ground; DELETE FROM geometry_columns WHERE f_table_name = "
            "'record_ground'");
        return 0;
    });
    EXPECT_FALSE(ground("TD22-097"));
    put("TD22-097", GroundChange::to(pointAt(22.34, 103.62)));
    EXPECT_TRUE(ground("TD22-097"));
    Workspace workspace(m_file, store::Mode::ReadOnly);
    EXPECT_EQ(workspace.file().database().queryText(
                  "SELECT count(*) FROM geometry_columns WHERE f_table_name = 'record_ground'"),
              "3");
}

// On approximate cells: well inside them.
TEST_F(GroundEdits, the_unit_follows_from_the_ground_of_a_record_that_names_none) {
    const records::EditedRecord made =
        add({{"subject", "bò"}, {"count", "30 con"}, {"as_of", "2024"}},
            GroundChange::to(pointAt(22.338, 103.622)));
    ASSERT_EQ(made.record.places.size(), 1U);
    const std::string first = made.record.places.front().uid;
    EXPECT_NE(first, "");
    // Elsewhere, in the far south, it is in another unit.
    const records::EditedRecord moved =
        put(made.record.id, GroundChange::to(pointAt(9.177, 105.152)));
    ASSERT_EQ(moved.record.places.size(), 1U);
    EXPECT_NE(moved.record.places.front().uid, first);
    EXPECT_NE(moved.record.places.front().uid, "");
}

TEST_F(GroundEdits, ground_far_from_the_named_unit_is_a_doubt_that_goes_when_it_is_put_right) {
    const std::string was = edit([](Workspace& workspace) {
        return records::loadRecord(workspace.file(), "TD22-097")->places.front().uid;
    });
    const records::EditedRecord wrong =
        put("TD22-097", GroundChange::to(pointAt(9.177, 105.152)));
    EXPECT_TRUE(wrong.isDoubtful);
    EXPECT_EQ(wrong.record.places.front().uid, was) << "what is named stays";
    ASSERT_FALSE(wrong.remarks.empty());
    EXPECT_NE(wrong.remarks.front().vi.find("Sơn Bình"), std::string::npos);
    EXPECT_NE(wrong.remarks.front().vi.find(" km"), std::string::npos) << "how far it is";
    const auto isDoubted = [&] {
        return edit([](Workspace& workspace) {
            const auto details = records::loadRecord(workspace.file(), "TD22-097")->details;
            return std::any_of(details.begin(), details.end(), [](const records::Detail& one) {
                return one.field == records::doubtField;
            });
        });
    };
    EXPECT_TRUE(isDoubted());
    put("TD22-097", GroundChange::toNone());
    EXPECT_FALSE(isDoubted());
}

} // namespace
} // namespace terroir::workspace
