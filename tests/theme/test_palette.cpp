#include "core/base/error.hpp"
#include "core/theme/theme.hpp"

#include <gtest/gtest.h>

#include <cmath>

using namespace terroir;

namespace {

double linear(unsigned char channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

/// CIE lightness, 0 (black) to 100 (white): what is left in a grey print.
double lightness(const Colour& c) {
    const double y = 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
    return y > 0.008856 ? 116 * std::cbrt(y) - 16 : 903.3 * y;
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

TEST(Palette, classes_of_sequential_palettes_stay_apart_in_a_grey_print) {
    for (const theme::Palette& palette : theme::palettes()) {
        if (palette.kind == theme::PaletteKind::Qualitative)
            continue;
        for (std::size_t n = 2; n <= 9; ++n) {
            const std::vector<Colour> colours = theme::sample(palette, n);
            ASSERT_EQ(colours.size(), n);
            for (std::size_t i = 1; i < n; ++i)
                EXPECT_GT(lightness(colours[i - 1]) - lightness(colours[i]), 5)
                    << palette.name << ", class " << i << " of " << n;
        }
    }
}

TEST(Palette, no_class_looks_like_paper) {
    for (const theme::Palette& palette : theme::palettes())
        for (std::size_t n = 1; n <= 9; ++n)
            for (const Colour& colour : theme::sample(palette, n))
                EXPECT_LT(lightness(colour), 93) << palette.name << " " << colour.toHex();
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
