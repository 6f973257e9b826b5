#pragma once

#include "core/figures/evaluate.hpp"
#include "core/workspace/workspace.hpp"
#include "plugin/cli/draw_options.hpp"
#include "plugin/cli/force_options.hpp"
#include "plugin/cli/limit_options.hpp"
#include "plugin/cli/options.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace terroir::cli {

/// What table, map and export have in common: which themes, and what is set over them.
class ThemeOptions {
public:
    std::vector<std::string> ids;
    WhereWhenOptions area;

    /// Names the options; `ids` is bound by the command, which knows how many there may be.
    void bind(CLI::App& app, const Words& words);

    bool hasFiles() const { return !m_files.empty(); }
    /// Whether only some records are asked for: of a source, a crop, a unit, some years.
    bool isLimited() const { return areRecordsLimited() || area.isLimited(); }
    /// The same without the area.
    bool areRecordsLimited() const {
        return !m_limits.isEmpty() || !m_force.isEmpty() || settings().period;
    }

    /// The themes asked for (all when `ids` and --theme-file are empty). UsageError with the
    /// nearest id for an unknown one, and for one that was named and cannot be filled by classes
    /// where the options say how classes are made, or be drawn otherwise where they ask for that.
    std::vector<theme::Theme> themes() const;
    /// All that there are, with those of --styles and of --theme-file, of which one replaces
    /// another of its id.
    std::vector<theme::Theme> everyTheme() const;
    /// Of these, where none was named, those of which the workspace has records; says which are
    /// left out, and which stay without the classes asked for. InputError when there are none.
    std::vector<theme::Theme> themesWithRecords(std::vector<theme::Theme> themes,
                                                const Context& context,
                                                workspace::Workspace& workspace) const;
    /// What the options set over a theme; UsageError for a value that there is not.
    theme::Settings settings() const;
    /// Puts the settings over a theme, finds its area, and makes its figures; at `level` and on the
    /// units of `day`, where these are given, whatever was asked for. `memory` as in
    /// figures::join().
    figures::EvaluatedTheme evaluate(const theme::Theme& theme, Workspace& workspace,
                                     Language language, std::optional<gazetteer::Level> level = {},
                                     std::optional<Date> day = {},
                                     figures::CountedMemory* memory = nullptr) const;

private:
    bool isEveryTheme() const { return ids.empty() && m_files.empty(); }
    void sayWithoutClasses(std::span<const theme::Theme> themes, const Context& context) const;

    std::vector<std::string> m_files;
    LimitOptions m_limits;
    DrawOptions m_draw;
    std::string m_styles, m_method, m_palette, m_per, m_years;
    std::size_t m_classes = 0;
    ForceOptions m_force;
};

} // namespace terroir::cli
