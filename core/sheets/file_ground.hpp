#pragma once

#include "core/geometry/ground.hpp"

#include <filesystem>

namespace terroir::sheets {

/// Where all features of a file of layers lie together: a zone of several parts, points, lines.
/// Files as readWorkbook() reads them, and its errors; InputError when no feature lies anywhere,
/// and when some are zones and others lines or points.
geometry::Ground groundOfFile(const std::filesystem::path& file);

} // namespace terroir::sheets
