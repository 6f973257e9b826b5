#pragma once

#include <qgsdockwidget.h>

class QTabWidget;

namespace terroir::qgis {

class Desk;

/// The panel: workspace and day above; themes, records and review as pages below.
class Dock final : public QgsDockWidget {
    Q_OBJECT
public:
    Dock(Desk& desk, QWidget* parent);

private:
    Desk& m_desk;
    QTabWidget* m_pages = nullptr;
};

} // namespace terroir::qgis
