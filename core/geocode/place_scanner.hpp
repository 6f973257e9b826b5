#pragma once

#include "core/geocode/named_units.hpp"
#include "core/geocode/unit_words.hpp"

#include <vector>

namespace terroir::geocode {

/// Words of a running text that speak of one unit.
struct PlaceMention {
    std::size_t first = 0, name = 0, to = 0; ///< words; a type word alone has no name: name == to
    std::string_view type;                   ///< "xã"; empty: none was written or it is not clear
    std::uint8_t levels = 0;                 ///< bits
    std::vector<std::size_t> parents; ///< the mentions behind it that say where, smallest first
    std::size_t list = 0;             ///< those with one number stand in one list
    unsigned announced = 0;           ///< how many units the text counts here: "02 xã"; 0: none
    bool isKnown = false;             ///< the gazetteer has the name as it is written
    bool isInherited = false;         ///< the type was written once for the whole list
    bool isNamePlace = false;         ///< a part of a product's name
    bool isExcepted = false;          ///< "trừ xã Bản Bo"
    bool isFormer = false;            ///< "xã Bản Bo cũ": it had ended by the day
    bool isLoose = false; ///< a place only where what stands around it holds a unit of this name

    bool isBare() const { return name == to; }
};

/// Finds the mentions of a text, in text order; nothing is resolved. Type words, lists behind them,
/// parents behind a mention or a list, and names without a type word where evidence supports them.
/// Linear in the text.
std::vector<PlaceMention> scanPlaces(const TextWords& text, const NamedUnits& units, Date asOf);

} // namespace terroir::geocode
