#include "core/base/csv.hpp"
#include "core/base/error.hpp"
#include "core/base/input_file.hpp"
#include "core/export/export.hpp"
#include "core/export/kml.hpp"
#include "core/export/narrow_table.hpp"
#include "core/export/theme_tables.hpp"
#include "core/geometry/projection.hpp"
#include "core/sheets/read.hpp"
#include "tests/export/fixture.hpp"
#include "tests/support/temporary_folder.hpp"

#include <cpl_minixml.h>
#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <array>
#include <cmath>
#include <map>
#include <set>

// What is written comes back: features, letters, places, and nothing where there is nothing.

using namespace terroir;
namespace fs = std::filesystem;

namespace {

constexpr const char* longText =
    "Mô hình trồng chanh leo theo hướng hữu cơ, liên kết tiêu thụ sản phẩm với hợp tác xã ở các "
    "bản "
    "Nà Khương, Nà Hiềng, Tả Lèng và Khun Há; giao đất, hỗ trợ giống, phân bón, cọc giàn, hệ thống "
    "tưới nhỏ giọt; tập huấn kỹ thuật cho hộ tham gia";

class Formats : public ::testing::TestWithParam<const char*> {
protected:
    /// The first theme, with a subject that is long.
    fs::path exported(const std::string& name, const std::string& crs,
                      std::vector<LocalText>* remarks = nullptr) {
        GDALAllRegister();
        std::vector<exporting::ThemeLayers> themes = test::allThemes();
        themes[0].evaluated.layers[0].series[0].cells[2].subjects = {longText};
        exporting::Options options;
        options.crs = crs;
        const fs::path file = m_folder / name;
        const exporting::Written written = exporting::exportLayers(
            test::smallGazetteer(), themes, test::fewRecords(), {}, file, options);
        if (remarks != nullptr)
            *remarks = written.remarks;
        return file;
    }

    /// The layer of the units of the first theme, whatever a format calls it.
    static OGRLayer* unitsOf(GDALDataset& file) {
        OGRLayer* named = file.GetLayerByName("areas");
        return named != nullptr ? named : file.GetLayer(0);
    }

    static GDALDatasetUniquePtr open(const fs::path& file) {
        return GDALDatasetUniquePtr(
            GDALDataset::Open(file.string().c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr));
    }

    terroir::testing::TemporaryFolder m_folder;
};

int fieldOf(const OGRFeature& feature, const std::string& name) {
    return feature.GetFieldIndex(name.c_str());
}

std::string textOf(const OGRFeature& feature, const std::string& name) {
    const int field = fieldOf(feature, name);
    return field < 0 ? "(no such column)" : feature.GetFieldAsString(field);
}

const OGRGeometry& firstPart(const OGRFeature& feature) {
    const OGRGeometry* part = feature.GetGeometryRef();
    const OGRwkbGeometryType type = wkbFlatten(part->getGeometryType());
    return type == wkbPolygon ? *part : *part->toGeometryCollection()->getGeometryRef(0);
}

/// How far the corners of the square of the unit are from those of the feature, in metres, in the
/// system that the file says it has.
double distanceFromSquare(const OGRFeature& feature, const OGRSpatialReference& of) {
    OGRSpatialReference wgs84, system = of;
    wgs84.importFromEPSG(4326);
    for (OGRSpatialReference* one : {&wgs84, &system})
        one->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const std::unique_ptr<OGRCoordinateTransformation> transform(
        OGRCreateCoordinateTransformation(&wgs84, &system));
    const OGRGeometry& part = firstPart(feature);
    const double metres = system.IsGeographic() ? 111000 : 1;
    const std::string code = textOf(feature, "unit_code");
    double farthest = 0;
    for (const boundaries::UnitShape& shape : test::squares().units) {
        if (test::smallGazetteer().unit(shape.unit).code != code)
            continue;
        for (geometry::Point corner : shape.shape.front().outer) {
            EXPECT_TRUE(transform->Transform(1, &corner.x, &corner.y));
            double nearest = 1e9;
            for (const OGRPoint& point : *part.toPolygon()->getExteriorRing())
                nearest = std::min(
                    nearest, metres * std::hypot(point.getX() - corner.x, point.getY() - corner.y));
            farthest = std::max(farthest, nearest);
        }
    }
    return farthest;
}

/// A file of a ZIP archive.
std::string unpackedFrom(const fs::path& archive, const std::string& part) {
    std::string content;
    if (VSILFILE* file = VSIFOpenL(("/vsizip/" + archive.string() + "/" + part).c_str(), "rb")) {
        std::array<char, 4096> buffer;
        while (const std::size_t read = VSIFReadL(buffer.data(), 1, buffer.size(), file))
            content.append(buffer.data(), read);
        VSIFCloseL(file);
    }
    return content;
}

} // namespace

