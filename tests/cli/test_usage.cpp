#include "tests/cli/terroir_process.hpp"

#include <gtest/gtest.h>

namespace terroir::cli_test {

TEST(Usage, without_a_command_the_commands_are_shown_in_the_order_of_the_work) {
    const Outcome run = Folder().run({});
    EXPECT_EQ(run.code, 0);
    EXPECT_EQ(run.err, "");
    std::size_t at = 0;
    for (const char* command :
         {"\n  init ", "\n  info ", "\n  units ", "\n  boundaries ", "\n  geocode ", "\n  convert ",
          "\n  import ", "\n  check ", "\n  table ", "\n  map ", "\n  export ", "\n  themes ",
          "\n  methods ", "\n  formats ", "\n  plugins "}) {
        const std::size_t found = run.out.find(command, at);
        ASSERT_NE(found, std::string::npos) << command;
        at = found;
    }
}

TEST(Usage, help_speaks_vietnamese_unless_the_locale_is_english) {
    const Folder folder;
    EXPECT_NE(
        folder.shell("unset LC_ALL LC_MESSAGES; ${TERROIR% --lang en} help").out.find("Cách gọi"),
        std::string::npos);
    EXPECT_NE(
        folder.shell("export LC_ALL=en_GB.UTF-8; ${TERROIR% --lang en} help").out.find("Usage:"),
        std::string::npos);
    EXPECT_NE(folder.shell("export LC_ALL=en_GB.UTF-8; ${TERROIR% --lang en} help --lang vi")
                  .out.find("Cách gọi"),
              std::string::npos);
}

TEST(Usage, every_command_has_a_page_with_an_example) {
    const Folder folder;
    for (const char* command :
         {"init", "info", "units", "boundaries", "geocode", "convert", "reverse", "import",
          "review", "check", "table", "map", "export", "themes", "methods", "formats", "plugins"}) {
        const Outcome run = folder.run({"help", command});
        EXPECT_EQ(run.code, 0) << command;
        EXPECT_NE(run.out.find(std::string("\n  terroir ") + command), std::string::npos)
            << run.out;
        EXPECT_EQ(run.out, folder.run({command, "--help"}).out);
    }
}

TEST(Usage, the_version_is_a_line) {
    const Outcome run = Folder().run({"--version"});
    EXPECT_EQ(run.code, 0);
    EXPECT_EQ(linesOf(run.out).size(), 1U);
    EXPECT_TRUE(run.out.starts_with("terroir "));
}

struct WrongUsage {
    std::vector<std::string> arguments;
    std::string says;
};

TEST(Usage, wrong_usage_is_one_sentence_with_the_nearest_right_word_and_exit_code_2) {
    const std::vector<WrongUsage> cases = {
        {{"mapp"}, "Did you mean 'map'?"},
        {{"help", "expor"}, "Did you mean 'export'?"},
        {{"map", "livestock", "--titel", "x"}, "Did you mean '--title'?"},
        {{"units", "--levl", "commune"}, "Did you mean '--level'?"},
        {{"units", "--level", "comune"}, "Did you mean 'commune'?"},
        {{"units", "--as-of", "1/7/2025"}, "YYYY-MM-DD"},
        {{"units", "--as-of", "2025-02-30"}, "2025-02-30"},
        {{"units", "a", "b"}, "one input too many"},
        {{"map", "livestok", "-o", "x.png"}, "Did you mean 'livestock'?"},
        {{"map", "livestock"}, "-o"},
        {{"map", "-o", "x.png"}, "No theme is named"},
        {{"map", "livestock", "-o", "x.gif"}, ".gif"},
        {{"map", "livestock", "-o", "x.png", "--size", "big"}, "--size 'big'"},
        {{"map", "livestock", "-o", "x.png", "--paper", "A9"}, "A9"},
        {{"map", "livestock", "-o", "x.png", "--size", "800x600", "--paper", "A4"},
         "exclude each other"},
        {{"map", "livestock", "-o", "x.png", "--method", "jenk"}, "Did you mean 'jenks'?"},
        {{"map", "livestock", "-o", "x.png", "--palette", "YlGm"}, "Did you mean 'YlGn'?"},
        {{"map", "livestock", "-o", "x.png", "--classes", "0"}, "--classes"},
        {{"export", "-o", "x.dwg"}, ".gpkg"},
        {{"export"}, "-o"},
        {{"table", "livestock", "-o", "x.png"}, ".csv"},
        {{"review", "--kind", "trail"}, "Did you mean 'trial'?"},
        {{"review", "acept", "x"}, "Did you mean 'accept'?"},
        {{"review", "--all", "--decided"}, "exclude each other"},
        {{"import", "x.csv", "--as", "trail"}, "Did you mean 'trial'?"},
        {{"import", "x.csv"}, "--as"},
        {{"import", "x.csv", "--as", "trial", "--map", "valu=Ha"}, "Did you mean 'value'?"},
        {{"geocode"}, "--text"},
        {{"geocode", "x.csv", "--text", "y"}, "--text"},
        {{"convert", "x.csv"}, "--column"},
        {{"reverse"}, "--lon"},
        {{"reverse", "--lon", "103.6"}, "--lat is missing"},
        {{"reverse", "x.csv", "--lon", "103.6"}, "either a table or one point"},
        {{"reverse", "x.csv", "--crs", "EPSG:99999"}, "--crs 'EPSG:99999'"},
        {{"reverse", "x.csv", "--crs", "VN-2000"}, "which zone"},
        {{"reverse", "x.csv", "--columns", "a,b", "--lon-column", "c"}, "exclude each other"},
        {{"convert", "--text", "y", "--to", "2025"}, "YYYY-MM-DD"},
        {{"--lang", "fr", "units"}, "fr"},
    };
    const Folder folder;
    for (const WrongUsage& each : cases) {
        const Outcome run = folder.run(each.arguments);
        const std::string what = testing::PrintToString(each.arguments) + "\n" + run.err;
        EXPECT_EQ(run.code, 2) << what;
        EXPECT_EQ(run.out, "") << what;
        EXPECT_TRUE(isOneSentence(run.err)) << what;
        EXPECT_NE(run.err.find(each.says), std::string::npos) << what;
        EXPECT_TRUE(folder.names().empty()) << what;
    }
}

TEST(Usage, a_reader_that_stops_early_ends_the_program_quietly) {
    const Folder folder;
    folder.addWorkspace();
    const Outcome run = folder.shell("$TERROIR units --all-dates | head -n 1");
    EXPECT_EQ(run.code, 0);
    EXPECT_EQ(run.err, "");
    EXPECT_EQ(linesOf(run.out).size(), 1U);
}

} // namespace terroir::cli_test
