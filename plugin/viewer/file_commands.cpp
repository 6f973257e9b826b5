#include "plugin/viewer/file_commands.hpp"

#include "core/base/error.hpp"
#include "core/base/folders.hpp"
#include "core/theme/read_theme.hpp"
#include "core/theme/theme.hpp"
#include "core/workspace/own_work.hpp"
#include "plugin/viewer/asking.hpp"
#include "plugin/viewer/base_layers_dialog.hpp"
#include "plugin/viewer/boundaries_dialog.hpp"
#include "plugin/viewer/export_layers_dialog.hpp"
#include "plugin/viewer/held_boundaries_dialog.hpp"
#include "plugin/viewer/import_dialog.hpp"
#include "plugin/viewer/layers_job.hpp"
#include "plugin/viewer/map_page_dialog.hpp"
#include "plugin/viewer/page_job.hpp"
#include "plugin/viewer/report_commands.hpp"
#include "plugin/viewer/strings.hpp"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>

namespace terroir::viewer {

namespace {

constexpr int maxRecent = 8;
const QString recentKey = QStringLiteral("recentWorkspaces");

} // namespace

FileCommands::FileCommands(Desk& desk, QWidget* window)
    : QObject(window), m_desk(desk), m_window(window) {
    connect(&desk, &Desk::contentsChanged, this, &FileCommands::remember);
}

void FileCommands::addTo(QMenu* menu) {
    addRecent(menu->addMenu(tr("Open &recent")));
    menu->addSeparator();
    QList<QAction*> needWorkspace, needMap;
    const auto add = [&](const char* name, const QString& text, const QKeySequence& keys,
                         auto work) {
        QAction* action = menu->addAction(text);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, work);
        return action;
    };
    needWorkspace.append(add("importTable", tr("&Import table…"), Qt::CTRL | Qt::Key_I,
                             [this] { importTable({}); }));
    needWorkspace.append(
        add("importBoundaries", tr("Import &boundaries…"), {}, [this] { importBoundaries({}); }));
    needWorkspace.append(add("heldBoundaries", tr("Boundaries in the &workspace…"), {}, [this] {
        auto* dialog = new HeldBoundariesDialog(m_desk, m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    }));
    needWorkspace.append(add("baseLayers", tr("Base &map…"), {}, [this] {
        auto* dialog = new BaseLayersDialog(m_desk, m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    }));
    menu->addSeparator();
    const auto openDialog = [this](auto* dialog) {
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    };
    needMap.append(
        add("exportMap", tr("&Export map…"), Qt::CTRL | Qt::SHIFT | Qt::Key_E, [=, this] {
            openDialog(new MapPageDialog(m_desk, MapPageDialog::Purpose::File, m_window));
        }));
    needMap.append(add("exportLayers", tr("Export &layers…"), {},
                       [=, this] { openDialog(new ExportLayersDialog(m_desk, m_window)); }));
    needMap.append(add("exportPage", tr("Export &HTML page…"), {}, [this] { exportPage(); }));
    needMap.append(add("openInQgis", tr("Open in Q&GIS"), {}, [this] { openInQgis(m_desk); }));
    needMap.append(add("print", tr("&Print…"), QKeySequence::Print, [=, this] {
        openDialog(new MapPageDialog(m_desk, MapPageDialog::Purpose::Print, m_window));
    }));
    menu->addSeparator();
    const auto enable = [this, needWorkspace, needMap] {
        const bool isOpen = m_desk.contents() != nullptr;
        for (QAction* action : needWorkspace)
            action->setEnabled(isOpen);
        for (QAction* action : needMap)
            action->setEnabled(isOpen && m_desk.hasSpec(m_desk.activeMap()));
    };
    connect(&m_desk, &Desk::contentsChanged, this, enable);
    connect(&m_desk, &Desk::specChanged, this, enable);
    enable();
}

void FileCommands::addRecent(QMenu* menu) {
    menu->setObjectName(QStringLiteral("recent"));
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (const QString& file : recentWorkspaces())
            connect(menu->addAction(QString(file).replace(u'&', QStringLiteral("&&"))),
                    &QAction::triggered, this, [this, file] { openWorkspace(file); });
        if (menu->isEmpty())
            menu->addAction(tr("None yet"))->setEnabled(false);
    });
}

QStringList FileCommands::recentWorkspaces() {
    QStringList files = QSettings().value(recentKey).toStringList();
    files.removeIf([](const QString& file) { return !QFileInfo::exists(file); });
    return files;
}

void FileCommands::remember() {
    const QString file = pathText(m_desk.contents()->file);
    QStringList files = QSettings().value(recentKey).toStringList();
    files.removeAll(file);
    files.prepend(file);
    QSettings().setValue(recentKey, QStringList(files.mid(0, maxRecent)));
}