TEST_P(Formats, units_letters_figures_and_places_come_back) {
    for (const char* crs : {"EPSG:4326", "EPSG:9205", "EPSG:9218", "EPSG:3405"}) {
        const std::string name = std::string("x") + GetParam();
        const exporting::Format& format = exporting::formatOf(name);
        if (format.isWgs84 && std::string(crs) != "EPSG:4326")
            continue;
        SCOPED_TRACE(crs);
        fs::remove_all(m_folder / name);
        const GDALDatasetUniquePtr file = open(exported(name, crs));
        ASSERT_NE(file, nullptr);
        OGRLayer* layer = unitsOf(*file);
        ASSERT_NE(layer, nullptr);
        EXPECT_EQ(layer->GetFeatureCount(), 4);
        std::map<std::string, std::string> names, areas;
        for (const OGRFeatureUniquePtr& feature : *layer) {
            const std::string code = textOf(*feature, "unit_code");
            names[code] = textOf(*feature, "unit_name");
            const int area = fieldOf(*feature, "area");
            ASSERT_GE(area, 0);
            const std::string text =
                feature->IsFieldSetAndNotNull(area) ? feature->GetFieldAsString(area) : "";
            areas[code] = text.empty() ? "nothing" : fmt::format("{}", std::stod(text));
            if (format.hasGeometry) {
                ASSERT_NE(layer->GetSpatialRef(), nullptr);
                EXPECT_LT(distanceFromSquare(*feature, *layer->GetSpatialRef()), 0.001) << code;
            }
        }
        EXPECT_EQ(names, (std::map<std::string, std::string>{{"03390", "Bình Lư"},
                                                             {"03400", "Sơn Bình"},
                                                             {"03405", "Bản Bo"},
                                                             {"03408", "Tả Lèng"}}));
        EXPECT_EQ(areas["03390"], "2");
        EXPECT_EQ(areas["03400"], "0.9");
        EXPECT_EQ(areas["03408"], format.hasEmptyNumbers ? "nothing" : "-9999")
            << "no data is not zero";
    }
}

TEST_P(Formats, official_boundaries_have_their_area_on_the_ellipsoid) {
    GDALAllRegister();
    std::vector<exporting::ThemeLayers> themes = test::allThemes();
    themes.resize(1);
    boundaries::UnitShape& official = themes[0].shapes.units.front();
    official.origin = boundaries::Origin::Official;
    const std::string name = std::string("x") + GetParam();
    const exporting::Format& format = exporting::formatOf(name);
    exporting::exportLayers(test::smallGazetteer(), themes, test::fewRecords(), {}, m_folder / name,
                            {});
    const GDALDatasetUniquePtr file = open(m_folder / name);
    ASSERT_NE(file, nullptr);
    const std::string column = format.nameLength == 10 ? "uni_are_ha" : "unit_area_ha";
    for (const OGRFeatureUniquePtr& feature : *unitsOf(*file)) {
        const std::string text = textOf(*feature, column);
        if (textOf(*feature, "unit_code") == "03390") // between parallels, by the authalic latitude
            EXPECT_NEAR(text.empty() ? 0 : std::stod(text), 11410.46, 0.01);
        else
            EXPECT_EQ(text.empty() || std::stod(text) == exporting::emptyNumber, true)
                << "a cell has the area that it was made for: " << text;
    }
}

