#pragma once

#include "core/geocode/geocoder.hpp"
#include "core/geocode/reading.hpp"

#include <vector>

namespace terroir::geocode {

/// What the gazetteer knows of a name that is spelled exactly, for readers of running text, who
/// must know where a name ends and whether it lies in another. Immutable.
class NamedUnits {
public:
    explicit NamedUnits(const Geocoder& geocoder)
        : m_gazetteer(geocoder.gazetteer()), m_names(geocoder.names()),
          m_lineage(geocoder.lineage()) {}

    /// Bits of the levels of the units of this name; 0 when there are none. A name whose marks
    /// differ is another, one without any marks is not.
    std::uint8_t levelsOf(SpellingView name) const;
    /// Whether a unit of this name and these levels, at any time, lies in the area.
    bool liesIn(SpellingView name, std::uint8_t levels, LineageId area) const;
    bool liesInAny(SpellingView name, std::uint8_t levels,
                   const std::vector<LineageId>& areas) const;
    /// The areas that are meant by a name.
    std::vector<LineageId> areasOf(SpellingView name, std::uint8_t levels) const;
    /// The provinces and districts that hold a unit of this name.
    std::vector<LineageId> parentsOf(SpellingView name, std::uint8_t levels,
                                     gazetteer::Level parent) const;
    /// Whether a unit of this level and type ever bore the name.
    bool isOfType(SpellingView name, std::uint8_t level, std::string_view type) const;
    /// Whether a unit of this level bears the name on the day.
    bool inForce(SpellingView name, std::uint8_t level, Date day) const;

private:
    template <typename Use>
    void forEach(SpellingView name, std::uint8_t levels, Use use) const;

    const gazetteer::Gazetteer& m_gazetteer;
    const NameIndex& m_names;
    const Lineage& m_lineage;
};

} // namespace terroir::geocode
