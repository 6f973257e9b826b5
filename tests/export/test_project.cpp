#include "core/base/error.hpp"
#include "core/export/code_lists.hpp"
#include "core/export/qgis_project.hpp"
#include "core/export/qgis_tree.hpp"
#include "core/export/zones.hpp"
#include "core/geometry/projection.hpp"
#include "tests/export/fixture.hpp"
#include "tests/support/temporary_folder.hpp"

#include <cpl_minixml.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <set>

// The QGIS project of an export, as text; what QGIS makes of it is tested in tests/qgis.

using namespace terroir;

namespace {

using Xml = std::unique_ptr<CPLXMLNode, decltype(&CPLDestroyXMLNode)>;

Xml parsed(const std::string& text) {
    return {CPLParseXMLString(text.c_str()), &CPLDestroyXMLNode};
}

/// The .qgs of a .qgz.
std::string unpacked(const std::string& archive) {
    const std::string file = "/vsimem/test-project.zip";
    std::string bytes = archive;
    VSIFCloseL(VSIFileFromMemBuffer(file.c_str(), reinterpret_cast<GByte*>(bytes.data()),
                                    bytes.size(), FALSE));
    GByte* content = nullptr;
    vsi_l_offset size = 0;
    std::string text;
    if (VSIIngestFile(nullptr, ("/vsizip/" + file + "/terroir.qgs").c_str(), &content, &size, -1))
        text.assign(reinterpret_cast<const char*>(content), std::size_t(size));
    VSIFree(content);
    VSIUnlink(file.c_str());
    return text;
}

const std::vector<records::Source>& sources() {
    static const std::vector<records::Source> list{
        {"TD22", "Báo cáo \"10 năm\" <Tam Đường> & [% 1 + 1 %]", "Huyện ủy", "24", "2022", "", {}}};
    return list;
}

/// The project of an export of the made-up themes.
class ProjectFile : public ::testing::Test {
protected:
    std::string exported(const std::vector<exporting::ThemeLayers>& themes,
                         const exporting::Options& options = {}) {
        return exporting::exportLayers(test::smallGazetteer(), themes, test::fewRecords(),
                                       sources(), m_folder / "khcn.gpkg", options)
            .project;
    }
    std::string text() { return unpacked(exported(test::allThemes())); }

    terroir::testing::TemporaryFolder m_folder;
};

/// Calls with every node and its parent.
void walk(const CPLXMLNode* node, const std::function<void(const CPLXMLNode&)>& call) {
    for (; node != nullptr; node = node->psNext) {
        call(*node);
        walk(node->psChild, call);
    }
}

std::vector<std::string> valuesOf(const CPLXMLNode* root, const std::string& element,
                                  const std::string& attribute) {
    std::vector<std::string> values;
    walk(root, [&](const CPLXMLNode& node) {
        if (node.eType == CXT_Element && element == node.pszValue)
            values.emplace_back(
                CPLGetXMLValue(&node, attribute.c_str(), attribute.empty() ? "" : "-"));
    });
    return values;
}

} // namespace

TEST_F(ProjectFile, is_well_formed_xml_whatever_titles_and_sources_hold) {
    const std::string document = text();
    ASSERT_FALSE(document.empty());
    const Xml xml = parsed(document);
    ASSERT_NE(xml, nullptr) << CPLGetLastErrorMsg();
    EXPECT_EQ(document.find("[% 1"), std::string::npos) << "a source is no expression of QGIS";
    EXPECT_NE(document.find("Báo cáo &quot;10 năm&quot; &lt;Tam Đường&gt; &amp; [ % 1 + 1 %]"),
              std::string::npos);
}

TEST_F(ProjectFile, finds_its_layers_beside_itself_and_holds_nothing_personal) {
    const std::string document = text();
    const Xml xml = parsed(document);
    std::set<std::string> ids;
    std::size_t layers = 0;
    walk(xml.get(), [&](const CPLXMLNode& node) {
        if (node.eType != CXT_Element || std::string("maplayer") != node.pszValue)
            return;
        ++layers;
        const std::string id = CPLGetXMLValue(&node, "id", "");
        EXPECT_GT(id.size(), 10u) << "QGIS makes another id of a short one";
        EXPECT_TRUE(ids.insert(id).second) << id;
        const std::string data = CPLGetXMLValue(&node, "datasource", "");
        EXPECT_EQ(data.rfind("./khcn.gpkg|layername=", 0), 0u) << data;
    });
    EXPECT_GE(layers, 10u);
    for (const std::string& used : valuesOf(xml.get(), "layer-tree-layer", "id"))
        EXPECT_TRUE(ids.contains(used)) << used;
    for (const char* word : {"saveUser", "/tmp", "/home", "/root", "password"})
        EXPECT_EQ(document.find(word), std::string::npos) << word;
}

