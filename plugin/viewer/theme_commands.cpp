#include "plugin/viewer/theme_commands.hpp"

#include "core/base/error.hpp"
#include "core/theme/known_themes.hpp"
#include "plugin/viewer/asking.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"

#include <QInputDialog>
#include <QUndoCommand>

#include <utility>

namespace terroir::viewer {

namespace {

/// A change of one's own themes that has been made; the first redo() does nothing.
class ThemeCommand final : public QUndoCommand {
public:
    ThemeCommand(const QString& title, Desk& desk, theme::ThemeEdit edit)
        : QUndoCommand(title), m_desk(desk), m_edit(std::move(edit)) {}

    void undo() override { turn(theme::undoThemeEdit); }
    void redo() override {
        if (std::exchange(m_isDone, true))
            turn(theme::redoThemeEdit);
    }

private:
    void turn(void (*apply)(const theme::ThemeEdit&)) {
        try {
            apply(m_edit);
        } catch (const Error& error) {
            setObsolete(true);
            emit m_desk.said(viewer::said(error));
        }
        m_desk.readThemes();
    }

    Desk& m_desk;
    theme::ThemeEdit m_edit;
    bool m_isDone = false;
};

} // namespace

ThemeCommands::ThemeCommands(Desk& desk, QWidget* window)
    : QObject(window), m_desk(desk), m_window(window) {}

void ThemeCommands::run(const QString& title, const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& error) {
        warn(m_window, title, viewer::said(error));
    }
    m_desk.readThemes();
}

/// What was just done can be undone in this window.
void ThemeCommands::pushNewest(const QString& title) {
    if (auto edit = theme::newestThemeEdit())
        m_desk.undoStack().push(new ThemeCommand(title, m_desk, *std::move(edit)));
}

void ThemeCommands::rename(const theme::Theme& theme) {
    const QString before = toQString(theme.title.in(m_desk.language()));
    bool isGiven = false;
    const QString title = QInputDialog::getText(m_window, tr("Rename the theme"), tr("Title:"),
                                                QLineEdit::Normal, before, &isGiven)
                              .trimmed();
    if (!isGiven || title.isEmpty() || title == before)
        return;
    run(tr("Rename the theme"), [&] {
        const std::string renamed = theme::renameOwnTheme(theme.id, title.toStdString());
        m_desk.readThemes();
        const int map = m_desk.activeMap();
        if (m_desk.hasSpec(map) && m_desk.spec(map).theme.id == theme.id)
            m_desk.showTheme(map, renamed);
        pushNewest(tr("Rename the theme “%1”").arg(before));
        emit m_desk.edited(tr("The theme “%1” is now called “%2”.").arg(before, title));
    });
}

void ThemeCommands::remove(const theme::Theme& theme) {
    const QString title = toQString(theme.title.in(m_desk.language()));
    run(tr("Delete the theme"), [&] {
        theme::removeOwnTheme(theme.id);
        pushNewest(tr("Delete the theme “%1”").arg(title));
        emit m_desk.edited(tr("The theme “%1” was deleted.").arg(title));
    });
}

void ThemeCommands::takeBack(const theme::ThemeEdit& edit) {
    run(tr("Undo"), [&] {
        theme::undoThemeEdit(edit);
        emit m_desk.said(tr("Taken back: %1.").arg(viewer::said(edit.what)));
    });
}

} // namespace terroir::viewer
