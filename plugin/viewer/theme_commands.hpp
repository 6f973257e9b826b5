#pragma once

#include "core/theme/theme_history.hpp"
#include "plugin/viewer/desk.hpp"

#include <QObject>

#include <functional>

namespace terroir::viewer {

/// What a person does to their own themes, each to be undone: the menus ask, this does it.
class ThemeCommands final : public QObject {
    Q_OBJECT
public:
    ThemeCommands(Desk& desk, QWidget* window);

    /// Asks for the new title.
    void rename(const theme::Theme& theme);
    void remove(const theme::Theme& theme);
    /// Of whatever session or program.
    void takeBack(const theme::ThemeEdit& edit);

private:
    void run(const QString& title, const std::function<void()>& work);
    void pushNewest(const QString& title);

    Desk& m_desk;
    QWidget* m_window;
};

} // namespace terroir::viewer
