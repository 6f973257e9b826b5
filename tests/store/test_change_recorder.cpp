#include "core/base/error.hpp"
#include "core/store/change_recorder.hpp"
#include "core/store/workspace_file.hpp"
#include "tests/support/dump.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <optional>

namespace terroir::store {
namespace {

using terroir::testing::dump;
using terroir::testing::errorOf;
using terroir::testing::TemporaryFolder;

constexpr const char* squareOfBanBo =
    "INSERT OR REPLACE INTO boundary(unit, file, imported, geom) VALUES('03424@2004', 'a.gpkg', "
    "'2026-01-01', CastToMultiPolygon(GeomFromText('POLYGON((0 0,1 0,1 1,0 0))', 4326)));";

/// A workspace with one commune and one source of two records.
class ChangeRecorderTest : public ::testing::Test {
protected:
    void SetUp() override {
        WorkspaceFile::create(m_file);
        m_database.emplace(reopened());
        m_database->execute(
            "INSERT INTO unit(uid, code, level, type, name) VALUES"
            "  ('03424@2004', '03424', 'commune', 'xã', 'Bản Bo');"
            "INSERT INTO source(id, title) VALUES('S1', 'Báo cáo');"
            "INSERT INTO record(id, kind, qualifier, scope, state, source, lookup_date, value) "
            "VALUES"
            "  ('S1-1', 'trial', '', 'own', 'done', 'S1', '2024-01-01', 2),"
            "  ('S1-2', 'trial', '', 'own', 'done', 'S1', '2024-01-01', NULL);"
            "INSERT INTO record_subject VALUES('S1-1', 0, 'lúa'), ('S1-2', 0, 'chè');"
            "INSERT INTO decision VALUES('S1-1', 0, 'Bản Bo', '03424@2004', '2026-01-01');");
    }
    Database reopened() {
        WorkspaceFile workspace = WorkspaceFile::open(m_file, Mode::ReadWrite, Spatial::Yes);
        return std::move(workspace.database());
    }
    Database& database() { return *m_database; }
    Changes changesOf(std::string_view sql) {
        ChangeRecorder recorder(database());
        Transaction transaction(database());
        database().execute(sql);
        transaction.commit();
        return recorder.take();
    }