TEST_F(ProjectFile, has_a_group_for_each_theme_and_shows_the_first) {
    const Xml xml = parsed(text());
    std::vector<std::string> groups, shown;
    walk(xml.get(), [&](const CPLXMLNode& node) {
        if (node.eType != CXT_Element || std::string("layer-tree-group") != node.pszValue)
            return;
        const std::string name = CPLGetXMLValue(&node, "name", "");
        if (name.empty())
            return;
        groups.push_back(name);
        if (std::string(CPLGetXMLValue(&node, "checked", "")) == "Qt::Checked")
            shown.push_back(name);
    });
    EXPECT_EQ(groups, (std::vector<std::string>{"Diện tích", "Chăn nuôi", "Cây trồng", "Nhiệm vụ",
                                                "Bản ghi và nguồn tài liệu"}));
    EXPECT_EQ(shown, std::vector<std::string>{"Diện tích"});
    EXPECT_EQ(valuesOf(xml.get(), "visibility-preset", "name").size(), 4u);
    EXPECT_EQ(valuesOf(xml.get(), "Layout", "name").size(), 8u) << "a page and an atlas each";
}

TEST_F(ProjectFile, symbols_lie_above_the_units) {
    const Xml xml = parsed(text());
    const std::vector<std::string> names = valuesOf(xml.get(), "layer-tree-layer", "id");
    const auto at = [&](const std::string& id) {
        return std::find(names.begin(), names.end(), id) - names.begin();
    };
    EXPECT_LT(at("terroir_layer_areas_symbols"), at("terroir_layer_areas"));
}

TEST_F(ProjectFile, takes_the_vn2000_zone_of_the_province) {
    EXPECT_NE(text().find("<authid>EPSG:9205</authid>"), std::string::npos) << "Lai Châu, 103°00'";
    exporting::Options options;
    options.crs = "EPSG:3405";
    const std::string utm = unpacked(exported(test::allThemes(), options));
    EXPECT_EQ(utm.find("<authid>EPSG:9205</authid>"), std::string::npos)
        << "layers in a projected system keep it";
}

TEST_F(ProjectFile, looks_at_the_land_whatever_islands_belong_to_its_units) {
    const auto widthKm = [&](boundaries::UnitShapes shapes) {
        std::vector<exporting::ThemeLayers> themes;
        themes.push_back({test::farmsBySize(), std::move(shapes)});
        const Xml xml = parsed(unpacked(exported(themes)));
        const CPLXMLNode* view =
            CPLGetXMLNode(xml.get(), "=qgis.ProjectViewSettings.DefaultViewExtent");
        return (std::stod(CPLGetXMLValue(view, "xmax", "0")) -
                std::stod(CPLGetXMLValue(view, "xmin", "0"))) /
               1000;
    };
    const auto with = [](double west, double south, double size) {
        boundaries::UnitShapes shapes = test::squares();
        shapes.units.back().shape.push_back({{{west, south},
                                              {west + size, south},
                                              {west + size, south + size},
                                              {west, south + size},
                                              {west, south}},
                                             {}});
        return shapes;
    };
    const double land = widthKm(test::squares());
    EXPECT_NEAR(land, 41, 1) << "0.4 degrees";
    EXPECT_NEAR(widthKm(with(111.6, 16.5, 0.02)), land, 0.1) << "Hoàng Sa";
    EXPECT_NEAR(widthKm(with(114, 9.8, 0.4)), land, 0.1) << "Trường Sa, larger than the land";
    EXPECT_NEAR(widthKm(with(106.6, 20.1, 0.02)), land, 0.1) << "a small island off the coast";
    EXPECT_GT(widthKm(with(105.4, 22.2, 0.1)), 200) << "land far away is land";
}

