#pragma once

#include "core/export/table.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace terroir::exporting {

/// Writes tables into one file through GDAL. For formats with transactions everything is one
/// transaction, committed by commit(). What GDAL reports as an error becomes an InputError that
/// names the file.
class VectorWriter {
public:
    /// `driver` is GDAL's name ("GPKG"), `crs` an EPSG code such as "EPSG:9210". Throws InputError
    /// for a CRS that PROJ does not know.
    VectorWriter(const std::filesystem::path& file, const std::string& driver,
                 const std::string& crs);
    ~VectorWriter();
    VectorWriter(const VectorWriter&) = delete;
    VectorWriter& operator=(const VectorWriter&) = delete;

    void write(const Table& table);
    /// GeoPackage only: the styles of the tables written so far, in QGIS's table layer_styles.
    void writeStyles();
    void commit();

private:
    struct Handle;
    std::unique_ptr<Handle> m_handle;
};

} // namespace terroir::exporting
