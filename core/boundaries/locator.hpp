#pragma once

#include "core/boundaries/cell_sites.hpp"
#include "core/gazetteer/gazetteer.hpp"
#include "core/geometry/polygon_index.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

namespace terroir::store {
class WorkspaceFile;
}

namespace terroir::boundaries {

/// The imported polygons of a workspace, of whatever level and date, made ready for look-ups.
/// Immutable; locators of many dates share one. 3,321 communes with 7.1 million vertices take
/// about a second and 260 MB.
class ImportedPolygons {
public:
    /// Needs a workspace opened with store::Spatial::Yes. With a `box` (lon/lat) the polygons that
    /// do not reach into it are left empty: for a few points that takes a tenth of the time.
    ImportedPolygons(store::WorkspaceFile& workspace, const gazetteer::Gazetteer& gazetteer,
                     const std::optional<geometry::Box>& box = {});

    /// By number of shape in index(); noUnit for a polygon whose unit the gazetteer has lost.
    const std::vector<gazetteer::UnitIndex>& units() const { return m_units; }
    const geometry::PolygonIndex& index() const { return *m_index; }

private:
    std::vector<gazetteer::UnitIndex> m_units;
    std::unique_ptr<const geometry::PolygonIndex> m_index;
};

/// How it is known where a point lies.
enum class Basis {
    Nothing,    ///< it lies in no unit
    Official,   ///< in an imported polygon of the unit, or of one inside it, of the same date
    Succession, ///< in an imported polygon of another date, all of whose ground was the unit's then
    Approximate ///< by the rule of approximate cells; must be labelled
};

struct Location {
    /// One: there it lies. Several: on a border between them, or where polygons overlap. None: in
    /// no unit. Where there is no unit of the level (an island district without communes), the
    /// lowest one that there is.
    std::vector<gazetteer::UnitIndex> units;
    Basis basis = Basis::Nothing;
    bool onBorder = false;
    /// The gazetteer does not know all the units that the polygon's ground belonged to: `units` are
    /// those of them that it does, and it may be another.
    bool isIncomplete = false;
};

/// Finds the units of one level and date that points lie in.
///
/// Imported polygons of the date count first. A polygon of another date answers, along the
/// succession table, where all of its ground belonged to one unit on the date asked for; where it
/// belonged to several, their sites decide (CellSites). Ground without any imported polygon has
/// approximate cells, divided by the same rule (approximateCells()). Immutable after construction,
/// safe from several threads.
class Locator {
public:
    /// Milliseconds where polygons were imported, about a second for a country without. Everything
    /// but the workspace must outlive this.
    Locator(const ImportedPolygons& imported, store::WorkspaceFile& workspace,
            const gazetteer::Gazetteer& gazetteer, gazetteer::Level level, Date date);

    Location locate(gazetteer::LonLat point) const;
    /// On two threads.
    std::vector<Location> locate(std::span<const gazetteer::LonLat> points) const;

    /// Whether there are units on the date that have no imported polygon.
    bool anyApproximate() const { return !m_cellUnits.empty(); }

private:
    /// What an imported polygon says about the units of the level and date.
    struct Claim {
        enum Rank { Own, Part, Succession, Several } rank = Several;
        std::vector<gazetteer::UnitIndex> units; ///< by index
        bool isIncomplete = false;
    };
    Claim claimOf(gazetteer::UnitIndex imported) const;
    std::vector<gazetteer::UnitIndex> atLevel(gazetteer::UnitIndex unit) const;
    void addCells(store::WorkspaceFile& workspace);
    std::vector<gazetteer::UnitIndex> communesWithout() const;
    Location inPolygons(const std::vector<geometry::PolygonIndex::Hit>& hits,
                        gazetteer::LonLat point) const;
    Location inCells(gazetteer::LonLat point) const;
    gazetteer::UnitIndex divided(const std::vector<gazetteer::UnitIndex>& units,
                                 gazetteer::LonLat point) const;

    const ImportedPolygons& m_imported;
    const gazetteer::Gazetteer& m_gazetteer;
    gazetteer::Level m_level;
    Date m_date;
    std::vector<Claim> m_claims; ///< by number of the imported polygon
    std::vector<gazetteer::UnitIndex> m_cellUnits;
    std::unique_ptr<const geometry::PolygonIndex> m_cells;

    /// The sites of units that share a polygon, with these as their owners; found once.
    struct SharedSites {
        SharedSites(const gazetteer::Gazetteer& gazetteer, Date date) : finder(gazetteer, date) {}
        const CellSites finder;
        std::mutex mutex;
        std::map<std::vector<gazetteer::UnitIndex>, std::vector<CellSite>> found;
    };
    const std::vector<CellSite>& sitesOf(const std::vector<gazetteer::UnitIndex>& units) const;
    std::unique_ptr<SharedSites> m_shared;
};

} // namespace terroir::boundaries
