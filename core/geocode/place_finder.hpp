#pragma once

#include "core/geocode/geocoder.hpp"
#include "core/geocode/named_units.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace terroir::geocode {

/// A place that a text names.
struct FoundPlace {
    std::size_t firstByte = 0, endByte = 0;
    std::size_t first = 0, end = 0; ///< characters (code points) of the text
    std::size_t line = 0;           ///< from 1
    std::string text;               ///< as it is written, line ends within it too
    Match match;
    std::size_t group = 0; ///< those of one list have one number, from 1; 0: alone
};

/// Finds every place that a text of any length names: a report, a cell, any bytes. A mention is
/// read and scored by the Geocoder; what says where it lies is chosen here, the first of these that
/// can hold it: the parents behind the mention or its list ("xã X, huyện Y", "xã A, B (huyện Y)");
/// what is named before it in the sentence, then behind; in its paragraph; anywhere before it; the
/// context that is given. A type word alone ("thị trấn", "huyện") means what was named before,
/// with the reason "named-before". "count-differs": the text counts more or fewer units than its
/// list has. "name-place": a part of a product's name, never Matched. Immutable, safe from several
/// threads; the geocoder must outlive it. Linear in the text; 20 ms for a report of 50 KB.
class PlaceFinder {
public:
    explicit PlaceFinder(const Geocoder& geocoder) : m_geocoder(geocoder), m_units(geocoder) {}

    struct Options {
        Date asOf = Date::today();
        std::string context; ///< where the text as a whole belongs: "tỉnh Lai Châu"
        gazetteer::UnitIndex within = gazetteer::noUnit; ///< the same, where it is known
        Days days = Days::Any;
    };
    /// In text order.
    std::vector<FoundPlace> find(std::string_view text, const Options& options) const;

private:
    const Geocoder& m_geocoder;
    NamedUnits m_units;
};

} // namespace terroir::geocode
