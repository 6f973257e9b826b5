#pragma once

#include <filesystem>

namespace terroir::sheets {

/// Whether every part of an XLSX ends with the tag that it began with. libxlsxwriter does not
/// notice when the disk of its temporary files is full.
bool isWholePackage(const std::filesystem::path& file);

} // namespace terroir::sheets
