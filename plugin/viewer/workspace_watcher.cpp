#include "plugin/viewer/workspace_watcher.hpp"

#include "plugin/viewer/desk.hpp"
#include "plugin/viewer/strings.hpp"

#include <QFileInfo>

#include <sys/stat.h>

namespace terroir::viewer {

namespace {

constexpr int settleMs = 300; ///< a program writes a file in several steps

} // namespace

WorkspaceWatcher::WorkspaceWatcher(Desk& desk, QObject* parent) : QObject(parent), m_desk(desk) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(settleMs);
    connect(&m_timer, &QTimer::timeout, this, &WorkspaceWatcher::look);
    const auto lookSoon = [this] { m_timer.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, lookSoon);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, lookSoon);
    connect(&desk, &Desk::contentsChanged, this, &WorkspaceWatcher::watch);
    // What this program's own jobs changed is read again anyway.
    connect(&desk, &Desk::workspaceEdited, this, [this] {
        if (!m_file.isEmpty())
            m_mark = markOf(m_file);
    });
}

WorkspaceWatcher::Mark WorkspaceWatcher::markOf(const QString& file) {
    struct stat status {};
    Mark mark;
    if (::stat(file.toUtf8().constData(), &status) != 0)
        return mark;
    mark.exists = true;
    mark.size = status.st_size;
    mark.inode = status.st_ino;
    mark.changed = QDateTime::fromMSecsSinceEpoch(status.st_mtim.tv_sec * 1000 +
                                                  status.st_mtim.tv_nsec / 1'000'000);
    return mark;
}

void WorkspaceWatcher::watch() {
    const QString file = pathText(m_desk.contents()->file);
    if (file != m_file) {
        if (!m_watcher.files().isEmpty())
            m_watcher.removePaths(m_watcher.files());
        if (!m_watcher.directories().isEmpty())
            m_watcher.removePaths(m_watcher.directories());
        m_file = file;
        m_watcher.addPath(QFileInfo(file).absolutePath());
        if (const QFileInfo info(file); info.exists() && !info.isWritable())
            emit m_desk.said(tr("'%1' may be read but not changed by you; imports and "
                                "decisions need a copy of your own.")
                                 .arg(file));
    }
    m_watcher.addPath(file); // a replaced file is no longer watched
    m_mark = markOf(file);
}

void WorkspaceWatcher::look() {
    if (m_file.isEmpty() || m_desk.contents() == nullptr)
        return;
    if (m_desk.jobs().isBusy())
        return m_timer.start();
    const Mark mark = markOf(m_file);
    if (mark == m_mark)
        return;
    const Mark before = std::exchange(m_mark, mark);
    if (!mark.exists) {
        emit m_desk.said(tr("The workspace '%1' is gone; what is shown is from memory. Open "
                            "another one, or put it back.")
                             .arg(m_file));
        return;
    }
    emit m_desk.said(tr("Another program changed the workspace; it was read again."));
    if (mark.inode != before.inode)
        m_desk.open(toPath(m_file));
    else
        m_desk.worker().readAgain();
}

} // namespace terroir::viewer
