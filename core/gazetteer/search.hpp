#pragma once

#include "core/gazetteer/gazetteer.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace terroir::gazetteer {

struct SearchFilter {
    std::optional<Level> level;
    std::optional<Date> asOf;  ///< only units valid on this day; empty: of all dates
    UnitIndex within = noUnit; ///< only units below this one
};

/// Units whose name, full name, alias, code or uid fits the text. Diacritics that are typed count;
/// a text without any finds every spelling. Order: whole name, then beginning of the name, then
/// beginning of a word in it; within these by level, then Vietnamese alphabet. Linear in the units.
std::vector<UnitIndex> search(const Gazetteer& gazetteer, std::string_view text,
                              const SearchFilter& filter);

} // namespace terroir::gazetteer