TEST(MapCrs, is_the_utm_zone_where_provinces_have_several_meridians) {
    using enum gazetteer::Level;
    const gazetteer::Gazetteer two{
        {test::unit("12@2004", "12", Province, "tỉnh", "Lai Châu", gazetteer::noUnit, 103),
         test::unit("14@2004", "14", Province, "tỉnh", "Sơn La", gazetteer::noUnit, 104)},
        {},
        {}};
    std::vector<exporting::ThemeLayers> themes;
    themes.push_back({test::farmsBySize(), {}});
    const auto crsOf = [&](std::vector<gazetteer::UnitIndex> units) {
        themes.front().evaluated.units = std::move(units);
        return exporting::mapCrsOf(two, themes);
    };
    EXPECT_EQ(crsOf({0}), "EPSG:9205");
    EXPECT_EQ(crsOf({1}), "EPSG:9206");
    EXPECT_EQ(crsOf({0, 1}), "EPSG:3405");
    EXPECT_EQ(crsOf({}), "EPSG:3405");
}

TEST_F(ProjectFile, evaluates_no_text_of_people) {
    exporting::Options options;
    options.layout.author = "Lan [% @user_full_name %]";
    options.layout.department = "Sở [% env('HOME') %]";
    options.layout.fileNumber = "[% 1 %]";
    options.layout.note = {"[% 2 %]", "[% 3 %]"};
    options.layout.title = {"[% 4 %] {title}", "[% 5 %] {title}"};
    options.layout.subtitle = {"[% 6 %]", "[% 7 %]"};
    std::vector<exporting::ThemeLayers> themes = test::allThemes();
    themes.front().evaluated.theme.layers.front().label = {"[% 8 %]", "[% 9 %]"};
    const std::string document = unpacked(exported(themes, options));
    std::size_t own = 0;
    for (std::size_t at = document.find("[%"); at != std::string::npos;
         at = document.find("[%", at + 2)) {
        const std::string_view expression = std::string_view(document).substr(at, 60);
        const bool isOwn = expression.find("unit_name") != std::string_view::npos ||
                           expression.find("format_date(now(), ") != std::string_view::npos;
        const bool isTitle = document.compare(at, 5, "[% 8 ") == 0; // of a layer, which no legend
                                                                    // and no layout evaluates
        EXPECT_TRUE(isOwn || isTitle) << expression;
        own += isOwn ? 1 : 0;
    }
    EXPECT_GT(own, 0u);
}

TEST_F(ProjectFile, says_the_day_and_the_grid_as_the_language_writes_them) {
    exporting::Options options;
    options.layout.day = options.layout.projection = true;
    options.layout.grid = map::Grid::Vn2000;
    std::string document = unpacked(exported(test::allThemes(), options));
    EXPECT_NE(document.find("Lập ngày [% format_date(now(), 'd/M/yyyy') %]"), std::string::npos);
    EXPECT_NE(document.find("round(@grid_number / 1000, 3)), '.', ','"), std::string::npos);
    options.language = Language::English;
    document = unpacked(exported(test::allThemes(), options));
    EXPECT_NE(document.find("Made on [% format_date(now(), 'd MMMM yyyy', 'en') %]"),
              std::string::npos)
        << "as on a map: 31 December 2024";
    EXPECT_EQ(document.find("'.', ','"), std::string::npos);
}

TEST_F(ProjectFile, its_maps_are_in_metres_where_the_layers_are_in_degrees) {
    exporting::Options options;
    options.layout.projection = true;
    options.layout.grid = map::Grid::Vn2000;
    for (const char* crs : {"EPSG:4326", "EPSG:4756"}) {
        options.crs = crs;
        const std::string document = unpacked(exported(test::allThemes(), options));
        const Xml xml = parsed(document);
        const std::string system =
            CPLGetXMLValue(xml.get(), "=qgis.projectCrs.spatialrefsys.authid", "");
        EXPECT_TRUE(geometry::isInMetres(system)) << crs << ": " << system;
        EXPECT_EQ(document.find("Hệ tọa độ EPSG:4756"), std::string::npos);
    }
}

TEST_F(ProjectFile, lies_in_the_geopackage_as_qgis_stores_it) {
    const std::string archive = exported(test::allThemes());
    GDALAllRegister();
    const GDALDatasetUniquePtr file(GDALDataset::Open((m_folder / "khcn.gpkg").c_str(),
                                                      GDAL_OF_VECTOR, nullptr, nullptr, nullptr));
    OGRLayer* result = file->ExecuteSQL("SELECT name, CAST(content AS TEXT) AS text FROM "
                                        "qgis_projects",
                                        nullptr, nullptr);
    ASSERT_NE(result, nullptr);
    {
        const OGRFeatureUniquePtr row(result->GetNextFeature());
        ASSERT_NE(row, nullptr);
        EXPECT_STREQ(row->GetFieldAsString(0), "Bản đồ khoa học và công nghệ");
        const std::string hex = row->GetFieldAsString(1);
        EXPECT_EQ(hex.size(), 2 * archive.size());
        EXPECT_EQ(hex.substr(0, 8), "504b0304") << "a ZIP archive";
    }
    file->ReleaseResultSet(result);
}

