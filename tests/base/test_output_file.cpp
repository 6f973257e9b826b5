#include "core/base/input_file.hpp"
#include "core/base/error.hpp"
#include "core/base/output_file.hpp"
#include "core/base/output_files.hpp"

#include <gtest/gtest.h>
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
    OutputFile file(folder / "a.csv", Overwrite::Refuse);
    std::ofstream(file.path()) << "x";
    EXPECT_FALSE(fs::exists(folder / "a.csv"));
    EXPECT_EQ(file.path().extension(), ".csv");
    file.commit();
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
    std::ofstream(folder / ".a.999999999.part.csv") << "half"; // above the largest process number
    std::ofstream(folder / (".a." + std::to_string(::getppid()) + ".part.csv")) << "being written";
    std::ofstream(folder / ".ab.999999999.part.csv") << "of another output";
    OutputFile file(folder / "a.csv", Overwrite::Refuse);
    EXPECT_FALSE(fs::exists(folder / ".a.999999999.part.csv"));
    EXPECT_EQ(filesInFolder(), 2u);
}

TEST_F(output_file, a_full_disk_is_a_sentence) {
    if (!fs::exists("/dev/full"))
        GTEST_SKIP() << "skipped: there is no /dev/full here";
    OutputFile file(folder / "a.csv", Overwrite::Refuse);
    fs::create_symlink("/dev/full", file.path());
    EXPECT_THROW(file.write(std::string(100000, 'x')), InputError);
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
