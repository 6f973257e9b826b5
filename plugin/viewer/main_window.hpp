#pragma once

#include "plugin/viewer/desk.hpp"
#include "plugin/viewer/map_pane.hpp"

#include <QMainWindow>

class QLabel;
class QProgressBar;
class QToolButton;

namespace terroir::viewer {

class FileCommands;
class ProfileCommands;
class RecordCommands;
class ReportCommands;
class ReportPane;
class SourceCommands;
class UndoOrder;

/// Wires the panels to the desk: menus, tool bars, docks, status bar. Remembers how it looked.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Desk& desk, QWidget* parent = nullptr);

    MapPane& mapArea() { return *m_map; }
    ReportPane& report() { return *m_report; }
    /// What the command line asked for; taken up when the workspace is open.
    struct Start {
        QString theme, within, asOf;
        QString themeFile;               ///< shown instead of a known theme
        QString file;                    ///< taken as if it were dropped
        QStringList leftOut;             ///< files that are not
        bool isAskedForProvince = false; ///< the first time
    };
    void setStart(const Start& start) { m_start = start; }
    void restoreLook();
    void saveLook() const;
    /// A theme from a file that is in no folder of themes; a sentence when it cannot be read.
    void showThemeFile(const QString& file);

signals:
    void languageWanted(terroir::Language language);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QDockWidget* addPanel(const char* name, const QString& title, QWidget* panel,
                          Qt::DockWidgetArea area);
    QAction* addAction(QMenu* menu, const QString& text, const QKeySequence& keys,
                       std::function<void()> work);
    void makeMenus();
    void makePanels();
    void addReviewPanel();
    void wireReport();
    void makeRoomForReport(bool isOpen);
    void wireMenus();
    void makeStatusBar();
    void takeContents();
    void showOpenFailure(const QString& sentence);
    void openWithDialog();
    void createWithDialog();
    void askProvince();
    void takeFiles(const QStringList& files);
    void sayLeftOut(const QStringList& files);
    void updateTitle();
    bool mayEnd();
    MapSpec firstSpec();

    Desk& m_desk;
    FileCommands* m_files = nullptr;
    RecordCommands* m_records = nullptr;
    SourceCommands* m_sources = nullptr;
    ProfileCommands* m_profiles = nullptr;
    ReportCommands* m_reports = nullptr;
    ReportPane* m_report = nullptr;
    QByteArray m_lookWithoutReport; ///< while a report is open: how the panels were
    UndoOrder* m_undo = nullptr;
    MapPane* m_map = nullptr;
    Start m_start;
    bool m_isStarted = false, m_closesWhenIdle = false;
    QMenu* m_panelMenu = nullptr;
    QLabel* m_position = nullptr;
    QString m_pointed; ///< "22.36000, 103.71000": the last place under the pointer
    QProgressBar* m_progress = nullptr;
    QToolButton* m_cancel = nullptr;
};

} // namespace terroir::viewer
