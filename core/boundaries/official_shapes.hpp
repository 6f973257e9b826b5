#pragma once

#include "core/boundaries/detail.hpp"
#include "core/gazetteer/gazetteer.hpp"
#include "core/geometry/shape.hpp"

#include <map>
#include <unordered_set>
#include <vector>

namespace terroir::store {
class WorkspaceFile;
}

namespace terroir::boundaries {

/// Which imported polygons make up a unit, and their union. Not to be shared between threads; must
/// not outlive the workspace.
class OfficialShapes {
public:
    /// As detailed as DetailReader gives them for the tolerance.
    OfficialShapes(store::WorkspaceFile& workspace, const gazetteer::Gazetteer& gazetteer,
                   double tolerance);

    /// Nothing was imported.
    bool none() const { return m_imported.empty(); }

    /// Imported units whose polygons together are the unit, which is valid on `date`; empty when it
    /// is not covered.
    const std::vector<gazetteer::UnitIndex>& partsOf(gazetteer::UnitIndex unit, Date date);

    geometry::MultiPolygon shapeOf(const std::vector<gazetteer::UnitIndex>& parts);
    /// Of the generalised shape; empty when polygons are read as imported.
    geometry::Box boxOf(const std::vector<gazetteer::UnitIndex>& parts);

private:
    std::vector<gazetteer::UnitIndex> findParts(gazetteer::UnitIndex unit, Date date);
    std::vector<gazetteer::UnitIndex> partsOfAll(const std::vector<gazetteer::UnitIndex>& units,
                                                 Date date);

    const gazetteer::Gazetteer& m_gazetteer;
    DetailReader m_polygons;
    std::unordered_set<gazetteer::UnitIndex> m_imported;
    std::map<gazetteer::UnitIndex, std::vector<gazetteer::UnitIndex>> m_parts;
};

} // namespace terroir::boundaries
