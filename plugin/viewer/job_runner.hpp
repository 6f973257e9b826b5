#pragma once

#include "core/base/progress.hpp"

#include <QObject>
#include <QString>
#include <QThread>

#include <atomic>
#include <deque>
#include <functional>

namespace terroir::viewer {

/// Long work on a thread of its own, one job after another, with progress and cancel. All calls and
/// signals on the GUI thread.
class JobRunner final : public QObject {
    Q_OBJECT
public:
    /// What a job does off the GUI thread. It throws terroir::Error when it cannot, or when
    /// `progress` says stop; it changes nothing of the GUI.
    using Work = std::function<void(const Progress& progress)>;
    /// Runs on the GUI thread after the work; `failure` is empty when it went well.
    using Done = std::function<void(const QString& failure)>;
    using JobId = qint64;

    explicit JobRunner(QObject* parent = nullptr);
    /// Cancels what is under way and waits for it.
    ~JobRunner() override;

    JobId start(const QString& title, Work work, Done done);
    /// What start() gives next: for who must know it before the signals of start().
    JobId nextId() const { return m_newest + 1; }
    /// The job under way is asked to stop; its `done` gets the sentence that it throws.
    void cancel();
    /// That job and no other: one that waits its turn does not begin, and its `done` is told so.
    void cancel(JobId job);
    /// Also while `done` of the last job and the slots of finished() run.
    bool isBusy() const { return !m_jobs.empty(); }

signals:
    void started(QString title);
    /// At most some twenty times a second.
    void progressed(double share, QString what);
    void finished(QString title, QString failure);
    void busyChanged(bool isBusy);

private:
    struct Job {
        JobId id = 0;
        QString title;
        Work work;
        Done done;
    };
    void next();
    void end(const QString& failure);

    std::deque<Job> m_jobs; ///< the first is under way
    JobId m_newest = 0;
    std::atomic<bool> m_isCancelled = false;
    QThread m_thread;
    QObject m_worker; ///< lives on m_thread
};

} // namespace terroir::viewer