FileCommands::Kind FileCommands::kindOf(const QString& file) {
    const QString name = QFileInfo(file).fileName().toLower();
    const auto endsWith = [&name](std::initializer_list<const char*> extensions) {
        return std::any_of(extensions.begin(), extensions.end(), [&](const char* extension) {
            return name.endsWith(QLatin1String(extension));
        });
    };
    if (endsWith({".sqlite", ".terroir"}))
        return Kind::Workspace;
    if (endsWith({".theme.json"}))
        return Kind::Theme;
    if (ReportCommands::isReport(file))
        return Kind::Report;
    if (endsWith({".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods", ".dbf", ".kmz", ".tab",
                  ".mif"}))
        return Kind::Table;
    return endsWith({".gpkg", ".shp", ".geojson", ".json", ".kml", ".fgb"}) ? Kind::Boundaries
                                                                            : Kind::Other;
}

void FileCommands::take(const QString& file) {
    const QString name = QFileInfo(file).fileName();
    const Kind kind = kindOf(file);
    if (kind == Kind::Workspace)
        openWorkspace(file);
    else if (kind == Kind::Theme)
        showTheme(file);
    else if (kind == Kind::Other)
        emit m_desk.said(tr("'%1' is no workspace (.sqlite), table (.csv, .xlsx, .xls, .ods, "
                            ".dbf), report (.docx, .pdf, .odt, .html, .txt, .md), boundaries "
                            "(.gpkg, .shp, .geojson, .kml) or theme (.theme.json).")
                             .arg(name));
    else if (m_desk.contents() == nullptr)
        emit m_desk.said(tr("Open a workspace first; then '%1' can be imported.").arg(name));
    else if (kind == Kind::Report)
        emit reportTaken(file);
    else if (kind == Kind::Table)
        importTable(file);
    else
        importBoundaries(file);
}

void FileCommands::leave(std::function<void()> then) {
    if (m_leave)
        m_leave(std::move(then));
    else
        then();
}

void FileCommands::openWorkspace(const QString& file) {
    leave([this, file] { m_desk.open(toPath(file)); });
}

void FileCommands::importTable(const QString& file) {
    auto* dialog = new ImportDialog(m_desk, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::imported, this, &FileCommands::placesToReview);
    if (!file.isEmpty())
        dialog->setFile(file);
    dialog->open();
}

void FileCommands::importBoundaries(const QString& file) {
    auto* dialog = new BoundariesDialog(m_desk, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!file.isEmpty())
        dialog->setFile(file);
    dialog->open();
}

void FileCommands::exportPage() {
    const QString theme = toQString(m_desk.spec(m_desk.activeMap()).theme.id);
    const QFileInfo beside(pathText(m_desk.contents()->file.parent_path()));
    QFileDialog dialog(m_window, tr("Export web page"), beside.filePath(),
                       tr("Web page (*.html)"));
    dialog.setObjectName(QStringLiteral("pageFile"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QStringLiteral("html"));
    dialog.selectFile(theme + QStringLiteral(".html"));
    if (dialog.exec() == QDialog::Accepted)
        writePageOf(m_desk, toPath(dialog.selectedFiles().front()));
}

void FileCommands::showTheme(const QString& file) {
    const auto read = std::make_shared<std::optional<theme::Theme>>();
    m_desk.jobs().start(
        tr("Read theme"),
        [read, path = toPath(file)](const Progress&) { *read = theme::readTheme(path); },
        [this, read](const QString& failure) {
            if (!failure.isEmpty())
                return void(emit m_desk.said(failure));
            MapSpec spec{**read, {}};
            m_desk.change(m_desk.activeMap(), spec,
                          tr("Theme: %1").arg(toQString(spec.theme.title.in(m_desk.language()))));
        });
}

/// A file with work of a person's own is not replaced without a question.
void FileCommands::createWorkspace(const QString& file) {
    const auto own = std::make_shared<QString>();
    m_desk.jobs().start(
        tr("New workspace"),
        [own, path = toPath(file), language = m_desk.language()](const Progress&) {
            std::error_code ignored;
            if (std::filesystem::exists(path, ignored))
                *own = toQString(workspace::ownWorkIn(path, dataFolder({}), Words(language)));
        },
        [this, own, file](const QString& failure) {
            if (!failure.isEmpty())
                return void(emit m_desk.said(failure));
            if (own->isEmpty() ||
                isConfirmed(m_window, tr("Discard what is in the file?"),
                            tr("'%1' holds %2. A new workspace in its place has none of that.")
                                .arg(file, *own),
                            tr("&Discard it")))
                leave([this, file] { m_desk.create(toPath(file), true); });
        });
}

} // namespace terroir::viewer
