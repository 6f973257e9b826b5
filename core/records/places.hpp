#pragma once

#include "core/base/language.hpp"
#include "core/geocode/listed_units.hpp"
#include "core/records/ground.hpp"
#include "core/records/place_doubts.hpp"
#include "core/records/place_text.hpp"
#include "core/records/record.hpp"
#include "core/records/row_place.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace terroir::records {

struct PlaceQuestion;

/// Makes the places of records and resolves them. Equal questions are asked once. Not for several
/// threads; the gazetteer and the geocoder must outlive it.
class PlaceReader {
public:
    /// Without a finder, ground says nothing.
    PlaceReader(const geocode::Geocoder& geocoder, const gazetteer::Gazetteer& gazetteer,
                GroundFinder ground = {})
        : m_geocoder(&geocoder), m_gazetteer(&gazetteer), m_ground(std::move(ground)) {}

    /// A cell that lists several units gives a place for each of them. Locations or coverage first,
    /// then name components; one Territory, resolved as the territory text itself, where neither
    /// the row nor its table names a place. A village resolves to its commune. Cells of an unknown
    /// level or role are read as if empty: check them before.
    ReadPlaces read(const PlaceCells& cells, Date asOf);

    /// What a person decided: Corrections::places.
    void decide(std::map<std::string, std::string> places);
    /// Those that were used, and in how many rows.
    const std::map<std::string, std::size_t>& decidedRows() const { return m_decidedRows; }

    /// Places of a planner's own tables that were read as units of other letters: the text, the
    /// unit in words, and in how many rows.
    using Misspelt = std::map<std::pair<std::string, std::string>, std::size_t>;
    const Misspelt& misspelt() const { return m_misspelt; }

    /// Rows whose commune their ground says, on approximate cells.
    std::size_t approximateRows() const { return m_approximateRows; }

    /// The day as of which a document without a day of its own names places, gazetteer::dayOf() its
    /// territory: a document of a district speaks of the units of the district's time.
    Date dayWithin(const std::string& territory, Date asOf);
    /// What dayWithin() gave instead of the day it was asked for, if it did.
    std::optional<Date> lastDay() const { return m_lastDay; }

    /// Resolves one question.
    const geocode::Match& resolve(const geocode::Query& query);

private:
    ReadPlaces readNamed(const PlaceCells& cells, Date asOf);
    PlaceQuestion complete(const PlaceCells& cells, Date asOf, ReadPlaces& out);
    gazetteer::UnitIndex widest(const geocode::Match& match, Date asOf) const;
    void readText(const PlaceQuestion& asked, std::string_view text,
                  std::optional<gazetteer::Level> column, ReadPlaces& out);
    bool readWholeUnit(const PlaceQuestion& asked, Place place, std::string_view text,
                       ReadPlaces& out);
    void readFormer(const PlaceQuestion& asked, Place place, geocode::Query query, ReadPlaces& out);
    void settleByFormer(const PlaceQuestion& asked, const std::string& former, ReadPlaces& out);
    void dropPredecessors(Date asOf, ReadPlaces& out) const;
    void readGround(const PlaceCells& cells, Date asOf, ReadPlaces& out);
    std::optional<double> kmFromMiddle(const sheets::Ground& ground, const Place& place,
                                       Date asOf) const;
    void addTerritory(const PlaceCells& cells, Date asOf, ReadPlaces& out);
    void applyDecided(Date asOf, ReadPlaces& out);
    void judge(const PlaceCells& cells, Date asOf, ReadPlaces& out);
    void judgeSpelling(Place& place, Date asOf, ReadPlaces& out);
    gazetteer::UnitIndex areaOf(const Place& place, const std::string& territory, Date asOf);
    const ReadPlaces& named(const PlaceCells& cells, Date asOf);
    gazetteer::UnitIndex otherBefore(const PlaceCells& cells, const Place& place, Date asOf);
    bool isInTerritory(const std::string& territory, gazetteer::UnitIndex unit, Date asOf);
    gazetteer::UnitIndex territoryUnit(const std::string& territory, Date asOf);

    Place resolved(Place place, const geocode::Query& query);
    Place answered(Place place, const geocode::Match& match) const;
    const std::vector<geocode::ListedUnit>& list(const geocode::Query& query);
    void addListed(std::vector<Place>& places, const Place& place, const geocode::Query& query);
    Place resolvedVillage(Place place, const geocode::Query& query, const PlaceCells& cells);

    const geocode::Geocoder* m_geocoder;
    const gazetteer::Gazetteer* m_gazetteer;
    GroundFinder m_ground;
    std::unordered_map<std::string, geocode::Match> m_answers;
    std::unordered_map<std::string, std::vector<geocode::ListedUnit>> m_lists;
    std::unordered_map<std::string, ReadPlaces> m_rows;
    std::unordered_map<std::string, bool> m_inTerritory;
    std::optional<Date> m_lastDay;
    std::unordered_map<std::string, Date> m_lastDays; ///< dayWithin()
    std::map<std::string, std::string> m_decided;
    std::map<std::string, std::size_t> m_decidedRows;
    Misspelt m_misspelt;
    std::size_t m_approximateRows = 0;
};

} // namespace terroir::records