    TemporaryFolder m_folder;
    const std::filesystem::path m_file = m_folder / "w.sqlite";

private:
    std::optional<Database> m_database;
};

TEST_F(ChangeRecorderTest, every_edit_can_be_undone_and_redone_to_the_very_same_rows) {
    database().execute(squareOfBanBo);
    const char* edits[] = {
        "INSERT INTO source(id, title) VALUES('S2', 'Bảng');",
        "UPDATE record SET value=3.5, holder='HTX' WHERE id='S1-1';",
        "UPDATE decision SET seq=7, record='S1-9';", // its key
        "DELETE FROM record WHERE id='S1-1';",       // its subject goes with it
        "DELETE FROM record; DELETE FROM source;",
        "INSERT OR REPLACE INTO decision VALUES('S1-1', 0, 'Bản Bo', NULL, '2026-02-02');",
        "DELETE FROM decision;",
        "INSERT OR REPLACE INTO meta VALUES('layout', '1'), ('note', 'x');",
        "DELETE FROM boundary;",
        "INSERT OR REPLACE INTO boundary(unit, file, imported) VALUES('03424@2004', 'b', '2026');",
        "UPDATE boundary SET geom=CastToMultiPolygon(GeomFromText("
        "  'POLYGON((0 0,2 0,2 2,0 0))', 4326));",
    };
    for (const char* edit : edits) {
        const std::string before = dump(database());
        const Changes changes = changesOf(edit);
        const std::string after = dump(database());
        EXPECT_NE(before, after) << edit;
        EXPECT_FALSE(changes.empty());
        applyChanges(database(), changes.inverted());
        EXPECT_EQ(dump(database()), before) << edit;
        applyChanges(database(), changes);
        EXPECT_EQ(dump(database()), after) << edit;
        applyChanges(database(), changes.inverted().inverted().inverted());
        EXPECT_EQ(dump(database()), before) << edit;
    }
}

TEST_F(ChangeRecorderTest, several_edits_are_undone_from_the_last_to_the_first) {
    const std::string before = dump(database());
    ChangeRecorder recorder(database());
    std::vector<Changes> done;
    for (const char* edit : {"UPDATE record SET value=3 WHERE id='S1-1'",
                             "UPDATE record SET value=4 WHERE id='S1-1'", "DELETE FROM source"}) {
        database().execute("PRAGMA foreign_keys=OFF");
        database().execute(edit);
        done.push_back(recorder.take());
    }
    EXPECT_THROW(applyChanges(database(), done[0].inverted()), StoreError);
    for (auto changes = done.rbegin(); changes != done.rend(); ++changes)
        applyChanges(database(), changes->inverted());
    EXPECT_EQ(dump(database()), before);
}

TEST_F(ChangeRecorderTest, what_changes_nothing_is_empty) {
    EXPECT_TRUE(changesOf("SELECT 1").empty());
    EXPECT_TRUE(changesOf("UPDATE record SET value=value").empty());
    EXPECT_TRUE(
        changesOf("INSERT INTO meta VALUES('a','b'); DELETE FROM meta WHERE key='a'").empty());
    ChangeRecorder recorder(database());
    { // rolled back
        Transaction transaction(database());
        database().execute("DELETE FROM record");
    }
    EXPECT_TRUE(recorder.take().empty());
    applyChanges(database(), Changes());
    applyChanges(database(), Changes().inverted());
}

TEST_F(ChangeRecorderTest, changes_taken_before_the_commit_are_the_same) {
    ChangeRecorder recorder(database());
    const std::string before = dump(database());
    Transaction transaction(database());
    database().execute("DELETE FROM record WHERE id='S1-2'");
    const Changes changes = recorder.take();
    transaction.commit();
    applyChanges(database(), changes.inverted());
    EXPECT_EQ(dump(database()), before);
}

TEST_F(ChangeRecorderTest, a_boundary_is_a_change_and_spatialites_own_tables_are_not) {
    const Changes inserted = changesOf(squareOfBanBo);
    EXPECT_GT(inserted.size(), 100U);
    EXPECT_TRUE(changesOf("UPDATE geometry_columns_time SET last_delete='2000-01-01'").empty());
    applyChanges(database(), inserted.inverted());
    applyChanges(database(), inserted);
    EXPECT_EQ(database().queryText("SELECT AsText(geom) FROM boundary"),
              "MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)))");
}

TEST_F(ChangeRecorderTest, a_row_that_someone_else_changed_is_named_and_nothing_is_undone) {
    struct Case {
        const char *edit, *meanwhile, *named;
    };
    const Case cases[] = {
        {"UPDATE record SET value=3 WHERE id='S1-1'; DELETE FROM decision;",
         "UPDATE record SET value=4 WHERE id='S1-1'", "table 'record', row 'S1-1'"},
        {"UPDATE record SET value=3 WHERE id='S1-1'; DELETE FROM decision;",
         "DELETE FROM record WHERE id='S1-1'", "table 'record', row 'S1-1'"},
        {"DELETE FROM decision; UPDATE record SET value=3;",
         "INSERT INTO decision VALUES('S1-1', 0, 'x', NULL, '2026')",
         "table 'decision', row 'S1-1, 0'"},
        {"INSERT INTO source(id, title) VALUES('S2', 'x'); DELETE FROM decision;",
         "UPDATE record SET source='S2'", "table 'record' has a row whose 'source' would be gone"},
        {"DELETE FROM decision; DELETE FROM record WHERE id='S1-1';",
         "UPDATE record SET source='S3'; UPDATE source SET id='S3'",
         "table 'record' has a row whose 'source' would be gone"},
    };
    for (const Case& one : cases) {
        SetUp();
        const Changes changes = changesOf(one.edit);
        Database other = reopened();
        other.execute("PRAGMA foreign_keys=OFF");
        other.execute(one.meanwhile);
        const std::string before = dump(database());
        const std::string why = errorOf([&] { applyChanges(database(), changes.inverted()); });
        EXPECT_NE(why.find("was changed by another program"), std::string::npos) << why;
        EXPECT_NE(why.find(one.named), std::string::npos) << why << one.edit << one.meanwhile;
        EXPECT_EQ(dump(database()), before) << one.edit;
        EXPECT_EQ(database().queryText("PRAGMA foreign_keys"), "1") << "as it was";
    }
}

TEST_F(ChangeRecorderTest, nothing_can_be_undone_or_redone_twice) {
    const Changes changes = changesOf("DELETE FROM record WHERE id='S1-2'");
    EXPECT_THROW(applyChanges(database(), changes), StoreError);
    applyChanges(database(), changes.inverted());
    EXPECT_THROW(applyChanges(database(), changes.inverted()), StoreError);
}

TEST_F(ChangeRecorderTest, a_file_without_the_table_is_refused) {
    const Changes changes = changesOf("DELETE FROM decision");
    Database other = Database::open(m_folder / "other.sqlite", Mode::Create);
    EXPECT_NE(errorOf([&] {
                  applyChanges(other, changes.inverted());
              }).find("it has no table 'decision'"),
              std::string::npos);
}

TEST_F(ChangeRecorderTest, boundaries_come_and_go_with_what_triggers_did) {
    database().execute(
        "CREATE TABLE level(unit TEXT PRIMARY KEY, metres REAL);"
        "CREATE TRIGGER stale AFTER DELETE ON boundary BEGIN DELETE FROM level; END");
    const std::string before = dump(database());
    const Changes changes =
        changesOf(std::string(squareOfBanBo) + "INSERT INTO level SELECT unit, 10 FROM boundary;");
    const std::string after = dump(database());
    EXPECT_NE(after, before);
    // SpatiaLite is not needed: its triggers have had their say.
    Database plain = Database::open(m_file, Mode::ReadWrite, Spatial::No);
    applyChanges(plain, changes.inverted());
    EXPECT_EQ(dump(database()), before);
    applyChanges(plain, changes);
    EXPECT_EQ(dump(database()), after) << "the trigger must not empty the levels again";
}

TEST_F(ChangeRecorderTest, changes_outlive_their_connection_and_work_on_a_later_one) {
    const std::string before = dump(database());
    Changes changes;
    {
        Database first = reopened();
        ChangeRecorder recorder(first);
        first.execute("DELETE FROM record WHERE id='S1-1'");
        changes = recorder.take();
    }
    Database later = reopened();
    applyChanges(later, changes.inverted());
    EXPECT_EQ(dump(database()), before);
}

TEST_F(ChangeRecorderTest, a_file_in_use_is_said_and_can_be_undone_later) {
    const std::string before = dump(database());
    const Changes changes = changesOf("DELETE FROM decision");
    Database other = reopened();
    database().execute("PRAGMA busy_timeout=10");
    {
        Transaction transaction(other);
        const std::string why = errorOf([&] { applyChanges(database(), changes.inverted()); });
        EXPECT_NE(why.find("is in use by another program"), std::string::npos) << why;
    }
    applyChanges(database(), changes.inverted());
    EXPECT_EQ(dump(database()), before);
}

/// Files that a large edit leaves where everyone sees them.
std::size_t filesIn(const std::filesystem::path& folder) {
    return std::size_t(std::distance(std::filesystem::directory_iterator(folder), {}));
}

TEST_F(ChangeRecorderTest, a_large_edit_goes_through_a_temporary_file_that_leaves_nothing) {
    database().execute("CREATE TABLE t(id INTEGER PRIMARY KEY, bytes BLOB)");
    std::filesystem::create_directory(m_folder / "temporary");
    ::setenv("TMPDIR", (m_folder / "temporary").c_str(), 1);
    const std::string before = dump(database());
    std::vector<Changes> copies;
    for (const int megabytes : {10, 40}) {
        const std::string fill = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n "
                                 "WHERE i<" +
                                 std::to_string(megabytes) +
                                 ") INSERT INTO t SELECT i, randomblob(1000000) FROM n";
        const Changes changes = changesOf(fill);
        EXPECT_GT(changes.size(), std::uint64_t(megabytes) * 1000000);
        const auto checksum = database().queryText("SELECT group_concat(hex(substr(bytes, -9))) "
                                                   "FROM (SELECT bytes FROM t ORDER BY id)");
        applyChanges(database(), changes.inverted());
        EXPECT_EQ(dump(database()), before);
        applyChanges(database(), changes);
        EXPECT_EQ(database().queryText("SELECT group_concat(hex(substr(bytes, -9))) "
                                       "FROM (SELECT bytes FROM t ORDER BY id)"),
                  checksum);
        applyChanges(database(), changes.inverted());
        copies.push_back(changes);
    }
    EXPECT_EQ(filesIn(m_folder / "temporary"), 0U);
    ::setenv("TMPDIR", (m_folder / "nowhere").c_str(), 1);
    EXPECT_FALSE(changesOf("INSERT INTO t VALUES(1, zeroblob(10000000))").empty());
    const std::string why = errorOf([&] { changesOf("INSERT INTO t VALUES(2, zeroblob(2e7))"); });
    EXPECT_NE(why.find("name another folder in TMPDIR"), std::string::npos) << why;
    ::unsetenv("TMPDIR");
}

} // namespace
} // namespace terroir::store
