#include "core/geometry/layer_writer.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/output_place.hpp"
#include "core/base/silent_errors.hpp"
#include "core/geometry/gdal.hpp"
#include "core/geometry/mapinfo.hpp"
#include "core/geometry/memory_folder.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <ogr_spatialref.h>

#include <array>
#include <charconv>
#include <optional>
#include <set>
#include <vector>

namespace terroir::geometry {

namespace {

constexpr const char* geometryColumn = "geom";

OGRSpatialReference referenceOf(const std::string& crs) {
    constexpr std::string_view prefix = "EPSG:";
    int code = 0;
    const bool form =
        crs.starts_with(prefix) &&
        std::from_chars(crs.data() + prefix.size(), crs.data() + crs.size(), code).ptr ==
            crs.data() + crs.size();
    OGRSpatialReference reference;
    // Longitude or easting first, whatever the order in the register.
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (!form || reference.importFromEPSG(code) != OGRERR_NONE)
        throw InputError(
            localText("Không có hệ tọa độ '{}'. Hãy ghi mã EPSG, ví dụ EPSG:4326 (WGS 84) hoặc "
                      "EPSG:3405 (VN-2000 / UTM múi 48N).",
                      "There is no coordinate reference system '{}'. Give an EPSG code, for "
                      "example EPSG:4326 (WGS 84) or EPSG:3405 (VN-2000 / UTM zone 48N).",
                      crs));
    return reference;
}

void appendRing(OGRPolygon& polygon, const Ring& ring) {
    auto line = std::make_unique<OGRLinearRing>();
    for (const Point& point : ring)
        line->addPoint(point.x, point.y);
    line->closeRings();
    polygon.addRingDirectly(line.release());
}

std::unique_ptr<OGRGeometry> polygonsOf(const MultiPolygon& shape) {
    if (shape.empty())
        return nullptr;
    auto multi = std::make_unique<OGRMultiPolygon>();
    for (const Polygon& part : shape) {
        auto polygon = std::make_unique<OGRPolygon>();
        appendRing(*polygon, part.outer);
        for (const Ring& hole : part.holes)
            appendRing(*polygon, hole);
        multi->addGeometryDirectly(polygon.release());
    }
    return multi;
}

std::unique_ptr<OGRGeometry> linesOf(const std::vector<std::vector<Point>>& lines) {
    if (lines.empty())
        return nullptr;
    auto multi = std::make_unique<OGRMultiLineString>();
    for (const std::vector<Point>& points : lines) {
        auto line = std::make_unique<OGRLineString>();
        for (const Point& point : points)
            line->addPoint(point.x, point.y);
        multi->addGeometryDirectly(line.release());
    }
    return multi;
}

std::unique_ptr<OGRGeometry> pointsOf(const std::vector<Point>& points, GeometryType type) {
    if (points.empty())
        return nullptr;
    if (type == GeometryType::OnePoint)
        return std::make_unique<OGRPoint>(points.front().x, points.front().y);
    if (type == GeometryType::Line) {
        auto line = std::make_unique<OGRLineString>();
        for (const Point& point : points)
            line->addPoint(point.x, point.y);
        return line;
    }
    auto multi = std::make_unique<OGRMultiPoint>();
    for (const Point& point : points)
        multi->addGeometryDirectly(new OGRPoint(point.x, point.y));
    return multi;
}

OGRwkbGeometryType wkbTypeOf(GeometryType type) {
    switch (type) {
    case GeometryType::OnePoint:
        return wkbPoint;
    case GeometryType::SeveralPoints:
        return wkbMultiPoint;
    case GeometryType::Line:
        return wkbLineString;
    case GeometryType::SeveralLines:
        return wkbMultiLineString;
    case GeometryType::Any:
        return wkbUnknown;
    case GeometryType::Polygons:
        return wkbMultiPolygon;
    default:
        return wkbNone;
    }
}

std::string sqlText(std::string_view text) {
    std::string out = "'";
    for (const char c : text)
        out += c == '\'' ? std::string("''") : std::string(1, c);
    return out + "'";
}

struct WrittenStyle {
    std::string table;
    LayerStyle style;
    bool isDefault;
};

} // namespace

struct LayerWriter::Handle {
    QuietGdal errors;
    std::filesystem::path file;
    std::string driver;
    OGRSpatialReference reference;
    std::unique_ptr<OGRCoordinateTransformation> transform; ///< empty for EPSG:4326
    /// Where GDAL writes, unless the format is one of SQLite, which tells of a full disk itself.
    std::optional<MemoryFolder> memory;
    GDALDatasetUniquePtr dataset;
    bool inTransaction = false;
    OGRLayer* current = nullptr;              ///< the layer written last
    GeometryType ofRows = GeometryType::None; ///< its geometry
    std::set<std::string> identifiers;
    std::vector<WrittenStyle> styles;

