#pragma once

#include "plugin/viewer/main_window.hpp"
#include "plugin/viewer/speech.hpp"

#include <QObject>
#include <QString>

#include <memory>

namespace terroir::viewer {

/// The running program: one window in one language. Another language makes the window again, with
/// the same workspace, theme and look.
class Viewer final : public QObject {
    Q_OBJECT
public:
    struct Start {
        /// A workspace, a theme file, something to bring in. Without a workspace: the last one, or
        /// a new one.
        QStringList files;
        QString theme, within, asOf, language;
    };

    explicit Viewer(const Start& start, QObject* parent = nullptr);
    ~Viewer() override;

    MainWindow& window() { return *m_window; }
    Desk& desk() { return *m_desk; }

private:
    void show(Language language, const QString& workspace, const MainWindow::Start& start);

    Speech m_speech;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window; ///< goes before the desk
};

} // namespace terroir::viewer
