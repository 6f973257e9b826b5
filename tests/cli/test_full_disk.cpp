#include "tests/cli/terroir_process.hpp"

#include <gtest/gtest.h>

#include <ostream>

// Every output of every command, where no file may grow as large as it has to be: what a full disk
// does.
namespace terroir::cli_test {

namespace {

namespace fs = std::filesystem;

struct WrittenFile {
    std::string command; ///< without its output
    std::string extension;
};

void PrintTo(const WrittenFile& file, std::ostream* out) {
    *out << file.command << " " << file.extension;
}

std::vector<WrittenFile> writtenFiles() {
    std::vector<WrittenFile> files = {{"page livestock", "html"},
                                      {"template ocop", "xlsx"},
                                      {"check", "csv"},
                                      {"review", "csv"},
                                      {"geocode places.csv --column xa", "csv"},
                                      {"convert places.csv --column xa", "csv"},
                                      {"reverse points.csv", "csv"},
                                      {"places report.txt", "csv"}};
    for (const char* extension : {"gpkg", "geojson", "fgb", "csv", "xlsx", "kml", "kmz", "sqlite",
                                  "gdb", "shp", "tab", "mif", "dxf"})
        files.push_back({"export livestock", extension});
    for (const char* extension : {"png", "pdf", "svg", "tif"})
        files.push_back({"map livestock --size 300x300", extension});
    for (const char* extension : {"csv", "xlsx", "json"})
        files.push_back({"table livestock", extension});
    return files;
}

/// A folder with what the commands read.
void fill(const Folder& folder) {
    folder.addWorkspace();
    std::string places = "xa\n", points = "lon,lat\n", report;
    for (int i = 0; i < 300; ++i) {
        places += "Bản Hon\n";
        points += "103.6,22.3\n";
        report += "Mô hình tại xã Bản Bo, huyện Tam Đường.\n";
    }
    folder.write("places.csv", places);
    folder.write("points.csv", points);
    folder.write("report.txt", report);
}

std::uintmax_t sizeOf(const fs::path& file) {
    if (!fs::is_directory(file))
        return fs::file_size(file);
    std::uintmax_t largest = 0;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(file))
        if (entry.is_regular_file())
            largest = std::max(largest, entry.file_size());
    return largest;
}

class FullDisk : public testing::TestWithParam<WrittenFile> {};

} // namespace

TEST_P(FullDisk, leaves_the_old_file_and_nothing_else_and_says_why) {
    const WrittenFile& written = GetParam();
    const Folder folder;
    fill(folder);
    const std::string name = "x." + written.extension;
    const auto command = [&](const std::string& limit, const std::string& target) {
        return folder.shell(limit + "$TERROIR -q " + written.command + " -O -o " + target);
    };
    const Outcome whole = command("", "whole." + written.extension);
    ASSERT_EQ(whole.code, 0) << whole.err;
    const std::uintmax_t size = sizeOf(folder.path() / ("whole." + written.extension));
    if (written.extension == "gdb") {
        fs::create_directory(folder.path() / name);
        folder.write(name + "/mine", "mine");
    } else {
        folder.write(name, "mine");
    }
    const std::vector<std::string> before = folder.names();
    // In blocks of 512 bytes: nothing at all, a part, all but the end.
    for (const std::uintmax_t blocks : {std::uintmax_t(0), size / 1024, (size - 1) / 512}) {
        SCOPED_TRACE(blocks);
        // What is told goes through a pipe: a file could not hold it.
        const Outcome run =
            folder.shell("(ulimit -f " + std::to_string(blocks) + "; $TERROIR -q " +
                         written.command + " -O -o " + name + " 2>&1; echo \" code $?\") | cat");
        EXPECT_NE(run.out.find(" code 1\n"), std::string::npos) << run.out;
        EXPECT_EQ(linesOf(run.out).size(), 2U) << "a library speaks besides: " << run.out;
        EXPECT_NE(run.out.find("x."), std::string::npos) << "or a file beside it: " << run.out;
        EXPECT_NE(run.out.find("File too large"), std::string::npos) << run.out;
        EXPECT_EQ(folder.names(), before);
        EXPECT_EQ(folder.read(written.extension == "gdb" ? name + "/mine" : name), "mine");
    }
}

TEST(FullDisk, standard_output_is_named_where_it_goes_by_way_of_a_file) {
    const Folder folder;
    folder.addWorkspace();
    for (const char* format : {"geojson", "csv", "kml", "kmz", "fgb", "xlsx"}) {
        SCOPED_TRACE(format);
        const Outcome run =
            folder.shell("(ulimit -f 1; $TERROIR -q export livestock -o - --format " +
                         std::string(format) + " 2>&1 >/dev/null; echo \" code $?\") | cat");
        EXPECT_NE(run.out.find(" code 1\n"), std::string::npos) << run.out;
        EXPECT_EQ(linesOf(run.out).size(), 2U) << run.out;
        EXPECT_NE(run.out.find("tandard output (by way of the folder "), std::string::npos)
            << run.out;
        EXPECT_NE(run.out.find("File too large"), std::string::npos) << run.out;
        EXPECT_EQ(run.out.find(".part-"), std::string::npos) << "the hidden name: " << run.out;
    }
}

TEST(FullDisk, a_workspace_that_has_no_room_is_not_made_and_the_advice_is_to_free_some) {
    const Folder folder;
    for (const char* blocks : {"0", "8", "40", "400", "4000"}) {
        SCOPED_TRACE(blocks);
        const Outcome run = folder.shell("(ulimit -f " + std::string(blocks) +
                                         "; $TERROIR -q init 2>&1; echo \" code $?\") | cat");
        EXPECT_NE(run.out.find(" code 1\n"), std::string::npos) << run.out;
        EXPECT_EQ(linesOf(run.out).size(), 2U) << run.out;
        EXPECT_NE(run.out.find("terroir.sqlite' cannot grow: "), std::string::npos) << run.out;
        EXPECT_NE(run.out.find("File too large; free some space"), std::string::npos) << run.out;
        EXPECT_EQ(folder.names(), std::vector<std::string>());
    }
}

INSTANTIATE_TEST_SUITE_P(Outputs, FullDisk, testing::ValuesIn(writtenFiles()));

} // namespace terroir::cli_test
