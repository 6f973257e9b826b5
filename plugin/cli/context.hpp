#pragma once

#include "core/base/language.hpp"
#include "core/base/progress.hpp"
#include "core/session/session.hpp"
#include "plugin/cli/output.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace terroir::cli {

using session::Session;

/// What every command is given: the options that hold everywhere, and where to speak.
/// stdout (out) is data; everything else goes to stderr.
struct Context {
    Words words{Language::Vietnamese};
    std::filesystem::path workspaceFile;
    bool json = false;
    bool quiet = false;
    bool verbose = false;
    Output out;

    /// A line on stderr, not with -q.
    void note(std::string_view line) const;
    /// A line on stderr, only with -v.
    void detail(std::string_view line) const;
    /// A bar with rate and remaining time on stderr; empty unless stderr is a terminal.
    /// `total` steps give the rate; 0 shows the share alone.
    Progress progress(std::size_t total = 0) const;
};

/// From $LC_ALL, $LC_MESSAGES, $LANG: English for an en_* locale, Vietnamese otherwise.
Language languageOfLocale();

/// The workspace that is meant when -w is not given.
std::filesystem::path defaultWorkspace();

} // namespace terroir::cli
