#pragma once

#include "core/geometry/point.hpp"
#include "plugin/viewer/desk.hpp"

#include <QObject>
#include <QPoint>

class QListView;
class QMenu;

namespace terroir::viewer {

class ProfileCommands;
class RecordCommands;
class SourceCommands;
class ThemeCommands;

/// What comes up by right click, or with the keyboard's menu key, where a panel has no actions of
/// its own: on the map, the list of themes, the legend, a document's name.
class ContextMenus final : public QObject {
    Q_OBJECT
public:
    ContextMenus(Desk& desk, RecordCommands& records, SourceCommands& sources,
                 ProfileCommands& profiles, QWidget* window);

    /// On a map; `unit` may be noUnit. Degrees.
    void showForMap(gazetteer::UnitIndex unit, geometry::Point lonLat, QPoint global);
    void showForSource(const std::string& id, QPoint global);
    void offerForThemes(QListView* themes);
    void offerForLegend(QWidget* legend);

private:
    QMenu* makeMenu(const char* name);

    Desk& m_desk;
    RecordCommands& m_records;
    SourceCommands& m_sources;
    ProfileCommands& m_profiles;
    ThemeCommands& m_themes;
    QWidget* m_window;
};

} // namespace terroir::viewer
