#include "core/base/input_file.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

namespace terroir {
namespace {

using testing::errorOf;
using testing::TemporaryFolder;

TEST(InputFile, is_a_plain_file_and_nothing_that_may_never_end) {
    const TemporaryFolder folder;
    std::ofstream(folder / "a.txt") << "chè";
    EXPECT_EQ(readFile(folder / "a.txt"), "chè");
    std::filesystem::create_symlink(folder / "a.txt", folder / "link.txt");
    EXPECT_EQ(readFile(folder / "link.txt"), "chè");
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    std::filesystem::create_symlink("/dev/zero", folder / "zero");
    for (const char* name : {"pipe", "zero"})
        EXPECT_NE(errorOf([&] { readFile(folder / name); }).find("no plain file"),
                  std::string::npos)
            << name;
    EXPECT_NE(errorOf([&] { readFile(folder.path()); }).find("is a folder"), std::string::npos);
    EXPECT_NE(errorOf([&] { readFile(folder / "none"); }).find("cannot be opened"),
              std::string::npos);
}

TEST(InputFile, has_a_bound) {
    const TemporaryFolder folder;
    std::ofstream(folder / "a.txt") << std::string(100, 'x');
    EXPECT_EQ(readFile(folder / "a.txt", 100).size(), 100U);
    EXPECT_NE(errorOf([&] { readFile(folder / "a.txt", 99); }).find("has 100 bytes"),
              std::string::npos);
}

} // namespace
} // namespace terroir
