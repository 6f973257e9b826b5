#pragma once

#include <string>

namespace terroir::cli {

/// A whole text in UTF-8 from a file, or from standard input for "-". InputError for Word and PDF
/// files and other tables and pictures, bytes that are no UTF-8 (with the row), and more than
/// mostTextMegabytes.
std::string readText(const std::string& file);

inline constexpr int mostTextMegabytes = 100;

} // namespace terroir::cli
