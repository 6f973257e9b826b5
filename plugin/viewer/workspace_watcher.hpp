#pragma once

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace terroir::viewer {

class Desk;

/// Notices that another program changed the open workspace, and has it read again.
class WorkspaceWatcher final : public QObject {
    Q_OBJECT
public:
    explicit WorkspaceWatcher(Desk& desk, QObject* parent = nullptr);

private:
    struct Mark {
        bool exists = false;
        QDateTime changed;
        qint64 size = 0;
        quint64 inode = 0; ///< another one: the file was replaced
        bool operator==(const Mark&) const = default;
    };
    static Mark markOf(const QString& file);
    void watch();
    void look();

    Desk& m_desk;
    QFileSystemWatcher m_watcher;
    QTimer m_timer;
    QString m_file;
    Mark m_mark; ///< as it was last read
};

} // namespace terroir::viewer