TEST_P(Formats, a_long_text_is_whole_or_its_loss_is_said) {
    std::vector<LocalText> remarks;
    const std::string name = std::string("x") + GetParam();
    const exporting::Format& format = exporting::formatOf(name);
    const GDALDatasetUniquePtr file = open(exported(name, "EPSG:4326", &remarks));
    ASSERT_NE(file, nullptr);
    OGRLayer* layer = unitsOf(*file);
    std::string subjects;
    for (const OGRFeatureUniquePtr& feature : *layer)
        if (textOf(*feature, "unit_code") == "03390")
            subjects = textOf(*feature, "subjects");
    std::string said;
    for (const LocalText& remark : remarks)
        said += remark.en + "\n";
    if (subjects == longText) {
        EXPECT_EQ(said.find("they are cut"), std::string::npos);
    } else {
        EXPECT_TRUE(subjects.ends_with("…")) << subjects;
        EXPECT_EQ(std::string(longText).substr(0, subjects.size() - 3),
                  subjects.substr(0, subjects.size() - 3));
        EXPECT_NE(said.find("texts are longer than the 254 bytes"), std::string::npos) << said;
    }
    if (format.themes == exporting::Format::Themes::One) {
        EXPECT_NE(said.find("holds the theme 'areas' alone; not in it: farms, crops, tasks"),
                  std::string::npos)
            << said;
        EXPECT_NE(
            said.find("1 figures belong to no single unit and are not in the file (Area (ha): "
                      "2.28)"),
            std::string::npos)
            << said;
    }
}

INSTANTIATE_TEST_SUITE_P(All, Formats,
                         ::testing::Values(".gpkg", ".sqlite", ".gdb", ".kml", ".geojson", ".fgb",
                                           ".csv", ".shp", ".tab", ".mif"),
                         [](const auto& of) { return std::string(of.param + 1); });

using OneFormat = Formats;

TEST_F(OneFormat, mapinfo_says_the_datum_of_vn2000_and_its_letters) {
    exported("x.mif", "EPSG:9210");
    const std::string header = readFile(m_folder / "x.mif").substr(0, 400);
    EXPECT_TRUE(header.starts_with("Version 1520\nCharset \"UTF-8\"\n")) << header;
    EXPECT_NE(header.find("CoordSys Earth Projection 8, 9999, 28, -191.90441429, -39.30318279, "
                          "-111.45032835, -0.00928836, 0.01975479, -0.00427372, 0.252906278, 0, "
                          "\"m\", 105.75, 0, 0.9999, 500000, 0"),
              std::string::npos)
        << header;
    exported("y.tab", "EPSG:9210");
    EXPECT_NE(readFile(m_folder / "y.tab").find("!charset UTF-8"), std::string::npos);
    OGRSpatialReference read = *open(m_folder / "y.tab")->GetLayer(0)->GetSpatialRef();
    double shift[7] = {};
    ASSERT_EQ(read.GetTOWGS84(shift, 7), OGRERR_NONE) << "not WGS 84 by mistake";
    EXPECT_NEAR(shift[0], -191.90441429, 1e-8);
    EXPECT_NEAR(shift[3], 0.00928836, 1e-8);
    EXPECT_NEAR(shift[6], 0.252906278, 1e-8);
}

TEST_F(OneFormat, a_shapefile_has_short_names_with_a_table_of_the_full_ones) {
    exported("x.shp", "EPSG:9205");
    EXPECT_EQ(readFile(m_folder / "x.cpg"), "UTF-8");
    const std::string names = readFile(m_folder / "x.columns.csv");
    EXPECT_NE(names.find("\narea_quali,area_qualifier,"), std::string::npos) << names;
    EXPECT_NE(names.find("\nunit_code,unit_code,Mã đơn vị\n"), std::string::npos) << names;
    EXPECT_NE(readFile(m_folder / "x.qml").find("graduatedSymbol"), std::string::npos);
}

