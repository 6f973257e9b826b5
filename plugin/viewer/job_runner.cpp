#include "plugin/viewer/job_runner.hpp"

#include "core/base/error.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"

#include <QElapsedTimer>

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

void JobRunner::start(const QString& title, Work work, Done done) {
    m_jobs.push_back({title, std::move(work), std::move(done)});
    if (m_jobs.size() == 1) {
        emit busyChanged(true);
        next();
    }
}

void JobRunner::cancel() {
    m_isCancelled = true;
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
