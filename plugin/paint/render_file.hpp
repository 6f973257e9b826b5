#pragma once

#include "plugin/api/painter_plugin.hpp"

#include <filesystem>
#include <vector>

namespace terroir::paint {

enum class ImageFormat { Png, Pdf, Svg, Tif };
/// By extension; UsageError with the known ones.
ImageFormat imageFormatOf(const std::filesystem::path& file);

/// Paints a scene into a file (an OutputFile's path). PNG and TIFF at `dpi` with that resolution in
/// the header; PDF and SVG as vectors with selectable text and the scene's title. PDF and TIFF know
/// where the map lies: a PDF each of its frames, a TIFF the largest.
void renderFile(const map::Scene& scene, const plugin::Painter& painter, ImageFormat format,
                double dpi, const std::filesystem::path& file);

/// What GIS programs look for beside a PNG of the scene, painted at `dpi`: x.pgw and x.png.aux.xml,
/// of the largest frame. Nothing for a scene without a map.
void writeWorldFiles(const map::Scene& scene, double dpi, const std::filesystem::path& png);
/// Their names.
std::vector<std::filesystem::path> worldFilesOf(const std::filesystem::path& png);

} // namespace terroir::paint
