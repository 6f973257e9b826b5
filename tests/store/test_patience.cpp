#include "core/store/database.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <optional>

using namespace terroir::store;
using terroir::testing::errorOf;
using terroir::testing::TemporaryFolder;

namespace {

class patience : public ::testing::Test {
protected:
    patience() {
        Database::open(file, Mode::Create)
            .execute("CREATE TABLE t(a); INSERT INTO t VALUES('before')");
    }

    /// Changes and adds eight megabytes, and does not commit.
    static void change(Database& writer) {
        writer.execute("UPDATE t SET a = 'after'");
        Statement insert = writer.prepare("INSERT INTO t VALUES(?)");
        for (int i = 0; i < 4000; ++i)
            insert.bind(1, std::string(2000, 'x')).run();
    }

    TemporaryFolder folder;
    std::filesystem::path file = folder / "t.sqlite";
};

} // namespace

TEST_F(patience, readers_read_on_while_a_large_change_is_made) {
    Database writer = Database::open(file, Mode::ReadWrite);
    Transaction transaction(writer);
    change(writer);
    Database reader = Database::open(file, Mode::ReadOnly, Spatial::No,
                                     [](const auto&) { ADD_FAILURE() << "a reader waits"; });
    EXPECT_EQ(reader.queryText("SELECT group_concat(a) FROM t"), "before");
    transaction.commit();
    EXPECT_EQ(reader.queryText("SELECT a FROM t"), "after");
}

TEST_F(patience, who_waits_is_told_once_and_goes_on_when_the_other_is_done) {
    struct Case {
        const char* what;
        const char* others; ///< what the other program does meanwhile
        const char* sql;
        Spatial spatial = Spatial::No;
    };
    for (const Case& one :
         {Case{"a reader, for a commit", "BEGIN EXCLUSIVE", "SELECT count(*) FROM t"},
          Case{"a second writer", "BEGIN IMMEDIATE", "UPDATE t SET a = 1"},
          Case{"a commit, for a reader", "BEGIN; SELECT a FROM t", "UPDATE t SET a = 2"},
          Case{"a second writer of polygons", "BEGIN IMMEDIATE", "UPDATE t SET a = 3",
               Spatial::Yes}}) {
        SCOPED_TRACE(one.what);
        Database other = Database::open(file, Mode::ReadWrite);
        other.execute(one.others);
        std::string told;
        Database waiting =
            Database::open(file, Mode::ReadWrite, one.spatial, [&](const auto& text) {
                told += text.en;
                other.execute("COMMIT");
            });
        waiting.execute(one.sql);
        EXPECT_EQ(told, "Another program is writing or reading '" + file.string() +
                            "'; waiting, at most 120 seconds.");
    }
}

TEST_F(patience, where_nobody_is_told_a_few_seconds_are_the_end_of_it) {
    Database other = Database::open(file, Mode::ReadWrite);
    other.execute("BEGIN EXCLUSIVE");
    Database reader = Database::open(file, Mode::ReadWrite);
    EXPECT_NE(errorOf([&] {
                  reader.queryText("SELECT a FROM t");
              }).find("is in use by another program; close it there and try again."),
              std::string::npos);
}

TEST_F(patience, two_connections_that_read_as_one_never_wait_for_who_waits_for_them) {
    Database writer = Database::open(file, Mode::ReadWrite);
    Database first = Database::open(file, Mode::ReadOnly);
    std::optional<Statement> rows = first.prepare("SELECT a FROM t");
    rows->step();
    writer.execute("PRAGMA busy_timeout=0; BEGIN IMMEDIATE; INSERT INTO t VALUES('new')");
    errorOf([&] { writer.execute("COMMIT"); }); // waits for the reader, and lets no new one in
    EXPECT_EQ(SecondReader::of(first), nullptr);
    rows.reset();
    writer.execute("COMMIT");
    EXPECT_NE(SecondReader::of(first), nullptr);
}