TEST_F(ProjectFile, links_each_unit_with_the_records_behind_its_figures) {
    exported(test::allThemes());
    GDALAllRegister();
    const GDALDatasetUniquePtr file(GDALDataset::Open((m_folder / "khcn.gpkg").c_str(),
                                                      GDAL_OF_VECTOR, nullptr, nullptr, nullptr));
    OGRLayer* links = file->GetLayerByName("unit_records");
    ASSERT_NE(links, nullptr);
    std::map<std::string, std::vector<std::string>> rows;
    for (const auto& row : *links)
        rows[row->GetFieldAsString("theme")].push_back(
            std::string(row->GetFieldAsString("unit_code")) + " " +
            row->GetFieldAsString("record"));
    EXPECT_EQ(rows.at("areas"),
              (std::vector<std::string>{"03390 TD22-001", "03400 TD22-002", "03405 TD22-003"}));
    const Xml xml = parsed(text());
    EXPECT_EQ(valuesOf(xml.get(), "relation", "name").size(), 1u + 2u * 4u);
}

TEST_F(ProjectFile, says_codes_in_words_in_its_forms) {
    const auto listOf = [](const CPLXMLNode* root, const std::string& layer,
                           const std::string& column) {
        std::map<std::string, std::string> words; // by code
        walk(root, [&](const CPLXMLNode& node) {
            if (node.eType != CXT_Element || std::string("maplayer") != node.pszValue ||
                layer != CPLGetXMLValue(&node, "id", ""))
                return;
            walk(CPLGetXMLNode(&node, "fieldConfiguration"), [&](const CPLXMLNode& field) {
                if (field.eType != CXT_Element || std::string("field") != field.pszValue ||
                    column != CPLGetXMLValue(&field, "name", ""))
                    return;
                EXPECT_STREQ(CPLGetXMLValue(&field, "editWidget.type", ""), "ValueMap");
                walk(field.psChild, [&](const CPLXMLNode& option) {
                    if (CPLGetXMLValue(&option, "value", nullptr) != nullptr)
                        words[CPLGetXMLValue(&option, "value", "")] =
                            CPLGetXMLValue(&option, "name", "");
                });
            });
        });
        return words;
    };
    const Xml vi = parsed(text());
    EXPECT_EQ(listOf(vi.get(), "terroir_layer_records", "status").at("planned"), "kế hoạch");
    EXPECT_EQ(listOf(vi.get(), "terroir_layer_records", "kind").at("aquaculture"),
              "cơ sở nuôi thủy sản");
    EXPECT_EQ(listOf(vi.get(), "terroir_layer_areas", "level").at("commune"), "xã");
    EXPECT_EQ(listOf(vi.get(), "terroir_layer_areas", "area_qualifier").at(">="), "≥ ít nhất");
    EXPECT_EQ(listOf(vi.get(), "terroir_layer_crops", "category").size(), 2u);
    EXPECT_TRUE(listOf(vi.get(), "terroir_layer_records", "note").empty()) << "free text";
    exporting::Options english;
    english.language = Language::English;
    const Xml en = parsed(unpacked(exported(test::allThemes(), english)));
    EXPECT_EQ(listOf(en.get(), "terroir_layer_records", "qualifier").at("~"), "~ about");
}

TEST_F(ProjectFile, explains_sizes_of_several_series_in_its_layouts_only) {
    const std::string document = text();
    const Xml xml = parsed(document);
    std::map<std::string, std::vector<std::string>> sizes; // labels by layer
    walk(xml.get(), [&](const CPLXMLNode& node) {
        if (node.eType == CXT_Element && std::string("maplayer") == node.pszValue)
            if (const CPLXMLNode* legend =
                    CPLSearchXMLNode(const_cast<CPLXMLNode*>(&node), "data-defined-size-legend"))
                sizes[CPLGetXMLValue(&node, "id", "")] = valuesOf(legend, "class", "label");
    });
    EXPECT_EQ(sizes.at("terroir_layer_farms_symbols_sizes"),
              (std::vector<std::string>{"4", "2", "1"}))
        << "of farms there are no parts";
    EXPECT_EQ(sizes.at("terroir_layer_tasks_symbols_sizes").front(), "32") << "the largest pie";
    EXPECT_TRUE(sizes.contains("terroir_layer_areas_symbols")) << "one series has its own";
    EXPECT_FALSE(sizes.contains("terroir_layer_areas_symbols_sizes"));
    walk(xml.get(), [&](const CPLXMLNode& node) {
        if (node.eType == CXT_Element && std::string("visibility-preset") == node.pszValue) {
            for (const std::string& id : valuesOf(&node, "layer", "id"))
                EXPECT_FALSE(id.ends_with("_sizes")) << "in no map";
        }
    });
}

