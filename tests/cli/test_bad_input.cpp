#include "core/store/database.hpp"
#include "tests/cli/terroir_process.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

namespace terroir::cli_test {

namespace {

namespace fs = std::filesystem;

/// Exit code 1, one sentence that says `part`, nothing on stdout.
void expectRefusal(const Outcome& run, const std::string& part) {
    EXPECT_EQ(run.code, 1) << run.err;
    EXPECT_EQ(run.out, "");
    EXPECT_TRUE(isOneSentence(run.err)) << run.err;
    EXPECT_NE(run.err.find(part), std::string::npos) << run.err;
}

const std::vector<std::string> onlyWorkspace = {"terroir.sqlite"};

} // namespace

TEST(BadInput, a_workspace_of_an_older_layout_is_refused_and_left_as_it_is) {
    const Folder folder;
    folder.addWorkspace();
    {
        auto database =
            store::Database::open(folder.path() / "terroir.sqlite", store::Mode::ReadWrite);
        database.execute("UPDATE meta SET value='0' WHERE key='layout'");
    }
    const std::string before = folder.read("terroir.sqlite");
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>>{{"units"}, {"map", "livestock", "-o", "x.png"}})
        expectRefusal(folder.run(arguments), "layout 0");
    EXPECT_EQ(folder.read("terroir.sqlite"), before);
    EXPECT_EQ(folder.names(), onlyWorkspace);
}

TEST(BadInput, a_truncated_workspace_is_refused_by_every_command) {
    const Folder folder;
    folder.addWorkspace();
    const fs::path file = folder.path() / "terroir.sqlite";
    fs::resize_file(file, fs::file_size(file) / 3);
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>>{{"units"},
                                               {"info"},
                                               {"check"},
                                               {"map", "livestock", "-o", "x.png"},
                                               {"export", "-o", "x.gpkg"}})
        expectRefusal(folder.run(arguments), "terroir.sqlite");
    EXPECT_EQ(folder.names(), onlyWorkspace);
}

TEST(BadInput, on_a_full_disk_init_leaves_no_workspace_and_keeps_the_old_one) {
    const Folder folder;
    const Outcome fresh = folder.runWithFileLimit(512 * 1024, {"init"});
    EXPECT_EQ(fresh.code, 1);
    EXPECT_TRUE(isOneSentence(fresh.err)) << fresh.err;
    EXPECT_TRUE(folder.names().empty());
    folder.addWorkspace();
    const std::string before = folder.read("terroir.sqlite");
    EXPECT_EQ(folder.runWithFileLimit(512 * 1024, {"init", "-O"}).code, 1);
    EXPECT_EQ(folder.names(), onlyWorkspace);
    EXPECT_TRUE(folder.read("terroir.sqlite") == before);
}

TEST(BadInput, on_a_full_disk_import_leaves_the_workspace_usable_and_unchanged) {
    const Folder folder;
    folder.addWorkspace();
    std::string table = "Cây trồng,Xã,Tỉnh,Diện tích (ha)\n";
    for (int i = 0; i < 3000; ++i)
        table += "Lúa,Bản Bo,Lai Châu," + std::to_string(i + 1) + "\n";
    folder.write("trials.csv", table);
    const auto limit = fs::file_size(folder.path() / "terroir.sqlite");
    const Outcome run =
        folder.runWithFileLimit(limit, {"import", "trials.csv", "--as", "trial", "-q"});
    EXPECT_EQ(run.code, 1);
    EXPECT_TRUE(isOneSentence(run.err)) << run.err;
    const Outcome info = folder.run({"info", "--json"});
    EXPECT_EQ(info.code, 0) << info.err;
    EXPECT_EQ(info.out.find("trials"), std::string::npos);
}

TEST(BadInput, a_full_standard_output_is_an_error) {
    const Folder folder;
    folder.addWorkspace();
    if (!fs::exists("/dev/full"))
        GTEST_SKIP() << "skipped: there is no /dev/full here";
    const Outcome run = folder.shell("$TERROIR units > /dev/full");
    EXPECT_EQ(run.code, 1);
    EXPECT_TRUE(isOneSentence(run.err)) << run.err;
}

TEST(BadInput, a_folder_that_cannot_be_written) {
    if (::geteuid() == 0)
        GTEST_SKIP() << "skipped: root may write everywhere";
    const Folder folder;
    folder.addWorkspace();
    fs::create_directory(folder.path() / "closed");
    fs::permissions(folder.path() / "closed", fs::perms::owner_read | fs::perms::owner_exec);
    expectRefusal(folder.run({"map", "livestock", "-o", "closed/x.png"}), "cannot be written");
}

} // namespace terroir::cli_test