TEST_F(OneFormat, shortened_names_stay_apart) {
    geometry::LayerTable table;
    table.columns = {{"figures_per_people", "a"},
                     {"figures_per_people_qualifier", "b"},
                     {"fig_per_pe", "c"},
                     {"figures_per_peoples", "d"},
                     {"unit", "e"}};
    const exporting::Narrowing done = exporting::narrow(table, exporting::formatOf("x.shp"));
    std::vector<std::string> names;
    for (const Column& column : table.columns)
        names.push_back(column.name);
    EXPECT_EQ(names, (std::vector<std::string>{"fig_per_p2", "fi_pe_pe_q", "fig_per_pe",
                                               "fig_per_p3", "unit"}));
    EXPECT_EQ(done.names.size(), 5U);
}

TEST_F(OneFormat, a_spatialite_file_has_its_styles_for_both_readers_of_qgis) {
    const GDALDatasetUniquePtr file = open(exported("x.sqlite", "EPSG:9205"));
    OGRLayer* result = file->ExecuteSQL("SELECT count(*), count(f_table_schema) FROM layer_styles "
                                        "WHERE f_table_name = 'areas'",
                                        nullptr, nullptr);
    const OGRFeatureUniquePtr row(result->GetNextFeature());
    EXPECT_EQ(row->GetFieldAsInteger(0), 2);
    EXPECT_EQ(row->GetFieldAsInteger(1), 1);
    file->ReleaseResultSet(result);
}

TEST_F(OneFormat, a_csv_begins_with_the_mark_of_utf8_and_holds_no_formulas) {
    geometry::LayerTable table;
    table.columns = {{"a", "A"}};
    for (const char* text : {"=1+1", "+84 213", "-5", "-x", "@a", "\tb", "Bình Lư"})
        table.rows.push_back({{std::string(text)}, {}, {}});
    exporting::defuseFormulas(table);
    std::vector<std::string> cells;
    for (const geometry::LayerRow& row : table.rows)
        cells.push_back(std::get<std::string>(row.cells[0]));
    EXPECT_EQ(cells, (std::vector<std::string>{"'=1+1", "'+84 213", "-5", "'-x", "'@a", "'\tb",
                                               "Bình Lư"}));
    EXPECT_TRUE(readFile(exported("x.csv", "EPSG:4326")).starts_with("\xEF\xBB\xBF"));
}

TEST_F(OneFormat, a_workbook_has_headings_for_people_numbers_and_no_formulas) {
    std::vector<exporting::ThemeLayers> themes = test::allThemes();
    themes[0].evaluated.layers[0].series[0].cells[2].subjects = {"=HYPERLINK(1)"};
    const std::vector<records::Source> sources{
        {"TD22", "Báo cáo", "Huyện ủy", "24", "2022", "", {}}, {"XX", "Khác", "", "", "", "", {}}};
    const fs::path file = m_folder / "x.xlsx";
    exporting::exportLayers(test::smallGazetteer(), themes, test::fewRecords(), sources, file, {});
    const sheets::Workbook book = sheets::readWorkbook(file);
    std::vector<std::string> names;
    for (const sheets::Sheet& sheet : book.sheets)
        names.push_back(sheet.name);
    EXPECT_EQ(names,
              (std::vector<std::string>{"Diện tích", "Chưa rõ Diện tích", "Biểu đồ Diện tích",
                                        "Chăn nuôi", "Biểu đồ Chăn nuôi", "Cây trồng", "Nhiệm vụ",
                                        "Biểu đồ Nhiệm vụ", "Nguồn"}));
    const auto textOfSheet = [&](std::size_t index) {
        std::string text;
        for (const auto& row : book.sheets[index].rows) {
            for (const sheets::Cell& cell : row.cells)
                text += std::string(cell.text) + "|";
            text += "\n";
        }
        return text;
    };
    const std::string units = textOfSheet(0);
    EXPECT_NE(units.find("Mã đơn vị|Tên đơn vị|"), std::string::npos) << units;
    EXPECT_NE(units.find("03390|Bình Lư|"), std::string::npos) << units;
    EXPECT_NE(units.find("=HYPERLINK(1)"), std::string::npos) << "a text, as it stands";
    const std::string bars = textOfSheet(2);
    EXPECT_LT(bars.find("4.5"), bars.find("0.9")) << "the largest first\n" << bars;
    EXPECT_NE(textOfSheet(8).find("Báo cáo"), std::string::npos);
    EXPECT_EQ(textOfSheet(8).find("Khác"), std::string::npos) << "no figure is of it";
    const auto partOf = [&](const std::string& part) { return unpackedFrom(file, part); };
    const std::string sheet = partOf("xl/worksheets/sheet1.xml");
    EXPECT_EQ(sheet.find("<f>"), std::string::npos) << "no formula";
    EXPECT_NE(sheet.find("state=\"frozen\""), std::string::npos);
    EXPECT_NE(sheet.find("fitToHeight=\"0\""), std::string::npos) << "one page wide";
    EXPECT_NE(partOf("xl/styles.xml").find("#,##0.0"), std::string::npos);
    EXPECT_NE(partOf("xl/charts/chart1.xml").find("barDir"), std::string::npos);
    EXPECT_NE(partOf("xl/workbook.xml").find("Print_Titles"), std::string::npos);
}

