#include "tests/qgis/run_qgis.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <string>
#include <vector>

// The page that QGIS prints of a theme says what our own map of it says.

using namespace terroir;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// Lines are broken at other places.
std::string withoutSpaces(std::string text) {
    std::erase_if(text, [](unsigned char c) { return std::isspace(c) != 0; });
    return text;
}

std::string textOf(const fs::path& pdf) {
    return withoutSpaces(test::outputOf(fmt::format("pdftotext '{}' - 2>&1", pdf.string())));
}

/// "3 sao" of "3 sao (6)": our legends count in words.
std::string withoutCount(const std::string& entry) {
    const std::size_t count = entry.rfind(" (");
    const bool isCounted = count != std::string::npos && count + 2 < entry.size() &&
                           std::isdigit(static_cast<unsigned char>(entry[count + 2])) != 0;
    return isCounted ? entry.substr(0, count) : entry;
}

struct Page {
    const char* theme;
    const char* where;
    std::vector<std::string> around = {}; ///< names on the map that are of no unit with a figure
};

class QgisPage : public ::testing::TestWithParam<Page> {};

} // namespace

TEST_P(QgisPage, says_what_our_map_says) {
    if (!test::isQgisInstalled())
        GTEST_SKIP() << "skipped: QGIS is not installed (make qgis-deps)";
    const terroir::testing::TemporaryFolder folder;
    const auto run = [&](const std::string& command) {
        const std::string said = test::outputOf(
            fmt::format("cd '{}' && LC_ALL=C.UTF-8 {} -q --lang vi -w w.sqlite {} 2>&1",
                        folder.path().string(), TERROIR_PROGRAM, command));
        EXPECT_TRUE(said.empty()) << said;
    };
    run("init");
    run(fmt::format("export {} -o x.gpkg {}", GetParam().theme, GetParam().where));
    run(fmt::format("map {} -o ours.pdf --landscape {}", GetParam().theme, GetParam().where));
    const std::string output = test::outputOf(
        fmt::format("/usr/bin/python3 {}/tests/qgis/print_layouts.py '{}' '{}' 2>/dev/null",
                    TERROIR_SOURCE_DIR, (folder / "x.qgz").string(), folder.path().string()));
    const json said = json::parse(output, nullptr, false);
    ASSERT_FALSE(said.is_discarded()) << "QGIS said: " << output;
    ASSERT_EQ(said.size(), 1U);
    EXPECT_EQ(said[0].at("failed"), 0);
    const std::string ours = textOf(folder / "ours.pdf"), theirs = textOf(folder / "qgis_0.pdf");
    // Title, what is shown, note, sources, boundaries, north; then what the legend explains.
    EXPECT_GE(said[0].at("labels").size(), 4U);
    for (const std::string line : said[0].at("labels")) {
        EXPECT_NE(ours.find(withoutSpaces(line)), std::string::npos) << line << "\n" << ours;
        EXPECT_NE(theirs.find(withoutSpaces(line)), std::string::npos) << line << "\n" << theirs;
    }
    for (const std::string full : said[0].at("legend")) {
        const std::string entry = withoutCount(full);
        if (entry == "Có số liệu" || entry == "Cỡ vòng tròn")
            continue; // ours shows these without words
        EXPECT_NE(ours.find(withoutSpaces(entry)), std::string::npos) << entry << "\n" << ours;
    }
    for (const std::string& name : GetParam().around) {
        EXPECT_NE(ours.find(withoutSpaces(name)), std::string::npos) << name << "\n" << ours;
        const json& theirNames = said[0].at("names"); // which may run along a line
        EXPECT_NE(std::find(theirNames.begin(), theirNames.end(), name), theirNames.end())
            << name << "\n"
            << theirNames;
    }
    for (const char* end : {"0", "km"})
        EXPECT_NE(theirs.find(end), std::string::npos) << "the scale";
}

INSTANTIATE_TEST_SUITE_P(
    Themes, QgisPage,
    ::testing::Values(Page{"livestock", "--within 'huyện Tam Đường, tỉnh Lai Châu'"},
                      Page{"plantings", "--within 'huyện Tam Đường, tỉnh Lai Châu'"},
                      Page{"models",
                           "--within 'tỉnh Lai Châu' --as-of 30/6/2025",
                           {"Mường Tè", "Phong Thổ", "Trung Quốc", "Lào", "Điện Biên"}},
                      Page{"ocop",
                           "--within country",
                           {"Quần đảo Hoàng Sa (Việt Nam)", "Quần đảo Trường Sa (Việt Nam)",
                            "Trung Quốc", "Lào", "Campuchia"}}),
    [](const auto& of) { return std::string(of.param.theme); });