    [[noreturn]] void fail() const {
        throw InputError(localText(
            "{}: Không ghi được tệp ({}). Hãy kiểm tra dung lượng ổ đĩa và quyền ghi vào thư mục.",
            "{}: The file cannot be written ({}). Check that the disk has room and that the folder "
            "can be written.",
            file.string(), memory ? errors.reason() : writingProblem(file, errors.reason())));
    }
    void failUnless(bool done) const {
        if (!done || !errors.failure().empty())
            fail();
    }
    void execute(const std::string& sql) {
        if (OGRLayer* result = dataset->ExecuteSQL(sql.c_str(), nullptr, nullptr))
            dataset->ReleaseResultSet(result);
        failUnless(true);
    }
    bool isGeoPackage() const { return driver == "GPKG"; }
    bool isMapInfo() const { return driver == "MapInfo File"; }
    bool isDatabase() const { return isGeoPackage() || driver == "SQLite"; }
    CPLStringList datasetOptions() const;
    CPLStringList layerOptions(const LayerTable& table);
    std::string boundsOf(const LayerTable& table) const;
    OGRLayer& createLayer(const LayerTable& table);
    std::unique_ptr<OGRGeometry> geometryOf(const LayerRow& row, GeometryType type) const;
};

CPLStringList LayerWriter::Handle::datasetOptions() const {
    CPLStringList options;
    if (driver == "SQLite") {
        options.SetNameValue("SPATIALITE", "YES");
        options.SetNameValue("INIT_WITH_EPSG", "NO"); // 6 MB of systems that no layer has
    }
    if (isMapInfo())
        options.SetNameValue("FORMAT", file.extension() == ".mif" ? "MIF" : "TAB");
    return options;
}

CPLStringList LayerWriter::Handle::layerOptions(const LayerTable& table) {
    CPLStringList options;
    if (isGeoPackage()) {
        // Identifiers are unique within a GeoPackage; QGIS shows them as the titles of layers.
        std::string identifier = table.title.empty() ? table.name : table.title;
        if (!identifiers.insert(identifier).second)
            identifiers.insert(identifier += fmt::format(" ({})", table.name));
        options.SetNameValue("IDENTIFIER", identifier.c_str());
        options.SetNameValue("DESCRIPTION", table.description.c_str());
        options.SetNameValue("GEOMETRY_NAME", geometryColumn);
        options.SetNameValue("ASPATIAL_VARIANT", "GPKG_ATTRIBUTES");
    } else if (driver == "SQLite") {
        options.SetNameValue("GEOMETRY_NAME", geometryColumn);
    } else if (driver == "OpenFileGDB") {
        options.SetNameValue("LAYER_ALIAS", table.title.c_str());
    } else if (driver == "ESRI Shapefile") {
        options.SetNameValue("ENCODING", "UTF-8");
    } else if (isMapInfo()) {
        options.SetNameValue("BOUNDS", boundsOf(table).c_str());
    } else if (driver == "GeoJSON") {
        options.SetNameValue("RFC7946", "YES");
        options.SetNameValue("COORDINATE_PRECISION", "9"); // 0.1 mm; seven would be 1 cm
    } else if (driver == "CSV") {
        options.SetNameValue("WRITE_BOM", "YES"); // or Excel takes it for another encoding
    }
    return options;
}

/// Of all shapes, with some room: a .tab divides it into 2³² steps, and GDAL's own bounds, of the
/// whole earth, would make steps of a centimetre.
std::string LayerWriter::Handle::boundsOf(const LayerTable& table) const {
    OGREnvelope all;
    for (const LayerRow& row : table.rows)
        if (const auto geometry = geometryOf(row, table.geometry)) {
            OGREnvelope box;
            geometry->getEnvelope(&box);
            all.Merge(box);
        }
    if (!all.IsInit())
        return "-1000,-1000,1000,1000";
    const double room = (all.MaxX - all.MinX + all.MaxY - all.MinY) / 10 + 1;
    const std::array bounds{all.MinX - room, all.MinY - room, all.MaxX + room, all.MaxY + room};
    return fmt::format("{}", fmt::join(bounds, ","));
}

OGRLayer& LayerWriter::Handle::createLayer(const LayerTable& table) {
    CPLStringList options = layerOptions(table);
    const bool spatial = table.geometry != GeometryType::None;
    OGRLayer* layer = dataset->CreateLayer(table.name.c_str(), spatial ? &reference : nullptr,
                                           wkbTypeOf(table.geometry), options.List());
    failUnless(layer != nullptr);
    for (const Column& column : table.columns) {
        OGRFieldDefn field(column.name.c_str(),
                           column.type == ColumnType::Real ? OFTReal : OFTString);
        if (driver == "OpenFileGDB")
            field.SetAlternativeName(column.alias.c_str());
        failUnless(layer->CreateField(&field) == OGRERR_NONE);
    }
    return *layer;
}

std::unique_ptr<OGRGeometry> LayerWriter::Handle::geometryOf(const LayerRow& row,
                                                             GeometryType type) const {
    if (type == GeometryType::None)
        return nullptr;
    std::unique_ptr<OGRGeometry> geometry =
        type == GeometryType::Polygons || !row.polygons.empty()    ? polygonsOf(row.polygons)
        : type == GeometryType::SeveralLines || !row.lines.empty() ? linesOf(row.lines)
                                                                   : pointsOf(row.points, type);
    if (geometry && transform)
        failUnless(geometry->transform(transform.get()) == OGRERR_NONE);
    return geometry;
}

LayerWriter::LayerWriter(const std::filesystem::path& file, const std::string& driver,
                         const std::string& crs)
    : m_handle(std::make_unique<Handle>()) {
    Handle& handle = *m_handle;
    handle.file = file;
    handle.driver = driver;
    handle.reference = referenceOf(crs);
    if (crs != "EPSG:4326") {
        const OGRSpatialReference wgs84 = referenceOf("EPSG:4326");
        handle.transform.reset(OGRCreateCoordinateTransformation(&wgs84, &handle.reference));
        if (!handle.transform)
            throw InputError(localText(
                "Không chuyển được tọa độ từ EPSG:4326 sang {}. Hãy ghi mã EPSG khác.",
                "Coordinates cannot be brought from EPSG:4326 to {}. Give another EPSG code.",
                crs));
    }
    if (handle.isMapInfo())
        handle.reference = withMapInfoDatum(handle.reference);
    GDALDriver* maker = GetGDALDriverManager()->GetDriverByName(driver.c_str());
    handle.failUnless(maker != nullptr);
    // The file is written under a temporary name and flushed once when it is renamed: no need to
    // wait for the disk after each step.
    const CPLConfigOptionSetter noWaiting("OGR_SQLITE_SYNCHRONOUS", "OFF", false);
    // The index of a million shapes is not read from the disk again for each of them.
    const CPLConfigOptionSetter megabytes("OGR_SQLITE_CACHE", "64", false);
    if (handle.isDatabase())
        requireRoomBehind(file, "-journal");
    else
        handle.memory.emplace();
    const std::string target =
        handle.memory ? handle.memory->path(file.filename().string()) : file.string();
    {
        const SilentErrors silent; // SpatiaLite tells of a full disk by itself
        handle.dataset.reset(
            maker->Create(target.c_str(), 0, 0, 0, GDT_Unknown, handle.datasetOptions().List()));
    }
    handle.failUnless(handle.dataset != nullptr);
    if (handle.dataset->TestCapability(ODsCTransactions))
        handle.inTransaction = handle.dataset->StartTransaction() == OGRERR_NONE;
}

LayerWriter::~LayerWriter() = default;

void LayerWriter::write(const LayerTable& table) {
    Handle& handle = *m_handle;
    handle.current = &handle.createLayer(table);
    handle.ofRows = table.geometry;
    add(table.rows);
    for (std::size_t i = 0; i < table.styles.size(); ++i)
        handle.styles.push_back({table.name, table.styles[i], i == 0});
}

void LayerWriter::add(std::span<const LayerRow> rows) {
    Handle& handle = *m_handle;
    OGRLayer& layer = *handle.current;
    for (const LayerRow& row : rows) {
        OGRFeature feature(layer.GetLayerDefn());
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (const auto* text = std::get_if<std::string>(&row.cells[i]))
                feature.SetField(int(i), text->c_str());
            else if (const auto* number = std::get_if<double>(&row.cells[i]))
                feature.SetField(int(i), *number);
            else
                feature.SetFieldNull(int(i));
        }
        if (auto geometry = handle.geometryOf(row, handle.ofRows))
            feature.SetGeometryDirectly(geometry.release());
        handle.failUnless(layer.CreateFeature(&feature) == OGRERR_NONE);
    }
}