TEST_F(OneFormat, kml_has_the_colours_of_the_map_and_balloons_with_the_source) {
    std::vector<exporting::ThemeLayers> themes = test::allThemes();
    const std::vector<records::Source> sources{
        {"TD22", "Báo cáo <10 năm>", "Huyện ủy", "24", "2022", "", {}}};
    const std::vector<records::Record> records = test::fewRecords();
    const std::string kml =
        exporting::kmlOf(themes, test::smallGazetteer(), records::CompactRecords(records), sources,
                         Language::Vietnamese);
    CPLXMLNode* tree = CPLParseXMLString(kml.c_str());
    ASSERT_NE(tree, nullptr) << "well-formed";
    CPLDestroyXMLNode(tree);
    const Colour colour = themes[0].evaluated.layers[0].classes[1].colour;
    const std::string fill =
        fmt::format("<color>bf{:02x}{:02x}{:02x}</color>", colour.b, colour.g, colour.r);
    EXPECT_NE(kml.find(fill), std::string::npos) << fill << " of 2 ha, as on the map";
    EXPECT_NE(kml.find("Nguồn: Báo cáo &amp;lt;10 năm&amp;gt; (TD22)"), std::string::npos);
    EXPECT_NE(kml.find("≥ 4,5"), std::string::npos);
    EXPECT_NE(kml.find("2,28"), std::string::npos) << "what belongs to no single unit";
    EXPECT_EQ(kml.find("<SimpleData name=\"area\">0<"), std::string::npos) << "no data is not zero";
    // 323 and 52 tanks: the area of a circle is proportional to the figure.
    EXPECT_NE(kml.find(fmt::format("<scale>{:.3f}</scale>", 10 / 8.5)), std::string::npos);
    EXPECT_NE(kml.find(fmt::format("<scale>{:.3f}</scale>", 10 / 8.5 * std::sqrt(52.0 / 323))),
              std::string::npos);
}

TEST_F(OneFormat, a_kmz_is_the_kml_compressed) {
    exported("x.kml", "EPSG:4326");
    const fs::path packed = exported("x.kmz", "EPSG:4326");
    const std::string kml = readFile(m_folder / "x.kml"), inside = unpackedFrom(packed, "doc.kml");
    EXPECT_EQ(inside.substr(0, inside.find("<IconStyle>")), kml.substr(0, kml.find("<IconStyle>")));
    // No picture of the network: pins, or a circle that goes along.
    for (const std::string& text : {kml, inside})
        EXPECT_EQ(text.find("href>http"), std::string::npos);
    EXPECT_EQ(kml.find("<Icon>"), std::string::npos);
    EXPECT_NE(inside.find("<Icon><href>files/circle.png</href></Icon>"), std::string::npos);
    EXPECT_TRUE(unpackedFrom(packed, "files/circle.png").starts_with("\x89PNG"));
    EXPECT_LT(fs::file_size(packed), fs::file_size(m_folder / "x.kml"));
}

