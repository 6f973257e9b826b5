#include "plugin/qgis/job.hpp"

#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

#include <qgsapplication.h>

#include <algorithm>
#include <exception>

namespace terroir::qgis {

Job::Job(const QString& title, Work work, Done done, Stoppable stoppable)
    : QgsTask(title,
              stoppable == Stoppable::Yes ? QgsTask::Flags(QgsTask::CanCancel) : QgsTask::Flags()),
      m_work(std::move(work)), m_done(std::move(done)) {}

bool Job::run() {
    try {
        m_work([this](double share, const LocalText&) {
            setProgress(share * 100);
            return !isCanceled();
        });
    } catch (const std::exception& error) {
        m_problem = said(error);
    }
    // Not "failed": the problem is told by whoever started the job, and QGIS would tell it again.
    return !isCanceled();
}

void Job::finished(bool) {
    m_done(isCanceled() ? said("Đã dừng: %1.", "Stopped: %1.").arg(description()) : m_problem);
}

Jobs::~Jobs() {
    *m_isAlive = false;
    for (const QPointer<Job>& job : m_jobs)
        if (!job.isNull()) {
            job->cancel();
            job->waitForFinished();
        }
}

void Jobs::start(const QString& title, Job::Work work, Job::Done done, Stoppable stoppable) {
    std::erase_if(m_jobs, [](const QPointer<Job>& job) { return job.isNull(); });
    auto* job = new Job(
        title, std::move(work),
        [done = std::move(done), isAlive = m_isAlive](const QString& problem) {
            if (*isAlive)
                done(problem);
        },
        stoppable);
    m_jobs.emplace_back(job);
    QgsApplication::taskManager()->addTask(job); // owns it
}

} // namespace terroir::qgis