// The table as QGIS writes it itself. What it insists on: f_table_schema is '' and not NULL, the
// names of table and geometry column are exact, the table is registered in gpkg_contents, and
// update_time is set (or a style that is not the default may win). Of a SpatiaLite file QGIS's own
// reader wants a schema of NULL, and its reader through GDAL one of '': both rows are there.
void LayerWriter::writeStyles() {
    Handle& handle = *m_handle;
    handle.execute("CREATE TABLE layer_styles(id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "
                   "f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256), "
                   "f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT, "
                   "useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), "
                   "update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))");
    if (handle.isGeoPackage()) {
        handle.execute("INSERT INTO "
                       "gpkg_contents(table_name,data_type,identifier,description,srs_id) "
                       "VALUES('layer_styles','attributes','layer_styles','',0)");
        handle.execute("INSERT INTO gpkg_ogr_contents(table_name,feature_count) "
                       "VALUES('layer_styles',NULL)");
    }
    for (const WrittenStyle& written : handle.styles)
        for (const char* schema : {"''", "NULL"})
            if (!handle.isGeoPackage() || schema[0] == '\'')
                handle.execute(fmt::format(
                    "INSERT INTO layer_styles(f_table_catalog,f_table_schema,f_table_name,"
                    "f_geometry_column,styleName,styleQML,styleSLD,useAsDefault,description,owner) "
                    "VALUES('',{},{},'{}',{},{},{},{},'','')",
                    schema, sqlText(written.table), geometryColumn, sqlText(written.style.name),
                    sqlText(written.style.qml), sqlText(written.style.sld),
                    written.isDefault ? 1 : 0));
}

