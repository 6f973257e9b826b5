#pragma once

#include "plugin/viewer/desk.hpp"

#include <QObject>
#include <QPointer>

class QMenu;
class QWidget;

namespace terroir::viewer {

class ProfileWindow;

/// Shows the profiles of units, in one window beside the main one.
class ProfileCommands final : public QObject {
    Q_OBJECT
public:
    ProfileCommands(Desk& desk, QWidget* window);

    /// The profile of the unit that is selected.
    void addTo(QMenu* menu);
    void show(gazetteer::UnitIndex unit);

private:
    void showSelected();

    Desk& m_desk;
    QWidget* m_window;
    QPointer<ProfileWindow> m_profile;
};

} // namespace terroir::viewer
