#include "plugin/viewer/viewer.hpp"

#include "plugin/viewer/file_commands.hpp"
#include "plugin/viewer/remembered_map.hpp"
#include "plugin/viewer/strings.hpp"

#include <QDir>
#include <QFileInfo>
#include <QIcon>
#include <QSettings>
#include <QStandardPaths>

namespace terroir::viewer {

namespace {

/// The last workspace, or that of the person's data folder, which is made when it is not there.
QString usualWorkspace() {
    const QString last = rememberedMap().workspace;
    if (!last.isEmpty() && QFileInfo::exists(last))
        return last;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/terroir/terroir.sqlite");
}

} // namespace

Viewer::Viewer(const Start& start, QObject* parent) : QObject(parent) {
    QString workspace;
    MainWindow::Start requests{start.theme, start.within, start.asOf, {}, {}, {}, false};
    // Who names a file or a map wants to see that.
    requests.isAskedForProvince = start.files.isEmpty() && start.theme.isEmpty() &&
                                  start.within.isEmpty() && start.asOf.isEmpty();
    for (const QString& file : start.files) {
        using Kind = FileCommands::Kind;
        const Kind kind = FileCommands::kindOf(file);
        QString& wanted = kind == Kind::Theme                              ? requests.themeFile
                          : kind == Kind::Workspace || kind == Kind::Other ? workspace
                                                                           : requests.file;
        if (wanted.isEmpty())
            wanted = QFileInfo(file).absoluteFilePath();
        else
            requests.leftOut.append(file);
    }
    show(languageOf(start.language), workspace.isEmpty() ? usualWorkspace() : workspace, requests);
}

Viewer::~Viewer() = default;

void Viewer::show(Language language, const QString& workspace, const MainWindow::Start& start) {
    m_window.reset();
    m_desk.reset();
    m_speech.speak(language);
    m_desk = std::make_unique<Desk>(language);
    m_window = std::make_unique<MainWindow>(*m_desk);
    m_window->setWindowIcon(QIcon::fromTheme(QStringLiteral("vn.terroir.Viewer"),
                                             QIcon(QStringLiteral(":/vn.terroir.Viewer.svg"))));
    m_window->setStart(start);
    connect(
        m_window.get(), &MainWindow::languageWanted, this,
        [this](Language wanted) {
            QSettings().setValue(QStringLiteral("language"), wanted == Language::English
                                                                 ? QStringLiteral("en")
                                                                 : QStringLiteral("vi"));
            const QString file = m_desk->contents() == nullptr ? usualWorkspace()
                                                               : pathText(m_desk->contents()->file);
            m_window->saveLook();
            show(wanted, file, {});
        },
        Qt::QueuedConnection);
    if (QFileInfo::exists(workspace) || workspace != usualWorkspace()) {
        m_desk->open(toPath(workspace));
    } else {
        QDir().mkpath(QFileInfo(workspace).path());
        m_desk->create(toPath(workspace), false);
    }
    m_window->restoreLook();
    m_window->show();
}

} // namespace terroir::viewer
