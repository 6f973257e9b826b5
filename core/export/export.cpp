#include "core/export/export.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/export/formats.hpp"
#include "core/export/project_of.hpp"
#include "core/export/qgis_project.hpp"
#include "core/export/theme_tables.hpp"
#include "core/geometry/layer_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

namespace terroir::exporting {

namespace {

std::vector<records::Record> recordsOf(std::span<const ThemeLayers> themes,
                                       std::span<const records::Record> records) {
    std::set<std::size_t> used;
    for (const ThemeLayers& theme : themes)
        for (const figures::EvaluatedLayer& layer : theme.evaluated.layers)
            for (const figures::Figures& figures : layer.series) {
                for (const auto& [unit, cell] : figures.cells)
                    used.insert(cell.records.begin(), cell.records.end());
                for (const figures::NotAttributed& rest : figures.notAttributed)
                    used.insert(rest.records.begin(), rest.records.end());
                for (const figures::ReportedTotal& total : figures.reportedTotals)
                    used.insert(total.record);
            }
    std::vector<records::Record> out;
    for (const std::size_t index : used)
        out.push_back(records[index]);
    return out;
}

std::vector<records::Source> sourcesOf(std::span<const records::Record> records,
                                       std::span<const records::Source> sources) {
    std::set<std::string_view> used;
    for (const records::Record& record : records)
        used.insert(record.source);
    std::vector<records::Source> out;
    std::copy_if(sources.begin(), sources.end(), std::back_inserter(out),
                 [&used](const records::Source& source) { return used.contains(source.id); });
    return out;
}

void requirePossible(const Driver& driver, std::span<const ThemeLayers> themes,
                     const std::filesystem::path& file, const Options& options) {
    if (driver.onlyWgs84 && options.crs != "EPSG:4326")
        throw UsageError(localText("{}: Tệp {} luôn dùng EPSG:4326, mà hệ tọa độ được yêu cầu là "
                                   "{}. Hãy bỏ hệ tọa độ, hoặc xuất .gpkg.",
                                   "{}: A {} file is always in EPSG:4326, and {} is asked for. "
                                   "Leave the CRS out, or write a .gpkg.",
                                   file.string(), driver.info.id, options.crs));
    if (!driver.severalLayers && themes.empty())
        throw UsageError(
            localText("{}: Tệp {} chứa một chủ đề, mà chưa chọn chủ đề nào. Hãy chọn một chủ đề.",
                      "{}: A {} file holds one theme, and none is given. Name one.", file.string(),
                      driver.info.id));
}

} // namespace

std::string exportLayers(const gazetteer::Gazetteer& gazetteer, std::span<const ThemeLayers> themes,
                         std::span<const records::Record> records,
                         std::span<const records::Source> sources,
                         const std::filesystem::path& file, const Options& options) {
    const Driver& driver = driverOf(file);
    requirePossible(driver, themes, file, options);
    geometry::LayerWriter writer(file, driver.gdalName, options.crs);
    const records::CompactRecords compact(records);
    if (!driver.severalLayers) {
        Table table = std::move(themeTables(themes.front(), gazetteer, compact).front());
        if (!driver.geometry)
            table.geometry = GeometryType::None;
        writer.write(table);
        writer.commit();
        return {};
    }
    const std::string name = options.fileName.empty() ? file.filename().string() : options.fileName;
    ProjectOf project(themes, gazetteer, sources, options.crs, name, options.language);
    GroundTables ground(options.language);
    Table links = linkTable(options.language);
    for (const ThemeLayers& theme : themes) {
        const std::vector<Table> tables = themeTables(theme, gazetteer, compact);
        std::vector<Table> made;
        project.addTheme(theme, tables, ground.add(theme, gazetteer, made));
        appendLinks(theme.evaluated, gazetteer, compact, links);
        for (const std::vector<Table>* part : {&tables, &std::as_const(made)})
            for (const Table& table : *part)
                writer.write(table);
    }
    const bool isWhole = options.extent == Extent::All;
    const std::vector<records::Record> used =
        isWhole ? std::vector<records::Record>() : recordsOf(themes, records);
    const Table recordRows =
        recordTable(gazetteer, isWhole ? records : std::span(used), options.language);
    const Table sourceRows = isWhole ? sourceTable(sources, options.language)
                                     : sourceTable(sourcesOf(used, sources), options.language);
    for (const Table* table : {&recordRows, &sourceRows, &std::as_const(links)})
        writer.write(*table);
    writer.writeStyles();
    project.addTables(recordRows, sourceRows, links);
    std::string archive = projectArchive(project.project());
    writer.writeProject(project.project().title, archive);
    writer.commit();
    return archive;
}

} // namespace terroir::exporting
