#include "core/geometry/gdal.hpp"

#include "core/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <system_error>

namespace terroir::geometry {

QuietGdal::QuietGdal() {
    static std::once_flag registered;
    std::call_once(registered, [] { GDALAllRegister(); });
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
    CPLErrorReset();
}

GDALDatasetUniquePtr openVector(const QuietGdal& gdal, const std::filesystem::path& file,
                                const char* const* drivers) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        throw InputError(
            fmt::format("'{}' does not exist; check the name and the folder.", file.string()));
    GDALDatasetUniquePtr dataset(
        GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                          drivers, nullptr, nullptr));
    if (!dataset)
        throw InputError(fmt::format(
            "'{}' cannot be read ({}); check that the file is whole and readable.", file.string(),
            gdal.failure().empty() ? "no format that GDAL knows" : gdal.failure()));
    return dataset;
}

} // namespace terroir::geometry
