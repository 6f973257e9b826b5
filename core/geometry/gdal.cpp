#include "core/geometry/gdal.hpp"

#include "core/base/error.hpp"
#include "core/base/input_file.hpp"
#include "core/base/local_text.hpp"
#include "core/geometry/packed_file.hpp"

#include <cpl_http.h>

#include <algorithm>
#include <mutex>
#include <system_error>

namespace terroir::geometry {

namespace {

/// Formats of files. Not those that reach for a server or for other files (VRT, WFS, databases).
const char* const fileFormats[] = {
    "GPKG",       "ESRI Shapefile", "GeoJSON",      "GeoJSONSeq", "TopoJSON", "ESRIJSON",
    "FlatGeobuf", "LIBKML",         "KML",          "GML",        "GPX",      "OSM",
    "SQLite",     "OpenFileGDB",    "MapInfo File", "DXF",        nullptr};

/// Answers for every request of GDAL: a file may name an address for its coordinate system.
CPLHTTPResult* refuseNetwork(const char* url, CSLConstList, GDALProgressFunc, void*,
                             CPLHTTPFetchWriteFunc, void*, void*) {
    auto* const result = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    result->nStatus = 1;
    result->pszErrBuf = CPLStrdup("files may not reach for the network");
    CPLError(CE_Failure, CPLE_HttpResponse, "the file asks for the address %s", url);
    return result;
}

} // namespace

QuietGdal::QuietGdal() {
    static std::once_flag registered;
    std::call_once(registered, [] { GDALAllRegister(); });
    CPLHTTPPushFetchCallback(&refuseNetwork, nullptr);
    CPLPushErrorHandlerEx(
        [](CPLErr severity, CPLErrorNum, const char* message) {
            auto& kept = static_cast<QuietGdal*>(CPLGetErrorHandlerUserData())->m_failure;
            if (severity < CE_Failure || !kept.empty())
                return;
            kept = message;
            std::replace(kept.begin(), kept.end(), '\n', ' ');
        },
        this);
}

QuietGdal::~QuietGdal() {
    CPLPopErrorHandler();
    CPLHTTPPopFetchCallback();
    CPLErrorReset();
}

LocalText QuietGdal::reason() const {
    if (m_failure.empty())
        return localText("GDAL không cho biết lý do", "GDAL gave no reason");
    const std::string quoted = "GDAL: \"" + m_failure + "\"";
    return {quoted, quoted};
}

std::string definitionOf(const OGRSpatialReference& system) {
    const char* const authority = system.GetAuthorityName(nullptr);
    const char* const code = system.GetAuthorityCode(nullptr);
    if (authority != nullptr && code != nullptr)
        return std::string(authority) + ":" + code;
    char* text = nullptr;
    system.exportToWkt(&text);
    std::string wkt = text == nullptr ? "" : text;
    CPLFree(text);
    return wkt;
}

GDALDatasetUniquePtr openVector(const QuietGdal& gdal, const std::filesystem::path& file,
                                const char* const* drivers) {
    std::error_code ignored;
    const bool isPacked = file.string().starts_with("/vsizip/");
    if (!isPacked && !std::filesystem::exists(file, ignored))
        throw InputError(localText("Không có '{}'; hãy kiểm tra tên tệp và thư mục.",
                                   "'{}' does not exist; check the name and the folder.",
                                   file.string()));
    // A folder may be a geodatabase. A whole path is never taken for an address.
    if (!isPacked && !std::filesystem::is_directory(file, ignored))
        requireRegularFile(file);
    requireBearable(file);
    const std::filesystem::path whole = isPacked ? file : std::filesystem::absolute(file, ignored);
    GDALDatasetUniquePtr dataset(GDALDataset::Open(
        whole.string().c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
        drivers == nullptr ? fileFormats : drivers, nullptr, nullptr));
    if (!dataset)
        throw InputError(localText(
            "Không đọc được '{}' ({}); hãy kiểm tra xem tệp có nguyên vẹn và cho đọc không.",
            "'{}' cannot be read ({}); check that the file is whole and readable.", file.string(),
            gdal.failure().empty()
                ? localText("GDAL không biết định dạng này", "no format that GDAL knows")
                : gdal.reason()));
    return dataset;
}

} // namespace terroir::geometry
