// Cases as data: cases/COMMAND/cases.txt has a line for each, "name | exit code | command line";
// what it must write stands beside it in NAME.out and NAME.err (no file: nothing), what it reads in
// input/. With TERROIR_UPDATE_CASES=1 in the environment the files are written again instead.

#include "tests/cli/terroir_process.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <ostream>

namespace terroir::cli_test {

namespace {

namespace fs = std::filesystem;

struct Case {
    fs::path folder;
    std::string name;
    int code = 0;
    std::string line;
    fs::path golden(const char* extension) const { return folder / (name + extension); }
};

void PrintTo(const Case& each, std::ostream* out) {
    *out << each.line;
}

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string::npos ? std::string()
                                      : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<Case> readCases() {
    std::vector<Case> cases;
    for (const fs::directory_entry& entry :
         fs::directory_iterator(fs::path(TERROIR_SOURCE_DIR) / "tests/cli/cases")) {
        std::ifstream file(entry.path() / "cases.txt");
        for (std::string line; std::getline(file, line);) {
            const std::size_t code = line.find('|'), command = line.find('|', code + 1);
            if (line.starts_with('#') || command == std::string::npos)
                continue;
            cases.push_back({entry.path(), trimmed(line.substr(0, code)),
                             std::stoi(line.substr(code + 1)), trimmed(line.substr(command + 1))});
        }
    }
    std::sort(cases.begin(), cases.end(),
              [](const Case& a, const Case& b) { return a.golden("") < b.golden(""); });
    return cases;
}

std::string contentOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void update(const fs::path& golden, const std::string& content) {
    if (content.empty())
        fs::remove(golden);
    else
        std::ofstream(golden, std::ios::binary) << content;
}

/// A folder with the ready workspace and the input files of the command.
void prepare(const Folder& folder, const Case& each) {
    folder.addWorkspace();
    if (fs::exists(each.folder / "input"))
        fs::copy(each.folder / "input", folder.path(), fs::copy_options::recursive);
}

class CommandCase : public testing::TestWithParam<Case> {};

std::string nameOf(const testing::TestParamInfo<Case>& info) {
    return info.param.folder.filename().string() + "_" + info.param.name;
}

} // namespace

TEST_P(CommandCase, writes_what_stands_beside_it) {
    const Case& each = GetParam();
    const Folder folder;
    prepare(folder, each);
    const Outcome run = folder.shell("terroir() { $TERROIR \"$@\"; }; " + each.line);
    EXPECT_EQ(run.code, each.code) << run.err;
    if (std::getenv("TERROIR_UPDATE_CASES") != nullptr) {
        update(each.golden(".out"), run.out);
        update(each.golden(".err"), run.err);
    }
    EXPECT_EQ(run.out, contentOf(each.golden(".out")));
    EXPECT_EQ(run.err, contentOf(each.golden(".err")));
}

INSTANTIATE_TEST_SUITE_P(Cases, CommandCase, testing::ValuesIn(readCases()), nameOf);

TEST(Cases, every_golden_file_belongs_to_a_case) {
    std::vector<fs::path> expected;
    for (const Case& each : readCases())
        expected.insert(expected.end(), {each.golden(".out"), each.golden(".err")});
    for (const fs::directory_entry& folder :
         fs::directory_iterator(fs::path(TERROIR_SOURCE_DIR) / "tests/cli/cases"))
        for (const fs::directory_entry& file : fs::directory_iterator(folder.path())) {
            const std::string extension = file.path().extension().string();
            if (extension == ".out" || extension == ".err") {
                EXPECT_NE(std::find(expected.begin(), expected.end(), file.path()), expected.end())
                    << file.path();
            }
        }
}

TEST(Cases, every_error_is_one_sentence) {
    for (const Case& each : readCases()) {
        const std::string said = contentOf(each.golden(".err"));
        if (each.code != 0 && !said.starts_with("{")) {
            EXPECT_TRUE(isOneSentence(linesOf(said).empty() ? "" : linesOf(said).back() + "\n"))
                << each.name << ": " << said;
        }
    }
}

} // namespace terroir::cli_test
