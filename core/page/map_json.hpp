#pragma once

#include "core/map/page_shapes.hpp"
#include "core/page/outlines.hpp"
#include "core/page/page_days.hpp"
#include "core/page/record_list.hpp"
#include "core/page/texts.hpp"

#include <memory>

namespace terroir::page {

/// What all maps of a page share.
struct SharedParts {
    const gazetteer::Gazetteer& gazetteer;
    const records::CompactRecords& records;
    Grid grid;
    Texts& texts;
    RecordList list;
    Outlines outlines = {};
};

/// The numbers of a map's shapes among the outlines, and the places of its units; the same for all
/// themes that show the same units on a day.
class MapGround {
public:
    MapGround(const map::PageShapes& data, SharedParts& parts);

    const map::PageShapes& data() const { return m_data; }
    const nlohmann::json& asJson() const { return m_json; }
    /// Of a unit's shape; none: no boundaries.
    std::optional<std::size_t> shapeOf(gazetteer::UnitIndex unit) const;
    /// Of the outline of an old unit: see figures::formerUnitsOf().
    std::optional<std::size_t> formerOf(gazetteer::UnitIndex unit) const;

private:
    void setSeaNames(const geometry::Box& box, SharedParts& parts);

    const map::PageShapes& m_data;
    nlohmann::json m_json;
    std::map<gazetteer::UnitIndex, std::size_t> m_shapes, m_formers;
};

/// One map: its texts, legend, units with fills, symbols and records, groups of units, and its
/// table. `title`, if not empty, stands for the theme's.
nlohmann::json mapJson(const ThemeOnDay& theme, const MapGround& ground, const std::string& title,
                       SharedParts& parts);

} // namespace terroir::page
