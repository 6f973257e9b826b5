#pragma once

#include "core/base/language.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// What readers of this room say when they cannot go on; all of them throw InputError.
namespace terroir::sheets {

/// The file is damaged or cut; `reason` in a few words.
[[noreturn]] void failDamaged(const std::string& file, const LocalText& reason);
/// A sheet is larger than limits.hpp allows.
[[noreturn]] void failTooLarge(const std::string& file, std::size_t line, const LocalText& reason);
/// The file is a report, a letter, a page: no table.
[[noreturn]] void failReport(const std::string& file);
/// No sheet or layer has this name; lists those that are there.
[[noreturn]] void failNoSheet(const std::string& file, std::string_view sheet,
                              const std::vector<std::string>& names);

/// A cell of more than maxCharacters is refused. `line` 0: unknown.
void checkLength(std::string_view text, const std::string& file, std::size_t line);

} // namespace terroir::sheets
