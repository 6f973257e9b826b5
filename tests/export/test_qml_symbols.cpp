#include "core/export/qml_symbols.hpp"

#include <gtest/gtest.h>

using namespace terroir;

TEST(QmlSymbols, a_place_in_a_name_is_hollow_in_qgis_as_on_the_map) {
    theme::Series series;
    series.colour = {1, 2, 3, 255};
    const std::string filled = exporting::circleSymbol("0", series, 4);
    EXPECT_NE(filled.find(R"(name="color" value="1,2,3,255")"), std::string::npos) << filled;
    EXPECT_NE(filled.find(R"(name="outline_color" value="255,255,255,255")"), std::string::npos);
    series.places = join::PlaceUse::Names;
    const std::string hollow = exporting::circleSymbol("0", series, 4);
    EXPECT_NE(hollow.find(R"(name="color" value="255,255,255,255")"), std::string::npos) << hollow;
    EXPECT_NE(hollow.find(R"(name="outline_color" value="1,2,3,255")"), std::string::npos);
}

TEST(QmlSymbols, what_xml_reserves_is_escaped) {
    EXPECT_EQ(exporting::escapeXml("a<b & \"c\""), "a&lt;b &amp; &quot;c&quot;");
}
