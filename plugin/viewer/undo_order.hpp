#pragma once

#include "core/store/edit_log.hpp"
#include "plugin/viewer/desk.hpp"

#include <QObject>
#include <QTimer>

#include <optional>

class QAction;
class QToolButton;

namespace terroir::viewer {

/// "Undo" and "Redo": one order of what was done in this window and of the edits that stand in the
/// workspace, whoever made them and in whatever session; the newest first. What the menu says is
/// what is taken back.
class UndoOrder final : public QObject {
    Q_OBJECT
public:
    UndoOrder(Desk& desk, QWidget* window);

    QAction* undoAction() { return m_undo; }
    QAction* redoAction() { return m_redo; }
    /// For the status bar: shown for a while beside the sentence about an edit.
    QToolButton* offer() { return m_offer; }

private:
    void readNewest();
    void update();
    bool isOfWindow() const;
    void undo();
    void takeBackNewest();
    void offerToPassOver(std::int64_t edit, const QString& why);

    Desk& m_desk;
    QWidget* m_window;
    std::optional<store::Edit> m_newest; ///< of the workspace; none while it is read
    /// What could not be taken back, and why; asked about when it is known what is the newest.
    std::pair<std::int64_t, QString> m_failed;
    QTimer m_offerEnds;
    QAction *m_undo = nullptr, *m_redo = nullptr;
    QToolButton* m_offer = nullptr;
};

} // namespace terroir::viewer
