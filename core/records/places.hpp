#pragma once

#include "core/base/language.hpp"
#include "core/geocode/listed_units.hpp"
#include "core/records/record.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace terroir::records {

/// The cells of a row that say where; all as written, any may be empty.
struct PlaceCells {
    std::string place, level, role, within;
    std::string province, district, commune;
    std::string namePlace, nameLevel;
    std::string territory; ///< of the source

    bool saySomewhere() const {
        return !place.empty() || !province.empty() || !district.empty() || !commune.empty() ||
               !territory.empty();
    }
};

/// A level as tables write it, "village" and "bản" being below the commune.
struct LevelWord {
    gazetteer::Level level = gazetteer::Level::Commune;
    bool isVillage = false;
};
std::optional<LevelWord> parseLevelWord(std::string_view text);

/// "a; b" and lines of one cell, without empty parts.
std::vector<std::string> splitList(std::string_view text);

/// Why a place is not one unit and what to do, with up to three candidates by name.
/// Whether a person should look at the place: not one unit, or one with a parent that is not known.
bool isDoubtful(const Place& place);
LocalText placeDoubt(const Place& place, Date asOf, const gazetteer::Gazetteer& gazetteer);

/// Makes the places of records and resolves them. Equal questions are asked once. Not for several
/// threads; the gazetteer and the geocoder must outlive it.
class PlaceReader {
public:
    PlaceReader(const geocode::Geocoder& geocoder, const gazetteer::Gazetteer& gazetteer)
        : m_geocoder(&geocoder), m_gazetteer(&gazetteer) {}

    /// A cell that lists several units gives a place for each of them. Locations or coverage first,
    /// then name components; one Territory, resolved as the territory text itself, where the row
    /// names no place. A village resolves to its commune. Cells of an unknown level or role are
    /// read as if empty: check them before.
    std::vector<Place> read(const PlaceCells& cells, Date asOf);

    /// Resolves one question.
    const geocode::Match& resolve(const geocode::Query& query);

private:
    std::vector<Place> readWritten(const PlaceCells& cells, Date asOf);
    std::vector<Place> readColumns(const PlaceCells& cells, Date asOf);
    Place resolved(Place place, const geocode::Query& query);
    Place answered(Place place, const geocode::Match& match) const;
    const std::vector<geocode::ListedUnit>& list(const geocode::Query& query);
    void addListed(std::vector<Place>& places, const Place& place, const geocode::Query& query);
    Place resolvedVillage(Place place, const geocode::Query& query, const PlaceCells& cells);

    const geocode::Geocoder* m_geocoder;
    const gazetteer::Gazetteer* m_gazetteer;
    std::unordered_map<std::string, geocode::Match> m_answers;
    std::unordered_map<std::string, std::vector<geocode::ListedUnit>> m_lists;
};

} // namespace terroir::records
