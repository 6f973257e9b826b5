#include "core/base/output_file.hpp"
#include "core/base/output_files.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <sys/syscall.h>

#include <filesystem>
#include <fstream>
#include <vector>

using namespace terroir;
namespace fs = std::filesystem;

namespace {

/// What was flushed to disk, and whether the output was in its place by then.
struct Flush {
    fs::path what;
    bool isInPlace;
};

fs::path watched;
std::vector<Flush> flushes;

} // namespace

/// Stands before the C library's.
extern "C" int fsync(int file) {
    flushes.push_back(
        {fs::read_symlink("/proc/self/fd/" + std::to_string(file)), fs::exists(watched)});
    return int(::syscall(SYS_fsync, file));
}

TEST(on_disk, a_file_is_flushed_before_it_is_put_in_place_and_its_folder_afterwards) {
    const terroir::testing::TemporaryFolder folder;
    const auto flushed = [&](const fs::path& target, const auto& write) {
        watched = target;
        flushes.clear();
        write();
        ASSERT_GE(flushes.size(), 2u) << target;
        EXPECT_FALSE(flushes.front().isInPlace) << flushes.front().what;
        EXPECT_TRUE(flushes.back().isInPlace);
        EXPECT_TRUE(fs::equivalent(flushes.back().what, folder.path())) << flushes.back().what;
    };
    flushed(folder / "a.csv", [&] { OutputFile(watched, Overwrite::Refuse).write("x"); });
    flushed(folder / "b.shp", [&] {
        OutputFiles files(watched, {}, Overwrite::Refuse);
        std::ofstream(files.path()) << "x";
        files.commit();
    });
}
