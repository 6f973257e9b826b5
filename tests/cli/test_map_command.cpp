#include "tests/cli/terroir_process.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace terroir::cli_test {

namespace {

/// Width and height out of a PNG's header.
std::pair<unsigned, unsigned> pngSize(const std::string& png) {
    const auto number = [&png](std::size_t at) {
        unsigned value = 0;
        for (std::size_t i = 0; i < 4; ++i)
            value = value << 8 | static_cast<unsigned char>(png[at + i]);
        return value;
    };
    if (png.size() < 24 || !png.starts_with("\x89PNG"))
        return {0, 0};
    return {number(16), number(20)};
}

} // namespace

TEST(MapCommand, a_picture_has_the_size_asked_for_and_nothing_is_said) {
    const Folder folder;
    folder.addWorkspace();
    const Outcome run = folder.run({"map", "livestock", "-o", "x.png", "--size", "800x600"});
    EXPECT_EQ(run.code, 0);
    EXPECT_EQ(run.out, "");
    EXPECT_EQ(run.err, "");
    EXPECT_EQ(pngSize(folder.read("x.png")), std::pair(800U, 600U));
}

TEST(MapCommand, paper_at_a_resolution) {
    const Folder folder;
    folder.addWorkspace();
    ASSERT_EQ(
        folder
            .run({"map", "livestock", "-o", "x.png", "--paper", "A4", "--portrait", "--dpi", "100"})
            .code,
        0);
    EXPECT_EQ(pngSize(folder.read("x.png")), std::pair(827U, 1169U));
}

TEST(MapCommand, pdf_and_svg) {
    const Folder folder;
    folder.addWorkspace();
    EXPECT_EQ(folder.run({"map", "livestock", "-o", "x.pdf"}).code, 0);
    EXPECT_TRUE(folder.read("x.pdf").starts_with("%PDF-"));
    EXPECT_EQ(folder.run({"map", "livestock", "-o", "x.svg"}).code, 0);
    EXPECT_NE(folder.read("x.svg").find("<svg"), std::string::npos);
}

TEST(MapCommand, every_theme_goes_into_a_folder_as_picture_and_pdf) {
    const Folder folder;
    folder.addWorkspace();
    std::filesystem::create_directory(folder.path() / "maps");
    const Outcome run = folder.run(
        {"map", "--all", "-o", "maps/", "--format", "png,pdf", "--size", "400x300", "--json"});
    ASSERT_EQ(run.code, 0) << run.err;
    const auto written = nlohmann::json::parse(run.out);
    const auto themes = nlohmann::json::parse(folder.run({"themes", "--json"}).out);
    EXPECT_EQ(written.size(), 2 * themes.size());
    for (const auto& row : written) {
        EXPECT_TRUE(folder.has(row["file"].get<std::string>())) << row;
        EXPECT_EQ(row["warning"], "approximate-boundaries") << row;
    }
}

} // namespace terroir::cli_test
