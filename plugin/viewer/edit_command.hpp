#pragma once

#include "core/store/changes.hpp"

#include <QUndoCommand>

#include <cstdint>
#include <functional>
#include <memory>
#include <utility>

namespace terroir::viewer {

/// An edit of the workspace that has been done and stands in its EditLog; the first redo() does
/// nothing.
class EditCommand final : public QUndoCommand {
public:
    /// Begins to take the edit back, or to make it again.
    using Apply = std::function<void(const EditCommand& command, bool backwards)>;

    EditCommand(const QString& title, std::int64_t edit, store::Changes changes, Apply apply)
        : QUndoCommand(title), m_edit(edit),
          m_changes(std::make_shared<const store::Changes>(std::move(changes))),
          m_apply(std::move(apply)) {}

    void undo() override { m_apply(*this, true); }
    void redo() override {
        if (std::exchange(m_isDone, true))
            m_apply(*this, false);
    }
    /// In the EditLog.
    std::int64_t edit() const { return m_edit; }
    const std::shared_ptr<const store::Changes>& changes() const { return m_changes; }

private:
    std::int64_t m_edit;
    std::shared_ptr<const store::Changes> m_changes;
    Apply m_apply;
    bool m_isDone = false;
};

} // namespace terroir::viewer
