#include "core/base/error.hpp"
#include "core/boundaries/layer_group.hpp"
#include "country.hpp"

#include <algorithm>

namespace terroir::boundaries {
namespace {

using gazetteer::Level;
using gazetteer::Unit;
using gazetteer::UnitIndex;

/// Layouts that people find, by their fields.
class Layouts : public Country {
protected:
    std::string text(const std::string& field, const std::string& value) {
        return "\"" + field + R"(":")" + value + "\"";
    }
    std::vector<UnitIndex> districts(Date day) const {
        return gazetteer().childrenAt(gazetteer().findCode("12", day), day);
    }
    LayerReport only(const std::filesystem::path& file, const ImportOptions& options = {}) {
        const ImportResult result = importBoundaries(workspace(), gazetteer(), file, options);
        EXPECT_EQ(result.layers.size(), 1U);
        return result.layers.at(0);
    }
};

TEST_F(Layouts, gadm_has_names_of_every_level_and_no_codes) {
    const LayerReport layer = only(scratch(
        "gadm41_VNM_3.geojson", layerOf(communes("12", lastDayOfDistricts), [&](const Unit& unit) {
            return text("GID_0", "VNM") + "," + text("GID_1", "VNM.37_1") + "," +
                   text("NAME_1", "Lai Châu") + "," + text("GID_2", "VNM.37.1_1") + "," +
                   text("NAME_2", "?") + "," + text("GID_3", "VNM.37.1.1_1") + "," +
                   text("NAME_3", unit.name) + "," + text("VARNAME_3", "x") + "," +
                   text("TYPE_3", unit.type);
        })));
    EXPECT_EQ(layer.layout, "GADM");
    EXPECT_EQ(layer.level, Level::Commune);
    EXPECT_EQ(layer.day, lastDayOfDistricts);
    EXPECT_GT(layer.matched, 90U);
}

TEST_F(Layouts, geoboundaries_tells_the_level_in_shapeType) {
    const LayerReport layer =
        only(scratch("geoBoundaries-VNM-ADM2.geojson",
                     layerOf(districts(lastDayOfDistricts),
                             [&](const Unit& unit) {
                                 return text("shapeName", unit.name) + "," + text("shapeISO", "") +
                                        "," + text("shapeID", "1") + "," +
                                        text("shapeGroup", "VNM") + "," + text("shapeType", "ADM2");
                             })),
             on(lastDayOfDistricts));
    EXPECT_EQ(layer.layout, "geoBoundaries");
    EXPECT_EQ(layer.level, Level::District);
    EXPECT_EQ(layer.matched, 8U);
}

TEST_F(Layouts, hdx_has_p_codes_that_are_not_those_of_the_statistical_office) {
    const LayerReport layer = only(
        scratch("vnm_admbnda_adm2.geojson", layerOf(districts(lastDayOfDistricts),
                                                    [&](const Unit& unit) {
                                                        return text("ADM2_EN", "?") + "," +
                                                               text("ADM2_VI", unit.fullName()) +
                                                               "," + text("ADM2_PCODE", "VN30101") +
                                                               "," + text("ADM1_VI", "Lai Châu") +
                                                               "," + text("ADM1_PCODE", "VN301") +
                                                               "," + text("validOn", "2020-01-01");
                                                    })),
        on(lastDayOfDistricts));
    EXPECT_EQ(layer.layout, "HDX COD-AB");
    EXPECT_EQ(layer.level, Level::District);
    EXPECT_EQ(layer.matched, 8U);
}

TEST_F(Layouts, osm_has_units_of_several_levels_in_one_layer) {
    std::vector<UnitIndex> units = communes("12", today);
    units.push_back(gazetteer().findCode("12", today));
    const auto file =
        scratch("osm.geojson", layerOf(units, [&](const Unit& unit) {
                    return text("admin_level", unit.level == Level::Province ? "4" : "6") + "," +
                           text("name", unit.fullName()) + "," + text("boundary", "administrative");
                }));
    const ImportResult result = importBoundaries(workspace(), gazetteer(), file, {});
    ASSERT_EQ(result.layers.size(), 2U);
    EXPECT_EQ(result.layers[0].level, Level::Province);
    EXPECT_EQ(result.layers[1].level, Level::Commune); // 6 is the district no longer
    EXPECT_EQ(result.layers[1].matched, 38U);
}

TEST_F(Layouts, a_folder_of_a_file_for_each_unit_is_one_layer) {
    const auto folder = scratch("units");
    std::filesystem::create_directories(folder);
    for (const UnitIndex unit : communes("12", today))
        std::ofstream(folder / (gazetteer().unit(unit).code + ".geojson"))
            << layerOf({unit}, [&](const Unit& one) {
                   return text("ma_xa", one.code) + "," + text("ten_xa", one.fullName()) + "," +
                          text("ma_tinh", "12");
               });
    std::ofstream(folder / "package.json") << R"({"name":"units"})";
    const LayerReport layer = only(folder);
    EXPECT_EQ(layer.matched, 38U);
    EXPECT_EQ(layer.day, today);
    std::filesystem::remove_all(folder);
}

TEST_F(Layouts, a_layer_of_several_that_cannot_be_taken_is_left_out_and_said) {
    const auto folder = scratch("layers");
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "xa.geojson") << layerOf(communes("12", today), codeAndName);
    std::ofstream(folder / "dat.geojson") << layerOf(
        communes("12", today), [&](const Unit&) { return std::string(R"("soil":"đỏ")"); });
    const ImportResult result = importBoundaries(workspace(), gazetteer(), folder, {});
    ASSERT_EQ(result.layers.size(), 2U);
    EXPECT_EQ(result.layers[0].matched, 38U);
    EXPECT_NE(result.layers[1].refusal.en.find("soil"), std::string::npos);
    std::filesystem::remove_all(folder);
}

TEST_F(Layouts, the_development_set_goes_in_at_once) {
    if (!std::filesystem::exists(sharedBoundaries()))
        GTEST_SKIP() << "skipped: the shared boundaries are not there";
    const ImportResult result = importBoundaries(workspace(), gazetteer(), sharedBoundaries(), {});
    for (const LayerReport& layer : result.layers)
        if (layer.layer == "wards_2025" || layer.layer == "communes_2025h1_est") {
            EXPECT_EQ(layer.refusal, LocalText()) << layer.refusal.en;
            EXPECT_EQ(layer.day, layer.layer == "wards_2025" ? today : lastDayOfDistricts);
        }
}

} // namespace
} // namespace terroir::boundaries
