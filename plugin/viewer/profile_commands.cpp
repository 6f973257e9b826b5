#include "plugin/viewer/profile_commands.hpp"

#include "plugin/viewer/profile_window.hpp"

#include <QAction>
#include <QMenu>

namespace terroir::viewer {

ProfileCommands::ProfileCommands(Desk& desk, QWidget* window)
    : QObject(window), m_desk(desk), m_window(window) {}

void ProfileCommands::addTo(QMenu* menu) {
    QAction* action = menu->addAction(tr("P&rofile of the selected unit…"));
    action->setObjectName(QStringLiteral("profile"));
    action->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    connect(action, &QAction::triggered, this, &ProfileCommands::showSelected);
}

void ProfileCommands::show(gazetteer::UnitIndex unit) {
    if (m_profile == nullptr) {
        m_profile = new ProfileWindow(m_desk, m_window);
        m_profile->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_profile->showUnit(unit);
    m_profile->show();
    m_profile->raise();
    m_profile->activateWindow();
}

void ProfileCommands::showSelected() {
    if (m_desk.selectedUnit() == gazetteer::noUnit)
        return void(
            emit m_desk.said(tr("Select one unit first: click it on the map, or search for it.")));
    show(m_desk.selectedUnit());
}

} // namespace terroir::viewer
