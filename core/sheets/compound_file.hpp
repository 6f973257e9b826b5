#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace terroir::sheets {

/// The bytes of a stream of an OLE2 compound file ([MS-CFB]), by name ("Workbook"); none when there
/// is no such stream. InputError when the file is no compound file, or is cut or damaged.
std::optional<std::string> readStream(const std::filesystem::path& file, std::string_view name);

} // namespace terroir::sheets
