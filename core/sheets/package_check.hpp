#pragma once

#include <filesystem>
#include <string>

namespace terroir::sheets {

/// Whether every part of an XLSX ends with the tag that it began with. libxlsxwriter does not
/// notice when the disk of its temporary files is full.
bool isWholePackage(const std::filesystem::path& file);

/// InputError for an XLSX that could not be written: with the system's reason, else with that of
/// libxlsxwriter.
[[noreturn]] void failWriting(const std::filesystem::path& file, const std::string& reason);

} // namespace terroir::sheets
