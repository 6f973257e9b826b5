#include "core/base/error.hpp"
#include "core/export/export.hpp"
#include "tests/export/fixture.hpp"

#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <filesystem>
#include <functional>

using namespace terroir;
namespace fs = std::filesystem;

namespace {

fs::path outputFile(const std::string& name) {
    const fs::path file = fs::path(testing::TempDir()) / ("terroir_export_" + name);
    fs::remove(file);
    return file;
}

fs::path exported(const std::string& name, const exporting::Options& options = {}) {
    const fs::path file = outputFile(name);
    const std::vector<records::Source> sources{
        {"TD22", "Báo cáo", "Huyện ủy", "24", "2022", "", {}}};
    exporting::exportLayers(test::smallGazetteer(), test::allThemes(), test::fewRecords(), sources,
                            file, options);
    return file;
}

std::string refusalOf(const std::function<void()>& call) {
    try {
        call();
    } catch (const Error& error) {
        return error.what();
    }
    return "accepted";
}

class Opened {
public:
    explicit Opened(const fs::path& file) {
        GDALAllRegister();
        m_dataset.reset(
            GDALDataset::Open(file.string().c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr));
    }
    GDALDataset& operator*() { return *m_dataset; }
    GDALDataset* operator->() { return m_dataset.get(); }

    /// Rows of a query, cells joined with '|'; NULL as "-".
    std::vector<std::string> rows(const std::string& sql) {
        OGRLayer* result = m_dataset->ExecuteSQL(sql.c_str(), nullptr, nullptr);
        std::vector<std::string> lines;
        while (result != nullptr) {
            const OGRFeatureUniquePtr feature(result->GetNextFeature());
            if (!feature)
                break;
            std::string line;
            for (int i = 0; i < feature->GetFieldCount(); ++i)
                line += (i == 0 ? "" : "|") + std::string(feature->IsFieldSetAndNotNull(i)
                                                              ? feature->GetFieldAsString(i)
                                                              : "-");
            lines.push_back(line);
        }
        m_dataset->ReleaseResultSet(result);
        return lines;
    }

private:
    GDALDatasetUniquePtr m_dataset;
};

using Lines = std::vector<std::string>;

} // namespace

TEST(Export, a_geopackage_has_every_layer_registered) {
    Opened file(exported("layers.gpkg"));
    EXPECT_EQ(file.rows("SELECT table_name, data_type, srs_id FROM gpkg_contents ORDER BY rowid"),
              (Lines{"areas|features|4326", "areas_symbols|features|4326",
                     "areas_not_attributed|attributes|0", "farms|features|4326",
                     "farms_symbols|features|4326", "crops|features|4326", "tasks|features|4326",
                     "tasks_symbols|features|4326", "records|features|4326", "sources|attributes|0",
                     "unit_records|attributes|0", "layer_styles|attributes|0"}));
    EXPECT_EQ(file.rows("SELECT geometry_type_name FROM gpkg_geometry_columns WHERE table_name IN "
                        "('areas', 'areas_symbols', 'records')"),
              (Lines{"MULTIPOLYGON", "POINT", "MULTIPOINT"}));
}

TEST(Export, a_layer_of_approximate_boundaries_says_so) {
    Opened file(exported("approximate.gpkg"));
    EXPECT_EQ(file.rows("SELECT description FROM gpkg_contents WHERE table_name = 'areas'"),
              Lines{"Ranh giới gần đúng, không dùng để xác định địa giới."});
}

TEST(Export, figures_stand_beside_their_unit_and_source) {
    Opened file(exported("figures.gpkg"));
    EXPECT_EQ(
        file.rows(
            "SELECT unit_code, unit_name, district, province, valid_from, valid_to, boundary, "
            "area, area_qualifier, tanks, records, sources FROM areas ORDER BY unit_code"),
        (Lines{
            "03390|Bình Lư|huyện Tam Đường|tỉnh Lai Châu|-|2025-07-01|gần đúng|2|-|-|TD22-001|TD22",
            "03400|Sơn Bình|huyện Tam Đường|tỉnh Lai Châu|-|2025-07-01|gần "
            "đúng|0.9|-|323|TD22-002|TD22",
            "03405|Bản Bo|huyện Tam Đường|tỉnh Lai Châu|-|2025-07-01|gần "
            "đúng|4.5|>=|52|TD22-003|TD22",
            "03408|Tả Lèng|huyện Tam Đường|tỉnh Lai Châu|-|2025-07-01|gần đúng|-|-|-|-|-"}))
        << "no data is NULL, not zero";
}

