#pragma once

#include "core/sheets/sheet.hpp"

#include <deque>
#include <optional>
#include <string>

namespace terroir::tables {

/// A sheet whose cells say the same in Vietnamese and English, as yearbooks do ("Huyện An Lão - An
/// Lao district", "Sơ bộ - Prel. 2023"), without the English. New texts are kept in `texts`.
/// Nothing for other sheets.
std::optional<sheets::Sheet> vietnameseOnly(const sheets::Sheet& sheet,
                                            std::deque<std::string>& texts);

} // namespace terroir::tables
