#pragma once

#include "core/base/language.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <filesystem>
#include <string>

// For the sources of core/geometry and core/sheets only: nothing else includes GDAL.
namespace terroir::geometry {

/// While it exists, the messages of GDAL on this thread are kept here instead of printed, and GDAL
/// makes no request to the network. Registers the drivers at the first use.
class QuietGdal {
public:
    QuietGdal();
    ~QuietGdal();
    QuietGdal(const QuietGdal&) = delete;
    QuietGdal& operator=(const QuietGdal&) = delete;

    /// The first failure since the start, on one line; empty when nothing failed.
    const std::string& failure() const { return m_failure; }
    /// failure(), for a sentence; GDAL speaks English only.
    LocalText reason() const;

private:
    std::string m_failure;
};

/// Its code ("EPSG:9205"), else its WKT.
std::string definitionOf(const OGRSpatialReference& system);

/// Opens a vector file for reading with the drivers of that list, else with those of files that
/// lead nowhere else; InputError when it is missing or none of them reads it.
GDALDatasetUniquePtr openVector(const QuietGdal& gdal, const std::filesystem::path& file,
                                const char* const* drivers = nullptr);

} // namespace terroir::geometry
