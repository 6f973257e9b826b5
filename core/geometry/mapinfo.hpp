#pragma once

#include <ogr_spatialref.h>

#include <string>

// What GDAL leaves undone in MapInfo files. For layer_writer.cpp only.
namespace terroir::geometry {

/// The system with the shift of its datum to WGS 84 (seven parameters, as PROJ has them), which
/// MapInfo files say in numbers: without it GDAL writes VN-2000 as WGS 84, 200 m away.
OGRSpatialReference withMapInfoDatum(const OGRSpatialReference& reference);

/// Says in the header of a .tab or .mif that its texts are UTF-8; GDAL writes such texts and calls
/// them "Neutral".
void declareUtf8(std::string& content);

} // namespace terroir::geometry
