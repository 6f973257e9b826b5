#include "core/base/input_file.hpp"
#include "tests/cli/terroir_process.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace terroir::cli_test {

namespace {

namespace fs = std::filesystem;

/// The files that the examples name, and what `review accept` and `boundaries remove` need: a place
/// that is not clear, a polygon.
void prepare(const Folder& folder, const std::string& example) {
    fs::copy(fs::path(TERROIR_SOURCE_DIR) / "tests/cli/examples", folder.path());
    const bool makesOne = example.find("terroir init") == 0;
    if (!makesOne)
        folder.addWorkspace();
    if (example.find(" accept ") != std::string::npos) {
        EXPECT_EQ(folder.run({"import", "khao-nghiem.csv", "--as", "trial", "-q"}).code, 0);
    }
    if (example.find("themes re") != std::string::npos) {
        // Of one's own, in the folder that Folder gives each run.
        const fs::path own = folder.path() / "data home/terroir/themes";
        fs::create_directories(own);
        std::string theme = readFile(TERROIR_SOURCE_DIR "/styles/livestock.theme.json");
        const std::string id = "\"id\": \"livestock\"";
        theme.replace(theme.find(id), id.size(), "\"id\": \"che-2022\"");
        folder.write("data home/terroir/themes/che-2022.theme.json", theme);
    }
    if (example.find("base remove") != std::string::npos) {
        EXPECT_EQ(folder.run({"base", "add", "song-suoi.geojson", "-q"}).code, 0);
    }
    if (example.find("boundaries remove") != std::string::npos) {
        EXPECT_EQ(folder
                      .run({"boundaries", "import", "ranh-gioi-xa.shp", "--valid-from",
                            "01/07/2025", "-q"})
                      .code,
                  0);
    }
}

/// The file after -o or --report; empty when there is none, or it is standard output.
std::string outputOf(const std::string& example) {
    for (const char* option : {" -o ", " --report "})
        if (const std::size_t at = example.find(option); at != std::string::npos) {
            const std::size_t from = at + std::string(option).size();
            const std::string file = example.substr(from, example.find(' ', from) - from);
            return file == "-" ? std::string() : file; // standard output
        }
    return {};
}

void run(const std::string& example) {
    SCOPED_TRACE(example);
    const Folder folder;
    prepare(folder, example);
    const Outcome run = folder.shell("terroir() { $TERROIR \"$@\"; }; " + example);
    EXPECT_EQ(run.code, 0) << run.err;
    const std::string output = outputOf(example);
    if (!output.empty()) {
        EXPECT_TRUE(folder.has(output));
    } else if (example.find(" accept ") == std::string::npos) {
        EXPECT_FALSE(run.out.empty() && run.err.empty());
    }
}

void collect(const nlohmann::json& page, std::vector<std::string>& examples) {
    ASSERT_FALSE(page["examples"].empty()) << page["command"];
    for (const auto& example : page["examples"])
        examples.push_back(example);
}

} // namespace

TEST(Examples, each_example_of_each_help_runs_on_a_fresh_workspace) {
    const nlohmann::json help = nlohmann::json::parse(Folder().run({"help", "--json"}).out);
    std::vector<std::string> examples;
    for (const auto& page : help["commands"])
        collect(page, examples);
    EXPECT_GT(examples.size(), 25U);
    for (const std::string& example : examples)
        run(example);
}

TEST(Examples, the_three_commands_lead_from_a_table_to_a_map) {
    const nlohmann::json help = nlohmann::json::parse(Folder().run({"help", "--json"}).out);
    const Folder folder;
    prepare(folder, "terroir init");
    ASSERT_EQ(help["examples"].size(), 3U);
    for (const std::string line : help["examples"])
        EXPECT_EQ(folder.shell("terroir() { $TERROIR \"$@\"; }; " + line).code, 0) << line;
    EXPECT_TRUE(folder.has("khao-nghiem.png"));
}

TEST(Examples, the_page_of_one_command_is_that_of_all) {
    const Folder folder;
    const nlohmann::json all = nlohmann::json::parse(folder.run({"help", "--json"}).out);
    for (const auto& page : all["commands"]) {
        const std::string name = page["command"];
        EXPECT_EQ(nlohmann::json::parse(folder.run({"help", name, "--json"}).out), page);
    }
}

} // namespace terroir::cli_test
