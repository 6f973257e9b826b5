#pragma once

#include "core/geometry/point.hpp"
#include "core/map/layout.hpp"
#include "core/map/scene.hpp"

#include <optional>
#include <string>

namespace terroir::exporting {

/// A box of a page, mm from its upper left corner.
struct PagePlace {
    double left, top, width, height;
};

/// Where things stand on a page of a QGIS layout. Without a layout of ours: A4 landscape.
struct QgisPage {
    double width = 297, height = 210;
    double scale = 1; ///< of letters and marks beside those of A4
    double margin = 10;
    PagePlace head, title, subtitle, map, legend, footer; ///< head: department, file number
    int legendColumns = 1;
    std::optional<PagePlace> logo;
    std::optional<map::Picture> logoFile;
};
QgisPage qgisPageOf(const map::Layout& layout);

/// <ComposerMapGrid> of a map in `crs` that shows that box of it; empty without a grid. Numbers
/// stand outside the frame. Of an atlas, whose pages differ in scale, only that of VN-2000.
std::string qgisGrid(const map::Layout& layout, const std::string& crs, const geometry::Box& box,
                     const QgisPage& page, Language language, bool followsAtlas);

/// A picture of a layout as QGIS keeps it within a file, "base64:…".
std::string inlinePicture(const map::Picture& picture);

} // namespace terroir::exporting
