#include "core/base/error.hpp"
#include "core/theme/colour_vision.hpp"
#include "core/theme/theme.hpp"

#include <gtest/gtest.h>

#include <map>
#include <vector>

using namespace terroir;

namespace {

const Colour white{255, 255, 255}, black{0, 0, 0};

std::vector<theme::Palette> ofKind(theme::PaletteKind kind) {
    std::vector<theme::Palette> found;
    for (const theme::Palette& palette : theme::palettes())
        if (palette.kind == kind)
            found.push_back(palette);
    return found;
}

std::string refusalOfColour(const std::string& colour) {
    try {
        theme::parseColour(colour);
    } catch (const UsageError& error) {
        return error.what();
    }
    return "accepted";
}

} // namespace

TEST(Palette, the_families_are_as_their_authors_published_them) {
    const std::map<std::string, std::vector<std::string>> published{
        {"YlGn",
         {"#ffffe5", "#f7fcb9", "#d9f0a3", "#addd8e", "#78c679", "#41ab5d", "#238443", "#006837",
          "#004529"}},
        {"RdBu",
         {"#67001f", "#b2182b", "#d6604d", "#f4a582", "#fddbc7", "#f7f7f7", "#d1e5f0", "#92c5de",
          "#4393c3", "#2166ac", "#053061"}},
        {"Dark2",
         {"#1b9e77", "#d95f02", "#7570b3", "#e7298a", "#66a61e", "#e6ab02", "#a6761d", "#666666"}}};
    for (const auto& [name, colours] : published) {
        std::vector<std::string> made;
        for (const Colour& colour : theme::findPalette(name).colours)
            made.push_back(colour.toHex());
        EXPECT_EQ(made, colours) << name;
    }
    for (const char* name : {"viridis", "magma", "cividis", "batlow", "bamako", "vik", "roma"})
        EXPECT_FALSE(theme::findPalette(name).family.empty()) << name;
    EXPECT_EQ(theme::findPalette("viridis").colours.front().toHex(), "#fde725");
    EXPECT_EQ(theme::findPalette("viridis").colours.back().toHex(), "#440154");
}

TEST(Palette, classes_of_sequential_palettes_stay_apart_in_a_grey_print) {
    for (const theme::Palette& palette : ofKind(theme::PaletteKind::Sequential))
        for (std::size_t n = 2; n <= 9; ++n) {
            const std::vector<Colour> colours = theme::sample(palette, n);
            ASSERT_EQ(colours.size(), n);
            for (std::size_t i = 1; i < n; ++i)
                EXPECT_GT(theme::lightness(colours[i - 1]) - theme::lightness(colours[i]), 5)
                    << palette.name << ", class " << i << " of " << n;
        }
}

TEST(Palette, both_sides_of_a_diverging_palette_darken_away_from_its_middle) {
    for (const theme::Palette& palette : ofKind(theme::PaletteKind::Diverging))
        for (std::size_t n = 3; n <= 9; n += 2) {
            const std::vector<Colour> colours = theme::sample(palette, n);
            ASSERT_EQ(colours.size(), n);
            const std::size_t middle = n / 2;
            for (std::size_t i = 1; i <= middle; ++i)
                for (const bool isBelow : {true, false}) {
                    const auto at = [&](std::size_t rank) {
                        return theme::lightness(colours[isBelow ? middle - rank : middle + rank]);
                    };
                    EXPECT_GT(at(i - 1) - at(i), 2) << palette.name << " " << i << " of " << n;
                }
        }
}

TEST(Palette, as_far_from_zero_is_as_strong_on_either_side) {
    const theme::Palette& palette = theme::findPalette("RdBu");
    const std::vector<Colour> both = theme::sampleAround(palette, 3, true, 3);
    const std::vector<Colour> few = theme::sampleAround(palette, 3, true, 1);
    ASSERT_EQ(few.size(), 5U);
    EXPECT_EQ(few[3], palette.colours[5]) << "the middle";
    EXPECT_EQ(few[4], both[4]) << "one class above is not the strongest where three are below";
    EXPECT_EQ(theme::sampleAround(palette, 0, false, 0).size(), 0U);
    EXPECT_NE(theme::sampleAround(palette, 1, false, 1)[0], palette.colours[5]);
}

TEST(Palette, no_class_looks_like_paper) {
    for (const theme::Palette& palette : ofKind(theme::PaletteKind::Sequential))
        for (std::size_t n = 1; n <= 9; ++n)
            for (const Colour& colour : theme::sample(palette, n))
                EXPECT_LT(theme::lightness(colour), 93) << palette.name << " " << colour.toHex();
}

TEST(Palette, ordered_ones_are_for_all_eyes_but_those_that_set_red_against_green) {
    for (const theme::Palette& palette : ofKind(theme::PaletteKind::Sequential))
        EXPECT_EQ(theme::isForAllEyes(palette), palette.name != "plasma") << palette.name;
    EXPECT_FALSE(theme::isForAllEyes(theme::findPalette("RdYlGn")));
    EXPECT_TRUE(theme::isForAllEyes(theme::findPalette("RdBu")));
    EXPECT_TRUE(theme::isForAllEyes(theme::findPalette("vik")));
    EXPECT_TRUE(theme::isForAllEyes(theme::findPalette("Distinct")));
}

TEST(ColourVision, greys_look_the_same_to_all_and_red_and_green_alike_without_green_cones) {
    for (const theme::Vision vision : theme::allVisions)
        EXPECT_LT(theme::difference(theme::seenBy(vision, {128, 128, 128}), {128, 128, 128}), 1);
    const Colour red{200, 80, 60}, green{120, 130, 50};
    EXPECT_GT(theme::difference(red, green), 15);
    EXPECT_LT(theme::difference(theme::seenBy(theme::Vision::Deuteranopia, red),
                                theme::seenBy(theme::Vision::Deuteranopia, green)),
              8);
    EXPECT_NEAR(theme::difference(white, black), 100, 0.1);
    EXPECT_NEAR(theme::contrast(white, black), 21, 1e-9);
    EXPECT_NEAR(theme::lightness({119, 119, 119}), 50, 0.2);
}

TEST(Palette, names_are_unique_and_said_in_both_languages) {
    for (const theme::Palette& palette : theme::palettes()) {
        EXPECT_EQ(&theme::findPalette(palette.name), &palette);
        EXPECT_FALSE(palette.label.vi.empty() || palette.label.en.empty()) << palette.name;
    }
}

TEST(Palette, an_unknown_palette_names_the_nearest) {
    try {
        theme::findPalette("YlGm");
        FAIL();
    } catch (const UsageError& error) {
        EXPECT_EQ(
            std::string(error.what()).find("There is no palette 'YlGm'. Did you mean 'YlGn'?"), 0U);
    }
}

TEST(Colour, is_read_in_three_forms_and_written_in_one) {
    EXPECT_EQ(theme::parseColour("#1b7837"), (Colour{0x1b, 0x78, 0x37, 255}));
    EXPECT_EQ(theme::parseColour("#F80"), (Colour{255, 136, 0, 255}));
    EXPECT_EQ(theme::parseColour("#00000080"), (Colour{0, 0, 0, 128}));
    EXPECT_EQ((Colour{27, 120, 55, 255}).toHex(), "#1b7837");
}

TEST(Colour, anything_else_is_refused) {
    for (const char* text : {"", "green", "1b7837", "#1b783", "#1b78g7", "#12345678a"})
        EXPECT_NE(refusalOfColour(text).find("is not a colour"), std::string::npos) << text;
}
