#pragma once

#include "core/map/compose_view.hpp"
#include "core/workspace/workspace.hpp"

#include <array>
#include <memory>
#include <vector>

namespace terroir::map {

/// The shapes of one map for a screen: all of them coarse from the start, finer ones fetched from
/// the workspace as they come into view, and kept while they are near it.
class ScreenShapes {
public:
    /// Reads the coarse shapes. The workspace and what `evaluated` refers to must outlive this.
    ScreenShapes(workspace::Workspace& workspace, const figures::EvaluatedTheme& evaluated);

    /// EPSG:3857, of the units of the map; empty when none has a shape.
    const geometry::Box& extent() const { return m_extent; }
    /// Units that have no shape.
    const std::vector<gazetteer::UnitIndex>& missing() const { return m_missing; }
    const figures::PageWords::Approximate& approximate() const { return m_approximate; }

    /// What reaches into a box of EPSG:3857, no coarser than `metres` on the ground where the
    /// workspace has that. Only the first call for an area and detail reads from disk.
    map::ViewShapes within(const geometry::Box& mercator, double metres);

    /// The unit of the map at a point of EPSG:3857, by the finest shapes fetched; noUnit for none.
    gazetteer::UnitIndex unitAt(geometry::Point mercator) const;
    /// EPSG:3857; empty for a unit without a shape on this map.
    geometry::Box boxOf(gazetteer::UnitIndex unit) const;
    /// As drawn now, for an outline around it; null for a unit that is not on the map.
    std::shared_ptr<const geometry::MultiPolygon> shapeOf(gazetteer::UnitIndex unit) const;

private:
    using Shape = std::shared_ptr<const geometry::MultiPolygon>;
    struct Item {
        gazetteer::UnitIndex unit = gazetteer::noUnit;
        geometry::Box box;
        Shape coarse, fine; ///< fine: of m_level; null when not fetched
        bool official = false;
        bool followsOfficial = false; ///< finer shapes can be fetched
    };

    std::vector<Item> itemsOf(const std::vector<gazetteer::UnitIndex>& units);
    std::vector<Item> itemsOf(const boundaries::UnitShapes& shapes) const;
    void fetch(std::vector<Item>& items, const geometry::Box& box);
    void forgetOutside(const geometry::Box& box);
    const Item* find(gazetteer::UnitIndex unit) const;

    workspace::Workspace& m_workspace;
    Date m_asOf;
    std::vector<Item> m_units, m_parents, m_context, m_tops, m_formers;
    geometry::Box m_extent;
    std::vector<gazetteer::UnitIndex> m_missing;
    figures::PageWords::Approximate m_approximate;
    std::shared_ptr<base_map::BaseMap> m_base; ///< may be null
    std::size_t m_level = 0;                   ///< of the fine shapes
    std::size_t m_points = 0;
};

} // namespace terroir::map