TEST(Export, symbols_are_points_of_the_units_that_have_a_figure) {
    Opened file(exported("symbols.gpkg"));
    EXPECT_EQ(file.rows("SELECT unit_code, tanks FROM areas_symbols ORDER BY unit_code"),
              (Lines{"03400|323", "03405|52"}));
    EXPECT_EQ(file->GetLayerByName("farms_symbols")->GetFeatureCount(), 3);
    const OGRFeatureUniquePtr first(file->GetLayerByName("farms_symbols")->GetNextFeature());
    const OGRPoint* point = first->GetGeometryRef()->toPoint();
    EXPECT_NEAR(point->getX(), 103.5, 0.001) << "in the middle of the commune";
    EXPECT_NEAR(point->getY(), 22.3, 0.001);
}

TEST(Export, what_is_not_attributed_stays_in_its_own_table) {
    Opened file(exported("left.gpkg"));
    EXPECT_EQ(
        file.rows("SELECT figure, holder_code, holder, places, value, reason, reason_text, "
                  "subjects, records FROM areas_not_attributed"),
        (Lines{"Diện tích (ha)|106|huyện Tam Đường|xã Bình Lư; xã Sơn Bình|2.28|several-units|"
               "số liệu chung của nhiều đơn vị|cây gai|TD22-004"}));
}

TEST(Export, a_record_is_one_row_with_the_points_of_its_units) {
    Opened file(exported("records.gpkg"));
    OGRLayer* layer = file->GetLayerByName("records");
    ASSERT_EQ(layer->GetFeatureCount(), 4);
    const OGRFeatureUniquePtr first(layer->GetNextFeature());
    ASSERT_NE(first->GetGeometryRef(), nullptr);
    const OGRMultiPoint* points = first->GetGeometryRef()->toMultiPoint();
    ASSERT_EQ(points->getNumGeometries(), 1);
    EXPECT_DOUBLE_EQ(points->getGeometryRef(0)->getX(), 103.5);
    EXPECT_EQ(file.rows("SELECT id, title FROM sources"), Lines{"TD22|Báo cáo"});
}

TEST(Export, styles_are_stored_the_way_qgis_looks_for_them) {
    Opened file(exported("styles.gpkg"));
    EXPECT_EQ(file.rows("SELECT f_table_name, f_table_schema, f_geometry_column, useAsDefault, "
                        "length(update_time) > 0, length(styleQML) > 1000 FROM layer_styles"),
              (Lines{"areas||geom|1|1|1", "areas_symbols||geom|1|1|1", "farms||geom|1|1|1",
                     "farms_symbols||geom|1|1|1", "crops||geom|1|1|1", "tasks||geom|1|1|1",
                     "tasks_symbols||geom|1|1|1"}));
    EXPECT_EQ(file.rows("SELECT f_table_name, instr(styleQML, "
                        "'<layerGeometryType>' || CASE WHEN f_table_name LIKE '%_symbols' THEN 0 "
                        "ELSE 2 END || '<') > 0 FROM layer_styles WHERE f_table_schema IS NOT NULL")
                  .size(),
              7U);
}

TEST(Export, a_crs_is_registered_by_its_epsg_code_and_coordinates_follow) {
    exporting::Options options;
    options.crs = "EPSG:3405";
    Opened file(exported("vn2000.gpkg", options));
    EXPECT_EQ(
        file.rows("SELECT srs_id, organization FROM gpkg_spatial_ref_sys WHERE srs_id = 3405"),
        Lines{"3405|EPSG"});
    OGREnvelope box;
    ASSERT_EQ(file->GetLayerByName("areas")->GetExtent(&box), OGRERR_NONE);
    // West of the central meridian of zone 48 (105° E, 500 km), about 22.3° N.
    EXPECT_NEAR(box.MinX, 500000 - 1.55 * 103000, 3000);
    EXPECT_NEAR(box.MinY, 22.25 * 110700, 3000);
}

TEST(Export, the_same_themes_give_the_same_content) {
    Opened first(exported("first.gpkg")), second(exported("second.gpkg"));
    for (int i = 0; i < first->GetLayerCount(); ++i) {
        const std::string name = first->GetLayer(i)->GetName();
        if (name == "layer_styles")
            continue;
        const std::string all = "SELECT * FROM \"" + name + "\" ORDER BY fid";
        EXPECT_EQ(first.rows(all), second.rows(all)) << name;
    }
    const std::string styles = "SELECT f_table_name, styleName, styleQML FROM layer_styles";
    EXPECT_EQ(first.rows(styles), second.rows(styles));
}

TEST(Export, other_formats_hold_the_polygons_or_figures_of_the_first_theme) {
    for (const char* name : {"one.geojson", "one.fgb", "one.csv"}) {
        Opened file(exported(name));
        ASSERT_EQ(file->GetLayerCount(), 1) << name;
        OGRLayer* layer = file->GetLayer(0);
        EXPECT_EQ(layer->GetFeatureCount(), 4) << name;
        EXPECT_GE(layer->GetLayerDefn()->GetFieldIndex("area"), 0) << name;
        EXPECT_EQ(layer->GetGeomType() == wkbNone, std::string(name) == "one.csv") << name;
    }
}

