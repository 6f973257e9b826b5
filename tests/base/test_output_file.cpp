#include "core/base/input_file.hpp"
#include "core/base/error.hpp"
#include "core/base/output_file.hpp"
#include "core/base/output_files.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

using namespace terroir;
namespace fs = std::filesystem;

namespace {

class output_file : public ::testing::Test {
protected:
    void SetUp() override {
        folder = fs::path(::testing::TempDir()) / ("terroir_output_" + std::to_string(::getpid()));
        fs::create_directories(folder);
    }
    void TearDown() override { fs::remove_all(folder); }
    std::size_t filesInFolder() const {
        return std::size_t(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
    }
    fs::path folder;
};

} // namespace

TEST_F(output_file, nothing_is_seen_before_the_commit_and_the_whole_after_it) {
    {
        OutputFile file(folder / "a.csv", Overwrite::Refuse);
        std::ofstream(file.path()) << "x";
        EXPECT_FALSE(fs::exists(folder / "a.csv"));
        EXPECT_EQ(file.path().filename(), "a.csv");
        file.commit();
    }
    EXPECT_EQ(readFile(folder / "a.csv"), "x");
    EXPECT_EQ(filesInFolder(), 1u);
}

TEST_F(output_file, an_abandoned_output_leaves_the_former_file_and_no_rest) {
    std::ofstream(folder / "a.csv") << "old";
    {
        OutputFile file(folder / "a.csv", Overwrite::Allow);
        std::ofstream(file.path()) << "half";
    }
    EXPECT_EQ(readFile(folder / "a.csv"), "old");
    EXPECT_EQ(filesInFolder(), 1u);
}

TEST_F(output_file, an_existing_file_a_missing_folder_and_a_folder_as_target_are_refused) {
    std::ofstream(folder / "a.csv") << "old";
    const auto why = [](const fs::path& path) -> std::string {
        try {
            OutputFile file(path, Overwrite::Refuse);
        } catch (const InputError& error) {
            return error.what();
        }
        return "accepted";
    };
    EXPECT_NE(why(folder / "a.csv").find("exists already; give another name, or -O"),
              std::string::npos);
    EXPECT_NE(why(folder / "none" / "a.csv").find("does not exist; make it first"),
              std::string::npos);
    EXPECT_NE(why(folder).find("is a folder; give the name of a file"), std::string::npos);
}

TEST_F(output_file, what_a_killed_program_left_is_removed_and_what_a_running_one_writes_is_not) {
    const auto isEmptyAfter = [&](const std::string& target) {
        { OutputFile file(folder / target, Overwrite::Refuse); }
        return filesInFolder() == 0;
    };
    fs::create_directory(folder / ".a.part-Xyz123");
    std::ofstream(folder / ".a.part-Xyz123" / "a.csv") << "half";
    EXPECT_FALSE(isEmptyAfter("ab.csv")) << "it is of another output";
    EXPECT_TRUE(isEmptyAfter("a.csv"));
    // A program that runs, under whatever number, on whatever machine: it holds the lock.
    OutputFile held(folder / "a.csv", Overwrite::Refuse);
    std::ofstream(held.path()) << "being written";
    EXPECT_FALSE(isEmptyAfter("a.csv"));
    held.commit();
    EXPECT_EQ(readFile(folder / "a.csv"), "being written");
}

TEST_F(output_file, nobody_else_can_say_where_it_is_written) {
    // A link of somebody else under the name of the hidden folder is neither followed nor removed.
    fs::create_directory(folder / "theirs");
    std::ofstream(folder / "theirs" / "a.csv") << "theirs";
    fs::create_directory_symlink(folder / "theirs", folder / ".a.part-Xyz123");
    OutputFile file(folder / "a.csv", Overwrite::Refuse);
    EXPECT_EQ(readFile(folder / "theirs" / "a.csv"), "theirs");
    EXPECT_EQ(fs::status(file.path().parent_path()).permissions(), fs::perms::owner_all);
    OutputFile other(folder / "a.csv", Overwrite::Refuse);
    EXPECT_NE(file.path(), other.path());
}

TEST_F(output_file, a_link_a_device_and_a_pipe_are_no_place_for_a_file) {
    std::ofstream(folder / "real.csv") << "real";
    fs::create_symlink("real.csv", folder / "link.csv");
    fs::create_symlink("nowhere.csv", folder / "dangling.csv");
    ASSERT_EQ(::mkfifo((folder / "pipe.csv").c_str(), 0600), 0);
    for (const auto& [name, said] :
         {std::pair(folder / "link.csv", "is a link to 'real.csv'"),
          std::pair(folder / "dangling.csv", "is a link to 'nowhere.csv'"),
          std::pair(folder / "pipe.csv", "is a device or a pipe"),
          std::pair(fs::path("/dev/null"), "is a device or a pipe")})
        try {
            OutputFile file(name, Overwrite::Allow);
            ADD_FAILURE() << name;
        } catch (const InputError& error) {
            EXPECT_NE(std::string(error.what()).find(said), std::string::npos) << error.what();
        }
    EXPECT_EQ(readFile(folder / "real.csv"), "real");
}

TEST_F(output_file, a_file_that_is_replaced_stays_as_private_as_it_was) {
    std::ofstream(folder / "a.csv") << "old";
    fs::permissions(folder / "a.csv", fs::perms(0600));
    OutputFile(folder / "a.csv", Overwrite::Allow).write("new");
    EXPECT_EQ(fs::status(folder / "a.csv").permissions(), fs::perms(0600));
    OutputFiles files(folder / "a.csv", {}, Overwrite::Allow);
    std::ofstream(files.path()) << "newer";
    files.commit();
    EXPECT_EQ(readFile(folder / "a.csv"), "newer");
    EXPECT_EQ(fs::status(folder / "a.csv").permissions(), fs::perms(0600));
}

TEST_F(output_file, a_file_that_appeared_meanwhile_is_replaced_only_where_that_is_allowed) {
    const auto appears = [&](Overwrite overwrite) {
        fs::remove(folder / "a.csv");
        OutputFile file(folder / "a.csv", overwrite);
        std::ofstream(file.path()) << "mine";
        std::ofstream(folder / "a.csv") << "theirs";
        file.commit();
    };
    EXPECT_THROW(appears(Overwrite::Refuse), InputError);
    EXPECT_EQ(readFile(folder / "a.csv"), "theirs");
    appears(Overwrite::Allow);
    EXPECT_EQ(readFile(folder / "a.csv"), "mine");
    EXPECT_EQ(filesInFolder(), 1u);
}

TEST_F(output_file, a_name_may_be_as_long_as_the_disk_allows) {
    for (const std::size_t size : {200u, 240u, 251u}) {
        const fs::path target = folder / (std::string(size, 'n') + ".csv");
        OutputFile(target, Overwrite::Refuse).write("x");
        EXPECT_EQ(readFile(target), "x");
    }
    EXPECT_THROW(OutputFile(folder / (std::string(252, 'n') + ".csv"), Overwrite::Refuse),
                 InputError);
    EXPECT_THROW(requireRoomBehind(folder / (std::string(251, 'n') + ".csv"), "-journal"),
                 InputError);
}

TEST_F(output_file, a_full_disk_is_a_sentence_with_the_reason_of_the_system) {
    if (!fs::exists("/dev/full"))
        GTEST_SKIP() << "skipped: there is no /dev/full here";
    OutputFile file(folder / "a.csv", Overwrite::Refuse);
    fs::create_symlink("/dev/full", file.path());
    try {
        file.write(std::string(100000, 'x'));
        ADD_FAILURE();
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("a.csv' could not be written (No space left"),
                  std::string::npos)
            << error.what();
    }
    EXPECT_EQ(writingProblem("/dev/full", {"?", "?"}).en, "No space left on device");
    EXPECT_EQ(writingProblem(folder / "room", {"?", "?"}).en, "?");
    EXPECT_FALSE(fs::exists(folder / "a.csv"));
}

