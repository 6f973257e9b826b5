#include "plugin/viewer/job_runner.hpp"

#include "core/base/error.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"

#include <QElapsedTimer>

#include <algorithm>
#include <exception>
#include <memory>

namespace terroir::viewer {

namespace {

constexpr qint64 progressMs = 50;

} // namespace

JobRunner::JobRunner(QObject* parent) : QObject(parent) {
    m_worker.moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("jobs"));
    m_thread.start();
}

JobRunner::~JobRunner() {
    m_isCancelled = true;
    m_thread.quit();
    m_thread.wait();
}

JobRunner::JobId JobRunner::start(const QString& title, Work work, Done done) {
    const JobId id = ++m_newest;
    m_jobs.push_back({id, title, std::move(work), std::move(done)});
    if (m_jobs.size() == 1) {
        emit busyChanged(true);
        next();
    }
    return id;
}

void JobRunner::cancel() {
    m_isCancelled = true;
}

void JobRunner::cancel(JobId job) {
    const auto found =
        std::find_if(m_jobs.begin(), m_jobs.end(), [job](const Job& one) { return one.id == job; });
    if (found == m_jobs.begin() && found != m_jobs.end())
        return cancel();
    if (found == m_jobs.end())
        return;
    const Job waiting = *found;
    m_jobs.erase(found);
    if (waiting.done)
        waiting.done(tr("It was cancelled before it began."));
}

void JobRunner::next() {
    m_isCancelled = false;
    emit started(m_jobs.front().title);
    QMetaObject::invokeMethod(
        &m_worker,
        [this, work = m_jobs.front().work] {
            QString failure;
            auto timer = std::make_shared<QElapsedTimer>();
            const Progress progress = [this, timer](double share, const LocalText& what) {
                if (!timer->isValid() || timer->elapsed() >= progressMs) {
                    timer->start();
                    QMetaObject::invokeMethod(
                        this,
                        [this, share, text = viewer::said(what)] { emit progressed(share, text); },
                        Qt::QueuedConnection);
                }
                return !m_isCancelled;
            };
            try {
                work(progress);
            } catch (const std::exception& error) {
                failure = viewer::said(error);
            }
            QMetaObject::invokeMethod(
                this, [this, failure] { end(failure); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void JobRunner::end(const QString& failure) {
    // It stays the first until all have heard of its end: what they start waits its turn.
    const Job job = m_jobs.front();
    if (job.done)
        job.done(failure);
    emit finished(job.title, failure);
    m_jobs.pop_front();
    if (!m_jobs.empty())
        next();
    else
        emit busyChanged(false);
}

} // namespace terroir::viewer