// As QGIS writes it: the archive's bytes as a text of hexadecimal digits, and the table is not
// registered in gpkg_contents.
void LayerWriter::writeProject(const std::string& name, std::string_view archive) {
    Handle& handle = *m_handle;
    constexpr std::string_view digits = "0123456789abcdef";
    std::string content;
    content.reserve(2 * archive.size());
    for (const char byte : archive) {
        content += digits[static_cast<unsigned char>(byte) >> 4U];
        content += digits[static_cast<unsigned char>(byte) & 15U];
    }
    handle.execute("CREATE TABLE qgis_projects(name TEXT PRIMARY KEY, metadata BLOB, content "
                   "BLOB)");
    handle.execute(fmt::format("INSERT INTO qgis_projects(name,metadata,content) VALUES({},"
                               "'{{\"last_modified_time\": \"\", \"last_modified_user\": "
                               "\"\"}}','{}')",
                               sqlText(name), content));
}

void LayerWriter::commit() {
    Handle& handle = *m_handle;
    if (handle.inTransaction)
        handle.failUnless(handle.dataset->CommitTransaction() == OGRERR_NONE);
    handle.dataset.reset();
    handle.failUnless(true);
    if (!handle.memory)
        return;
    const std::string header = handle.isMapInfo() ? handle.file.filename().string() : "";
    handle.memory->writeInto(handle.file.parent_path(),
                             header.empty() ? MemoryFolder::Change()
                                            : [&](const std::string& name, std::string& content) {
                                                  if (name == header)
                                                      declareUtf8(content);
                                              });
}

} // namespace terroir::geometry