TEST(Export, formats_are_listed_with_what_they_carry) {
    for (const exporting::Format& format : exporting::formats()) {
        const bool isPlain = format.id == "csv" || format.id == "xlsx" || format.id == "gdb";
        EXPECT_EQ(format.hasStyles(), !isPlain) << format.id;
        EXPECT_EQ(format.extension, "." + format.id);
        EXPECT_FALSE(format.name.vi.empty() || format.name.en.empty()) << format.id;
    }
}

TEST(Export, what_cannot_be_written_is_refused_with_a_sentence) {
    exporting::Options options;
    EXPECT_NE(refusalOf([] { exported("x.gpk"); }).find("'.gpk'. Did you mean '.gpkg'?"),
              std::string::npos);
    options.crs = "EPSG:99999";
    EXPECT_EQ(refusalOf([&] {
                  exported("x.gpkg", options);
              }).find("There is no coordinate reference system 'EPSG:99999'. Give an EPSG code"),
              0U);
    options.crs = "9210";
    EXPECT_NE(refusalOf([&] { exported("x.gpkg", options); }).find("'9210'"), std::string::npos);
    options.crs = "EPSG:3405";
    EXPECT_NE(refusalOf([&] { exported("x.geojson", options); }).find("always in EPSG:4326"),
              std::string::npos);
    EXPECT_NE(refusalOf([] {
                  exporting::exportLayers(test::smallGazetteer(), test::allThemes(), {}, {},
                                          "/nowhere/x.gpkg", {});
              }).find("/nowhere/x.gpkg: The file cannot be written"),
              std::string::npos);
}

TEST(Export, a_theme_may_not_have_the_name_of_another_layer) {
    for (const char* id : {"records", "Sources", "layer_styles", "gpkg_contents"}) {
        std::vector<exporting::ThemeLayers> themes = test::allThemes();
        themes.resize(1);
        themes[0].evaluated.theme.id = id;
        EXPECT_NE(refusalOf([&] {
                      exporting::exportLayers(test::smallGazetteer(), themes, test::fewRecords(),
                                              {}, fs::temp_directory_path() / "terroir_names.gpkg",
                                              {});
                  }).find("Change the 'id' of the theme"),
                  std::string::npos)
            << id;
    }
}

TEST(Export, a_full_disk_is_an_error) {
    if (!fs::exists("/dev/full"))
        GTEST_SKIP() << "skipped: there is no /dev/full";
    const fs::path file = outputFile("full.csv");
    fs::create_symlink("/dev/full", file);
    EXPECT_NE(refusalOf([&] {
                  exporting::exportLayers(test::smallGazetteer(), test::allThemes(), test::fewRecords(),
                                          {}, file, {});
              }).find("could not be written (No space left on device)"),
              std::string::npos);
    fs::remove(file);
}

TEST(Export, a_layer_of_rates_is_opened_again_with_their_column_and_their_classes) {
    std::vector<gazetteer::Unit> units;
    for (gazetteer::UnitIndex i = 0; i < 6; ++i)
        units.push_back(test::smallGazetteer().unit(i));
    units[2].areaKm2 = 10;
    units[3].areaKm2 = 36;
    const gazetteer::Gazetteer gazetteer(std::move(units), {}, {});
    figures::EvaluatedTheme map = test::areasAndTanks();
    map.theme.layers[0].per = theme::Per::Km2;
    map.theme.layers[0].classes = {"jenks", 5, {}, {}, {}};
    figures::setRates(map.layers[0], gazetteer, map.units, map.language);
    figures::setClasses(map.layers[0], map.language);
    const figures::EvaluatedLayer layer = map.layers[0];
    std::vector<exporting::ThemeLayers> themes;
    themes.push_back({std::move(map), test::squares()});
    const fs::path file = outputFile("rates.gpkg");
    exporting::exportLayers(gazetteer, themes, test::fewRecords(), {}, file, {});
    Opened opened(file);
    // 2 ha on 10 km², 0.9 ha on 36 km², 4.5 ha on an unknown area, no data.
    EXPECT_EQ(opened.rows("SELECT area, area_per_area FROM areas ORDER BY unit_code"),
              (Lines{"2|20", "0.9|2.5", "4.5|-", "-|-"}))
        << "per 100 km²";
    ASSERT_EQ(layer.classes.size(), 2U);
    const Lines qml = opened.rows("SELECT styleQML FROM layer_styles WHERE f_table_name = 'areas'");
    ASSERT_FALSE(qml.empty());
    EXPECT_NE(qml[0].find("coalesce(&quot;area_per_area&quot;,-1)"), std::string::npos);
    for (const figures::EvaluatedClass& entry : layer.classes)
        EXPECT_NE(qml[0].find(entry.label + " (1)"), std::string::npos) << entry.label;
    EXPECT_EQ(opened.rows("SELECT value, unit FROM areas_not_attributed"), Lines{"2.28|ha"});
}
