#pragma once

#include "core/base/date.hpp"
#include "core/base/error.hpp"
#include "core/base/output_file.hpp"
#include "core/figures/theme_figures.hpp"
#include "core/gazetteer/unit.hpp"
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
    /// The same for what goes to a file only; `help` says what it is.
    void bindFile(CLI::App& app, const Words& words, const LocalText& help);
    Overwrite mode() const { return overwrite ? Overwrite::Allow : Overwrite::Refuse; }
    bool isStandardOutput() const { return file.empty() || file == "-"; }
};

/// --as-of, --within, --level.
struct WhereWhenOptions {
    std::string asOfText, within, levelText;
    /// Of commands that look units up.
    void bindLookUp(CLI::App& app, const Words& words);
    /// Of commands that draw themes, where --within may also say "all" and "country".
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

/// "province", "district", "commune", or "tỉnh", "huyện", "xã" with or without their marks.
/// UsageError that names the option, the nearest level and all of them.
gazetteer::Level requireLevel(const std::string& text, std::string_view option = "--level");

/// A day as session::parseDayText() reads it; UsageError that names the option.
Date requireDay(const std::string& text, std::string_view option);
/// The same, and not before the list of units begins.
Date requireDayOfUnits(const std::string& text, std::string_view option);

/// A whole number that is not negative; UsageError that names the option.
std::size_t requireCount(const std::string& text, std::string_view option);
/// A number above zero; UsageError that names the option.
double requirePositive(const std::string& text, std::string_view option);

/// UsageError with --json: the answer would stand in the middle of what is written to standard
/// output.
void requireNoJson(const Context& context);

/// The text where "-" cannot be meant, checked: InputError when the file is missing or a folder.
void requireFile(const std::filesystem::path& file);

} // namespace terroir::cli
