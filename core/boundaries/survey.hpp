#pragma once

#include "core/boundaries/layer_day.hpp"
#include "core/boundaries/layer_fields.hpp"

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace terroir::boundaries {

/// What one or more layers of a level say about units, read before anything is taken from them:
/// which day they are of, and whether they lie where their units are.
class Survey {
public:
    explicit Survey(gazetteer::Level level) : m_level(level) {}

    /// Reads the layer once and rewinds it. `seen` is called after each feature.
    void add(geometry::PolygonReader& reader, const LayerFields& fields,
             const std::function<void()>& seen);

    /// Where the unit of the mention is drawn: all parts of one code and name together; without a
    /// code the box of the feature itself.
    const geometry::Box& boxOf(const Mention& mention, const geometry::Box& own) const;

    gazetteer::Level level() const { return m_level; }
    const std::vector<Sighting>& sightings() const { return m_sightings; }

private:
    using Key = std::pair<std::string, std::string>; ///< code, and key of the name

    gazetteer::Level m_level;
    std::vector<Sighting> m_sightings;
    std::map<Key, std::size_t> m_byCode;
};

/// What is surveyed, for sentences.
struct LayerName {
    std::string file, layer, crs;
};

struct FoundDay {
    Date day;
    LocalText doubt; ///< another day explains the layer better than the one that was said
};

/// The day whose units the layers show. A day that is said is held against codes, names and areas;
/// without one it is found where exactly one time fits. InputError, with the day that fits where
/// there is one, when the day is contradicted or cannot be told, and when more than a third of the
/// polygons lie away from their units.
FoundDay dayOf(const Survey& survey, const LayerDay& days, std::optional<Date> said,
               const LayerName& name);

} // namespace terroir::boundaries
