#pragma once

#include "core/base/output_file.hpp"
#include "core/theme/own_theme_files.hpp"
#include "core/theme/theme.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::theme {

struct KnownThemes {
    /// Packaged ones, then one's own, then those of a folder that was named; a later one replaces
    /// an earlier one of the same id.
    std::vector<theme::Theme> themes;
    std::vector<LocalText> problems; ///< a sentence for each own file that cannot be read

    /// UsageError with the nearest id for an unknown one; when one's own theme of this name cannot
    /// be read, the error says why.
    const theme::Theme& find(std::string_view id) const;
};
/// What every part of terroir offers. `folder`: of more themes, empty for none. InputError when the
/// packaged ones are missing, UsageError when the folder is.
KnownThemes knownThemes(const std::string& folder = {});

/// One more, instead of the one of its id if there is one.
void putInto(std::vector<theme::Theme>& themes, theme::Theme theme);

/// The id of a theme that a person gives a title: "Cây ăn quả 2022" gives "cay-an-qua-2022". Empty
/// for a title without a letter or a digit.
std::string themeIdOf(std::string_view title);

/// The theme under a title of a person's own, which also gives its id (themeIdOf()). The title in
/// one language stands for the other where that is empty.
theme::Theme withTitle(theme::Theme theme, LocalText title);

/// Whether saving a theme of this id replaces one of one's own.
bool isOwnTheme(std::string_view id);

// Each of these three is one edit of the history of one's own themes (theme_history.hpp).

/// Takes one's own theme away. UsageError with the nearest of one's own for an id that is none of
/// them; InputError for a file that cannot be removed.
void removeOwnTheme(std::string_view id);
/// Gives one's own theme another title, which also gives its id; the old file goes once the new one
/// is there. Errors as of saveOwnTheme() and removeOwnTheme(). Returns the new id.
std::string renameOwnTheme(std::string_view id, const std::string& title);

/// Writes the theme into the folder of one's own themes, where every part of terroir finds it, and
/// returns the file. UsageError for an id that is empty or a packaged theme's, or a theme that no
/// file can hold (theme::toJson()); the errors of theme::writeTheme().
std::filesystem::path saveOwnTheme(const theme::Theme& theme, Overwrite overwrite);

} // namespace terroir::theme
