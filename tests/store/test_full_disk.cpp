#include "core/base/error.hpp"
#include "core/base/input_file.hpp"
#include "core/store/change_recorder.hpp"
#include "core/store/database.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <functional>

using namespace terroir::store;
using terroir::readFile;
using terroir::testing::errorOf;
using terroir::testing::TemporaryFolder;

namespace {

/// While it lives, no file grows beyond so many bytes: what a full disk does.
class FullDisk {
public:
    explicit FullDisk(std::uintmax_t bytes) {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{rlim_t(bytes), m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit m_before{};
};

void fill(Database& database) {
    Statement insert = database.prepare("INSERT INTO t(a) VALUES(?)");
    for (int i = 0; i < 300; ++i)
        insert.bind(1, std::string(2000, 'x')).run();
}

void changeAll(Database& database) {
    database.execute("UPDATE t SET a = replace(a, 'x', 'y')");
    fill(database);
}

struct FullDiskCase {
    const char* name;
    const char* cache; ///< small: written on the way; large: at the commit
    std::function<void(Database&)> change;
};

void inTransaction(Database& database) {
    Transaction transaction(database);
    changeAll(database);
    transaction.commit();
}

void whileSomethingIsRead(Database& database) {
    Transaction transaction(database);
    Statement rows = database.prepare("SELECT a FROM t");
    rows.step();
    changeAll(database);
    transaction.commit();
}

void inOneStatement(Database& database) {
    database.execute("INSERT INTO t(a) SELECT replace(a || a, 'x', 'y') FROM t");
}

const FullDiskCase fullDiskCases[] = {
    {"a transaction that writes on the way", "PRAGMA cache_spill=10", inTransaction},
    {"a transaction that writes at its end", "PRAGMA cache_spill=OFF", inTransaction},
    {"a transaction while something is read", "PRAGMA cache_spill=10", whileSomethingIsRead},
    {"the same, written at its end", "PRAGMA cache_spill=OFF", whileSomethingIsRead},
    {"one statement that writes on the way", "PRAGMA cache_spill=10", inOneStatement},
    {"one statement that writes at its end", "PRAGMA cache_spill=OFF", inOneStatement},
};

} // namespace

TEST(full_disk, the_file_alone_is_as_it_was_and_no_journal_is_left) {
    for (const FullDiskCase& one : fullDiskCases)
        // Room for none, a little, and most of what is written.
        for (const std::uintmax_t room : {0, 40'000, 500'000}) {
            SCOPED_TRACE(std::string(one.name) + ", room for " + std::to_string(room));
            TemporaryFolder folder;
            const auto file = folder / "t.sqlite";
            {
                Database maker = Database::open(file, Mode::Create);
                maker.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, a); BEGIN");
                fill(maker);
                maker.execute("COMMIT");
            }
            const std::string before = readFile(file);
            Database writer = Database::open(file, Mode::ReadWrite);
            writer.execute(one.cache);
            std::string why;
            {
                const FullDisk full(before.size() + room);
                why = errorOf([&] { one.change(writer); });
            }
            EXPECT_NE(why, "no error");
            EXPECT_FALSE(std::filesystem::exists(file.string() + "-journal")) << why;
            EXPECT_TRUE(readFile(file) == before) << why;
            EXPECT_EQ(writer.queryText("SELECT count(*) FROM t"), "300");
            one.change(writer); // there is room again
            EXPECT_EQ(writer.queryText("SELECT count(*) FROM t"), "600");
        }
}

TEST(full_disk, an_undo_that_does_not_fit_changes_nothing) {
    TemporaryFolder folder;
    const auto file = folder / "t.sqlite";
    Database writer = Database::open(file, Mode::Create);
    writer.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, a); PRAGMA cache_spill=10");
    inTransaction(writer);
    ChangeRecorder recorder(writer);
    writer.execute("DELETE FROM t; VACUUM");
    const Changes undo = recorder.take().inverted();
    const std::string before = readFile(file);
    {
        const FullDisk full(before.size() + 100'000);
        EXPECT_NE(errorOf([&] { applyChanges(writer, undo); }), "no error");
    }
    EXPECT_FALSE(std::filesystem::exists(file.string() + "-journal"));
    EXPECT_TRUE(readFile(file) == before);
    applyChanges(writer, undo);
    EXPECT_EQ(writer.queryText("SELECT count(*) FROM t"), "300");
}
