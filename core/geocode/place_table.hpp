#pragma once

#include "core/base/table.hpp"
#include "core/geocode/place_finder.hpp"

#include <span>

namespace terroir::geocode {

/// "start,end,line,text,status,unit_code,…,reasons,group" of the command-line contract.
std::vector<std::string> placeHeader();

/// A row for each place; of one that is alone the group is unknown.
Table placeTable(std::span<const FoundPlace> places, const gazetteer::Gazetteer& gazetteer,
                 Date asOf);

} // namespace terroir::geocode
