#pragma once

#include "core/geometry/layer_table.hpp"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace terroir::geometry {

/// Writes tables into one file through GDAL. For formats with transactions everything is one
/// transaction, committed by commit(). What GDAL reports as an error becomes an InputError that
/// names the file. Texts are UTF-8 in every format, and coordinates within a millimetre.
class LayerWriter {
public:
    /// `driver` is GDAL's name ("GPKG"), `crs` an EPSG code such as "EPSG:9210". Throws InputError
    /// for a CRS that PROJ does not have.
    LayerWriter(const std::filesystem::path& file, const std::string& driver,
                const std::string& crs);
    ~LayerWriter();
    LayerWriter(const LayerWriter&) = delete;
    LayerWriter& operator=(const LayerWriter&) = delete;

    void write(const LayerTable& table);
    /// More rows of the table written last, in the format of a database.
    void add(std::span<const LayerRow> rows);
    /// GeoPackage and SpatiaLite: the styles of the tables written so far, in QGIS's table
    /// layer_styles.
    void writeStyles();
    /// GeoPackage only: a QGIS project, the bytes of a .qgz file, in QGIS's table qgis_projects.
    void writeProject(const std::string& name, std::string_view archive);
    void commit();

private:
    struct Handle;
    std::unique_ptr<Handle> m_handle;
};

} // namespace terroir::geometry
