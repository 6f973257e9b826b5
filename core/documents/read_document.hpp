#pragma once

#include "core/base/progress.hpp"
#include "core/documents/document.hpp"

#include <filesystem>
#include <string>

namespace terroir::documents {

/// Reads DOCX, ODT, PDF (with text), HTML, and plain text as readPlainText() does; the content
/// decides, not the ending (but .xls and .dbf are tables, and so are .csv and .tsv unless they hold
/// sentences). InputError for a file that is damaged, locked, empty, a scan without
/// text, or of another kind (.doc, .rtf, tables and pictures), with what to do about it. `progress`
/// is asked at each page of a PDF; Error when it says stop.
Document readDocument(const std::filesystem::path& file, const Progress& progress = {});

/// Plain text of a file, or of standard input for "-": UTF-8, UTF-16, Windows-1258, and the TCVN3
/// and VNI fonts, also saved as UTF-8. InputError for bytes that are no such text (with the row)
/// and for more than maxTextMegabytes.
Document readPlainText(const std::string& file);

inline constexpr int maxTextMegabytes = 100;

} // namespace terroir::documents
