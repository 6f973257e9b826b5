#pragma once

#include "core/records/selection.hpp"
#include "core/theme/picture.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::theme {

/// The pictures of styles/pictograms, compiled in: "cattle", "fish", …
std::vector<std::string> pictureNames();
/// One of them; UsageError with the names for another.
const Picture& knownPicture(std::string_view name);

/// The picture of what is selected: of its categories, else of its subjects, else of its kind,
/// where all of them have the same one. Empty when there is none, or several.
std::string pictureOf(const records::Selection& selection);

/// How many pictures stand in a row for what is selected: as many as the stars of OCOP products of
/// one class, else one.
std::size_t picturesInRow(std::string_view picture, const records::Selection& selection);

} // namespace terroir::theme
