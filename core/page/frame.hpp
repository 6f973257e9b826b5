#pragma once

#include "core/page/web_files.hpp"

#include <string>
#include <string_view>

namespace terroir::page {

/// A page of these files: `language` is "vi" or "en", `json` the data that its script reads. Its
/// Content Security Policy lets no script run but its own and nothing be loaded.
std::string filledFrame(const WebFiles& files, std::string_view language, std::string_view title,
                        std::string json);

/// A text between HTML tags or in quotes.
std::string htmlText(std::string_view text);
/// JSON that stands in a <script> element: no tag can begin in it.
std::string scriptText(std::string json);

} // namespace terroir::page
