#include "plugin/qgis/job.hpp"

#include "plugin/qgis/text.hpp"

#include <qgsapplication.h>

#include <algorithm>
#include <exception>

namespace terroir::qgis {

Job::Job(const QString& title, Work work, Done done)
    : QgsTask(title, QgsTask::CanCancel), m_work(std::move(work)), m_done(std::move(done)) {}

bool Job::run() {
    try {
        m_work([this](double share, std::string_view) {
            setProgress(share * 100);
            return !isCanceled();
        });
    } catch (const std::exception& error) {
        m_problem = toQt(error.what());
    }
    return m_problem.isEmpty() && !isCanceled();
}

void Job::finished(bool) {
    if (!isCanceled())
        m_done(m_problem);
}

Jobs::~Jobs() {
    *m_isAlive = false;
    for (const QPointer<Job>& job : m_jobs)
        if (!job.isNull()) {
            job->cancel();
            job->waitForFinished();
        }
}

void Jobs::start(const QString& title, Job::Work work, Job::Done done) {
    std::erase_if(m_jobs, [](const QPointer<Job>& job) { return job.isNull(); });
    auto* job = new Job(title, std::move(work),
                        [done = std::move(done), isAlive = m_isAlive](const QString& problem) {
                            if (*isAlive)
                                done(problem);
                        });
    m_jobs.emplace_back(job);
    QgsApplication::taskManager()->addTask(job); // owns it
}

bool Jobs::isBusy() const {
    return std::any_of(m_jobs.begin(), m_jobs.end(),
                       [](const QPointer<Job>& job) { return !job.isNull() && job->isActive(); });
}

} // namespace terroir::qgis
