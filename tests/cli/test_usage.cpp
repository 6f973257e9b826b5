#include "tests/cli/terroir_process.hpp"

#include <gtest/gtest.h>

namespace terroir::cli_test {

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
         {"init",    "info",     "units",  "boundaries", "geocode", "places", "convert",
          "reverse", "template", "import", "review",     "check",   "table",  "map",
          "atlas",   "page",     "export", "themes",     "methods", "formats", "plugins"}) {
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

} // namespace terroir::cli_test
