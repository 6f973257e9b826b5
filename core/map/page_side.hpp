#pragma once

#include "core/map/legend.hpp"
#include "core/map/locator.hpp"
#include "core/map/page_table.hpp"

#include <optional>
#include <string>
#include <vector>

namespace terroir::map {

/// What stands with the legend where a layout asks for it: table of figures, note, locator.
class PageSide {
public:
    /// In a column of that width on a page of at most that height. `type` must outlive it.
    PageSide(const Page& page, const LegendInput& input, const Typesetter& type, double widthMm,
             double mostMm);

    bool isEmpty() const { return m_leastMm == 0; }
    /// Without the table; with its first rows; with all of them.
    double fixedMm() const { return m_fixedMm; }
    double leastMm() const { return m_leastMm; }
    double fullMm() const { return m_fullMm; }

    /// The locator's map, which is drawn when the map is fitted, stands here.
    struct Placed {
        std::vector<Group> groups; ///< "side:table", "side:note", "side:locator"
        std::optional<geometry::Box> locator;
    };
    /// From the top of the box in the order of the layout; at its bottom the locator, where it is
    /// the last. The table takes what room the others leave.
    Placed place(const geometry::Box& box) const;

private:
    bool has(SidePart part) const;
    double heightOf(SidePart part) const; ///< with the gap above it; the table: nothing
    /// From that height on; what is below.
    double set(SidePart part, const geometry::Box& box, Placed& placed) const;
    double setNote(Group& group, const geometry::Box& box) const;
    double headed(double contentMm) const; ///< with a heading and the gap above it
    double setHeading(Group& group, const std::string& text, geometry::Point at) const;

    const Typesetter& m_type;
    Language m_language;
    std::vector<SidePart> m_order;
    std::optional<PageTable> m_table;
    std::vector<std::string> m_note;
    std::string m_locatorHeading;
    double m_widthMm, m_locatorWidthMm = 0, m_locatorMm = 0;
    double m_fixedMm = 0, m_leastMm = 0, m_fullMm = 0;
};

} // namespace terroir::map
