#include "plugin/viewer/latest_run.hpp"

#include "plugin/viewer/map_worker.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"

#include <QCoreApplication>

#include <exception>

namespace terroir::viewer {

LatestRun::LatestRun(MapWorker& worker)
    : m_worker(worker), m_newest(std::make_shared<std::atomic<int>>(0)) {}

LatestRun::~LatestRun() {
    forget();
}

void LatestRun::forget() {
    ++*m_newest;
    m_isWaiting = false;
}

void LatestRun::ask(Work work, Failed failed) {
    const int number = ++*m_newest;
    m_isWaiting = true;
    m_worker.run([this, number, newest = m_newest, work = std::move(work),
                  failed = std::move(failed)](workspace::Workspace& workspace) {
        const auto isStale = [newest, number] { return *newest != number; };
        if (isStale())
            return;
        Answer answer;
        try {
            answer = work(workspace, isStale);
        } catch (const std::exception& error) {
            answer = [failed, sentence = viewer::said(error)] { failed(sentence); };
        }
        // To the application, not to this: it may be gone, and then the number is another one.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [this, isStale, answer] {
                if (isStale())
                    return;
                m_isWaiting = false;
                if (answer)
                    answer();
            },
            Qt::QueuedConnection);
    });
}

} // namespace terroir::viewer
