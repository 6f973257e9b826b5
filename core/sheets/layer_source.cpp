#include "core/sheets/layer_source.hpp"

#include "core/base/local_text.hpp"
#include "core/sheets/file_start.hpp"
#include "core/sheets/package.hpp"
#include "core/sheets/refusal.hpp"

#include <cpl_conv.h>
#include <cpl_http.h>

#include <cctype>
#include <cstring>
#include <system_error>

namespace terroir::sheets {

namespace {

/// Answers what GDAL asks the network for, on this thread: with nothing.
CPLHTTPResult* refuseFetch(const char*, CSLConstList, GDALProgressFunc, void*,
                           CPLHTTPFetchWriteFunc, void*, void*) {
    auto* const result = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    result->nStatus = 1;
    result->pszErrBuf = CPLStrdup("the network is not used");
    return result;
}

void closeQuietly(GDALDataset* dataset) {
    const geometry::QuietGdal gdal;
    GDALClose(dataset);
}

/// GDAL takes the features before the place where KML breaks off. `package`: null for one that is
/// not packed.
void readWholeKml(const std::filesystem::path& file, Package* package, KmlFieldNames& names) {
    const auto read = [&](const ByteSource& bytes) {
        readXml(bytes, file.string(), "KML", names);
    };
    if (package != nullptr)
        package->read("doc.kml", read);
    else
        readBytes(file, read);
}

/// A Shapefile says how long it is, in words of 16 bits.
void requireWholeShapefile(const std::filesystem::path& file) {
    const std::string start = fileStart(file, 28);
    std::size_t words = 0;
    for (std::size_t i = 24; i < start.size(); ++i)
        words = words << 8 | static_cast<unsigned char>(start[i]);
    std::error_code error;
    if (start.size() < 28 || std::filesystem::file_size(file, error) < 2 * words || error)
        failDamaged(file.string(),
                    localText("ngắn hơn phần đầu tệp ghi", "it is shorter than its header says"));
}

/// How many records a DBF says that it has; all of them must be there.
std::size_t recordsOfWholeDbf(const std::filesystem::path& file) {
    const DbfHeader header = dbfHeader(fileStart(file, 32));
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error || size < header.headerBytes + header.records * header.recordBytes)
        failDamaged(file.string(),
                    localText("ngắn hơn phần đầu tệp ghi", "it is shorter than its header says"));
    return header.records;
}

/// No table of a GeoPackage may lead elsewhere: only those of its indexes are virtual.
void requireOwnTables(GDALDataset& dataset, const std::string& file) {
    OGRLayer* const found = dataset.ExecuteSQL(
        "SELECT count(*) FROM sqlite_master WHERE sql LIKE 'create virtual%' AND "
        "sql NOT LIKE '%using rtree%' AND sql NOT LIKE '%using \"rtree\"%' AND "
        "sql NOT LIKE '%using fts_(%' AND sql NOT LIKE '%using fts_ (%'",
        nullptr, "SQLITE");
    bool isOwn = false;
    if (found != nullptr) {
        const OGRFeatureUniquePtr feature(found->GetNextFeature());
        isOwn = feature != nullptr && feature->GetFieldAsInteger(0) == 0;
        dataset.ReleaseResultSet(found);
    }
    if (!isOwn)
        failDamaged(file, localText("có bảng trỏ ra ngoài tệp", "a table of it leads elsewhere"));
}

} // namespace

LayerSource::LayerSource(const std::filesystem::path& file, Shapes shapes)
    : m_file(file.string()), m_isDbf(shapes == Shapes::No) {
    std::error_code error;
    const std::filesystem::path absolute = std::filesystem::absolute(file, error);
    m_path = error ? m_file : absolute.string();
    const std::string start = fileStart(file, 4096);
    if (start.starts_with("PK")) {
        m_package = std::make_unique<Package>(file);
        m_path = m_package->pathOf("doc.kml");
    }
    m_isKml = m_package || start.find("<kml") != std::string::npos;
    if (m_isKml)
        readWholeKml(file, m_package.get(), m_kmlNames);
    m_isFlatGeobuf = start.starts_with("fgb");
    const bool isShapefile = start.starts_with(std::string_view("\0\0\x27\x0a", 4));
    if (isShapefile)
        requireWholeShapefile(file);
    m_hasRecords = isShapefile || m_isDbf;
    if (m_hasRecords) {
        std::filesystem::path dbf = file;
        if (isShapefile && !std::filesystem::exists(dbf.replace_extension(".dbf"), error))
            dbf.replace_extension(".DBF");
        if (std::filesystem::exists(dbf, error))
            m_records = recordsOfWholeDbf(dbf);
        else
            m_hasRecords = false;
    }
}

LayerDataset LayerSource::open(const geometry::QuietGdal& gdal) const {
    const char* const drivers[] = {"GeoJSON",        "GPKG",         "LIBKML",     "KML",
                                   "ESRI Shapefile", "MapInfo File", "FlatGeobuf", nullptr};
    const char* const shapefile[] = {"ESRI Shapefile", nullptr};
    const char* const rawTexts[] = {"ENCODING=", nullptr};
    const char* const withJson[] = {"NATIVE_DATA=YES", nullptr};
    const CPLConfigOptionSetter pragma("OGR_SQLITE_PRAGMA", "trusted_schema=OFF", false);
    CPLHTTPPushFetchCallback(refuseFetch, nullptr);
    LayerDataset dataset(GDALDataset::Open(m_path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
                                           m_hasRecords ? shapefile : drivers,
                                           m_hasRecords ? rawTexts : withJson, nullptr),
                         [](GDALDataset* opened) { closeQuietly(opened); });
    CPLHTTPPopFetchCallback();
    if (!dataset)
        failDamaged(m_file, gdal.failure().empty()
                                ? localText("không có lớp bản đồ nào như đuôi tệp cho biết",
                                            "no layer of the kind that its name says")
                                : gdal.reason());
    if (EQUAL(dataset->GetDriverName(), "GPKG"))
        requireOwnTables(*dataset, m_file);
    return dataset;
}

} // namespace terroir::sheets
