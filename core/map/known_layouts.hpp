#pragma once

#include "core/map/layout.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::map {

/// Where a person's own layouts are kept, beside the own themes. It need not exist.
std::filesystem::path ownLayoutsFolder();

struct KnownLayouts {
    std::vector<Layout> layouts;     ///< packaged ones, then one's own; by id
    std::vector<LocalText> problems; ///< a sentence for each own file that cannot be read
};
KnownLayouts knownLayouts();

/// A layout by its id, or by the name of a file that ends in ".json" or holds a "/". UsageError
/// with the nearest id; the errors of readLayout().
Layout findLayout(const std::string& nameOrFile);

/// Keeps a layout under an id of its own, where every part of terroir finds it: what it adds to
/// another one; all of it where that is itself, or `extends` is empty. UsageError for an id that is
/// no name or is a packaged layout's. Returns the file.
std::filesystem::path saveOwnLayout(const Layout& layout, const std::string& extends,
                                    const std::string& id, bool overwrite);

/// Whether a layout of one's own has that id.
bool isOwnLayout(const std::string& id);

} // namespace terroir::map
