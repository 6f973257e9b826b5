#pragma once

#include "core/gazetteer/gazetteer.hpp"
#include "core/geometry/power_cells.hpp"

#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

namespace terroir::boundaries {

/// Lon/lat as kilometres on a plane that is true near one latitude.
class KmPlane {
public:
    explicit KmPlane(double latitude);
    geometry::Point toKm(geometry::Point lonLat) const;
    geometry::Point toLonLat(geometry::Point km) const;
    geometry::MultiPolygon toLonLat(geometry::MultiPolygon km) const;

private:
    geometry::Point m_kmPerDegree;
};

/// A place that speaks for a commune where no border is known: ground is the commune's whose site
/// has the least d² - weight.
struct CellSite {
    gazetteer::UnitIndex commune = gazetteer::noUnit;
    gazetteer::LonLat at;
    double weight = 0; ///< km²
    geometry::WeightedSite onPlane(const KmPlane& plane) const;
};

/// The sites of one outline: the ground of a province of `outlineDay`.
struct OutlineSites {
    /// For the communes of the date, or, before 2025-07-01, for those of that day, which the older
    /// ones are nested in: the points of the communes of `outlineDay` that went (mostly) into them,
    /// weight (0.44 r)², and their own, weight (0.40 r)², r the square root of the official area.
    std::vector<CellSite> sites;
    /// Before 2025-07-01: the communes of the date whose ground is (mostly) in those of today, each
    /// with its own point, weight (0.45 r)². A unit of another level where it has no communes.
    std::map<gazetteer::UnitIndex, std::vector<CellSite>> nested;
};

/// Finds the sites of communes of one date. Constants and rule were found by measuring against the
/// true communes of the country; anything from 0.35 to 0.45 does nearly as well (bench_cells).
///
/// A commune that was cut has its site at the largest of its heirs, weighted by the share that went
/// there. Areas of communes of before are brought to the official sum of today; where they are not
/// known, what the known ones leave over is shared out, at least a fifth of the average each.
/// Communes of today that come from a district without communes have their own point alone. A site
/// whose place would be a larger neighbour's ground gets the weight that keeps it.
///
/// Safe from several threads.
class CellSites {
public:
    CellSites(const gazetteer::Gazetteer& gazetteer, Date asOf);

    /// The outlines that have ground of a unit of the date.
    std::vector<gazetteer::UnitIndex> outlinesOf(gazetteer::UnitIndex unit) const;
    OutlineSites in(gazetteer::UnitIndex outline) const;
    /// Whether the communes of the date are nested in those of 2025-07-01.
    bool areNested() const;
    /// The sites that speak for communes of the date among each other, wherever they lie; some
    /// microseconds each.
    std::vector<CellSite> of(std::span<const gazetteer::UnitIndex> communes) const;

private:
    struct Part {
        gazetteer::UnitIndex commune = gazetteer::noUnit;
        double share = 1; ///< of the commune
        bool isMost = true;
        std::optional<double> areaKm2; ///< of the part; found in the end
    };
    using PartsByHeir = std::map<gazetteer::UnitIndex, std::vector<Part>>;

    std::vector<gazetteer::UnitIndex> communesIn(gazetteer::UnitIndex outline) const;
    std::vector<gazetteer::UnitIndex> fromDistrictsOf(gazetteer::UnitIndex outline) const;
    PartsByHeir partsOf(const std::vector<gazetteer::UnitIndex>& communes) const;
    void setAreas(gazetteer::UnitIndex heir, std::vector<Part>& parts) const;
    gazetteer::UnitIndex homeOf(gazetteer::UnitIndex unit) const;
    void addSitesOf(gazetteer::UnitIndex commune, std::vector<CellSite>& sites) const;
    void addSitesOf(gazetteer::UnitIndex heir, const std::vector<Part>& parts, bool hasOwn,
                    std::vector<CellSite>& sites) const;

    const gazetteer::Gazetteer& m_gazetteer;
    Date m_asOf;
    Date m_heirDay; ///< of the units that sites are nested in: `asOf`, at least 2025-07-01
    mutable std::once_flag m_communesAreFound;
    mutable std::map<gazetteer::UnitIndex, std::vector<gazetteer::UnitIndex>>
        m_communesIn; ///< of dates before outlineDay, by outline
};

/// Of the sites, the one whose ground a place is.
const CellSite* siteAt(std::span<const CellSite> sites, gazetteer::LonLat place);

} // namespace terroir::boundaries
