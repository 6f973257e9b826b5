#include "core/base/input_file.hpp"
#include "tests/cli/terroir_process.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <functional>

// Where outputs go, and what is left of them when a command is stopped.
namespace terroir::cli_test {

namespace fs = std::filesystem;

namespace {

bool hasPart(const Folder& folder) {
    const std::vector<std::string> names = folder.names();
    return std::any_of(names.begin(), names.end(), [](const std::string& name) {
        return name.find(".part-") != std::string::npos;
    });
}

/// Starts a command there and stops it by the signal as soon as it has begun; its status.
int statusWhenSignalled(const Folder& folder, std::vector<std::string> command,
                        const std::function<bool(const Folder&)>& hasBegun, int signal) {
    command.insert(command.begin(), TERROIR_PROGRAM);
    std::vector<char*> arguments;
    for (std::string& word : command)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const pid_t child = ::fork();
    if (child == 0) {
        const int nowhere = ::open("/dev/null", O_RDWR);
        for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
            ::dup2(nowhere, stream);
        std::signal(signal, SIG_DFL); // a shell may have told what it starts to ignore it
        if (::chdir(folder.path().c_str()) == 0)
            ::execv(TERROIR_PROGRAM, arguments.data());
        ::_exit(127);
    }
    int status = 0;
    while (!hasBegun(folder))
        if (::waitpid(child, &status, WNOHANG) == child)
            return status; // it ended before
    ::kill(child, signal);
    ::waitpid(child, &status, 0);
    return status;
}

/// The same in a folder that is prepared anew whenever the command ended before the signal came,
/// as it may on a busy machine; what was left is checked once it was stopped.
void expectStopped(int signal, const std::function<void(const Folder&)>& prepare,
                   const std::vector<std::string>& command,
                   const std::function<bool(const Folder&)>& hasBegun,
                   const std::function<void(const Folder&)>& check) {
    SCOPED_TRACE(signal);
    int status = 0;
    for (int tries = 0; tries < 20; ++tries) {
        const Folder folder;
        prepare(folder);
        status = statusWhenSignalled(folder, command, hasBegun, signal);
        if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
            continue;
        EXPECT_TRUE(WIFSIGNALED(status)) << status;
        EXPECT_EQ(WTERMSIG(status), signal);
        check(folder);
        return;
    }
    FAIL() << "was never stopped, status " << status;
}

} // namespace

TEST(Outputs, a_stopped_command_ends_by_the_signal_and_leaves_nothing) {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        expectStopped(
            signal, [](const Folder&) {}, {"-w", "w.sqlite", "init"}, hasPart,
            [](const Folder& folder) { EXPECT_EQ(folder.names(), std::vector<std::string>()); });
}

TEST(Outputs, a_stopped_import_leaves_the_workspace_as_it_was_and_no_journal) {
    std::string rows = "Cây trồng,Xã,Huyện,Tỉnh,Diện tích (ha),Năm\n";
    for (int i = 1; i <= 5'000; ++i)
        rows += "lúa " + std::to_string(i) + ",Bình Lư,Tam Đường,Lai Châu,5,2022\n";
    std::string before;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        expectStopped(
            signal,
            [&](const Folder& folder) {
                folder.addWorkspace();
                folder.write("t.csv", rows);
                before = folder.read("terroir.sqlite");
            },
            {"import", "t.csv", "--as", "trial"},
            [](const Folder& folder) { return folder.has("terroir.sqlite-journal"); },
            [&](const Folder& folder) {
                EXPECT_EQ(folder.names(), (std::vector<std::string>{"t.csv", "terroir.sqlite"}));
                EXPECT_TRUE(folder.read("terroir.sqlite") == before);
            });
}

TEST(Outputs, a_stopped_map_leaves_no_folder_that_it_made) {
    for (const bool isThere : {false, true})
        expectStopped(
            SIGINT,
            [&](const Folder& folder) {
                folder.addWorkspace();
                if (isThere)
                    fs::create_directory(folder.path() / "plans");
            },
            {"map", "livestock", "-o", "plans/2026/", "--format", "pdf"},
            [&](const Folder& folder) {
                std::error_code gone;
                return folder.has("plans/2026") &&
                       !fs::is_empty(folder.path() / "plans/2026", gone) && !gone;
            },
            [&](const Folder& folder) {
                EXPECT_EQ(folder.has("plans"), isThere) << "what was there before stays";
                EXPECT_FALSE(folder.has("plans/2026"));
            });
}

TEST(Outputs, a_theme_of_somebody_else_writes_only_into_the_folder) {
    const Folder folder;
    folder.addWorkspace();
    fs::create_directory(folder.path() / "out");
    for (const char* id : {"../escaped", "/tmp/escaped", "..", ".hidden"}) {
        std::string theme = readFile(TERROIR_SOURCE_DIR "/styles/livestock.theme.json");
        const std::string own = "\"id\": \"livestock\"";
        theme.replace(theme.find(own), own.size(), std::string("\"id\": \"") + id + "\"");
        folder.write("evil.json", theme);
        const std::vector<std::string> before = folder.names();
        const Outcome run = folder.run({"map", "--theme-file", "evil.json", "-o", "out/"});
        EXPECT_NE(run.code, 0);
        EXPECT_NE(run.err.find(id), std::string::npos) << run.err;
        EXPECT_EQ(folder.names(), before);
        EXPECT_TRUE(fs::is_empty(folder.path() / "out"));
    }
}

TEST(Outputs, no_cell_of_somebody_elses_table_becomes_a_formula) {
    const Folder folder;
    folder.addWorkspace();
    folder.write("t.csv", "xa,note\nBản Hon,\"=HYPERLINK(\"\"http://x\"\")\"\n=1+1,-5\n");
    for (const char* command : {"geocode t.csv --column xa", "convert t.csv --column xa"}) {
        const Outcome first = folder.shell("$TERROIR -q " + std::string(command));
        EXPECT_NE(first.out.find("\"'=HYPERLINK("), std::string::npos) << first.out;
        EXPECT_NE(first.out.find("\n'=1+1,-5,"), std::string::npos) << first.out;
    }
    // What is read again is the same.
    folder.shell("$TERROIR -q geocode t.csv --column xa -o u.csv");
    const Outcome json = folder.shell("$TERROIR -q --json geocode u.csv --column xa");
    EXPECT_NE(json.out.find("\"note\":\"=HYPERLINK("), std::string::npos) << json.out;
}

TEST(Outputs, names_that_are_no_utf8_or_as_long_as_can_be_work) {
    const Folder folder;
    folder.addWorkspace();
    for (const std::string& stem : {std::string("b\xe0n \xff"), std::string(251, 'n')})
        for (const auto& [command, extension] :
             {std::pair("map livestock --size 300x300 -o", ".png"),
              {"map livestock --size 300x300 -o", ".pdf"},
              {"map livestock --size 300x300 -o", ".tif"},
              {"table livestock -o", ".csv"},
              {"export livestock -o", ".csv"},
              {"export livestock -o", ".kml"},
              {"page livestock -o", ".htm"}}) {
            const std::string name = stem + extension;
            const Outcome run =
                folder.shell("$TERROIR -q " + std::string(command) + " '" + name + "'");
            EXPECT_EQ(run.code, 0) << run.err;
            EXPECT_GT(fs::file_size(folder.path() / name), 100U) << extension;
            fs::remove(folder.path() / name);
        }
    const Outcome journal =
        folder.run({"-w", std::string(244, 'n') + ".sqlite", "init", "--no-records"});
    EXPECT_EQ(journal.code, 1) << "a database needs room for the name of its journal";
    EXPECT_NE(journal.err.find("is too long; give a shorter one"), std::string::npos);
    EXPECT_EQ(folder.names(), std::vector<std::string>{"terroir.sqlite"});
}

} // namespace terroir::cli_test
