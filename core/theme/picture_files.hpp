#pragma once

#include <span>

namespace terroir::theme {

/// A file of styles/pictograms, compiled in.
struct PictureFile {
    const char* name; ///< "tea"
    const char* svg;
};
std::span<const PictureFile> pictureFiles();

} // namespace terroir::theme
