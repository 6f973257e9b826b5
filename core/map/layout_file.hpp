#pragma once

#include "core/base/output_file.hpp"
#include "core/map/layout.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace terroir::map {

inline constexpr std::string_view layoutSuffix = ".layout.json";

/// Finds the layout that a file builds on ("extends") by its id; UsageError for an unknown one.
using FindLayout = std::function<Layout(const std::string& id)>;

/// A layout file of anybody. InputError names the file, the member and the value that is wrong, and
/// what is right. Its id is the file's name; a logo's path is from the folder of the file.
Layout readLayout(const std::filesystem::path& file, const FindLayout& find);
Layout parseLayout(const std::string& json, const std::filesystem::path& file,
                   const FindLayout& find);

/// The file of a layout. With a base, a layout that others find by its id, it "extends" that one
/// and has what is its own, unless it lacks something that the base has; else all of it. Makes the
/// folder. The errors of OutputFile.
void writeLayout(const Layout& layout, const Layout* base, const std::filesystem::path& file,
                 Overwrite overwrite);

} // namespace terroir::map
