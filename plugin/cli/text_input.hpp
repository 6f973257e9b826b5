#pragma once

#include "core/base/language.hpp"

#include <optional>
#include <string>

namespace terroir::cli {

struct PlainText {
    std::string text;                ///< UTF-8; offsets of what is found in it are of this text
    std::optional<LocalText> remark; ///< "read as TCVN3"; none for UTF-8
};

/// A whole text from a file, or from standard input for "-": UTF-8, UTF-16, Windows-1258, and the
/// TCVN3 and VNI fonts, also saved as UTF-8. InputError for Word and PDF files and other tables and
/// pictures, bytes that are no such text (with the row), and more than maxTextMegabytes.
PlainText readText(const std::string& file);

inline constexpr int maxTextMegabytes = 100;

} // namespace terroir::cli
