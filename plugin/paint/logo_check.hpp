#pragma once

#include <filesystem>

namespace terroir::paint {

/// InputError with the file for a logo whose picture is damaged: map::readLogo() looks at its size
/// alone. The errors of that, too. Needs a Qt application: an SVG may hold letters.
void requirePaintable(const std::filesystem::path& logo);

} // namespace terroir::paint
