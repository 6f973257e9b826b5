#include "core/export/export.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/export/circle_icon.hpp"
#include "core/export/code_lists.hpp"
#include "core/export/columns.hpp"
#include "core/export/dot_tables.hpp"
#include "core/export/dxf.hpp"
#include "core/export/formats.hpp"
#include "core/export/kml.hpp"
#include "core/export/one_theme.hpp"
#include "core/export/project_of.hpp"
#include "core/export/qgis_project.hpp"
#include "core/export/record_ground_tables.hpp"
#include "core/export/theme_tables.hpp"
#include "core/export/workbook.hpp"
#include "core/export/write_file.hpp"
#include "core/geometry/layer_writer.hpp"
#include "core/geometry/projection.hpp"
#include "core/geometry/zip.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace terroir::exporting {

namespace {

/// Which records the figures are made of: by index.
std::vector<bool> usedBy(std::span<const ThemeLayers> themes, std::size_t count) {
    std::vector<bool> used(count);
    const auto use = [&](const auto& records) {
        for (const std::size_t record : records)
            used[record] = true;
    };
    for (const ThemeLayers& theme : themes)
        for (const figures::EvaluatedLayer& layer : theme.evaluated.layers)
            for (const figures::Figures& figures : layer.series) {
                for (const auto& [unit, cell] : figures.cells)
                    use(cell.records);
                for (const figures::NotAttributed& rest : figures.notAttributed)
                    use(rest.records);
                for (const figures::ReportedTotal& total : figures.reportedTotals)
                    used[total.record] = true;
            }
    return used;
}

std::vector<records::Source> sourcesOf(const std::vector<bool>& used,
                                       const records::CompactRecords& records,
                                       std::span<const records::Source> sources) {
    std::set<std::string_view> named;
    for (std::size_t i = 0; i < used.size(); ++i)
        if (used[i])
            named.insert(records.source(i));
    std::vector<records::Source> out;
    std::copy_if(sources.begin(), sources.end(), std::back_inserter(out),
                 [&named](const records::Source& source) { return named.contains(source.id); });
    return out;
}

/// Writes the rows of those of the records that are `used` (none said: of all) into a table that
/// was begun, and adds what they join to its columns.
void writeRecords(geometry::LayerWriter& writer, LayerTable& table,
                  const gazetteer::Gazetteer& gazetteer, const records::CompactRecords& compact,
                  const records::RecordWalk& walk, const std::optional<std::vector<bool>>& used,
                  Language language) {
    JoinedCodes joined;
    std::size_t index = 0;
    walk([&](std::span<const records::Record> part) {
        std::vector<const records::Record*> written;
        for (const records::Record& record : part)
            if (index < compact.size() && compact.id(index) == record.id)
                if (const std::size_t at = index++; !used || used->at(at))
                    written.push_back(&record);
        const std::vector<LayerRow> rows = recordRows(gazetteer, written, language);
        joined.see(table, rows);
        writer.add(rows);
    });
    joined.addTo(table);
}

/// Names that a layer may not have: those of the tables of a GeoPackage itself.
bool isOfTheFormat(const std::string& name) {
    return name == "layer_styles" || name == "qgis_projects" || name.starts_with("gpkg_") ||
           name.starts_with("rtree_") || name.starts_with("sqlite_");
}

/// `taken`: in small letters, as SQLite compares them.
void takeName(const LayerTable& table, std::set<std::string>& taken) {
    const std::string name = text::toLower(table.name);
    if (isOfTheFormat(name) || !taken.insert(name).second)
        throw UsageError(localText(
            "Tên lớp '{}' đã có lớp khác của tệp dùng. Hãy đổi mã ('id') của chủ đề trùng tên.",
            "Another layer of the file is named '{}'. Change the 'id' of the theme of that name.",
            table.name));
}

void requirePossible(const Format& format, std::span<const ThemeLayers> themes,
                     const std::filesystem::path& file, const Options& options) {
    if (format.isWgs84 && options.crs != "EPSG:4326")
        throw UsageError(localText("{}: Tệp {} luôn dùng EPSG:4326, mà hệ tọa độ được yêu cầu là "
                                   "{}. Hãy bỏ hệ tọa độ, hoặc xuất .gpkg.",
                                   "{}: A {} file is always in EPSG:4326, and {} is asked for. "
                                   "Leave the CRS out, or write a .gpkg.",
                                   file.string(), format.id, options.crs));
    if (format.isPlane && !geometry::isInMetres(options.crs))
        throw UsageError(localText(
            "{}: Tệp {} ghi tọa độ bằng mét, mà {} không phải hệ tọa độ mét. Hãy dùng --crs "
            "vn2000, hoặc ghi kinh tuyến trục, ví dụ \"vn2000:105°45'\".",
            "{}: A {} file is in metres, and {} is no system of metres. Use --crs vn2000, or name "
            "a central meridian, such as \"vn2000:105°45'\".",
            file.string(), format.id, options.crs));
    if (format.themes == Format::Themes::One && themes.empty())
        throw UsageError(
            localText("{}: Tệp {} chứa một chủ đề, mà chưa chọn chủ đề nào. Hãy chọn một chủ đề.",
                      "{}: A {} file holds one theme, and none is given. Name one.", file.string(),
                      format.id));
}

/// A KML has no place for a picture, and one of the network is not always there.
std::vector<LocalText> remarksOfPins(std::span<const ThemeLayers> themes) {
    for (const ThemeLayers& theme : themes)
        if (std::any_of(theme.evaluated.theme.layers.begin(), theme.evaluated.theme.layers.end(),
                        isSymbolLayer))
            return {LocalText{
                "Ký hiệu trong tệp .kml là ghim của Google Earth, to nhỏ và màu như trên bản đồ; "
                "muốn có vòng tròn thì xuất .kmz.",
                "Symbols of a .kml are pins of Google Earth, of the size and colour on the map; "
                "for circles write a .kmz."}};
    return {};
}

std::vector<LocalText> remarksOfKml(std::span<const ThemeLayers> themes, const Format& format) {
    std::vector<LocalText> remarks =
        format.id == "kmz" ? std::vector<LocalText>() : remarksOfPins(themes);
    for (const ThemeLayers& theme : themes)
        for (LocalText& remark : remarksOfDots(theme.evaluated, format.id))
            remarks.push_back(std::move(remark));
    return remarks;
}

std::vector<LocalText> remarksOfDrawing(std::span<const ThemeLayers> themes,
                                        const std::string& crs) {
    std::vector<LocalText> remarks = leftOutOfOneTheme(themes, formatOf("x.dxf"));
    remarks.push_back(localText(
        "Tệp dxf không ghi được hệ tọa độ, nên bản vẽ ghi ở chú giải: {}",
        "A dxf file cannot say its coordinate system; the drawing has it in its legend: {}",
        planeSystemInWords(crs)));
    remarks.push_back(LocalText{
        "Tệp dxf không có bảng: tên và số liệu là chữ, không có bản ghi và ký hiệu; màu là màu "
        "gần nhất trong 255 màu của AutoCAD. Cần bảng thì xuất thêm .xlsx hoặc .gpkg.",
        "A dxf file has no table: names and figures are texts, without records and symbols; "
        "colours are the nearest of AutoCAD's 255. For the table write an .xlsx or .gpkg, too."});
    return remarks;
}

} // namespace

