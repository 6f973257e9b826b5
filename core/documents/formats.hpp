#pragma once

#include "core/base/progress.hpp"
#include "core/documents/document.hpp"
#include "core/sheets/package.hpp"

#include <string>
#include <string_view>

namespace terroir::documents {

// The readers of single formats; readDocument() chooses. `file` for messages.

Document readWord(sheets::Package& package, const std::string& file);
Document readOpenDocument(sheets::Package& package, const std::string& file);
Document readPdf(std::string_view bytes, const std::string& file, const Progress& progress = {});
Document readHtml(std::string_view bytes, const std::string& file);

} // namespace terroir::documents
