#pragma once

#include "core/geocode/geocoder.hpp"

#include <optional>
#include <string_view>

namespace terroir::geocode {

// The codes of an answer in words. Files, CSV and JSON keep the codes.

/// "khớp", "matched".
const LocalText& inWords(Status status);

/// One of the short words of the column `reasons`, of a look-up, a conversion or a point:
/// "several-fit" gives "nhiều đơn vị phù hợp", "typo:1" gives "sai 1 chữ". None for a word that is
/// not known.
std::optional<LocalText> reasonInWords(std::string_view reason);

/// The words of reasons that are joined with ';', joined with "; ". A word that is not known stays.
LocalText reasonsInWords(std::string_view reasons);

} // namespace terroir::geocode
