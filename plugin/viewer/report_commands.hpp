#pragma once

#include "plugin/viewer/desk.hpp"

#include <QObject>

class QMenu;
class QWidget;

namespace terroir::viewer {

class ReportPane;

/// How a report comes into the window: a file that is chosen or dropped, or a text that is pasted.
class ReportCommands final : public QObject {
    Q_OBJECT
public:
    ReportCommands(Desk& desk, ReportPane& pane, QWidget* window);

    /// Into the menu "File".
    void addTo(QMenu* menu);
    void openFile(const QString& file);
    /// Whether a file is one of those that are read as reports. Plain text with cells is a table.
    static bool isReport(const QString& file);

private:
    void browse();
    void paste();

    Desk& m_desk;
    ReportPane& m_pane;
    QWidget* m_window;
};

} // namespace terroir::viewer
