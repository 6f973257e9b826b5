#pragma once

#include "core/base/output_file.hpp"
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

/// Whether that is a file, not an id.
bool isLayoutFile(std::string_view nameOrFile);

/// What is kept of a layout for oneself: what it adds to another, under an id of its own, where
/// every part of terroir finds it; all of it where that is itself, or `extends` is empty.
struct OwnLayout {
    Layout layout;
    std::string extends, id;
    Overwrite overwrite = Overwrite::Refuse;
};
/// Before any work: UsageError for an id that is no name or is a packaged layout's, and for a
/// layout that would build on itself; InputError for one that is there and is not to be replaced.
void requireSavable(const OwnLayout& own);
/// The same, and writes it. Returns the file.
std::filesystem::path saveOwnLayout(const OwnLayout& own);

/// Whether a layout of one's own has that id.
bool isOwnLayout(const std::string& id);

} // namespace terroir::map
