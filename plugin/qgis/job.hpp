#pragma once

#include "core/base/progress.hpp"

#include <QPointer>
#include <qgstaskmanager.h>

#include <functional>
#include <memory>
#include <vector>

namespace terroir::qgis {

/// Whether a person may stop a job.
enum class Stoppable { No, Yes };

/// Work away from the GUI thread, among QGIS's own tasks: with a progress bar and a way to stop it.
class Job final : public QgsTask {
    Q_OBJECT
public:
    /// On a thread of QGIS's pool. Throws what went wrong; its Progress returns false when the job
    /// was stopped.
    using Work = std::function<void(const Progress&)>;
    /// In the GUI thread, once. Empty when all went well; that it was stopped, when it was.
    using Done = std::function<void(const QString& problem)>;

    Job(const QString& title, Work work, Done done, Stoppable stoppable);

protected:
    bool run() override;
    void finished(bool result) override;

private:
    Work m_work;
    Done m_done;
    QString m_problem;
};

/// The jobs of one owner; none of them outlives it.
class Jobs {
public:
    Jobs() = default;
    ~Jobs();
    Jobs(const Jobs&) = delete;
    Jobs& operator=(const Jobs&) = delete;

    /// Work that writes is best not stoppable: nobody could tell whether it was in time.
    void start(const QString& title, Job::Work work, Job::Done done,
               Stoppable stoppable = Stoppable::Yes);

private:
    std::vector<QPointer<Job>> m_jobs;
    /// What is done afterwards belongs to the owner: none of it once this is gone.
    std::shared_ptr<bool> m_isAlive = std::make_shared<bool>(true);
};

} // namespace terroir::qgis
