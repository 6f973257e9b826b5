#pragma once

#include "plugin/viewer/desk.hpp"

#include <QPointer>

#include <memory>
#include <type_traits>
#include <utility>

namespace terroir::viewer {

/// Runs `work(session)` on the worker's thread, then `take(result)` on the GUI thread, unless
/// `receiver` is gone by then. `work` must not refer to anything of the GUI.
template <typename Work, typename Take>
void runLater(Desk& desk, QObject* receiver, Work work, Take take) {
    // The desk outlives its worker's thread; a panel may not.
    desk.worker().run([&desk, guard = QPointer<QObject>(receiver), work = std::move(work),
                       take = std::move(take)](workspace::Workspace& workspace) {
        using Result = std::invoke_result_t<const Work&, workspace::Workspace&>;
        auto result = std::make_shared<Result>(work(workspace));
        QMetaObject::invokeMethod(
            &desk,
            [guard, result, take] {
                if (guard)
                    take(std::move(*result));
            },
            Qt::QueuedConnection);
    });
}

} // namespace terroir::viewer
