#pragma once

#include "core/tables/found_table.hpp"
#include "core/tables/place_words.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::tables {

/// Of a column with many rows about as many are looked at, evenly spread.
inline constexpr std::size_t sampleSize = 200;

/// What the cells of a column are, in shares of those that are filled.
struct Values {
    std::size_t filled = 0;
    double numbers = 0, periods = 0, stars = 0, units = 0, texts = 0, codes = 0;
    std::size_t distinct = 0;
    double holders = 0;
    double holderTypes = 0;
    double meanLength = 0;
    std::vector<std::string> samples; ///< distinct texts, some
};

Values valuesOf(const FoundTable& table, const FoundColumn& column);

/// Of the distinct texts of a column, the share of those that name a unit; with a level, of that
/// level.
double shareOfPlaces(const Values& values, PlaceWords& places,
                     std::optional<gazetteer::Level> level = {});

/// Of the distinct texts of a column, the share of those that say what sort of unit they name: "xã
/// Đắc Sở, huyện Hoài Đức", "toàn huyện Sóc Sơn". Hamlets alone do not.
double shareOfUnitWords(const Values& values);

/// Of the distinct texts of a column, the share of those that name a crop or an animal.
double shareOfThings(const Values& values);

/// Whether the values may be what the field holds.
bool fits(std::string_view field, const Values& values);

} // namespace terroir::tables
