#pragma once

#include "core/base/language.hpp"
#include "core/theme/own_theme_files.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace terroir::theme {

/// What a person did to one of their own themes, who and when: it was saved, renamed or removed.
struct ThemeEdit {
    int number = 0; ///< ascending
    std::string at; ///< "2026-11-29 14:05", local time
    std::string who;
    LocalText what;
    std::optional<OwnFile> before, after; ///< none: it was, or is, not there
    bool isUndone = false;
};

/// The newest first, at most mostThemeEdits of them; one whose file is damaged is passed over. They
/// are kept in the folder "history" among one's own themes, for every program and session.
std::vector<ThemeEdit> themeEdits();
inline constexpr std::size_t mostThemeEdits = 100;

/// Does `work`, which makes `before` into `after`, and keeps that; neither when it throws.
void keepThemeEdit(const LocalText& what, std::optional<OwnFile> before,
                   std::optional<OwnFile> after, const std::function<void()>& work);

/// The edit that is taken back next: the newest that is not undone.
std::optional<ThemeEdit> newestThemeEdit();
/// Takes it back, or makes it again. InputError, and nothing changes, when the theme has been
/// changed since.
void undoThemeEdit(const ThemeEdit& edit);
void redoThemeEdit(const ThemeEdit& edit);

} // namespace terroir::theme
