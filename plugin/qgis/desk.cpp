#include "plugin/qgis/desk.hpp"

#include "core/base/folders.hpp"
#include "core/base/output_file.hpp"
#include "core/theme/known_themes.hpp"
#include "core/workspace/new_workspace.hpp"
#include "plugin/qgis/settings.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

#include <qgisinterface.h>
#include <qgsapplication.h>
#include <qgsmessagebar.h>
#include <qgsmessagelog.h>

namespace terroir::qgis {

namespace {

LibraryPtr libraryOf(workspace::Workspace& workspace) {
    Library library;
    library.contents = workspace::snapshotOf(workspace);
    library.geocoder = workspace.sharedGeocoder();
    library.search = std::make_shared<const search::SearchIndex>(
        *library.contents->gazetteer, *library.contents->records, *library.contents->sources,
        library.geocoder.get());
    library.places = std::make_shared<const records::RecordsByUnit>(library.contents->gazetteer,
                                                                    library.contents->records);
    return std::make_shared<const Library>(std::move(library));
}

} // namespace

Desk::Desk(QgisInterface& qgis, QObject* parent) : QObject(parent), m_qgis(qgis) {
    readThemes();
}

void Desk::open(const std::filesystem::path& file) {
    m_wanted = file;
    auto opened = std::make_shared<LibraryPtr>();
    m_jobs.start(
        said("terroir: mở không gian làm việc", "terroir: open the workspace"),
        [file, opened](const Progress&) {
            workspace::Workspace workspace(file, store::Mode::ReadOnly, store::Spatial::Yes);
            *opened = libraryOf(workspace);
        },
        [this, file, opened, request = ++m_requests](const QString& problem) {
            if (problem.isEmpty())
                return take(file, request, *opened);
            say(problem, Qgis::MessageLevel::Critical);
            if (m_wanted == file && m_library != nullptr)
                m_wanted = m_library->contents->file;
        });
}

void Desk::take(const std::filesystem::path& file, int request, const LibraryPtr& library) {
    if (file != m_wanted)
        return;
    if (request < m_taken)
        return readAnew();
    m_taken = request;
    chooseWorkspace(file);
    m_library = library;
    m_wanted = library->contents->file;
    emit libraryChanged();
}

void Desk::create(const std::filesystem::path& file, bool replace) {
    m_jobs.start(
        said("terroir: tạo không gian làm việc", "terroir: make a workspace"),
        [file, replace](const Progress& progress) {
            OutputFile output(file, replace ? Overwrite::Allow : Overwrite::Refuse);
            writeAside(output, [&](const std::filesystem::path& aside) {
                workspace::makeWorkspace(aside, dataFolder({}), true, progress);
            });
        },
        [this, file](const QString& problem) {
            if (problem.isEmpty())
                open(file);
            else
                say(problem, Qgis::MessageLevel::Critical);
        });
}

void Desk::edit(const QString& title,
                std::function<void(workspace::Workspace&, const Progress&)> edit,
                std::function<void()> failed) {
    if (m_library == nullptr)
        return;
    const std::filesystem::path file = m_library->contents->file;
    auto edited = std::make_shared<LibraryPtr>();
    m_jobs.start(
        title,
        [file, edit = std::move(edit), edited](const Progress& progress) {
            workspace::Workspace workspace(file, store::Mode::ReadWrite, store::Spatial::Yes);
            edit(workspace, progress);
            workspace.forgetRecords();
            *edited = libraryOf(workspace);
        },
        [this, file, edited, failed = std::move(failed),
         request = ++m_requests](const QString& problem) {
            if (problem.isEmpty())
                return take(file, request, *edited);
            say(problem, Qgis::MessageLevel::Critical);
            if (failed)
                failed();
        },
        Stoppable::No);
}

void Desk::readAnew() {
    if (m_library != nullptr)
        open(m_library->contents->file);
}

void Desk::setAsOf(Date day) {
    if (day == m_asOf)
        return;
    m_asOf = day;
    emit asOfChanged();
}

void Desk::readThemes() {
    try {
        theme::KnownThemes known = theme::knownThemes();
        m_themes = std::move(known.themes);
        for (const LocalText& problem : known.problems)
            say(said(problem), Qgis::MessageLevel::Warning);
    } catch (const std::exception& error) {
        say(said(error), Qgis::MessageLevel::Critical);
    }
    emit themesChanged();
}

void Desk::selectUnit(const std::string& uid) {
    m_selectedUnit = uid;
    emit unitSelected(toQt(uid));
}

void Desk::selectRecords(const QString& title, std::vector<std::size_t> records) {
    m_selectedUnit.clear();
    emit recordsSelected(title, records);
}

void Desk::say(const QString& sentence, Qgis::MessageLevel level) {
    QgsMessageLog::logMessage(sentence, QStringLiteral("terroir"), level, false);
    if (QgsMessageBar* bar = m_qgis.messageBar())
        bar->pushMessage(QStringLiteral("terroir"), sentence, level);
}

} // namespace terroir::qgis
