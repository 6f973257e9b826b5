#pragma once

#include "core/base/date.hpp"
#include "core/geocode/place_finder.hpp"
#include "core/geometry/point.hpp"
#include "core/tables/find_tables.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace terroir::tables {

/// Whether texts around the rows of a table are places: headings, names of sheets, titles. Equal
/// texts are asked once. Not for several threads; the geocoder must outlive it.
class PlaceWords {
public:
    /// `territory` is what the document speaks of, where the user said it.
    PlaceWords(const geocode::Geocoder& geocoder, Date asOf, std::string territory);

    /// The level of the unit that the whole text names, inside the territory where one is given.
    std::optional<gazetteer::Level> levelOf(std::string_view text);
    PlaceTest test() {
        return [this](std::string_view text) { return levelOf(text); };
    }
    /// The lowest unit that a title names with its type, as it is written: "huyện Hương Khê" of
    /// "DANH SÁCH … HUYỆN HƯƠNG KHÊ". Empty without one, or with several of one level.
    std::string placeIn(std::string_view title) const;

    /// The VN-2000 zones of the territory's ground, as EPSG codes; empty when it is not known.
    std::vector<std::string> vn2000Zones() const;
    /// Where the communes lie that a row may name; a commune is as large as `reachKm`.
    struct Whereabouts {
        std::vector<geometry::Point> points; ///< lon/lat
        double reachKm = 0;
    };
    Whereabouts whereaboutsOf(const geocode::Query& row) const;

private:
    bool isInside(gazetteer::UnitIndex unit) const;
    std::optional<gazetteer::Level> findLevel(const std::string& text) const;
    gazetteer::UnitIndex parentOf(gazetteer::UnitIndex unit) const;

    const geocode::Geocoder& m_geocoder;
    geocode::PlaceFinder m_finder;
    Date m_asOf;
    std::string m_territory;
    gazetteer::UnitIndex m_within = gazetteer::noUnit;
    std::unordered_map<std::string, std::optional<gazetteer::Level>> m_levels;
};

} // namespace terroir::tables
