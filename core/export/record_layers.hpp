#pragma once

#include "core/base/output_file.hpp"
#include "core/gazetteer/gazetteer.hpp"
#include "core/records/record.hpp"

#include <cstddef>
#include <filesystem>
#include <span>

namespace terroir::store {
class WorkspaceFile;
}

namespace terroir::exporting {

/// Whether a file of records is one of shapes: .geojson, .json, .gpkg.
bool isRecordLayerFile(const std::filesystem::path& file);

/// Records with all their fields and where they lie by themselves, EPSG:4326; gives how many lie
/// somewhere. GeoJSON: one layer, those that lie nowhere without a geometry. GeoPackage: points,
/// lines and zones are layers, the others a table. The records are in the order of their ids.
std::size_t writeRecordLayers(const std::filesystem::path& file,
                              std::span<const records::Record* const> records,
                              store::WorkspaceFile& workspace,
                              const gazetteer::Gazetteer& gazetteer, Language language,
                              Overwrite overwrite);

} // namespace terroir::exporting
