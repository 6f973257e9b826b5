#pragma once

#include "core/sheets/read.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Files of tables that tests write, and what was read from them.
namespace terroir::sheets {

using Parts = std::vector<std::pair<std::string, std::string>>; ///< name and content

/// A file of this test run with the content; the name is made unique.
std::filesystem::path written(const std::string& name, std::string_view content);
/// A ZIP file of the parts, not compressed.
std::string zipped(const Parts& parts);
/// The parts of a workbook of one sheet "S"; `sheet` is what stands in <worksheet>.
Parts xlsxParts(const std::string& sheet, const std::string& strings = {},
                const std::string& styles = {});
std::filesystem::path xlsxFile(const std::string& sheet, const std::string& strings = {},
                               const std::string& styles = {});
/// A spreadsheet of ODF; `tables` is what stands in <office:spreadsheet>.
std::string odsContent(const std::string& tables, const std::string& styles = {});

/// A row as "line: a | #12 | @2024-01-05", # for numbers and @ for days.
std::string shown(const Row& row);
std::vector<std::string> shown(const Sheet& sheet);
/// The English sentence of the InputError, or "accepted".
std::string refusal(const std::filesystem::path& file, const std::string& sheet = {});
/// The bytes of a file.
std::string bytesOf(const std::filesystem::path& file);

} // namespace terroir::sheets
