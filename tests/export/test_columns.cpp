#include "core/export/columns.hpp"

#include <gtest/gtest.h>

using namespace terroir;
using theme::LayerType;

namespace {

theme::Series series(std::string kind, std::vector<std::string> indicators,
                     std::vector<std::string> categories) {
    theme::Series made;
    made.selection.kinds = {std::move(kind)};
    made.selection.indicators = std::move(indicators);
    made.selection.categories = std::move(categories);
    return made;
}

theme::Theme themeOf(std::vector<std::vector<theme::Series>> layers) {
    theme::Theme made;
    made.id = "made-up";
    for (auto& list : layers) {
        made.layers.emplace_back();
        made.layers.back().type = LayerType::Symbols;
        made.layers.back().series = std::move(list);
    }
    return made;
}

using Names = std::vector<std::vector<std::string>>;

} // namespace

TEST(Columns, an_indicator_of_its_own_names_the_column) {
    EXPECT_EQ(exporting::figureColumns(themeOf({{series("aquaculture", {"sites"}, {})},
                                                {series("aquaculture", {"tanks"}, {})}})),
              (Names{{"sites"}, {"tanks"}}));
}

TEST(Columns, one_indicator_in_several_categories_is_named_after_them) {
    EXPECT_EQ(exporting::figureColumns(themeOf({{series("certification", {"area"}, {"vietgap"}),
                                                 series("certification", {"area"}, {"organic"})}})),
              (Names{{"vietgap", "organic"}}));
}

TEST(Columns, stars_do_not_make_a_column_named_with_a_number_only) {
    EXPECT_EQ(
        exporting::figureColumns(themeOf({{series("ocop", {}, {"3"}), series("ocop", {}, {"4"})}})),
        (Names{{"ocop_3", "ocop_4"}}));
}

TEST(Columns, the_kind_names_what_has_neither) {
    EXPECT_EQ(
        exporting::figureColumns(themeOf({{series("model", {}, {}), series("trial", {}, {})}})),
        (Names{{"model", "trial"}}));
}

TEST(Columns, equal_selections_are_numbered) {
    EXPECT_EQ(
        exporting::figureColumns(themeOf({{series("model", {}, {}), series("model", {}, {})}})),
        (Names{{"model", "model_2"}}));
}

TEST(Columns, a_second_layer_of_symbols_is_a_second_point_layer) {
    const theme::Theme theme = themeOf({{series("model", {}, {})}, {series("trial", {}, {})}});
    EXPECT_EQ(exporting::symbolLayerName(theme, 0), "made-up_symbols");
    EXPECT_EQ(exporting::symbolLayerName(theme, 1), "made-up_symbols_2");
}
