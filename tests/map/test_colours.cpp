// Whether what is written and drawn on maps can be read by all: letters on every class colour, and
// the colours of the packaged themes beside each other.

#include "core/map/ink.hpp"
#include "core/map/labels.hpp"
#include "core/theme/colour_vision.hpp"
#include "core/theme/read_theme.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace terroir::map {
namespace {

std::vector<theme::Theme> packaged() {
    return theme::readThemes({std::filesystem::path(TERROIR_SOURCE_DIR) / "styles"});
}

/// Of its symbols and categories.
std::vector<Colour> coloursOf(const theme::Theme& theme) {
    std::vector<Colour> colours;
    for (const theme::Layer& layer : theme.layers) {
        for (const theme::CategoryValue& value : layer.values)
            colours.push_back(value.colour);
        if (theme::isOfSymbols(layer.type))
            for (const theme::Series& series : layer.series)
                colours.push_back(series.colour);
    }
    return colours;
}

TEST(Colours, letters_can_be_read_on_every_class_of_every_palette) {
    for (const theme::Palette& palette : theme::palettes())
        for (std::size_t n = 1; n <= 12; ++n)
            for (const Colour& ground : theme::sample(palette, n))
                EXPECT_GE(theme::contrast(textOn(ground, ink::text).colour, ground),
                          theme::readableContrast)
                    << palette.name << " " << ground.toHex();
}

TEST(Colours, quiet_names_stay_quiet) {
    EXPECT_EQ(textOn(ink::paper, ink::contextText).colour, ink::contextText);
}

TEST(Colours, the_symbols_of_a_packaged_theme_stay_apart_for_all_eyes) {
    constexpr double apart = 6, seen = 12; // of theme::difference()
    for (const theme::Theme& theme : packaged()) {
        const std::vector<Colour> colours = coloursOf(theme);
        for (std::size_t i = 0; i < colours.size(); ++i) {
            EXPECT_GE(theme::leastDifference(colours[i], ink::plainFill), seen)
                << theme.id << ": " << colours[i].toHex() << " on the ground";
            for (std::size_t j = i + 1; j < colours.size(); ++j)
                EXPECT_GE(theme::leastDifference(colours[i], colours[j]), apart)
                    << theme.id << ": " << colours[i].toHex() << " and " << colours[j].toHex();
        }
    }
}

TEST(Colours, the_classes_of_a_packaged_theme_are_for_all_eyes) {
    for (const theme::Theme& theme : packaged())
        for (const theme::Layer& layer : theme.layers)
            EXPECT_TRUE(!theme::hasClasses(layer.type) ||
                        theme::isForAllEyes(theme::findPalette(layer.palette)))
                << theme.id;
}

} // namespace
} // namespace terroir::map
