#pragma once

#include <filesystem>
#include <fstream>
#include <string>

namespace terroir::base_map::testing {

inline std::filesystem::path written(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
    return file;
}

/// GeoJSON of one feature; `geometry` as "LineString","coordinates":[…].
inline std::string feature(const std::string& geometry, const std::string& name = {}) {
    return R"({"type":"Feature","properties":{"ten":")" + name + R"("},"geometry":{"type":)" +
           geometry + "}}";
}

inline std::string collection(const std::string& features) {
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

inline const std::string river =
    feature(R"("LineString","coordinates":[[103.5,22.3],[103.6,22.35],[103.7,22.3]])");

/// Heights in metres on a plane of 400 m: flat in the west, then a hill that falls to both sides.
inline std::filesystem::path heightsFile(const std::filesystem::path& folder) {
    std::string rows = "ncols 40\nnrows 20\nxllcorner 500000\nyllcorner 2400000\ncellsize 10\n";
    for (int row = 0; row < 20; ++row) {
        for (int column = 0; column < 40; ++column)
            rows += std::to_string(column < 20   ? 100
                                   : column < 30 ? 100 + 10 * (column - 19)
                                                 : 200 - 10 * (column - 29)) +
                    ".5 ";
        rows += "\n";
    }
    written(folder / "do-cao.prj",
            R"(PROJCS["WGS 84 / UTM zone 48N",GEOGCS["WGS 84",DATUM["WGS_1984",)"
            R"(SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],)"
            R"(UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],)"
            R"(PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",105],)"
            R"(PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],)"
            R"(PARAMETER["false_northing",0],UNIT["metre",1]])");
    return written(folder / "do-cao.asc", rows);
}

} // namespace terroir::base_map::testing
