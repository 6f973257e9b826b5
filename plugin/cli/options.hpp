#pragma once

#include "core/base/date.hpp"
#include "core/base/error.hpp"
#include "core/base/output_file.hpp"
#include "core/gazetteer/unit.hpp"
#include "core/session/theme_figures.hpp"
#include "plugin/cli/context.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace terroir::cli {

// Options that mean the same in every command that has them. bind() names them once; nothing is
// read or opened before the command runs.

/// -o/--output and -O/--overwrite.
struct OutputOptions {
    std::string file;
    bool overwrite = false;
    void bind(CLI::App& app, const Words& words);
    Overwrite mode() const { return overwrite ? Overwrite::Allow : Overwrite::Refuse; }
    bool isStandardOutput() const { return file.empty() || file == "-"; }
};

/// --as-of, --within, --level.
struct AreaOptions {
    std::string asOfText, within, levelText;
    void bind(CLI::App& app, const Words& words);
    void bindAsOf(CLI::App& app, const Words& words);
    void bindLevel(CLI::App& app, const Words& words);
    /// Whether --within names a unit ("all" names none).
    bool isLimited() const {
        return !within.empty() && within != everywhere && within != theme::Settings::country;
    }
    /// --within all: wherever there are figures, whatever area a theme names.
    static constexpr std::string_view everywhere = theme::Settings::everywhere;
    std::optional<Date> asOf() const;
    std::optional<gazetteer::Level> level() const;
};

/// UsageError that names the option, the nearest level and all of them.
gazetteer::Level requireLevel(const std::string& text);

/// The text where "-" cannot be meant, checked: InputError when the file is missing or a folder.
void requireFile(const std::filesystem::path& file);

} // namespace terroir::cli
