#include "core/export/qml_pictures.hpp"
#include "core/export/qml_symbols.hpp"
#include "core/records/selection.hpp"
#include "core/theme/known_pictures.hpp"

#include <gtest/gtest.h>

using namespace terroir;

TEST(QmlSymbols, a_place_in_a_name_is_hollow_in_qgis_as_on_the_map) {
    theme::Series series;
    series.colour = {1, 2, 3, 255};
    const std::string filled = exporting::circleSymbol("0", series, 4);
    EXPECT_NE(filled.find(R"(name="color" value="1,2,3,255")"), std::string::npos) << filled;
    EXPECT_NE(filled.find(R"(name="outline_color" value="255,255,255,255")"), std::string::npos);
    series.places = records::PlaceUse::Names;
    const std::string hollow = exporting::circleSymbol("0", series, 4);
    EXPECT_NE(hollow.find(R"(name="color" value="255,255,255,255")"), std::string::npos) << hollow;
    EXPECT_NE(hollow.find(R"(name="outline_color" value="1,2,3,255")"), std::string::npos);
}

TEST(QmlSymbols, approximate_boundaries_are_dotted_with_data_or_without) {
    const std::string dotted =
        exporting::escapeXml(R"(if("boundary" IN ('approximate','gần đúng'),'dot','solid'))");
    for (const std::string& area : {exporting::fillSymbol("0", {1, 2, 3, 255}),
                                    exporting::noDataSymbol("0", {{}, map::Hatch::Diagonal, {}}),
                                    exporting::noDataSymbol("0", {{240, 179, 126, 255}})}) {
        EXPECT_NE(area.find(R"(name="outlineStyle")"), std::string::npos) << area;
        EXPECT_NE(area.find("value=\"" + dotted + "\""), std::string::npos) << area;
    }
}

TEST(QmlSymbols, what_xml_reserves_is_escaped) {
    EXPECT_EQ(exporting::escapeXml("a<b & \"c\""), "a&lt;b &amp; &quot;c&quot;");
}

TEST(QmlSymbols, a_picture_is_an_svg_in_the_style_with_the_colour_of_its_series) {
    theme::Series series;
    series.colour = {1, 2, 3, 255};
    series.picture = theme::knownPicture("star");
    const std::string one = exporting::seriesSymbol("0", series, 4, {"7", ""});
    EXPECT_NE(one.find(R"(class="SvgMarker")"), std::string::npos) << one;
    EXPECT_NE(one.find(R"(name="name" value="base64:PHN2Zy)"), std::string::npos) << "<svg";
    EXPECT_NE(one.find(R"(name="color" value="1,2,3,255")"), std::string::npos);
    EXPECT_NE(one.find(R"(name="expression" value="7")"), std::string::npos) << one;
    series.selection.kinds = {"ocop"};
    series.selection.categories = {"5"};
    const std::string row = exporting::seriesSymbol("0", series, 4, {"7", ""});
    EXPECT_NE(row.find(R"~(name="expression" value="5 * (7)")~"), std::string::npos)
        << "QGIS sizes pictures by their width";
}
