#include "plugin/qgis/terroir_plugin.hpp"

#include "plugin/qgis/desk.hpp"
#include "plugin/qgis/dock.hpp"
#include "plugin/qgis/processing/provider.hpp"
#include "plugin/qgis/settings.hpp"
#include "plugin/qgis/speech.hpp"

#include <QAction>
#include <QMainWindow>
#include <QToolBar>
#include <qgisinterface.h>
#include <qgsapplication.h>
#include <qgsprocessingregistry.h>

namespace terroir::qgis {

namespace {
const QString menu = QStringLiteral("terroir");
} // namespace

TerroirPlugin::TerroirPlugin(QgisInterface& qgis) : QObject(qgis.mainWindow()), m_qgis(qgis) {}

TerroirPlugin::~TerroirPlugin() {
    unload();
}

QAction* TerroirPlugin::addAction(const QString& name, const QString& text, const QIcon& icon) {
    auto* action = new QAction(icon, text, this);
    action->setObjectName(name);
    m_toolBar->addAction(action);
    m_qgis.addPluginToMenu(menu, action);
    m_actions.push_back(action);
    return action;
}

void TerroirPlugin::initGui() {
    m_desk = std::make_unique<Desk>(m_qgis);

    m_toolBar = m_qgis.addToolBar(QStringLiteral("terroir"));
    m_toolBar->setObjectName(QStringLiteral("terroirToolBar"));
    m_dock = new Dock(*m_desk, m_qgis.mainWindow());
    m_qgis.addDockWidget(Qt::RightDockWidgetArea, m_dock);
    QAction* show = addAction(QStringLiteral("terroirShow"), said("Bảng terroir", "terroir panel"),
                              QIcon(QStringLiteral(":/terroir/terroir.svg")));
    show->setCheckable(true);
    m_dock->setToggleVisibilityAction(show);

    QgsProcessingRegistry* registry = QgsApplication::processingRegistry();
    m_addedProvider = registry->providerById(Provider::providerId()) == nullptr &&
                      registry->addProvider(new Provider(registry));

    if (const std::filesystem::path file = chosenWorkspace(); !file.empty())
        m_desk->open(file);
}

void TerroirPlugin::unload() {
    if (m_desk == nullptr)
        return;
    if (m_addedProvider)
        QgsApplication::processingRegistry()->removeProvider(Provider::providerId());
    m_addedProvider = false;
    for (QAction* action : m_actions) {
        m_qgis.removePluginMenu(menu, action);
        delete action;
    }
    m_actions.clear();
    if (!m_dock.isNull())
        m_qgis.removeDockWidget(m_dock);
    delete m_dock;
    delete m_toolBar;
    m_desk.reset();
}

} // namespace terroir::qgis
