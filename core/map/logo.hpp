#pragma once

#include "core/map/scene.hpp"

#include <filesystem>

namespace terroir::map {

/// A picture of a person's file, PNG or SVG, at (0, 0): one millimetre high and as wide as it is
/// beside that. InputError for a file that is missing, is neither, has no size, or is larger than
/// 8 MB or 25 million pixels.
Picture readLogo(const std::filesystem::path& file);

} // namespace terroir::map
