#pragma once

#include "core/geometry/gdal.hpp"
#include "core/sheets/kml_field_names.hpp"
#include "core/sheets/package.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

namespace terroir::sheets {

/// Closes in quiet.
using LayerDataset = std::unique_ptr<GDALDataset, void (*)(GDALDataset*)>;

/// A file of layers as GDAL is to open it: with the drivers of these formats alone (none that
/// follows references to other files or hosts), without the network, its texts as they are.
class LayerSource {
public:
    enum class Shapes { Yes, No };
    /// Shapes::No: a DBF for itself. InputError when the file is cut, or KML that is no XML.
    LayerSource(const std::filesystem::path& file, Shapes shapes);

    const std::string& file() const { return m_file; }
    bool isDbf() const { return m_isDbf; }
    bool isKml() const { return m_isKml; }
    /// None for other formats.
    const KmlFieldNames& kmlNames() const { return m_kmlNames; }
    bool isFlatGeobuf() const { return m_isFlatGeobuf; }
    bool hasRecords() const { return m_hasRecords; }
    /// Of a DBF, those that are deleted too; 0 for other formats.
    std::size_t records() const { return m_records; }
    /// InputError when none of the drivers reads it.
    LayerDataset open(const geometry::QuietGdal& gdal) const;

private:
    std::string m_file;
    std::unique_ptr<Package> m_package; ///< of a packed one
    std::string m_path;                 ///< for GDAL
    bool m_isDbf = false, m_isKml = false, m_isFlatGeobuf = false, m_hasRecords = false;
    KmlFieldNames m_kmlNames;
    std::size_t m_records = 0;
};

} // namespace terroir::sheets
