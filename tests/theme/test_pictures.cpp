#include "core/base/error.hpp"
#include "core/theme/known_pictures.hpp"
#include "core/theme/path_reader.hpp"
#include "core/theme/picture.hpp"
#include "core/theme/read_theme.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace terroir::theme {
namespace {

std::string svg(const std::string& inner) {
    return R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">)" + inner + "</svg>";
}

std::string whyRefused(const std::string& text) {
    try {
        readPicture(text, "own.svg");
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

TEST(Pictures, packaged_ones_fill_their_square) {
    const std::vector<std::string> names = pictureNames();
    EXPECT_EQ(names, (std::vector<std::string>{"cattle", "fish", "fruit", "honey", "maize", "mark",
                                               "medicinal-plant", "mushroom", "pig", "rice", "star",
                                               "tea"}));
    for (const std::string& name : names) {
        geometry::Box box;
        std::size_t corners = 0;
        for (const geometry::Ring& ring : knownPicture(name).rings) {
            corners += ring.size();
            EXPECT_EQ(ring.front(), ring.back()) << name;
            for (const geometry::Point& point : ring)
                box.expand(point);
        }
        EXPECT_NEAR(std::max(box.width(), box.height()), 1, 1e-9) << name;
        EXPECT_GE(std::min(box.minX, box.minY), -1e-9) << name;
        EXPECT_LE(std::max(box.maxX, box.maxY), 1 + 1e-9) << name;
        EXPECT_LT(corners, 1000U) << name;
    }
    EXPECT_THROW(knownPicture("coffee"), UsageError);
}

TEST(Pictures, what_is_selected_chooses_its_picture) {
    const auto of = [](std::vector<std::string> kinds, std::vector<std::string> categories,
                       std::vector<std::string> subjects = {}) {
        records::Selection selection;
        selection.kinds = std::move(kinds);
        selection.categories = std::move(categories);
        selection.subjects = std::move(subjects);
        return pictureOf(selection);
    };
    EXPECT_EQ(of({"production_zone"}, {"tea"}), "tea");
    EXPECT_EQ(of({"model"}, {"medicinal"}), "medicinal-plant");
    EXPECT_EQ(of({"livestock"}, {"pigs_over_50", "pigs_over_100"}), "pig");
    EXPECT_EQ(of({"livestock"}, {"pigs_over_50", "cattle_over_15"}), "") << "two pictures are none";
    EXPECT_EQ(of({"livestock"}, {}, {"Đàn trâu"}), "cattle");
    EXPECT_EQ(of({"production_zone"}, {}, {"lúa nếp", "lúa"}), "rice");
    EXPECT_EQ(of({"production_zone"}, {}, {"chè dây"}), "medicinal-plant") << "no tea";
    EXPECT_EQ(of({"production_zone"}, {}, {"mật ong"}), "honey");
    EXPECT_EQ(of({"aquaculture"}, {}), "fish");
    EXPECT_EQ(of({"certification"}, {"vietgap"}, {"chè"}), "tea");
    EXPECT_EQ(of({"title"}, {"trademark"}), "mark");
    EXPECT_EQ(of({"ocop"}, {"5"}), "star");
    EXPECT_EQ(of({"st_task"}, {}), "");
}

TEST(Pictures, ocop_products_have_as_many_stars_as_their_class) {
    records::Selection selection;
    selection.kinds = {"ocop"};
    selection.categories = {"4"};
    EXPECT_EQ(picturesInRow("star", selection), 4U);
    EXPECT_EQ(picturesInRow("mark", selection), 1U);
    selection.categories = {"3", "4"};
    EXPECT_EQ(picturesInRow("star", selection), 1U) << "of no one class";
    selection.kinds = {"model"};
    EXPECT_EQ(picturesInRow("star", selection), 1U);
}

TEST(PathReader, reads_lines_and_curves_of_both_kinds_of_letters) {
    const struct {
        const char* data;
        geometry::Point corner; ///< the one before the closing one
        std::size_t rings;
    } cases[] = {
        {"M1 2L5 2 5 6z", {5, 6}, 1},
        {"m1,2l4,0 0,4z", {5, 6}, 1},
        {"M1 2H5V6Z", {5, 6}, 1},
        {"m1 2h4v4z", {5, 6}, 1},
        {"M0 0C0 5 5 5 5 0Z", {5, 0}, 1},
        {"M0 0c0 5 5 5 5 0s5 5 5 0z", {10, 0}, 1},
        {"M0 0Q5 5 10 0T20 0Z", {20, 0}, 1},
        {"M0 0L4 0 4 4ZM10 10L14 10 14 14", {14, 14}, 2},
        {"M-.5-.5L.5-.5.5.5Z", {.5, .5}, 1},
        {"M1e1 0L2e1 0 2e1 1Z", {20, 1}, 1},
    };
    for (const auto& one : cases) {
        const PathResult read = readPath(one.data, 1000);
        EXPECT_EQ(read.problem.en, "") << one.data;
        ASSERT_EQ(read.rings.size(), one.rings) << one.data;
        const geometry::Ring& ring = read.rings.back();
        EXPECT_EQ(ring.front(), ring.back()) << one.data;
        EXPECT_NEAR(ring[ring.size() - 2].x, one.corner.x, 1e-9) << one.data;
        EXPECT_NEAR(ring[ring.size() - 2].y, one.corner.y, 1e-9) << one.data;
    }
}

TEST(PathReader, what_it_does_not_know_is_a_problem_and_no_guess) {
    for (const char* data : {"M0 0A5 5 0 0 1 9 9Z", "M0 0L", "M0 0L1 x", "1 2 3", "M0 0L1e300 0Z",
                             "M0 0Lnan 0Z", "M0 0Z1 2"})
        EXPECT_NE(readPath(data, 1000).problem.en, "") << data;
    std::string many = "M0 0";
    for (int i = 0; i < 2000; ++i)
        many += "L1 1";
    EXPECT_NE(readPath(many, 1000).problem.en, "");
    EXPECT_TRUE(readPath("", 10).rings.empty());
    EXPECT_TRUE(readPath("M0 0L1 1Z", 10).rings.empty()) << "a line has no area";
}

TEST(PictureFile, of_somebody_else_is_read_as_paths_or_refused_with_a_sentence) {
    EXPECT_EQ(whyRefused(svg(R"(<title>x</title><g><path d="M0 0L9 0 9 9Z"/></g>)")), "accepted");
    const struct {
        std::string text;
        const char* why;
    } cases[] = {
        {svg(R"(<circle r="5"/>)"), "it has the element <circle>"},
        {svg(R"(<image href="file:///etc/passwd"/>)"), "<image>"},
        {svg(R"(<script>1</script>)"), "<script>"},
        {svg(R"(<style>path{}</style>)"), "<style>"},
        {svg(R"~(<g transform="scale(2)"><path d="M0 0L9 0 9 9Z"/></g>)~"), "has a transform"},
        {svg(R"(<path d="M0 0A5 5 0 0 1 9 9Z"/>)"), "the command 'A'"},
        {svg(""), "no closed path"},
        {svg(R"(<path d="M0 0L9 0 9 9Z"/>)") + std::string(70'000, ' '), "larger than 64 kB"},
        {R"(<!DOCTYPE svg [<!ENTITY a "b">]>)" + svg("&a;"), "DOCTYPE"},
        {"<html/>", "no SVG"},
        {"<svg", ""},
        {"", ""},
    };
    for (const auto& one : cases) {
        const std::string said = whyRefused(one.text);
        EXPECT_NE(said, "accepted") << one.text.substr(0, 80);
        EXPECT_NE(said.find(one.why), std::string::npos) << said;
    }
}

TEST(PictureFile, lies_beside_the_theme_file_and_nowhere_else) {
    const testing::TemporaryFolder folder;
    std::ofstream(folder / "own.svg") << svg(R"(<path d="M0 0L9 0 9 9Z"/>)");
    const auto theme = [&](const std::string& picture) {
        return parseTheme(R"({"id": "x", "title": "X", "layers": [{"type": "pictograms", "series": [
            {"picture": ")" + picture +
                              R"(", "selection": {"kinds": ["model"]}}]}]})",
                          folder / "x.theme.json");
    };
    const Theme read = theme("own.svg");
    EXPECT_EQ(read.layers[0].series[0].picture->name, "own.svg");
    EXPECT_EQ(read.layers[0].series[0].picture->rings.size(), 1U);
    for (const char* name : {"../own.svg", "/etc/x.svg", "missing.svg", "coffee"})
        EXPECT_THROW(theme(name), InputError) << name;
}

TEST(PictureMember, is_chosen_by_what_is_selected_or_asked_for) {
    const auto whyNot = [](const std::string& kind) {
        try {
            const Theme read = parseTheme(
                R"({"id": "x", "title": "X", "layers": [{"type": "pictograms", "series": [
                    {"selection": {"kinds": [")" +
                    kind + R"("]}}]}]})",
                "x.theme.json");
            return read.layers[0].series[0].picture->name;
        } catch (const InputError& error) {
            return std::string(error.what());
        }
    };
    EXPECT_EQ(whyNot("aquaculture"), "fish");
    EXPECT_NE(whyNot("st_task").find("Give \"picture\": cattle, fish"), std::string::npos)
        << whyNot("st_task");
}

} // namespace
} // namespace terroir::theme
