#pragma once

#include "core/base/language.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <filesystem>
#include <string>

// For the sources of core/geometry only: nobody else sees GDAL.
namespace terroir::geometry {

/// While it lives, what GDAL has to say on this thread is kept here instead of printed. Registers
/// the drivers at the first use.
class QuietGdal {
public:
    QuietGdal();
    ~QuietGdal();
    QuietGdal(const QuietGdal&) = delete;
    QuietGdal& operator=(const QuietGdal&) = delete;

    /// The first failure since the start, on one line; empty for none.
    const std::string& failure() const { return m_failure; }
    /// failure(), for a sentence; GDAL speaks English only.
    LocalText reason() const;

private:
    std::string m_failure;
};

/// Opens a vector source for reading; InputError when it is missing or no driver reads it.
GDALDatasetUniquePtr openVector(const QuietGdal& gdal, const std::filesystem::path& file,
                                const char* const* drivers = nullptr);

} // namespace terroir::geometry
