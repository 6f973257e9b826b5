#pragma once

#include "plugin/api/painter_plugin.hpp"

#include <filesystem>

namespace terroir::paint {

enum class ImageFormat { Png, Pdf, Svg };
/// By extension; UsageError with the known ones.
ImageFormat imageFormatOf(const std::filesystem::path& file);

/// Paints a scene into a file (an OutputFile's path). PNG at `dpi` with that resolution in its
/// header; PDF and SVG as vectors with selectable text and the scene's title.
void renderFile(const map::Scene& scene, const plugin::Painter& painter, ImageFormat format,
                double dpi, const std::filesystem::path& file);

} // namespace terroir::paint
