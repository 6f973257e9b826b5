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
class QgsLocatorFilter;

namespace terroir::qgis {

class Desk;
class Dock;

/// terroir in QGIS: what initGui() adds to the window, unload() takes away again.
class TerroirPlugin final : public QObject, public QgisPlugin {
    Q_OBJECT
public:
    /// A child of the main window, by which a second one finds that there is one.
    explicit TerroirPlugin(QgisInterface& qgis);
    ~TerroirPlugin() override;

    void initGui() override;
    void unload() override;

private:
    QAction* addAction(const QString& name, const QString& text, const QIcon& icon);

    QgisInterface& m_qgis;
    std::unique_ptr<Desk> m_desk;
    QPointer<Dock> m_dock;
    QPointer<QToolBar> m_toolBar;
    std::vector<QAction*> m_actions;
    QPointer<QgsLocatorFilter> m_locatorFilter;
    bool m_addedProvider = false;
};

} // namespace terroir::qgis
