#include "plugin/viewer/undo_order.hpp"

#include "plugin/viewer/asking.hpp"
#include "plugin/viewer/edit_command.hpp"
#include "plugin/viewer/later.hpp"
#include "plugin/viewer/strings.hpp"

#include <QAction>
#include <QToolButton>

namespace terroir::viewer {

namespace {

constexpr int offeredMs = 20'000;

/// The edit that would be taken back next by the stack; null for what is none or is not there.
const EditCommand* nextEdit(const QUndoStack& stack) {
    return stack.canUndo() ? dynamic_cast<const EditCommand*>(stack.command(stack.index() - 1))
                           : nullptr;
}

} // namespace

UndoOrder::UndoOrder(Desk& desk, QWidget* window)
    : QObject(window), m_desk(desk), m_window(window) {
    m_undo = new QAction(this);
    m_undo->setObjectName(QStringLiteral("undo"));
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo = new QAction(this);
    m_redo->setObjectName(QStringLiteral("redo"));
    m_redo->setShortcut(QKeySequence::Redo);
    m_offer = new QToolButton(window);
    m_offer->setObjectName(QStringLiteral("undoOffer"));
    m_offer->setText(tr("Undo"));
    m_offer->setToolTip(tr("Take back what was just done (Ctrl+Z)"));
    m_offer->hide();
    m_offerEnds.setSingleShot(true);
    m_offerEnds.setInterval(offeredMs);
    connect(&m_offerEnds, &QTimer::timeout, m_offer, &QWidget::hide);
    connect(m_offer, &QToolButton::clicked, m_undo, &QAction::trigger);
    connect(m_undo, &QAction::triggered, this, &UndoOrder::undo);
    connect(m_redo, &QAction::triggered, &desk.undoStack(), &QUndoStack::redo);
    connect(&desk.undoStack(), &QUndoStack::indexChanged, this, [this] {
        m_offer->hide();
        update();
    });
    connect(&desk.jobs(), &JobRunner::busyChanged, this, &UndoOrder::update);
    // What was the newest may have just been taken back: until it is read again, what was done in
    // this window counts.
    connect(&desk, &Desk::workspaceEdited, this, [this] {
        m_newest.reset();
        update();
    });
    connect(&desk, &Desk::contentsChanged, this, &UndoOrder::readNewest);
    connect(&desk, &Desk::undoFailed, this,
            [this](qint64 edit, const QString& why) { m_failed = {edit, why}; });
    connect(&desk, &Desk::edited, this, [this](const QString& sentence) {
        emit m_desk.said(sentence);
        m_offer->show();
        m_offerEnds.start();
    });
    update();
    if (desk.contents() != nullptr)
        readNewest();
}

void UndoOrder::readNewest() {
    runLater(
        m_desk, this,
        [](workspace::Workspace& workspace) { return store::EditLog(workspace.file()).newest(); },
        [this](std::optional<store::Edit> newest) {
            m_newest = std::move(newest);
            update();
            const auto [edit, why] = std::exchange(m_failed, {});
            if (m_newest && m_newest->id == edit)
                offerToPassOver(edit, why);
        });
}

/// Whether what was done last was done in this window, as far as is known.
bool UndoOrder::isOfWindow() const {
    if (!m_desk.undoStack().canUndo())
        return false;
    const EditCommand* edit = nextEdit(m_desk.undoStack());
    return edit == nullptr || !m_newest || edit->edit() >= m_newest->id;
}

void UndoOrder::update() {
    const QUndoStack& stack = m_desk.undoStack();
    const bool isIdle = !m_desk.jobs().isBusy();
    QString what;
    bool isEdit = true;
    if (isOfWindow()) {
        what = stack.undoText();
        isEdit = nextEdit(stack) != nullptr;
    } else if (m_newest) {
        what = toQString(m_newest->what.in(m_desk.language()));
    }
    m_undo->setText(what.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(what));
    m_undo->setEnabled(!what.isEmpty() && (isIdle || !isEdit));
    m_redo->setText(stack.canRedo() ? tr("&Redo: %1").arg(stack.redoText()) : tr("&Redo"));
    m_redo->setEnabled(stack.canRedo());
}

void UndoOrder::undo() {
    if (isOfWindow())
        m_desk.undoStack().undo();
    else if (m_newest)
        takeBackNewest();
}

/// It becomes an edit of this window, which takes it back and can make it again.
void UndoOrder::takeBackNewest() {
    if (!m_newest->canUndo)
        return offerToPassOver(m_newest->id, tr("What was done last (%1, %2) was too large to be kept.")
                                   .arg(toQString(m_newest->what.in(m_desk.language())),
                                        toQString(m_newest->at)));
    runLater(
        m_desk, this,
        [id = m_newest->id](workspace::Workspace& workspace) {
            return store::EditLog(workspace.file()).changesOf(id);
        },
        [this, edit = *m_newest](store::Changes changes) {
            if (!m_newest || m_newest->id != edit.id || isOfWindow() || m_desk.jobs().isBusy())
                return; // something was done meanwhile
            m_desk.takeBack(toQString(edit.what.in(m_desk.language())), edit.id,
                            std::move(changes));
        });
}

/// What cannot be taken back must not keep what was done before from being so.
void UndoOrder::offerToPassOver(std::int64_t edit, const QString& why) {
    if (!isConfirmed(m_window, tr("It cannot be taken back"),
                     why + u'\n' +
                         tr("Leave it as it is, and let “Undo” take back what was done before it?"),
                     tr("&Leave it")))
        return;
    m_desk.jobs().start(
        tr("Pass over a change"),
        [file = m_desk.contents()->file, edit](const Progress&) {
            store::WorkspaceFile workspace =
                store::WorkspaceFile::open(file, store::Mode::ReadWrite, store::Spatial::No,
                                           store::waitBehindTheWindow);
            store::EditLog(workspace).passOver(edit);
        },
        [&desk = m_desk](const QString& failure) {
            if (!failure.isEmpty())
                emit desk.said(failure);
            emit desk.workspaceEdited();
            desk.worker().readAgain();
        });
}

} // namespace terroir::viewer
