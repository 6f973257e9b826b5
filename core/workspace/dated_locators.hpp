#pragma once

#include "core/boundaries/locator.hpp"
#include "core/workspace/workspace.hpp"

#include <list>
#include <memory>
#include <utility>
#include <vector>

namespace terroir::workspace {

/// The locators of one level for whatever days a table names, made when they are first needed. Days
/// between which no unit changed share one; the ones used last are kept.
class DatedLocators {
public:
    /// Workspace and polygons must outlive this.
    DatedLocators(Workspace& workspace, const boundaries::ImportedPolygons& polygons,
                  gazetteer::Level level);
    /// Valid until the next call.
    const boundaries::Locator& at(Date day);

private:
    Workspace& m_workspace;
    const boundaries::ImportedPolygons& m_polygons;
    gazetteer::Level m_level;
    std::vector<Date> m_changes; ///< days on which units began or ended, in order
    std::list<std::pair<Date, boundaries::Locator>>
        m_locators; ///< by last change; latest use first
};

} // namespace terroir::workspace