Written exportLayers(const gazetteer::Gazetteer& gazetteer, std::span<const ThemeLayers> themes,
                     const records::CompactRecords& compact, const records::RecordWalk& walk,
                     std::span<const records::Source> sources, const std::filesystem::path& file,
                     const Options& options) {
    const Format& format = formatOf(file);
    requirePossible(format, themes, file, options);
    if (format.id == "dxf") {
        geometry::writeDxf(drawingOf(themes.front(), gazetteer, sources, options.crs), file);
        return {{}, remarksOfDrawing(themes, options.crs)};
    }
    if (format.themes == Format::Themes::One)
        return {{}, writeOneTheme(themes, gazetteer, compact, walk, file, options)};
    // What people read lists the sources of its figures.
    const bool isWhole = options.extent == Extent::All && !format.driver.empty();
    const auto used = isWhole ? std::nullopt : std::optional(usedBy(themes, compact.size()));
    const std::vector<records::Source> usedSources =
        used ? sourcesOf(*used, compact, sources)
             : std::vector<records::Source>(sources.begin(), sources.end());
    if (format.id == "kml" || format.id == "kmz") {
        const bool isPacked = format.id == "kmz";
        const std::string icon = isPacked ? "files/circle.png" : "";
        RecordGroundTables ofRecords(themes, gazetteer, walk, options.language);
        const std::string kml = kmlOf(themes, gazetteer, compact, usedSources, options.language,
                                      icon, &ofRecords);
        writeFile(file, isPacked
                            ? geometry::zipOf({{"doc.kml", kml},
                                               {icon,
                                                {reinterpret_cast<const char*>(circleIcon.data()),
                                                 circleIcon.size()}}})
                            : kml);
        return {{}, remarksOfKml(themes, format)};
    }
    if (format.id == "xlsx") {
        writeThemesWorkbook(themes, gazetteer, compact, usedSources, file, options);
        return {};
    }
    geometry::LayerWriter writer(file, format.driver, options.crs);
    ProjectOf project(themes, gazetteer, sources, options.crs, file.filename().string(),
                      options.language, options.layout);
    GroundTables ground(options.language);
    std::set<std::string> names;
    const auto write = [&](const LayerTable& table) {
        takeName(table, names);
        writer.write(table);
    };
    RecordGroundTables ofRecords(themes, gazetteer, walk, options.language);
    for (const ThemeLayers& theme : themes) {
        std::vector<LayerTable> tables = themeTables(theme, gazetteer, compact);
        for (LayerTable& dots : dotTables(theme.evaluated, gazetteer))
            tables.insert(tables.begin() + 1, std::move(dots));
        ofRecords.putAmong(tables, std::size_t(&theme - themes.data()));
        std::vector<LayerTable> made;
        project.addTheme(theme, tables, ground.add(theme, gazetteer, made));
        for (const std::vector<LayerTable>* part : {&std::as_const(tables), &std::as_const(made)})
            std::for_each(part->begin(), part->end(), write);
    }
    LayerTable recordTable = emptyRecordTable(options.language);
    write(recordTable);
    writeRecords(writer, recordTable, gazetteer, compact, walk, used, options.language);
    const LayerTable sourceRows = sourceTable(usedSources, options.language);
    write(sourceRows);
    const LayerTable links = linkTable(options.language);
    write(links);
    for (const ThemeLayers& theme : themes)
        writer.add(linkRows(theme.evaluated, gazetteer, compact));
    if (format.styles == Format::Styles::Inside)
        writer.writeStyles();
    Written written;
    if (format.hasProject) {
        project.addTables(recordTable, sourceRows, links);
        written.project = projectArchive(project.project());
        writer.writeProject(project.project().title, written.project);
    }
    writer.commit();
    return written;
}

Written exportLayers(const gazetteer::Gazetteer& gazetteer, std::span<const ThemeLayers> themes,
                     std::span<const records::Record> records,
                     std::span<const records::Source> sources, const std::filesystem::path& file,
                     const Options& options) {
    const auto all = [records](const records::TakeRecords& take) { take(records); };
    return exportLayers(gazetteer, themes, records::CompactRecords(records), all, sources, file,
                        options);
}

} // namespace terroir::exporting
