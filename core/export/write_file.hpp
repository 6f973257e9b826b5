#pragma once

#include <filesystem>
#include <string_view>

namespace terroir::exporting {

/// Writes the whole content into a file of an OutputFiles; InputError when the disk is full.
void writeFile(const std::filesystem::path& file, std::string_view content);

} // namespace terroir::exporting
