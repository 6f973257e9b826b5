#pragma once

#include "core/base/error.hpp"
#include "core/base/language.hpp"
#include "core/base/progress.hpp"
#include "core/workspace/workspace.hpp"
#include "plugin/cli/output.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace terroir::cli {

using workspace::Workspace;

/// What every command is given: the options that hold everywhere, and where to speak.
/// stdout (out) is data; everything else goes to stderr.
struct Context {
    Words words{Language::Vietnamese};
    std::filesystem::path workspaceFile;
    bool json = false;
    bool quiet = false;
    bool verbose = false;
    /// What was asked for is done and stays: set once it is committed. A report that then cannot
    /// be written does not turn it into a failure.
    bool isCommitted = false;
    /// What is wrong with the input although the command ran to its end: told when all is written,
    /// or when nobody reads on.
    std::optional<InputError> failure;
    Output out;

    /// A line on stderr, not with -q.
    void note(std::string_view line) const;
    void note(const LocalText& line) const { note(line.in(words.language())); }
    /// What is being done now, with the time since the start: a line on stderr with -v only.
    void step(const LocalText& what) const;
    /// A bar with rate and remaining time on stderr; empty unless stderr is a terminal.
    /// `total` steps give the rate; 0 shows the share alone.
    Progress progress(std::size_t total = 0) const;

    /// The workspace, opened; a step. Waiting for another program is said on stderr. The errors of
    /// Workspace.
    Workspace open(store::Mode mode, store::Spatial spatial = store::Spatial::No) const;

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

/// From $LC_ALL, $LC_MESSAGES, $LANG: English for an en_* locale, Vietnamese otherwise.
Language languageOfLocale();

/// The workspace that is meant when -w is not given.
std::filesystem::path defaultWorkspace();

} // namespace terroir::cli
