#include "core/export/dot_tables.hpp"
#include "core/figures/dots.hpp"
#include "tests/export/fixture.hpp"

#include <gtest/gtest.h>

#include <set>

using namespace terroir;

namespace {

figures::EvaluatedTheme dottedAreas() {
    figures::EvaluatedTheme made = test::evaluated(
        R"({"id": "areas", "title": {"vi": "Diện tích", "en": "Areas"}, "layers": [
          {"type": "dots", "dotValue": 0.5, "label": {"vi": "Diện tích", "en": "Area"}, "series": [
            {"label": {"vi": "Chè", "en": "Tea"}, "unit": "ha", "colour": "#009e73",
             "selection": {"kinds": ["planting"], "indicators": ["area"], "categories": ["tea"]}},
            {"label": {"vi": "Quả", "en": "Fruit"}, "unit": "ha", "colour": "#d55e00",
             "selection": {"kinds": ["planting"], "indicators": ["area"],
                           "categories": ["fruit"]}}]}]})",
        {{test::figures({{2, 2}, {3, 4.5}}), test::figures({{2, 1}})}});
    std::vector<figures::DottedGround> grounds;
    for (const boundaries::UnitShape& shape : test::squares().units) {
        figures::DottedGround ground{shape.unit, std::to_string(shape.unit), shape.shape, {}};
        for (const figures::Figures& figures : made.layers[0].series) {
            const auto cell = figures.cells.find(shape.unit);
            ground.values.push_back(cell == figures.cells.end() ? 0 : cell->second.value);
        }
        grounds.push_back(std::move(ground));
    }
    made.layers[0].dots = figures::dotsOn(grounds, 0.5);
    return made;
}

} // namespace

TEST(DotTables, hold_each_dot_of_the_map_with_unit_and_value) {
    const figures::EvaluatedTheme theme = dottedAreas();
    const auto tables = exporting::dotTables(theme, test::smallGazetteer());
    ASSERT_EQ(tables.size(), 1U);
    const exporting::LayerTable& dots = tables.front();
    EXPECT_EQ(dots.name, "areas_dots");
    EXPECT_EQ(dots.geometry, exporting::GeometryType::OnePoint);
    ASSERT_EQ(dots.rows.size(), 4U + 9 + 2);
    std::multiset<std::string> figures;
    double sum = 0;
    for (std::size_t i = 0; i < dots.rows.size(); ++i) {
        EXPECT_EQ(dots.rows[i].points.front(), theme.layers[0].dots.dots[i].lonLat);
        figures.insert(std::get<std::string>(dots.rows[i].cells[2]));
        sum += std::get<double>(dots.rows[i].cells[3]);
    }
    EXPECT_EQ(figures.count("Chè (ha)"), 13U);
    EXPECT_EQ(figures.count("Quả (ha)"), 2U);
    EXPECT_EQ(sum, 7.5);
    const std::string& qml = dots.styles.front().qml;
    EXPECT_NE(qml.find("categorizedSymbol"), std::string::npos);
    EXPECT_NE(qml.find(R"(value="0,158,115,255")"), std::string::npos) << qml;
    EXPECT_NE(dots.styles.front().name.find("1 điểm = 0,5 ha"), std::string::npos);
}

TEST(DotTables, are_of_themes_with_dots_alone_and_other_formats_say_so) {
    EXPECT_TRUE(exporting::dotTables(test::farmsBySize(), test::smallGazetteer()).empty());
    EXPECT_TRUE(exporting::remarksOfDots(test::farmsBySize(), "shp").empty());
    const auto remarks = exporting::remarksOfDots(dottedAreas(), "shp");
    ASSERT_EQ(remarks.size(), 1U);
    EXPECT_NE(remarks[0].vi.find("15 điểm"), std::string::npos) << remarks[0].vi;
}
