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

TEST(MapCommand, several_themes_do_not_go_into_one_file) {
    const Folder folder;
    folder.addWorkspace();
    const Outcome run = folder.run({"map", "livestock", "aquaculture", "-o", "x.png"});
    EXPECT_EQ(run.code, 2);
    EXPECT_TRUE(isOneSentence(run.err)) << run.err;
}

TEST(MapCommand, an_unknown_painter_says_which_there_are) {
    const Folder folder;
    folder.addWorkspace();
    const Outcome run = folder.run({"map", "livestock", "-o", "x.png", "--painter", "thematik"});
    EXPECT_EQ(run.code, 2);
    EXPECT_NE(run.err.find("thematic"), std::string::npos) << run.err;
    EXPECT_FALSE(folder.has("x.png"));
}

TEST(ExportCommand, layers_go_into_a_geopackage_in_the_zone_of_the_province) {
    const Folder folder;
    folder.addWorkspace();
    const Outcome run = folder.run({"export", "livestock", "-o", "x.gpkg", "--crs", "vn2000",
                                    "--within", "huyện Tam Đường, tỉnh Lai Châu", "-v"});
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_NE(run.err.find("EPSG:"), std::string::npos) << run.err;
    EXPECT_TRUE(folder.read("x.gpkg").starts_with("SQLite format 3"));
}

TEST(ExportCommand, an_unknown_coordinate_system_is_refused) {
    const Folder folder;
    folder.addWorkspace();
    const Outcome run =
        folder.run({"export", "livestock", "-o", "x.gpkg", "--crs", "EPSG:99999999"});
    EXPECT_EQ(run.code, 1) << run.err;
    EXPECT_TRUE(isOneSentence(run.err)) << run.err;
    EXPECT_FALSE(folder.has("x.gpkg"));
}

} // namespace terroir::cli_test
