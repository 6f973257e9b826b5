#pragma once

#include "core/workspace/workspace.hpp"

#include <QString>

#include <atomic>
#include <functional>
#include <memory>

namespace terroir::viewer {

class MapWorker;

/// Asks the map worker's session something on behalf of a dialog: of several questions the last
/// counts, answers to earlier ones are dropped. Used on the GUI thread; may go at any time.
class LatestRun {
public:
    /// Asked now and then by long work: a newer question waits, or nobody wants the answer.
    using IsStale = std::function<bool()>;
    /// On the worker's thread; what it gives back is run on the GUI thread.
    using Answer = std::function<void()>;
    using Work = std::function<Answer(workspace::Workspace& workspace, const IsStale& isStale)>;
    /// On the GUI thread, with the sentence of what was thrown.
    using Failed = std::function<void(const QString& sentence)>;

    explicit LatestRun(MapWorker& worker);
    ~LatestRun();
    LatestRun(const LatestRun&) = delete;
    LatestRun& operator=(const LatestRun&) = delete;

    void ask(Work work, Failed failed);
    /// Nothing that was asked is answered any more.
    void forget();
    bool isWaiting() const { return m_isWaiting; }

private:
    MapWorker& m_worker;
    bool m_isWaiting = false;
    std::shared_ptr<std::atomic<int>> m_newest; ///< number of the question that counts
};

} // namespace terroir::viewer
