#include "core/export/columns.hpp"
#include "core/export/qml.hpp"
#include "core/export/sld.hpp"
#include "core/sheets/xml_reader.hpp"
#include "tests/export/fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>

namespace terroir::exporting {
namespace {

/// What rules say, in their order.
struct Rules final : sheets::XmlHandler {
    static constexpr sheets::XmlNamespace known[] = {{"http://www.opengis.net/se", "se"},
                                                     {"http://www.opengis.net/ogc", "ogc"},
                                                     {"http://www.opengis.net/sld", ""}};
    explicit Rules(std::string_view sld) : XmlHandler(known) {
        readXml(
            [&](char* into, std::size_t size) {
                size = std::min(size, sld.size());
                std::memcpy(into, sld.data(), size);
                sld.remove_prefix(size);
                return size;
            },
            "sld", "sld", *this);
    }
    void open(std::string_view element, const sheets::XmlAttributes& attributes) override {
        m_element = element;
        if (element == "se:SvgParameter")
            m_element += ":" + std::string(attributes.value("name"));
        if (element == "se:Rule")
            rules.emplace_back();
        if (!rules.empty() && element.starts_with("ogc:Property") && element != "ogc:PropertyName")
            rules.back() += std::string(element.substr(4)) + " ";
    }
    void close(std::string_view) override { m_element.clear(); }
    void text(std::string_view text) override {
        if (!rules.empty() && (m_element == "ogc:PropertyName" || m_element == "ogc:Literal" ||
                               m_element == "se:SvgParameter:fill" || m_element == "se:Size"))
            rules.back() += std::string(text) + " ";
    }
    std::vector<std::string> rules;

private:
    std::string m_element;
};

TEST(Sld, has_a_rule_for_each_class_and_one_for_units_without_data) {
    for (const ThemeLayers& theme : test::allThemes())
        for (std::size_t i = 0; i < theme.evaluated.layers.size(); ++i) {
            const figures::EvaluatedLayer& layer = theme.evaluated.layers[i];
            if (theme.evaluated.theme.layers[i].type != theme::LayerType::Choropleth)
                continue;
            const std::vector<std::string> rules = Rules(polygonSld(theme.evaluated, i)).rules;
            ASSERT_EQ(rules.size(), layer.classes.size() + 1);
            const std::string column = classColumn(theme.evaluated.theme, i);
            EXPECT_TRUE(rules.front().starts_with("PropertyIsGreaterThanOrEqualTo " + column))
                << rules.front();
            if (rules.size() > 2) {
                EXPECT_TRUE(rules[1].starts_with("PropertyIsGreaterThan " + column)) << rules[1];
            }
            EXPECT_TRUE(rules.back().starts_with("PropertyIsNull " + column)) << rules.back();
        }
}

TEST(Sld, of_one_series_of_circles_has_five_sizes_that_grow_and_of_several_none) {
    bool isAnySingle = false;
    for (const ThemeLayers& theme : test::allThemes())
        for (std::size_t i = 0; i < theme.evaluated.layers.size(); ++i) {
            const theme::Layer& layer = theme.evaluated.theme.layers[i];
            const std::string sld = circleSld(theme.evaluated, i);
            const bool isSingle =
                layer.type == theme::LayerType::Symbols && layer.series.size() == 1;
            EXPECT_EQ(sld.empty(), !isSingle);
            if (!isSingle)
                continue;
            isAnySingle = true;
            const std::vector<std::string> rules = Rules(sld).rules;
            ASSERT_EQ(rules.size(), 5U);
            double before = 0;
            for (const std::string& rule : rules) {
                const double size = std::stod(rule.substr(rule.rfind(' ', rule.size() - 2) + 1));
                EXPECT_GE(size, before) << rule;
                before = size;
            }
        }
    EXPECT_TRUE(isAnySingle);
}

TEST(Sld, goes_into_the_geopackage_beside_the_style_of_qgis) {
    for (const ThemeLayers& theme : test::allThemes())
        for (const geometry::LayerStyle& style : polygonStyles(theme.evaluated, {}))
            if (style.qml.find("graduatedSymbol") != std::string::npos) {
                EXPECT_NE(style.sld.find("StyledLayerDescriptor version=\"1.1.0\""),
                          std::string::npos);
            }
}

} // namespace
} // namespace terroir::exporting
