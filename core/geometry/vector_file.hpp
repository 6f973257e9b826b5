#pragma once

#include "core/geometry/shape.hpp"

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::geometry {

/// One feature of a polygon layer, already in EPSG:4326 (lon, lat).
struct PolygonFeature {
    long long id = 0;
    std::map<std::string, std::string> attributes; ///< as text, unset left out
    MultiPolygon shape;                            ///< empty for a feature without a polygon
};

struct PolygonLayer {
    std::string name;
    std::vector<std::string> fields;
    std::vector<PolygonFeature> features;
};

std::vector<std::string> layerNames(const std::filesystem::path& file);

/// Of a PolygonReader: no system is asked for, coordinates come as the file has them.
inline constexpr std::string_view asWritten = "as written";

enum class Take { Everything, Attributes };

/// Reads a polygon layer of any format GDAL reads, a feature at a time; curves become lines, Z and
/// M are dropped. Move-only; not to be shared between threads.
class PolygonReader {
public:
    /// Layer empty: the only one with polygons (InputError listing them when there are several).
    /// `crs` is the system of the coordinates where the file says none or a wrong one; empty: the
    /// file's. InputError when the file is missing or unreadable, has no such layer, no CRS or no
    /// polygons; UsageError when `crs` is not known.
    explicit PolygonReader(const std::filesystem::path& file, const std::string& layer = {},
                           std::string_view crs = {});
    ~PolygonReader();
    PolygonReader(PolygonReader&&) noexcept;

    const std::string& layer() const;
    const std::vector<std::string>& fields() const;
    /// Of the file, for people: "VN-2000 / TM-3 103-00 (EPSG:9205)".
    std::string crs() const;
    std::size_t count() const; ///< of all features
    /// False after the last. InputError when the file breaks off or a point cannot be transformed.
    bool next(PolygonFeature& feature);
    /// Back to the first feature; without their shapes a pass is much faster.
    void rewind(Take take = Take::Everything);

private:
    struct Source;
    std::unique_ptr<Source> m_source;
};

/// The whole layer in memory, by PolygonReader.
PolygonLayer readPolygons(const std::filesystem::path& file, const std::string& layer = {});

} // namespace terroir::geometry
