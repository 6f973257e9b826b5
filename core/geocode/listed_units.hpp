#pragma once

#include "core/geocode/place_finder.hpp"

#include <string>
#include <vector>

namespace terroir::geocode {

/// One of the units that a cell of a table lists.
struct ListedUnit {
    std::string text; ///< as it is written; the whole cell where it lists nothing
    Match match;
};

/// The units of a query whose text or lowest column may be a list: "xã A, B (huyện Y)", "Bản Bo; Nà
/// Tăm" in a column of communes. Units that only say where others lie are left out. Where nothing
/// is listed: the one answer of the geocoder.
std::vector<ListedUnit> listedUnits(const Geocoder& geocoder, const Query& query);

/// Without units that hold others of the places, and each unit once.
std::vector<FoundPlace> withoutOuter(const Geocoder& geocoder, std::vector<FoundPlace> places);

} // namespace terroir::geocode
