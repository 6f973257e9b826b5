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
         {"init", "info", "units", "boundaries", "geocode", "places", "convert", "reverse",
          "template", "import", "review", "check", "table", "map", "page", "export", "themes",
          "methods", "formats", "plugins"}) {
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

TEST(Usage, a_reader_that_stops_early_ends_the_program_quietly) {
    const Folder folder;
    folder.addWorkspace();
    const Outcome run = folder.shell("$TERROIR units --all-dates | head -n 1");
    EXPECT_EQ(run.code, 0);
    EXPECT_EQ(run.err, "");
    EXPECT_EQ(linesOf(run.out).size(), 1U);
}

} // namespace terroir::cli_test
