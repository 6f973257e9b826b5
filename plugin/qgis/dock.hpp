#pragma once

#include "core/base/date.hpp"

#include <qgsdockwidget.h>

class QComboBox;
class QDateEdit;
class QLabel;
class QTabWidget;
class QToolButton;
class QVBoxLayout;

namespace terroir::qgis {

class Desk;
class Spotlight;
class UnitLookup;

/// The panel: workspace and day above; themes, records and review as pages below.
class Dock final : public QgsDockWidget {
    Q_OBJECT
public:
    Dock(Desk& desk, UnitLookup& ground, Spotlight& spotlight, QWidget* parent);

private:
    void addWorkspaceLine(QVBoxLayout& lines);
    void addDayLine(QVBoxLayout& lines);
    QToolButton* makeUnitsButton();
    void takeLibrary();
    void takeDay();
    void askToOpen();
    void askToCreate();

    Desk& m_desk;
    QLabel* m_workspace = nullptr;
    QComboBox* m_eras = nullptr;
    QDateEdit* m_day = nullptr;
    QTabWidget* m_pages = nullptr;
};

} // namespace terroir::qgis
