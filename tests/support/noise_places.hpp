#pragma once

#include "core/gazetteer/gazetteer.hpp"
#include "tests/support/noise_classes.hpp"

#include <array>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace terroir::testing {

inline constexpr Date lastDayOfDistricts = Date::of(2025, 6, 30);

struct Place {
    gazetteer::UnitIndex commune = gazetteer::noUnit, district = gazetteer::noUnit, province = gazetteer::noUnit;
};

/// The communes of a day with the parents of that day.
struct Era {
    std::vector<Place> places;
    std::vector<std::size_t> northWest; ///< in Lai Châu and Sơn La
    std::vector<std::size_t> gone;      ///< not so any more on the last day of districts
    std::unordered_map<std::string, std::vector<std::size_t>> byName; ///< loosest form of the name
    std::set<std::pair<gazetteer::UnitIndex, std::string>> districtNames;        ///< by province, loosest form
};

/// The communes of any day, and which of them fit what a text says. The gazetteer must outlive it.
class NoisePlaces {
public:
    explicit NoisePlaces(const gazetteer::Gazetteer& gazetteer);
    const Era& era(Date day);
    Address address(const Place& place) const;
    /// The places of the era that fit what is said about one of them; empty when the text says
    /// something else than the place.
    std::vector<Place> fitting(const Era& era, const Place& place, const Said& said) const;

private:
    struct Keys {
        std::string normal, loosest;
        std::array<std::string, std::size_t(Key::count)> forms;
    };

    bool sameName(gazetteer::UnitIndex a, gazetteer::UnitIndex b, Key key) const;
    bool sameUnit(gazetteer::UnitIndex a, gazetteer::UnitIndex b, const Said& said, bool byInitials) const;
    bool fitsParents(const Place& candidate, const Place& place, const Said& said) const;
    bool fitsCommune(const Place& candidate, const Place& place, const Said& said) const;

    const gazetteer::Gazetteer& m_gazetteer;
    std::vector<Keys> m_keys;
    std::map<Date, Era> m_eras;
};

} // namespace terroir::testing