TEST_F(OneFormat, a_dxf_draws_classes_outlines_names_and_figures_in_metres) {
    std::vector<LocalText> remarks;
    const fs::path file = exported("x.dxf", "EPSG:9205", &remarks);
    std::string said;
    for (const LocalText& remark : remarks)
        said += remark.en + "\n";
    EXPECT_NE(said.find("Coordinates: metres, VN-2000, central meridian 103°00', 3° zone"),
              std::string::npos)
        << said;
    EXPECT_NE(said.find("not in it: farms, crops, tasks"), std::string::npos) << said;
    EXPECT_NE(said.find("1 figures belong to no single unit"), std::string::npos) << said;
    const GDALDatasetUniquePtr drawing = open(file);
    ASSERT_NE(drawing, nullptr);
    const geometry::Transform toPlane("EPSG:4326", "EPSG:9205");
    std::map<std::string, std::multiset<std::string>> texts;
    std::map<std::string, int> fills;
    std::vector<std::vector<geometry::Point>> outlines;
    for (const OGRFeatureUniquePtr& feature : *drawing->GetLayer(0)) {
        const std::string layer = textOf(*feature, "Layer");
        EXPECT_TRUE(std::none_of(layer.begin(), layer.end(), [](char c) { return c < 0; }))
            << layer << ": programs read other letters in those of their own country";
        const OGRGeometry& shape = *feature->GetGeometryRef();
        if (wkbFlatten(shape.getGeometryType()) == wkbPoint)
            texts[layer].insert(textOf(*feature, "Text"));
        else if (wkbFlatten(shape.getGeometryType()) == wkbPolygon && layer != "RANH_XA")
            ++fills[layer];
        else if (layer == "RANH_XA") {
            outlines.emplace_back();
            const OGRGeometry& line = shape;
            for (const OGRPoint& point :
                 wkbFlatten(line.getGeometryType()) == wkbPolygon
                     ? static_cast<const OGRSimpleCurve&>(*line.toPolygon()->getExteriorRing())
                     : static_cast<const OGRSimpleCurve&>(*line.toLineString()))
                outlines.back().push_back({point.getX(), point.getY()});
        }
    }
    EXPECT_EQ(texts["TEN"],
              (std::multiset<std::string>{"Bình Lư", "Bản Bo", "Sơn Bình", "Tả Lèng"}));
    EXPECT_EQ(texts["SO_LIEU"].count("≥ 4,5 ha") + texts["SO_LIEU"].count("≥ 4,5"), 1U);
    EXPECT_EQ(texts["SO_LIEU"].size(), 5U) << "no data is not zero";
    EXPECT_TRUE(texts["CHU_GIAI"].contains(
        "Tọa độ: mét, VN-2000, kinh tuyến trục 103°00', múi 3° (EPSG:9205)."));
    // A unit of each class, and the box of the class in the legend.
    EXPECT_EQ(fills, (std::map<std::string, int>{{"LOP_1", 2}, {"LOP_2", 2}, {"LOP_3", 2}}));
    ASSERT_EQ(outlines.size(), 4U);
    for (const boundaries::UnitShape& shape : test::squares().units)
        for (const geometry::Point& corner : shape.shape.front().outer) {
            const geometry::Point plane = toPlane(corner);
            double nearest = 1e9;
            for (const auto& outline : outlines)
                for (const geometry::Point& point : outline)
                    nearest = std::min(nearest, std::hypot(point.x - plane.x, point.y - plane.y));
            EXPECT_LT(nearest, 0.001);
        }
    EXPECT_THROW(exported("y.dxf", "EPSG:4326"), UsageError) << "degrees would be read as metres";
    EXPECT_FALSE(fs::exists(m_folder / "y.dxf"));
}

TEST_F(OneFormat, geojson_turns_its_rings_as_the_standard_wants_and_names_no_system) {
    const std::string text = readFile(exported("x.geojson", "EPSG:4326"));
    EXPECT_EQ(text.find("\"crs\""), std::string::npos);
    const GDALDatasetUniquePtr file = open(m_folder / "x.geojson");
    const OGRFeatureUniquePtr first(file->GetLayer(0)->GetNextFeature());
    EXPECT_FALSE(firstPart(*first).toPolygon()->getExteriorRing()->isClockwise());
}
