#include "tests/cli/terroir_process.hpp"

#include <gtest/gtest.h>

#include <ostream>

namespace terroir::cli_test {

namespace {

struct Stream {
    const char* redirection; ///< of the shell
    bool loses;              ///< standard output, and so the data of a command
};

// A pipe whose reader has ended is its own case: what nobody reads is not lost.
constexpr Stream streams[] = {
    {"2>&-", false},      {"2>/dev/full", false}, {">&-", true},
    {">/dev/full", true}, {">&- 2>&-", true},     {">/dev/full 2>/dev/full", true},
};

struct Row {
    const char* command;
    int code;         ///< with whole streams
    bool isData;      ///< whether it writes to standard output
    const char* made; ///< the file that is there when it is done
};

constexpr Row rows[] = {
    {"help", 0, true, nullptr},
    {"help map", 0, true, nullptr},
    {"--version", 0, true, nullptr},
    {"mapp", 2, false, nullptr},
    {"units --level tinh", 0, true, nullptr},
    {"units Atlantis", 0, true, nullptr},
    {"info", 0, true, nullptr},
    {"check", 0, true, nullptr},
    {"check -o x.csv", 0, false, "x.csv"},
    {"review", 0, true, nullptr},
    {"themes", 0, true, nullptr},
    {"plugins", 0, true, nullptr},
    {"geocode t.csv --column Xã", 0, true, nullptr},
    {"geocode t.csv --column Xã -o x.csv", 0, false, "x.csv"},
    {"geocode absent.csv --column Xã", 1, false, nullptr},
    {"convert --text 'Hà Nội'", 0, true, nullptr},
    {"reverse --lon 103.6 --lat 22.3", 0, true, nullptr},
    {"table livestock", 0, true, nullptr},
    {"map nosuch -o z.png", 2, false, nullptr},
    {"map livestock -o x.png --size 400x300", 0, false, "x.png"},
    {"map livestock -o x.png --size 400x300 -v", 0, false, "x.png"},
    {"export livestock -o x.gpkg", 0, false, "x.gpkg"},
    {"init", 1, false, nullptr},
    {"-w new.sqlite init --no-records", 0, false, "new.sqlite"},
    {"import absent.csv --as trial", 1, false, nullptr},
};

/// Runs one command with broken streams: `redirect` is the end of a line of the shell.
Outcome broken(const Folder& folder, const std::string& command, const std::string& redirect) {
    return folder.shell("$TERROIR " + command + " " + redirect);
}

Folder& withTrials(Folder& folder) {
    folder.addWorkspace();
    folder.write("t.csv", "Cây trồng,Xã,Huyện,Tỉnh,Năm\nLúa,Bản Bo,Tam Đường,Lai Châu,2023\n"
                          "Lúa,Không Có Xã Này,Tam Đường,Lai Châu,2023\n");
    return folder;
}

std::size_t importedSources(const Folder& folder) {
    const std::string info = folder.run({"info"}).out;
    return info.find("\nsources,t,") != std::string::npos ? 1 : 0;
}

class BrokenStreamsOf : public testing::TestWithParam<Row> {};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.command;
}

} // namespace

TEST_P(BrokenStreamsOf, the_command_does_not_abort_and_its_exit_code_tells_what_was_done) {
    const Row& row = GetParam();
    for (const Stream& stream : streams) {
        Folder folder;
        withTrials(folder);
        const Outcome run = broken(folder, row.command, stream.redirection);
        const bool isLost = row.isData && stream.loses && row.code == 0;
        EXPECT_EQ(run.code, isLost ? 1 : row.code) << row.command << " " << stream.redirection;
        if (row.made != nullptr) {
            EXPECT_TRUE(folder.has(row.made)) << row.command << " " << stream.redirection;
        }
    }
}

TEST_P(BrokenStreamsOf, a_pipe_that_ended_is_no_failure) {
    Folder folder;
    withTrials(folder);
    const Outcome run = folder.shell("{ sleep 0.1; $TERROIR " + std::string(GetParam().command) +
                                     " 2>&1; echo $? >code; } | true; exit $(cat code)");
    EXPECT_EQ(run.code, GetParam().code) << GetParam().command;
}

INSTANTIATE_TEST_SUITE_P(Commands, BrokenStreamsOf, testing::ValuesIn(rows));

TEST(BrokenStreams, an_import_that_was_committed_is_a_success) {
    for (const char* redirect :
         {"2>&-", "2>/dev/full", ">&-", "--json >/dev/full", "--json >&- 2>&-", "2>&1 | true"}) {
        Folder folder;
        withTrials(folder);
        const std::string pipe(redirect);
        const Outcome run =
            folder.shell(pipe.ends_with("| true")
                             ? "{ $TERROIR import t.csv --as trial 2>&1; echo $? >code; } | true; "
                               "exit $(cat code)"
                             : "$TERROIR import t.csv --as trial " + pipe);
        EXPECT_EQ(run.code, 0) << redirect << run.err;
        EXPECT_EQ(importedSources(folder), 1U) << redirect;
    }
}

TEST(BrokenStreams, what_was_found_is_an_exit_code_when_nobody_reads_it) {
    Folder folder;
    withTrials(folder);
    folder.write("wrong.csv", "Cây trồng,Xã,Huyện,Tỉnh,Từ,Đến,Diện tích (ha)\n"
                              "Lúa,Bản Bo,Tam Đường,Lai Châu,2023,2021,5\n");
    folder.write("refused.csv", "Cây trồng,Xã,Huyện,Tỉnh,Năm\n,Bản Bo,Tam Đường,Lai Châu,2023\n");
    ASSERT_EQ(folder.run({"import", "wrong.csv", "--as", "trial", "-q"}).code, 0);
    ASSERT_EQ(folder.run({"check", "--strict"}).code, 1);
    for (const char* command : {"check --strict", "--json import refused.csv --as trial"})
        EXPECT_EQ(folder
                      .shell("{ sleep 0.1; $TERROIR " + std::string(command) +
                             "; echo $? >code; } | true; exit $(cat code)")
                      .code,
                  1)
            << command;
}

TEST(BrokenStreams, a_decision_that_was_committed_is_a_success) {
    for (const char* redirect : {"2>&-", "2>/dev/full", "--json >/dev/full 2>&-"}) {
        Folder folder;
        withTrials(folder);
        ASSERT_EQ(folder.run({"import", "t.csv", "--as", "trial", "-q"}).code, 0);
        EXPECT_EQ(folder.shell(std::string("$TERROIR review reject t-r3 ") + redirect).code, 0)
            << redirect;
        EXPECT_EQ(linesOf(folder.run({"review", "--decided", "-q"}).out).size(), 2U) << redirect;
    }
}

TEST(BrokenStreams, nothing_that_is_told_gets_into_a_file_that_took_the_place_of_a_stream) {
    Folder folder;
    withTrials(folder);
    ASSERT_EQ(folder.shell("$TERROIR import t.csv --as trial <&- >&- 2>&-").code, 0);
    ASSERT_EQ(folder.shell("$TERROIR geocode t.csv --column Xã -o x.csv -v <&- >&- 2>&-").code, 0);
    EXPECT_EQ(folder.run({"info"}).code, 0);
    EXPECT_TRUE(folder.read("x.csv").starts_with("Cây trồng,"));
}

} // namespace terroir::cli_test
