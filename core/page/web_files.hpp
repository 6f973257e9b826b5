#pragma once

#include <string_view>

namespace terroir::page {

/// The parts of the page that are the same on every page: files of core/page/web, embedded by
/// embed.cmake.
struct WebFiles {
    std::string_view frame; ///< HTML with places like {{title}}
    std::string_view style, script;
    std::string_view styleHash, scriptHash; ///< "sha256-…", as a Content Security Policy has them
};
const WebFiles& webFiles();    ///< of maps
const WebFiles& reviewFiles(); ///< of proposals that are reviewed

} // namespace terroir::page
