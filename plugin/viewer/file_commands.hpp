#pragma once

#include "plugin/viewer/desk.hpp"

#include <QObject>
#include <QPointer>

#include <functional>

class QMenu;
class QWidget;

namespace terroir::viewer {

class ImportDialog;

/// What can be done with files: workspaces, tables, boundaries, themes in; maps, layers and paper
/// out. Makes the dialogs; the window owns their place.
class FileCommands final : public QObject {
    Q_OBJECT
public:
    FileCommands(Desk& desk, QWidget* window);

    /// The part of the menu "File" below the workspaces' own commands.
    void addTo(QMenu* menu);
    enum class Kind { Workspace, Theme, Report, Table, Boundaries, Other };
    /// By its extension; of a text, by whether it has cells.
    static Kind kindOf(const QString& file);
    /// A file that was dropped or named.
    void take(const QString& file);
    void openWorkspace(const QString& file);
    void createWorkspace(const QString& file);
    /// What is to be done before another workspace takes the place of this one: it calls `then`,
    /// unless a person wants to stay.
    using Leave = std::function<void(std::function<void()> then)>;
    void setLeave(Leave leave) { m_leave = std::move(leave); }
    /// The workspaces opened last, newest first; those that are gone are left out.
    static QStringList recentWorkspaces();

signals:
    /// Tables were imported and leave places to decide about.
    void placesToReview(int count);
    /// A report was dropped or named.
    void reportTaken(const QString& file);

private:
    void addRecent(QMenu* menu);
    void remember();
    void importTable(const QString& file);
    void importBoundaries(const QString& file);
    /// Asks for the file.
    void exportPage();
    void showTheme(const QString& file);

    void leave(std::function<void()> then);

    Desk& m_desk;
    QWidget* m_window;
    Leave m_leave;
};

} // namespace terroir::viewer
