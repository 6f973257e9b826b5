#pragma once

#include <QObject>
#include <QPointer>
#include <qgisplugin.h>

#include <memory>
#include <vector>

class QAction;
class QDockWidget;
class QToolBar;
class QgisInterface;
class QgsMapLayer;

namespace terroir::qgis {

class Desk;
class Dock;
class IdentifyTool;
class LocatorFilter;
class Spotlight;
class UnitLookup;

/// terroir in QGIS: what initGui() adds to the window, unload() takes away again.
class TerroirPlugin final : public QObject, public QgisPlugin {
    Q_OBJECT
public:
    explicit TerroirPlugin(QgisInterface& qgis);
    ~TerroirPlugin() override;

    /// Nothing when one runs already.
    void initGui() override;
    void unload() override;

private:
    /// Whether one runs, be it of another copy of this library.
    bool isRunning() const;
    QAction* addAction(const QString& name, const QString& text, const QIcon& icon);
    void addIdentifyAction();
    void addLocator();
    void addProvider();
    /// A feature of a layer with our unit columns, when it is the only one selected.
    void followSelection(QgsMapLayer* layer);

    QgisInterface& m_qgis;
    std::unique_ptr<Desk> m_desk;
    UnitLookup* m_ground = nullptr;   ///< of the desk
    Spotlight* m_spotlight = nullptr; ///< of the desk
    QPointer<Dock> m_dock;
    QPointer<QToolBar> m_toolBar;
    std::vector<QAction*> m_actions;
    QPointer<LocatorFilter> m_locatorFilter;
    std::unique_ptr<IdentifyTool> m_identifyTool;
    bool m_addedProvider = false;
};

} // namespace terroir::qgis
