#pragma once

#include "core/geocode/place_finder.hpp"

#include <string_view>
#include <vector>

namespace terroir::records {

/// The finest units that the title of a task or model names as its places, in text order: with
/// their type words ("xã Vĩnh Giang, xã Vĩnh Sơn (Vĩnh Linh)"), or behind words such as "tại", "ở",
/// "địa bàn", "vùng". No name inside a product, a mark, a person or an organisation. `within` says
/// where the table as a whole belongs; it may be noUnit. A district that only says where communes
/// are, and a unit that holds `within`, is none.
std::vector<geocode::FoundPlace> titlePlaces(const geocode::Geocoder& geocoder,
                                             std::string_view title, gazetteer::UnitIndex within,
                                             Date asOf);

} // namespace terroir::records
