#include "core/export/theme_tables.hpp"
#include "core/figures/shared_figures.hpp"
#include "core/geometry/projection.hpp"
#include "tests/export/fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>

// Figures that units have together, in the layers of an export: on the ground of all of them, once.

using namespace terroir;

namespace {

/// Bản Bo (4.5 ha of its own) and Tả Lèng (nothing of its own) have 3 ha together.
figures::EvaluatedTheme withGroup() {
    figures::EvaluatedTheme made = test::areasAndTanks();
    figures::EvaluatedLayer& layer = made.layers.front();
    layer.series.front().notAttributed = {
        {1, {4, 5}, 3, false, {3}, {"cây gai"}, figures::NotAttributed::Reason::SeveralUnits}};
    layer.shared = figures::sharedFigures(layer.series, made.units, gazetteer::Level::Commune,
                                          test::smallGazetteer(), made.asOf);
    figures::fillFromGroups(layer);
    return made;
}

class Groups : public ::testing::Test {
protected:
    Groups() {
        tables = exporting::themeTables({withGroup(), test::squares()}, test::smallGazetteer(),
                                        test::fewRecords());
    }
    const geometry::LayerTable& table(const std::string& name) const {
        return *std::find_if(tables.begin(), tables.end(),
                             [&](const geometry::LayerTable& one) { return one.name == name; });
    }
    static Value cell(const geometry::LayerTable& table, std::size_t row, std::string_view column) {
        const auto at = std::find_if(table.columns.begin(), table.columns.end(),
                                     [&](const auto& one) { return one.name == column; });
        return table.rows.at(row).cells.at(std::size_t(at - table.columns.begin()));
    }

    std::vector<geometry::LayerTable> tables;
};

} // namespace

TEST_F(Groups, have_a_layer_with_the_figure_once) {
    const geometry::LayerTable& groups = table("areas_groups");
    ASSERT_EQ(groups.rows.size(), 1u);
    EXPECT_EQ(std::get<std::string>(cell(groups, 0, "unit_code")), "03405; 03408");
    EXPECT_EQ(std::get<std::string>(cell(groups, 0, "unit_name")), "chung 2 xã");
    EXPECT_EQ(std::get<double>(cell(groups, 0, "area")), 3);
    EXPECT_EQ(std::get<std::string>(cell(groups, 0, "records")), "TD22-004");
}

TEST_F(Groups, cover_the_units_that_have_no_figure_of_their_own) {
    const geometry::MultiPolygon& ground = table("areas_groups").rows.front().polygons;
    EXPECT_NEAR(geometry::ellipsoidalAreaKm2(ground),
                geometry::ellipsoidalAreaKm2(test::squares().units.back().shape), 0.01)
        << "Tả Lèng, and not Bản Bo with its own 4.5 ha";
}

TEST_F(Groups, leave_the_figures_of_units_alone_and_name_who_shares) {
    const geometry::LayerTable& units = table("areas");
    EXPECT_TRUE(std::holds_alternative<std::monostate>(cell(units, 3, "area")));
    EXPECT_EQ(std::get<std::string>(cell(units, 3, "shared")), "Bản Bo, Tả Lèng");
    EXPECT_TRUE(std::holds_alternative<std::monostate>(cell(units, 0, "shared")));
}

TEST_F(Groups, are_counted_in_the_legend_of_the_units) {
    const std::string& qml = table("areas").styles.front().qml;
    EXPECT_NE(qml.find("(1, chung 1)"), std::string::npos) << qml;
}

TEST_F(Groups, link_their_records_with_each_of_their_units) {
    geometry::LayerTable links = exporting::linkTable(Language::Vietnamese);
    links.rows = exporting::linkRows(withGroup(), test::smallGazetteer(), test::fewRecords());
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < links.rows.size(); ++i)
        if (std::get<std::string>(cell(links, i, "record")) == "TD22-004")
            codes.push_back(std::get<std::string>(cell(links, i, "unit_code")));
    EXPECT_EQ(codes, (std::vector<std::string>{"03405", "03408"}));
}

TEST(NoGroups, no_layer_for_them) {
    for (const geometry::LayerTable& table : exporting::themeTables(
             {test::areasAndTanks(), test::squares()}, test::smallGazetteer(), test::fewRecords()))
        EXPECT_NE(table.name, "areas_groups");
}

TEST(Circles, of_two_layers_stand_side_by_side_with_room_for_their_figures) {
    figures::EvaluatedTheme two = test::evaluated(
        R"({"id": "two", "title": {"vi": "Hai lớp", "en": "Two layers"}, "layers": [
          {"type": "symbols", "label": {"vi": "Cơ sở", "en": "Farms"},
           "series": [{"selection": {"kinds": ["aquaculture"], "indicators": ["farms"]}}]},
          {"type": "symbols", "label": {"vi": "Bể", "en": "Tanks"},
           "series": [{"selection": {"kinds": ["aquaculture"], "indicators": ["tanks"]}}]}]})",
        {{test::figures({{2, 2}})}, {test::figures({{2, 13}})}});
    const std::vector<geometry::LayerTable> tables = exporting::themeTables(
        {std::move(two), test::squares()}, test::smallGazetteer(), test::fewRecords());
    for (const std::size_t layer : {1U, 2U}) {
        const std::string& qml = tables.at(layer).styles.front().qml;
        EXPECT_NE(qml.find("length(to_string(round(&quot;farms&quot;"), std::string::npos) << layer;
        EXPECT_NE(qml.find("length(to_string(round(&quot;tanks&quot;"), std::string::npos) << layer;
        EXPECT_NE(qml.find("rule-based"), std::string::npos) << "each has its figure";
    }
    EXPECT_EQ(tables.front().styles.front().qml.find("format_number"), std::string::npos)
        << "and the unit's label has none";
}

TEST(Circles, of_flannery_and_pictures_have_their_size_in_qgis_too) {
    const auto qmlOf = [](const std::string& layer) {
        figures::EvaluatedTheme one = test::evaluated(
            R"({"id": "one", "title": {"vi": "Một", "en": "One"}, "layers": [)" + layer + "]}",
            {{test::figures({{2, 2}, {3, 13}})}});
        return exporting::themeTables({std::move(one), test::squares()}, test::smallGazetteer(),
                                      test::fewRecords())
            .at(1)
            .styles.front()
            .qml;
    };
    const std::string series =
        R"("series": [{"selection": {"kinds": ["aquaculture"], "indicators": ["tanks"]}}]})";
    EXPECT_NE(qmlOf(R"({"type": "symbols", )" + series).find("sqrt(&quot;tanks&quot; / 13)"),
              std::string::npos);
    EXPECT_NE(qmlOf(R"({"type": "symbols", "scaling": "flannery", )" + series)
                  .find("(&quot;tanks&quot; / 13) ^ 0.57"),
              std::string::npos);
    const std::string pictures = qmlOf(R"({"type": "pictograms", )" + series);
    EXPECT_NE(pictures.find("SvgMarker"), std::string::npos) << "the fish of aquaculture";
    EXPECT_NE(pictures.find("data-defined-size-legend"), std::string::npos);
    const std::string fixed = qmlOf(R"({"type": "pictograms", "size": "fixed", )" + series);
    EXPECT_EQ(fixed.find("data-defined-size-legend"), std::string::npos);
    EXPECT_EQ(fixed.find("sqrt"), std::string::npos);
}
