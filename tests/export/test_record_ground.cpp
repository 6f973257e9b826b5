#include "core/export/export.hpp"
#include "core/export/kml.hpp"
#include "core/export/record_ground_tables.hpp"
#include "core/export/theme_tables.hpp"
#include "tests/export/fixture.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

namespace terroir::exporting {
namespace {

/// Tank farms of Sơn Bình (323) and Bản Bo (52): all of the first and 20 of the other lie by
/// themselves; a zone and a canal.
std::vector<ThemeLayers> themes() {
    std::vector<ThemeLayers> made;
    made.push_back({test::areasAndTanks(), test::squares()});
    figures::EvaluatedTheme& evaluated = made.front().evaluated;
    figures::ShownGround farm;
    farm.record = "TD22-002";
    farm.colour = {178, 24, 43};
    farm.shape.points = {{103.6, 22.3}};
    farm.accuracy = records::Accuracy::Surveyed;
    figures::ShownGround zone = farm;
    zone.record = "TD22-003";
    zone.shape = {{}, {}, {{{{103.65, 22.3}, {103.66, 22.3}, {103.66, 22.31}, {103.65, 22.3}}, {}}}};
    zone.source = "vung.geojson";
    figures::ShownGround canal = farm;
    canal.record = "TD22-001";
    canal.shape = {{}, {{{103.5, 22.3}, {103.51, 22.31}}}, {}};
    evaluated.ground = {farm, zone, canal};
    for (figures::EvaluatedLayer& layer : evaluated.layers)
        if (layer.layer->type == theme::LayerType::Symbols)
            for (auto& [unit, cell] : layer.series.front().cells)
                cell.onGround = cell.value == 52 ? 20 : cell.value;
    return made;
}

std::vector<LayerTable> tables() {
    const auto gazetteer = test::smallGazetteer();
    const auto records = test::fewRecords();
    const auto layers = themes();
    const records::RecordWalk walk = [&](const records::TakeRecords& take) { take(records); };
    std::vector<LayerTable> made =
        themeTables(layers.front(), gazetteer, records::CompactRecords(records));
    RecordGroundTables ofRecords(layers, gazetteer, walk, Language::Vietnamese);
    ofRecords.putAmong(made, 0);
    return made;
}

const LayerTable* find(const std::vector<LayerTable>& tables, const std::string& name) {
    const auto found = std::find_if(tables.begin(), tables.end(),
                                    [&](const LayerTable& one) { return one.name == name; });
    return found == tables.end() ? nullptr : &*found;
}

std::string cell(const LayerTable& table, std::size_t row, const std::string& column) {
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (table.columns[i].name == column) {
            const Value& value = table.rows.at(row).cells.at(i);
            const auto* text = std::get_if<std::string>(&value);
            return text != nullptr ? *text : "";
        }
    return "no such column";
}

TEST(RecordGroundTables, points_lie_on_top_and_zones_under_the_circles) {
    std::vector<std::string> names;
    for (const LayerTable& table : tables())
        names.push_back(table.name);
    EXPECT_EQ(names, (std::vector<std::string>{"areas", "areas_record_points", "areas_symbols",
                                               "areas_record_lines", "areas_record_zones",
                                               "areas_not_attributed"}));
}

TEST(RecordGroundTables, a_row_is_the_whole_record_with_what_is_known_of_its_ground) {
    const auto made = tables();
    const LayerTable* points = find(made, "areas_record_points");
    const LayerTable* zones = find(made, "areas_record_zones");
    ASSERT_NE(points, nullptr);
    ASSERT_NE(zones, nullptr);
    EXPECT_EQ(cell(*points, 0, "id"), "TD22-002");
    EXPECT_EQ(cell(*points, 0, "subject"), "lê");
    EXPECT_EQ(cell(*points, 0, "accuracy"), "đo đạc tại chỗ");
    EXPECT_EQ(cell(*points, 0, "colour"), "#b2182b");
    EXPECT_EQ(cell(*zones, 0, "ground_source"), "vung.geojson");
    EXPECT_EQ(zones->rows.front().polygons.size(), 1U);
    EXPECT_NE(points->styles.front().qml.find("SimpleMarker"), std::string::npos);
    EXPECT_NE(zones->styles.front().qml.find("SimpleFill"), std::string::npos);
}

TEST(RecordGroundTables, circles_hold_nothing_that_lies_by_itself_and_units_hold_all) {
    const auto made = tables();
    const LayerTable* circles = find(made, "areas_symbols");
    ASSERT_NE(circles, nullptr);
    ASSERT_EQ(circles->rows.size(), 1U) << "of Bản Bo alone";
    const auto tanksOf = [](const LayerTable& table, const LayerRow& row) {
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if (table.columns[i].name == "tanks")
                return std::get<double>(row.cells[i]);
        return -1.0;
    };
    EXPECT_EQ(tanksOf(*circles, circles->rows.front()), 32);
    EXPECT_EQ(tanksOf(made.front(), made.front().rows[2]), 52) << "the unit's sum stays";
}

TEST(RecordGroundTables, a_kml_has_folders_of_them) {
    const auto gazetteer = test::smallGazetteer();
    const auto records = test::fewRecords();
    const auto layers = themes();
    const records::RecordWalk walk = [&](const records::TakeRecords& take) { take(records); };
    RecordGroundTables ofRecords(layers, gazetteer, walk, Language::Vietnamese);
    const std::string kml = kmlOf(layers, gazetteer, records::CompactRecords(records), {},
                                  Language::Vietnamese, {}, &ofRecords);
    for (const char* said : {"Vị trí của bản ghi", "Vùng của bản ghi", "Đường của bản ghi",
                             "LineString", "103.600000000,22.300000000"})
        EXPECT_NE(kml.find(said), std::string::npos) << said;
}

/// Writes the themes into `name`, and gives the names of all files that there are then.
std::set<std::string> filesOf(const std::string& name, bool isStream, std::string* remarks) {
    const testing::TemporaryFolder folder;
    const auto gazetteer = test::smallGazetteer();
    const auto records = test::fewRecords();
    const auto layers = themes();
    const records::RecordWalk walk = [&](const records::TakeRecords& take) { take(records); };
    Options options;
    options.isStream = isStream;
    const Written written = exportLayers(gazetteer, layers, records::CompactRecords(records), walk,
                                         {}, folder / name, options);
    for (const LocalText& remark : written.remarks)
        *remarks += remark.vi + "\n";
    std::set<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        files.insert(entry.path().filename().string());
    const auto beside = filesBeside(folder / name);
    for (const std::string& file : files)
        EXPECT_TRUE(file == name || std::count(beside.begin(), beside.end(), folder / file) == 1)
            << file << " would stay behind when the export is replaced";
    return files;
}

TEST(RecordGroundTables, formats_of_one_layer_have_a_file_for_points_lines_and_zones_each) {
    for (const std::string ending : {".shp", ".geojson", ".fgb", ".tab", ".mif"}) {
        std::string remarks;
        const auto files = filesOf("x" + ending, false, &remarks);
        for (const char* sort : {"points", "lines", "zones"}) {
            const std::string file = std::string("x_record_") + sort + ending;
            EXPECT_TRUE(files.contains(file)) << file;
            EXPECT_NE(remarks.find("'" + file + "'"), std::string::npos) << remarks;
        }
        EXPECT_EQ(remarks.find("không chứa vị trí riêng"), std::string::npos) << remarks;
    }
}

TEST(RecordGroundTables, what_has_no_files_beside_it_says_what_is_left_out) {
    for (const auto& [name, isStream] : {std::pair("x.geojson", true), {"x.csv", false}}) {
        std::string remarks;
        const auto files = filesOf(name, isStream, &remarks);
        EXPECT_FALSE(files.contains("x_record_points.geojson")) << name;
        EXPECT_NE(remarks.find("không chứa vị trí riêng của 3 bản ghi"), std::string::npos)
            << remarks;
    }
}

} // namespace
} // namespace terroir::exporting
