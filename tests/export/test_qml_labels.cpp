#include "core/export/qml.hpp"
#include "core/export/qml_labels.hpp"
#include "core/records/selection.hpp"
#include "tests/export/fixture.hpp"

#include <gtest/gtest.h>

using namespace terroir;

TEST(QmlLabels, letters_contrast_with_the_class_they_stand_on) {
    const figures::EvaluatedTheme areas = test::areasAndTanks();
    const std::string labels = exporting::labeling(areas, 0);
    const auto& darkest = areas.layers[0].classes.back();
    ASSERT_EQ(darkest.colour.toHex(), "#016837");
    // White on the darkest class, nearly black on the others and on the hatch.
    EXPECT_NE(labels.find("WHEN &quot;area&quot; &lt;= 2 THEN '28,28,30,255' WHEN &quot;area&quot; "
                          "&lt;= 5 THEN '255,255,255,255' ELSE '28,28,30,255' END"),
              std::string::npos)
        << labels;
    EXPECT_NE(labels.find("&lt;= 5 THEN '1,104,55,255' ELSE '255,255,255,255' END"),
              std::string::npos)
        << "the halo is of the colour of the class";
    EXPECT_EQ(exporting::labeling(areas).find("BufferColor"), std::string::npos);
}

TEST(QmlLabels, a_quotation_mark_in_a_category_does_not_end_the_expression) {
    figures::EvaluatedTheme crops = test::cropKinds();
    crops.layers[0].categoryKeys[0] = "l'or";
    EXPECT_NE(exporting::labeling(crops, 0).find("= 'l''or' THEN"), std::string::npos);
}

TEST(QmlLabels, a_backslash_in_a_category_is_one_in_the_expression) {
    figures::EvaluatedTheme crops = test::cropKinds();
    crops.layers[0].categoryKeys[0] = "a\\";
    EXPECT_NE(exporting::labeling(crops, 0).find("= 'a\\\\' THEN"), std::string::npos);
}

TEST(QmlLabels, a_place_in_a_name_only_is_no_data_about_the_place) {
    figures::EvaluatedTheme farms = test::farmsBySize();
    farms.theme.layers[0].series[1].places = records::PlaceUse::Names;
    const std::string style = exporting::polygonStyles(farms, {}).front().qml;
    EXPECT_NE(style.find("coalesce(&quot;cattle_over_15&quot;,&quot;shared&quot;,NULL) IS NULL"), std::string::npos)
        << style;
}

TEST(QmlStyles, gaps_have_the_colour_and_the_name_of_the_theme) {
    figures::EvaluatedTheme themes[] = {test::farmsBySize(), test::areasAndTanks()};
    for (figures::EvaluatedTheme& theme : themes) {
        theme.theme.gaps = theme::Gaps{{"Chưa có", "None yet"}, {240, 179, 126, 255}};
        const std::string style = exporting::polygonStyles(theme, {}).front().qml;
        EXPECT_NE(style.find("label=\"Chưa có ("), std::string::npos) << style;
        EXPECT_NE(style.find(R"(name="color" value="240,179,126,255")"), std::string::npos);
        EXPECT_EQ(style.find("Không có số liệu"), std::string::npos);
        EXPECT_EQ(style.find("LinePatternFill"), std::string::npos);
    }
}

TEST(QmlLabels, names_of_units_with_figures_come_before_those_without) {
    const std::string style = exporting::qml(test::areasAndTanks());
    EXPECT_NE(style.find("Priority"), std::string::npos);
    EXPECT_NE(style.find("if(coalesce(&quot;area&quot;,&quot;tanks&quot;,NULL) IS NULL, 2, 9)"),
              std::string::npos)
        << style;
}

TEST(QmlLabels, names_of_units_without_figures_are_smaller_and_left_out_where_they_are_many) {
    figures::EvaluatedTheme areas = test::areasAndTanks();
    const std::string few = exporting::labeling(areas, 0);
    EXPECT_NE(few.find("if(coalesce(&quot;area&quot;,&quot;tanks&quot;,NULL) IS NULL, 7.04, 8)"),
              std::string::npos)
        << few;
    EXPECT_EQ(few.find("name=\"Show\""), std::string::npos);
    areas.units.resize(44, 5); // one without figures, again and again
    const std::string many = exporting::labeling(areas, 0);
    EXPECT_NE(many.find("if(coalesce(&quot;area&quot;,&quot;tanks&quot;,NULL) IS NULL, 0, 1)"),
              std::string::npos)
        << many;
    areas.theme.gaps.emplace();
    EXPECT_EQ(exporting::labeling(areas, 0).find("name=\"Show\""), std::string::npos)
        << "they are what the map is about";
}