TEST_F(output_file, files_that_belong_together_appear_together_and_replace_all_of_the_old) {
    std::ofstream(folder / "x.shp") << "old";
    std::ofstream(folder / "x.qix") << "index of the old one";
    const std::vector<fs::path> others{folder / "x.dbf", folder / "x.qix"};
    {
        OutputFiles files(folder / "x.shp", others, Overwrite::Allow);
        std::ofstream(files.path()) << "half";
    }
    EXPECT_EQ(readFile(folder / "x.shp"), "old") << "what was not committed never was";
    EXPECT_EQ(filesInFolder(), 2u);
    {
        OutputFiles files(folder / "x.shp", others, Overwrite::Allow);
        std::ofstream(files.path()) << "new";
        std::ofstream(files.path().parent_path() / "x.dbf") << "table";
        files.commit();
    }
    EXPECT_EQ(readFile(folder / "x.shp"), "new");
    EXPECT_EQ(readFile(folder / "x.dbf"), "table");
    EXPECT_FALSE(fs::exists(folder / "x.qix")) << "it is of shapes that are no more";
    EXPECT_EQ(filesInFolder(), 2u);
    EXPECT_THROW(OutputFiles(folder / "x.tab", others, Overwrite::Refuse), InputError)
        << "x.dbf is somebody's";
}

TEST_F(output_file, a_folder_that_is_one_thing_is_replaced_as_a_whole) {
    for (const char* content : {"first", "second"}) {
        OutputFiles files(folder / "x.gdb" / "", {}, Overwrite::Allow, OutputFiles::Target::Folder);
        fs::create_directory(files.path());
        std::ofstream(files.path() / content) << content;
        files.commit();
    }
    EXPECT_EQ(readFile(folder / "x.gdb" / "second"), "second");
    EXPECT_FALSE(fs::exists(folder / "x.gdb" / "first"));
    EXPECT_EQ(filesInFolder(), 1u);
    EXPECT_THROW(OutputFiles(folder / "x.gdb", {}, Overwrite::Refuse, OutputFiles::Target::Folder),
                 InputError);
}

TEST_F(output_file, what_goes_wrong_aside_is_told_of_the_name_that_was_given) {
    OutputFiles files(folder / "x.shp", {}, Overwrite::Refuse);
    const std::string hidden = (files.path().parent_path() / "x.dbf").string();
    EXPECT_EQ(withTargetName({hidden + ": full", hidden + ": full"}, files).en,
              (folder / "x.dbf").string() + ": full");
}
