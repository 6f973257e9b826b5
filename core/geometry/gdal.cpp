#include "core/geometry/gdal.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"

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

LocalText QuietGdal::reason() const {
    if (m_failure.empty())
        return localText("GDAL không cho biết lý do", "GDAL gave no reason");
    return {m_failure, m_failure};
}

GDALDatasetUniquePtr openVector(const QuietGdal& gdal, const std::filesystem::path& file,
                                const char* const* drivers) {
    std::error_code ignored;
    if (!file.string().starts_with("/vsizip/") && !std::filesystem::exists(file, ignored))
        throw InputError(localText("Không có '{}'; hãy kiểm tra tên tệp và thư mục.",
                                   "'{}' does not exist; check the name and the folder.",
                                   file.string()));
    GDALDatasetUniquePtr dataset(GDALDataset::Open(
        file.string().c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers,
        nullptr, nullptr));
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
