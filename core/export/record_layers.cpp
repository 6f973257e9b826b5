#include "core/export/record_layers.hpp"

#include "core/base/strings.hpp"
#include "core/export/qml.hpp"
#include "core/export/theme_tables.hpp"
#include "core/geometry/layer_writer.hpp"
#include "core/records/record_ground.hpp"
#include "core/store/workspace_file.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <array>

namespace terroir::exporting {

namespace {

bool isGeoPackageFile(const std::filesystem::path& file) {
    return text::toLower(file.extension().string()) == ".gpkg";
}

LayerTable tableOfSort(const char* name, LocalText title, GeometryType geometry,
                       Language language) {
    const bool english = language == Language::English;
    LayerTable table = emptyRecordTable(language);
    table.name = name;
    table.title = title.in(language);
    table.geometry = geometry;
    table.columns.push_back({"accuracy", english ? "How its ground is known" : "Cách biết vị trí"});
    table.columns.push_back({"ground_source", english ? "Source of the ground" : "Nguồn vị trí"});
    return table;
}

} // namespace

bool isRecordLayerFile(const std::filesystem::path& file) {
    const std::string extension = text::toLower(file.extension().string());
    return extension == ".geojson" || extension == ".gpkg";
}

std::size_t writeRecordLayers(const std::filesystem::path& file,
                              std::span<const records::Record* const> records,
                              store::WorkspaceFile& workspace,
                              const gazetteer::Gazetteer& gazetteer, Language language,
                              Overwrite overwrite) {
    OutputFile output(file, overwrite);
    const bool isSplit = isGeoPackageFile(file);
    std::vector<LayerRow> rows = recordRows(gazetteer, records, language);
    for (LayerRow& row : rows) {
        row.points.clear(); // of its unit
        row.cells.resize(row.cells.size() + 2);
    }
    std::size_t count = 0;
    records::walkGround(workspace, [&](const std::string& id, records::RecordGround&& ground) {
        const auto at = std::lower_bound(
            records.begin(), records.end(), id,
            [](const records::Record* one, const std::string& wanted) { return one->id < wanted; });
        if (at == records.end() || (*at)->id != id)
            return;
        LayerRow& row = rows[std::size_t(at - records.begin())];
        row.points = std::move(ground.shape.points);
        row.lines = std::move(ground.shape.lines);
        row.polygons = std::move(ground.shape.polygons);
        row.cells[row.cells.size() - 2] = records::accuracyWords(ground.accuracy).in(language);
        row.cells.back() = textOrNone(ground.source);
        ++count;
    });
    writeAside(output, [&](const std::filesystem::path& path) {
        geometry::LayerWriter writer(path, isSplit ? "GPKG" : "GeoJSON", "EPSG:4326");
        if (!isSplit) {
            LayerTable table = tableOfSort("records", {"Bản ghi", "Records"}, GeometryType::Any,
                                           language);
            table.rows = std::move(rows);
            writer.write(table);
        } else {
            std::array<LayerTable, 4> tables{
                tableOfSort("record_points", {"Vị trí của bản ghi", "Places of records"},
                            GeometryType::SeveralPoints, language),
                tableOfSort("record_lines", {"Đường của bản ghi", "Lines of records"},
                            GeometryType::SeveralLines, language),
                tableOfSort("record_zones", {"Vùng của bản ghi", "Zones of records"},
                            GeometryType::Polygons, language),
                tableOfSort("records", {"Bản ghi không có vị trí riêng",
                                        "Records without a place of their own"},
                            GeometryType::None, language)};
            for (LayerRow& row : rows)
                tables[!row.polygons.empty() ? 2 : !row.lines.empty() ? 1 : !row.points.empty() ? 0 : 3]
                    .rows.push_back(std::move(row));
            for (const LayerTable& table : tables)
                if (!table.rows.empty())
                    writer.write(table);
        }
        writer.commit();
    });
    return count;
}

} // namespace terroir::exporting