TEST(LegendLines, break_at_spaces_and_never_in_a_word) {
    const auto lines = [](const std::string& text) {
        std::string shown = exporting::withBreaks(text, 12);
        for (std::size_t at; (at = shown.find(exporting::legendBreak)) != std::string::npos;)
            shown.replace(at, exporting::legendBreak.size(), "|");
        return shown;
    };
    EXPECT_EQ(lines("Số cơ sở"), "Số cơ sở");
    EXPECT_EQ(lines("Nghiên cứu ứng dụng công nghệ"), "Nghiên cứu |ứng dụng |công nghệ");
    EXPECT_EQ(lines("Nuôitrồngthủysản nước ngọt"), "Nuôitrồngthủysản |nước ngọt");
    EXPECT_EQ(lines(""), "");
    EXPECT_EQ(exporting::withBrokenLabels(R"-(<range label="2 – 5 (3)"/><rule label="a"/>)-"),
              R"-(<range label="2 – 5 (3)"/><rule label="a"/>)-");
    const std::string longLabel = "Số sản phẩm được công nhận theo hạng sao";
    EXPECT_EQ(exporting::withBrokenLabels("<rule label=\"" + longLabel + "\"/>"),
              "<rule label=\"" + exporting::withBreaks(longLabel) + "\"/>");
    EXPECT_NE(exporting::withBreaks(longLabel), longLabel);
}

TEST(CodeLists, say_what_a_cell_joins) {
    geometry::LayerTable table;
    table.columns = {
        {"place_role", "", ColumnType::Text, exporting::placeRoleList(Language::English)},
        {"note", ""}};
    table.rows = {{{"location; coverage", "a; b"}, {}, {}}, {{"location", "a"}, {}, {}}};
    exporting::JoinedCodes joined;
    for (const geometry::LayerRow& row : table.rows)
        joined.see(table, {&row, 1});
    joined.addTo(table);
    EXPECT_EQ(table.columns[0].codes.size(), 5u);
    EXPECT_EQ(table.columns[0].codes.back().code, "location; coverage");
    EXPECT_EQ(table.columns[0].codes.back().word, "place; covers");
    EXPECT_TRUE(table.columns[1].codes.empty());
}

TEST_F(ProjectFile, is_the_same_for_the_same_export) {
    EXPECT_EQ(text(), text());
}

TEST_F(ProjectFile, two_themes_of_one_title_stay_apart) {
    std::vector<exporting::ThemeLayers> themes;
    themes.push_back({test::farmsBySize(), test::squares()});
    themes.push_back({test::farmsBySize(), test::squares()});
    themes.back().evaluated.theme.id = "farms-2";
    const Xml xml = parsed(unpacked(exported(themes)));
    EXPECT_EQ(valuesOf(xml.get(), "visibility-preset", "name"),
              (std::vector<std::string>{"Chăn nuôi", "Chăn nuôi (farms-2)"}));
}

TEST_F(ProjectFile, has_no_atlas_where_no_unit_has_a_figure) {
    std::vector<exporting::ThemeLayers> themes;
    themes.push_back({test::farmsBySize(), test::squares()});
    for (figures::Figures& figures : themes.back().evaluated.layers.front().series)
        figures.cells.clear();
    EXPECT_EQ(valuesOf(parsed(unpacked(exported(themes))).get(), "Layout", "name"),
              std::vector<std::string>{"Chăn nuôi"});
}

TEST_F(ProjectFile, other_formats_have_none) {
    exporting::Options options;
    EXPECT_EQ(exporting::exportLayers(test::smallGazetteer(), test::allThemes(), test::fewRecords(),
                                      sources(), m_folder / "one.geojson", options)
                  .project,
              "");
}

TEST(Wkt, of_an_unknown_system_is_refused) {
    EXPECT_THROW((void)geometry::wktOf("EPSG:1"), Error);
    EXPECT_EQ(geometry::wktOf("EPSG:9205").rfind("PROJCRS[\"VN-2000", 0), 0u);
}
