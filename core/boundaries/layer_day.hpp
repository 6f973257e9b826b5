#pragma once

#include "core/boundaries/match.hpp"

#include <optional>
#include <span>
#include <vector>

// A layer of polygons shows the units of some time. Its codes, names and areas tell which, when
// they are held against the units of all times.
namespace terroir::boundaries {

/// What a layer says about one unit: a feature, or several of the same code and name.
struct Sighting {
    Mention mention;
    geometry::Box box;  ///< lon/lat, of all the parts
    double areaKm2 = 0; ///< of all the parts; 0 when it is not known
};

/// How well the units of a time explain what a layer shows.
struct DayFit {
    Period period; ///< in which the fit is the same, on the same ground
    std::size_t sightings = 0;
    std::size_t byCode = 0;   ///< code and name agree; or the name alone, where there is no code
    std::size_t byName = 0;   ///< the name agrees, the code is another one
    std::size_t areas = 0;    ///< of those of byCode: the area is known on both sides
    std::size_t areasOff = 0; ///< of these: it differs by more than maxAreaError

    std::size_t unmatched() const { return sightings - byCode - byName; }
    /// The day to name: the last one of a period that is over, else the first one.
    Date day() const;
    /// Whether these may be the units that the layer shows: at most a third matches nothing, at
    /// most a third by its name alone, at most a tenth of the areas is off.
    bool isPlausible() const;
    bool isBetterThan(const DayFit& other) const;
};

/// Share by which the area of a polygon may differ from the area that the gazetteer has.
inline constexpr double maxAreaError = 0.05;

/// Finds the units of one level and all times that a layer may show.
class LayerDay {
public:
    /// Milliseconds for a province, a second for the country. Both must outlive it.
    LayerDay(const gazetteer::Gazetteer& gazetteer, gazetteer::Level level,
             std::span<const Sighting> sightings);

    DayFit fitOn(Date day) const;
    /// The best fits, oldest first: several when they explain the layer equally well. Empty when no
    /// unit of any time matches.
    const std::vector<DayFit>& best() const { return m_best; }
    /// Sightings that lie outside the country, or away from every unit of their code and name.
    const std::vector<std::size_t>& elsewhere() const { return m_elsewhere; }

private:
    struct Candidate {
        gazetteer::UnitIndex unit = gazetteer::noUnit;
        bool isByCode = false;
        std::optional<bool> isAreaRight; ///< empty: not known
    };
    class Names;
    std::vector<Candidate> candidatesFor(const Sighting& sighting, const Names& names,
                                         gazetteer::Level level) const;
    bool isElsewhere(const Sighting& sighting, std::vector<Candidate>& candidates,
                     const geometry::Box& country) const;
    /// Of the units in force on the day the one that explains the sighting best.
    const Candidate* candidateOn(const std::vector<Candidate>& candidates, Date day) const;
    std::vector<gazetteer::UnitIndex> groundsOn(Date day) const;
    void findBest();

    const gazetteer::Gazetteer& m_gazetteer;
    std::vector<std::vector<Candidate>> m_candidates; ///< for each sighting
    std::vector<DayFit> m_best;
    std::vector<std::size_t> m_elsewhere;
};

} // namespace terroir::boundaries
