#pragma once

#include "core/geometry/shape.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace terroir::geometry {

/// What a feature of any layer is drawn as, in lon/lat.
struct Feature {
    std::string name; ///< of the field that was asked for; may be empty
    std::vector<Point> points;
    std::vector<std::vector<Point>> lines;
    MultiPolygon areas;
};

enum class FeatureShape { Points, Lines, Areas, Mixed };

/// A layer of a vector file.
struct FeatureLayer {
    std::string name;
    FeatureShape shape = FeatureShape::Mixed;
    Box lonLat;      ///< of all features; empty when there is none
    std::string crs; ///< as a Transform takes it
    std::vector<std::string> textFields;
};

/// The layers of a file that have shapes. InputError when it is missing or unreadable.
std::vector<std::string> drawableLayers(const std::filesystem::path& file);

/// Reads layers of any vector format that GDAL reads from files, by the part of the ground that is
/// asked for. Not to be shared between threads; move-only.
class FeatureReader {
public:
    /// InputError when the file is missing or unreadable, has no such layer (empty: its only one;
    /// lists them when there are several) or one without a coordinate system.
    explicit FeatureReader(const std::filesystem::path& file, const std::string& layer = {});
    ~FeatureReader();
    FeatureReader(FeatureReader&&) noexcept;

    const FeatureLayer& layer() const;
    /// Hands over each feature that touches the box, until `take` says false. `nameField` may be
    /// empty. Curves become lines. By the file's index where it has one, else a pass over all.
    /// InputError when the file breaks off.
    void read(const Box& lonLat, const std::string& nameField,
              const std::function<bool(Feature)>& take);

private:
    struct Source;
    std::unique_ptr<Source> m_source;
};

} // namespace terroir::geometry
