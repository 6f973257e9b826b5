#pragma once

#include "core/boundaries/boundaries.hpp"
#include "core/workspace/workspace.hpp"
#include "plugin/qgis/processing/result_sink.hpp"

#include <qgsgeometry.h>

#include <map>
#include <set>

namespace terroir::qgis {

/// The geometries of units of whatever days. Looked up by unit once they were fetched.
class UnitShapes {
public:
    /// The workspace, open with store::Spatial::Yes, must outlive this.
    explicit UnitShapes(workspace::Workspace& workspace) : m_workspace(workspace) {}

    /// All units in one call, which takes less time than many. A unit that was no more on `asOf`
    /// has the shape of its last day, one that was not yet that of its first.
    void fetch(const std::set<gazetteer::UnitIndex>& units, Date asOf);

    /// Null for a unit without a shape.
    const boundaries::UnitShape* find(gazetteer::UnitIndex unit) const;
    /// Of one unit or of several together; a null geometry for none.
    QgsGeometry polygons(const std::vector<gazetteer::UnitIndex>& units) const;
    /// "official", "approximate" (when one of them is), or NULL for none.
    QVariant boundary(const std::vector<gazetteer::UnitIndex>& units) const;

private:
    workspace::Workspace& m_workspace;
    std::map<gazetteer::UnitIndex, boundaries::UnitShape> m_shapes;
};

} // namespace terroir::qgis
