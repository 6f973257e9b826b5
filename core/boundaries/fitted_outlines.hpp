#pragma once

#include "core/gazetteer/gazetteer.hpp"
#include "core/geometry/shape.hpp"

#include <functional>
#include <map>
#include <set>
#include <vector>

namespace terroir::store {
class WorkspaceFile;
}

namespace terroir::boundaries {

/// The generalised outlines of the provinces before 2025-07-01, fitted to neighbours with official
/// polygons: where the province on the other side has these, its line is the border. The strip
/// between the two lines goes to the outline that it lies along. Not to be shared between threads.
class FittedOutlines {
public:
    /// What a province of the date has of official polygons, with the cells between them when
    /// `isWhole`; empty for none.
    struct Neighbour {
        geometry::MultiPolygon shape;
        bool isWhole = false;
    };
    using NeighbourOf = std::function<Neighbour(gazetteer::UnitIndex province)>;

    FittedOutlines(store::WorkspaceFile& workspace, const gazetteer::Gazetteer& gazetteer,
                   Date asOf, NeighbourOf neighbourOf);

    /// Lon/lat; empty for a province without an outline. Without official neighbours it is as in
    /// the gazetteer.
    geometry::MultiPolygon of(gazetteer::UnitIndex outline);
    /// Whether an outline was found to have official neighbours.
    bool isFitted(gazetteer::UnitIndex outline) const { return m_fitted.contains(outline); }

private:
    /// One side of an outline: an edge and the outlines that have it.
    using Edge = std::pair<std::pair<double, double>, std::pair<double, double>>;

    void readAll();
    Neighbour otherSide(gazetteer::UnitIndex province);
    gazetteer::UnitIndex provinceOf(gazetteer::UnitIndex outline) const;
    geometry::MultiPolygon stripAlong(gazetteer::UnitIndex outline, gazetteer::UnitIndex neighbour,
                                      const geometry::MultiPolygon& official) const;

    store::WorkspaceFile& m_workspace;
    const gazetteer::Gazetteer& m_gazetteer;
    Date m_asOf;
    NeighbourOf m_neighbourOf;
    std::map<gazetteer::UnitIndex, Neighbour> m_neighbours; ///< those that are whole, by province
    std::map<gazetteer::UnitIndex, geometry::MultiPolygon> m_outlines;
    std::map<Edge, std::vector<gazetteer::UnitIndex>> m_owners;
    std::set<gazetteer::UnitIndex> m_fitted;
};

} // namespace terroir::boundaries
