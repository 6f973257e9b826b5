#include "core/base/error.hpp"
#include "core/store/database.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace terroir::store;
using terroir::testing::errorOf;
using terroir::testing::TemporaryFolder;

TEST(database, an_unknown_value_is_null_and_not_empty_text_or_zero) {
    TemporaryFolder folder;
    Database database = Database::open(folder / "t.sqlite", Mode::Create);
    database.execute("CREATE TABLE t(a TEXT, b REAL)");
    database.prepare("INSERT INTO t VALUES(?, ?)")
        .bindTextOrNull(1, "")
        .bind(2, std::optional<double>())
        .run();
    Statement row = database.prepare("SELECT a, b FROM t");
    ASSERT_TRUE(row.step());
    EXPECT_TRUE(row.isNull(0));
    EXPECT_FALSE(row.optionalReal(1));
    EXPECT_FALSE(database.queryText("SELECT a FROM t"));
}

TEST(database, a_transaction_that_is_not_committed_leaves_nothing) {
    TemporaryFolder folder;
    Database database = Database::open(folder / "t.sqlite", Mode::Create);
    database.execute("CREATE TABLE t(a)");
    {
        Transaction transaction(database);
        database.execute("INSERT INTO t VALUES(1)");
    }
    EXPECT_EQ(database.queryText("SELECT count(*) FROM t"), "0");
    Transaction transaction(database);
    database.execute("INSERT INTO t VALUES(1)");
    transaction.commit();
    EXPECT_EQ(database.queryText("SELECT count(*) FROM t"), "1");
}

TEST(database, text_keeps_its_bytes_with_zero_and_diacritics) {
    TemporaryFolder folder;
    Database database = Database::open(folder / "t.sqlite", Mode::Create);
    database.execute("CREATE TABLE t(a BLOB)");
    const std::string bytes("Đ\0x", 4);
    database.prepare("INSERT INTO t VALUES(?)").bindBlob(1, bytes).run();
    Statement row = database.prepare("SELECT a FROM t");
    ASSERT_TRUE(row.step());
    EXPECT_EQ(row.view(0), bytes);
}

TEST(database, a_full_disk_is_said_and_nothing_changes) {
    TemporaryFolder folder;
    Database database = Database::open(folder / "t.sqlite", Mode::Create);
    database.execute("CREATE TABLE t(a); PRAGMA max_page_count=4;");
    const std::string why = errorOf([&] {
        Transaction transaction(database);
        Statement insert = database.prepare("INSERT INTO t VALUES(?)");
        for (int i = 0; i < 1000; ++i)
            insert.bind(1, std::string(1000, 'x')).run();
        transaction.commit();
    });
    EXPECT_NE(why.find("the disk is full; free some space"), std::string::npos) << why;
    EXPECT_EQ(database.queryText("SELECT count(*) FROM t"), "0");
}

TEST(database, a_change_that_was_cut_off_is_rolled_back_also_by_a_reader) {
    TemporaryFolder folder;
    const auto file = folder / "t.sqlite";
    Database::open(file, Mode::Create)
        .execute("CREATE TABLE t(a); INSERT INTO t VALUES('before');");
    const pid_t child = ::fork();
    if (child == 0) {
        Database writer = Database::open(file, Mode::ReadWrite);
        // A cache of a few pages makes it write into the file before the commit.
        writer.execute("PRAGMA cache_spill=2; BEGIN IMMEDIATE; UPDATE t SET a='after';");
        Statement insert = writer.prepare("INSERT INTO t VALUES(?)");
        for (int i = 0; i < 200; ++i)
            insert.bind(1, std::string(2000, 'x')).run();
        ::_exit(0); // as when killed: no rollback, no commit
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(std::filesystem::exists(file.string() + "-journal"));
    Database reader = Database::open(file, Mode::ReadOnly);
    EXPECT_EQ(reader.queryText("SELECT group_concat(a) FROM t"), "before");
}

TEST(database, spatial_functions_are_there_when_asked_for) {
    TemporaryFolder folder;
    Database database = Database::open(folder / "t.sqlite", Mode::Create, Spatial::Yes);
    EXPECT_EQ(database.queryText("SELECT AsText(GeomFromText('POINT(1 2)'))"), "POINT(1 2)");
}

TEST(second_reader, reads_the_same_and_lets_nobody_write_in_the_meantime) {
    TemporaryFolder folder;
    Database writer = Database::open(folder / "t.sqlite", Mode::Create);
    writer.execute("CREATE TABLE t(a); INSERT INTO t VALUES(1)");
    Database first = Database::open(folder / "t.sqlite", Mode::ReadOnly);
    writer.execute("PRAGMA busy_timeout=0");
    {
        const auto second = SecondReader::of(first);
        ASSERT_NE(second, nullptr);
        EXPECT_EQ(second->database().queryText("SELECT a FROM t"), "1");
        EXPECT_NE(errorOf([&] { writer.execute("UPDATE t SET a = 2"); }), "no error");
        EXPECT_EQ(first.queryText("SELECT a FROM t"), "1");
    }
    writer.execute("UPDATE t SET a = 2");
    EXPECT_EQ(first.queryText("SELECT a FROM t"), "2");
}

TEST(second_reader, there_is_none_for_what_it_would_not_see) {
    TemporaryFolder folder;
    Database first = Database::open(folder / "t.sqlite", Mode::Create);
    first.execute("CREATE TABLE t(a)");
    {
        Transaction transaction(first);
        first.execute("INSERT INTO t VALUES(1)");
        EXPECT_EQ(SecondReader::of(first), nullptr) << "changes that are not committed";
        transaction.commit();
    }
    Database::open(folder / "u.sqlite", Mode::Create).execute("CREATE TABLE t(a)");
    std::filesystem::rename(folder / "u.sqlite", folder / "t.sqlite");
    EXPECT_EQ(SecondReader::of(first), nullptr) << "another file of the name";
    EXPECT_EQ(first.queryText("SELECT a FROM t"), "1");
}
