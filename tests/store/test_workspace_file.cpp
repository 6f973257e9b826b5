#include "core/base/error.hpp"
#include "core/base/input_file.hpp"
#include "core/store/workspace_file.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>

using namespace terroir::store;
using terroir::testing::errorOf;
using terroir::testing::TemporaryFolder;

namespace {

std::string openError(const std::filesystem::path& file) {
    return errorOf([&] { WorkspaceFile::open(file, Mode::ReadOnly); });
}

} // namespace

TEST(workspace, a_new_workspace_opens_and_is_a_spatialite_file) {
    TemporaryFolder folder;
    WorkspaceFile::create(folder / "w.sqlite");
    WorkspaceFile workspace =
        WorkspaceFile::open(folder / "w.sqlite", Mode::ReadWrite, Spatial::Yes);
    EXPECT_EQ(workspace.meta("layout"), std::to_string(workspaceLayout));
    EXPECT_EQ(workspace.meta("nothing"), "");
    EXPECT_EQ(
        workspace.database().queryText("SELECT count(*) FROM geometry_columns WHERE srid=4326"),
        "5")
        << "outlines, boundaries, and points, lines and zones of records";
}

TEST(workspace, a_missing_file_a_text_file_and_another_database_are_refused_with_what_to_do) {
    TemporaryFolder folder;
    EXPECT_NE(openError(folder / "none.sqlite").find("does not exist; make it with 'terroir init'"),
              std::string::npos);
    std::ofstream(folder / "text.sqlite") << std::string(2000, 'x');
    EXPECT_NE(openError(folder / "text.sqlite").find("is not a terroir workspace"),
              std::string::npos);
    Database::open(folder / "other.sqlite", Mode::Create).execute("CREATE TABLE t(a)");
    EXPECT_NE(openError(folder / "other.sqlite").find("a database but not a terroir workspace"),
              std::string::npos);
}

TEST(workspace, a_database_without_its_tables_is_told_to_be_damaged) {
    TemporaryFolder folder;
    for (const char* table : {"unit", "record", "decision"}) {
        const auto file = folder / (std::string(table) + ".sqlite");
        WorkspaceFile::create(file).database().execute("DROP TABLE " + std::string(table));
        EXPECT_NE(openError(file).find("lacks the table '" + std::string(table) + "'"),
                  std::string::npos)
            << openError(file);
    }
}

TEST(workspace, a_workspace_of_an_older_layout_is_refused_and_left_as_it_is) {
    TemporaryFolder folder;
    WorkspaceFile::create(folder / "w.sqlite").setMeta("layout", "0");
    const std::string before = terroir::readFile(folder / "w.sqlite");
    EXPECT_NE(openError(folder / "w.sqlite").find("has layout 0, this program works with layout"),
              std::string::npos);
    EXPECT_EQ(terroir::readFile(folder / "w.sqlite"), before);
}

TEST(workspace, a_truncated_file_is_found_when_it_is_opened) {
    TemporaryFolder folder;
    WorkspaceFile::create(folder / "w.sqlite");
    const auto whole = std::filesystem::file_size(folder / "w.sqlite");
    for (const auto size : {whole / 2, whole - 4096, std::uintmax_t(5000), std::uintmax_t(50)}) {
        std::filesystem::copy_file(folder / "w.sqlite", folder / "cut.sqlite",
                                   std::filesystem::copy_options::overwrite_existing);
        std::filesystem::resize_file(folder / "cut.sqlite", size);
        const std::string why = openError(folder / "cut.sqlite");
        EXPECT_TRUE(why.find("cut short") != std::string::npos ||
                    why.find("not a terroir workspace") != std::string::npos)
            << why;
    }
}

TEST(workspace, one_that_another_program_has_open_with_a_wal_is_whole_and_read_as_it_is) {
    TemporaryFolder folder;
    const auto file = folder / "w.sqlite";
    WorkspaceFile::create(file);
    Database other = Database::open(file, Mode::ReadWrite);
    other.execute("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0; BEGIN");
    Statement insert = other.prepare("INSERT INTO meta VALUES(?, ?)");
    for (int i = 0; i < 2000; ++i)
        insert.bind(1, std::to_string(i)).bind(2, std::string(4000, 'x')).run();
    other.execute("COMMIT");
    for (const Mode mode : {Mode::ReadOnly, Mode::ReadWrite})
        EXPECT_EQ(WorkspaceFile::open(file, mode).meta("1999"), std::string(4000, 'x'));
}
