#include "plugin/qgis/terroir_plugin.hpp"

#include "plugin/qgis/desk.hpp"
#include "plugin/qgis/dock.hpp"
#include "plugin/qgis/identify_tool.hpp"
#include "plugin/qgis/layer_store.hpp"
#include "plugin/qgis/locator_filter.hpp"
#include "plugin/qgis/processing/places_function.hpp"
#include "plugin/qgis/processing/provider.hpp"
#include "plugin/qgis/record_layers.hpp"
#include "plugin/qgis/settings.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/spotlight.hpp"
#include "plugin/qgis/text.hpp"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QToolBar>
#include <qgisinterface.h>
#include <qgsapplication.h>
#include <qgsmapcanvas.h>
#include <qgsprocessingregistry.h>
#include <qgsvectorlayer.h>

#include <algorithm>

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

bool TerroirPlugin::isRunning() const {
    return m_qgis.mainWindow()->findChild<QDockWidget*>(QStringLiteral("terroirDock")) != nullptr;
}

void TerroirPlugin::initGui() {
    if (isRunning())
        return;
    m_desk = std::make_unique<Desk>(m_qgis);
    m_ground = new UnitLookup(*m_desk);
    m_spotlight = new Spotlight(*m_desk, *m_ground);
    new LayerStore(*m_desk, m_desk.get());

    m_toolBar = m_qgis.addToolBar(QStringLiteral("terroir"));
    m_toolBar->setObjectName(QStringLiteral("terroirToolBar"));
    m_dock = new Dock(*m_desk, *m_ground, *m_spotlight, m_qgis.mainWindow());
    m_qgis.addDockWidget(Qt::RightDockWidgetArea, m_dock);
    QAction* show = addAction(QStringLiteral("terroirShow"), said("Bảng terroir", "terroir panel"),
                              QIcon(QStringLiteral(":/terroir/terroir.svg")));
    show->setCheckable(true);
    m_dock->setToggleVisibilityAction(show);
    addIdentifyAction();
    addLocator();
    addProvider();
    connect(m_qgis.mapCanvas(), &QgsMapCanvas::selectionChanged, this,
            &TerroirPlugin::followSelection);

    if (const std::filesystem::path file = chosenWorkspace(); !file.empty())
        m_desk->open(file);
}

void TerroirPlugin::addIdentifyAction() {
    m_identifyTool = std::make_unique<IdentifyTool>(m_qgis.mapCanvas(), *m_desk, *m_ground);
    QAction* identify =
        addAction(QStringLiteral("terroirIdentify"),
                  said("Xem số liệu của đơn vị được bấm", "Records of the unit that is clicked"),
                  QIcon(QStringLiteral(":/images/themes/default/mActionIdentify.svg")));
    identify->setCheckable(true);
    m_identifyTool->setAction(identify);
    connect(identify, &QAction::triggered, this,
            [this] { m_qgis.mapCanvas()->setMapTool(m_identifyTool.get()); });
    connect(m_identifyTool.get(), &IdentifyTool::unitClicked, this, [this](const std::string& uid) {
        m_dock->setUserVisible(true);
        m_desk->selectUnit(uid);
        m_spotlight->show({uid}, Spotlight::Zoom::No);
    });
}

void TerroirPlugin::addLocator() {
    m_locatorFilter = new LocatorFilter(*m_desk, *m_spotlight);
    m_qgis.registerLocatorFilter(m_locatorFilter); // owns it
}

void TerroirPlugin::addProvider() {
    QgsProcessingRegistry* registry = QgsApplication::processingRegistry();
    m_addedProvider = registry->providerById(Provider::providerId()) == nullptr &&
                      registry->addProvider(new Provider(registry));
}

void TerroirPlugin::followSelection(QgsMapLayer* layer) {
    const auto* vector = qobject_cast<QgsVectorLayer*>(layer);
    if (vector == nullptr || vector->selectedFeatureCount() != 1)
        return;
    if (m_desk->library() == nullptr)
        return;
    const QgsFeature feature = vector->selectedFeatures().first();
    if (const QString id = RecordLayers::recordOf(*vector, feature.id()); !id.isEmpty()) {
        const auto& records = *m_desk->library()->contents->records;
        const auto found = std::find_if(records.begin(), records.end(), [&](const auto& record) {
            return record.id == fromQt(id);
        });
        if (found != records.end() && !vector->isEditable())
            m_desk->selectRecords(id, {std::size_t(found - records.begin())});
        return;
    }
    const gazetteer::Gazetteer& gazetteer = *m_desk->library()->contents->gazetteer;
    // Layers of the algorithms have the unit's key, those of themes its code and first day.
    const int uid = vector->fields().lookupField(QStringLiteral("uid"));
    if (uid >= 0 && gazetteer.find(fromQt(feature.attribute(uid).toString())) != gazetteer::noUnit)
        return m_desk->selectUnit(fromQt(feature.attribute(uid).toString()));
    const int code = vector->fields().lookupField(QStringLiteral("unit_code"));
    const int from = vector->fields().lookupField(QStringLiteral("valid_from"));
    if (code < 0)
        return;
    const std::string unit = fromQt(feature.attribute(code).toString());
    const std::optional<Date> begin =
        from < 0 ? std::nullopt : parseDate(fromQt(feature.attribute(from).toString()));
    const gazetteer::UnitIndex found = gazetteer.findCode(unit, begin.value_or(m_desk->asOf()));
    if (found != gazetteer::noUnit)
        m_desk->selectUnit(gazetteer.unit(found).uid);
}

void TerroirPlugin::unload() {
    if (m_desk == nullptr)
        return;
    disconnect(m_qgis.mapCanvas(), nullptr, this, nullptr);
    if (m_addedProvider) {
        PlacesFunction::takeOut();
        QgsApplication::processingRegistry()->removeProvider(Provider::providerId());
    }
    m_addedProvider = false;
    if (!m_locatorFilter.isNull())
        m_qgis.deregisterLocatorFilter(m_locatorFilter); // and deletes it
    for (QAction* action : m_actions) {
        m_qgis.removePluginMenu(menu, action);
        delete action;
    }
    m_actions.clear();
    // QGIS takes an empty menu out of its own, and keeps it.
    for (QMenu* emptied : m_qgis.mainWindow()->findChildren<QMenu*>(menu))
        if (emptied->isEmpty())
            delete emptied;
    if (!m_dock.isNull())
        m_qgis.removeDockWidget(m_dock);
    delete m_dock;
    delete m_toolBar;
    m_identifyTool.reset(); // the canvas goes back to no tool of ours
    m_desk.reset();
}

} // namespace terroir::qgis
