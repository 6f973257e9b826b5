#include "plugin/viewer/desk.hpp"

#include "core/base/error.hpp"
#include "core/base/folders.hpp"
#include "core/base/output_file.hpp"
#include "core/store/change_recorder.hpp"
#include "core/theme/known_themes.hpp"
#include "core/theme/read_theme.hpp"
#include "core/workspace/import_profile.hpp"
#include "core/workspace/new_workspace.hpp"
#include "plugin/viewer/strings.hpp"

#include <QUndoCommand>

#include <algorithm>

namespace terroir::viewer {

/// A change of what a map shows.
class SpecCommand final : public QUndoCommand {
public:
    SpecCommand(Desk& desk, int map, MapSpec before, MapSpec after, const QString& what,
                int mergeId)
        : QUndoCommand(what), m_desk(desk), m_map(map), m_before(std::move(before)),
          m_after(std::move(after)), m_mergeId(mergeId) {}

    void undo() override { m_desk.setSpec(m_map, m_before); }
    void redo() override { m_desk.setSpec(m_map, m_after); }
    int id() const override { return m_mergeId == 0 ? -1 : m_mergeId; }
    bool mergeWith(const QUndoCommand* next) override {
        const auto* other = static_cast<const SpecCommand*>(next);
        if (other->m_map != m_map)
            return false;
        m_after = other->m_after;
        return true;
    }

private:
    Desk& m_desk;
    int m_map;
    MapSpec m_before, m_after;
    int m_mergeId;
};

/// An edit of the workspace that has been done; the first redo() does nothing.
class EditCommand final : public QUndoCommand {
public:
    EditCommand(Desk& desk, std::filesystem::path file, const QString& title,
                store::Changes changes)
        : QUndoCommand(title), m_desk(desk), m_file(std::move(file)),
          m_changes(std::make_shared<const store::Changes>(std::move(changes))) {}

    void undo() override { apply(true); }
    void redo() override {
        if (std::exchange(m_isDone, true))
            apply(false);
    }

private:
    void apply(bool backwards) {
        Desk& desk = m_desk;
        desk.jobs().start(
            backwards ? Desk::tr("Undo: %1").arg(text()) : Desk::tr("Redo: %1").arg(text()),
            [file = m_file, changes = m_changes, backwards](const Progress&) {
                store::WorkspaceFile workspace = store::WorkspaceFile::open(
                    file, store::Mode::ReadWrite, store::Spatial::Yes, store::waitBehindTheWindow);
                store::applyChanges(workspace.database(),
                                    backwards ? changes->inverted() : *changes);
            },
            [&desk](const QString& failure) {
                if (!failure.isEmpty()) {
                    // What stands after it on the stack no longer fits the file either.
                    desk.undoStack().clear();
                    emit desk.said(failure);
                }
                desk.finishEdit();
            });
    }

    Desk& m_desk;
    std::filesystem::path m_file;
    std::shared_ptr<const store::Changes> m_changes;
    bool m_isDone = false;
};

Desk::Desk(Language language, QObject* parent)
    : QObject(parent), m_language(language),
      m_plugins(std::make_shared<const paint::PluginHost>(paint::pluginFolders())),
      m_worker(std::make_unique<MapWorker>(language, m_plugins)) {
    connect(m_worker.get(), &MapWorker::opened, this, &Desk::take);
    connect(m_worker.get(), &MapWorker::openFailed, this, &Desk::openFailed);
    connect(m_worker.get(), &MapWorker::failed, this, &Desk::said);
    connect(m_worker.get(), &MapWorker::figuresReady, this, [this](int map, FiguresPtr figures) {
        m_figures[map] = std::move(figures);
        emit figuresChanged(map);
    });
    connect(m_worker.get(), &MapWorker::figuresFailed, this, &Desk::figuresFailed);
    readThemes();
}

Desk::~Desk() = default;

void Desk::open(const std::filesystem::path& file) {
    m_worker->open(file);
}

void Desk::create(const std::filesystem::path& file, bool replace) {
    m_jobs.start(
        tr("New workspace"),
        [file, replace](const Progress& progress) {
            OutputFile output(file, replace ? Overwrite::Allow : Overwrite::Refuse);
            workspace::makeWorkspace(output.path(), dataFolder({}), true, progress);
            output.commit();
        },
        [this, file](const QString& failure) {
            if (failure.isEmpty())
                open(file);
            else
                emit openFailed(failure);
        });
}

void Desk::take(const SnapshotPtr& contents) {
    const bool isOther = m_contents == nullptr || m_contents->file != contents->file;
    const bool isAnother = m_contents != nullptr && m_contents->gazetteer != contents->gazetteer;
    m_contents = contents;
    if (isOther)
        m_figures = {};
    if (isAnother) { // opened again: what could be undone belongs to what was there before
        m_undo.clear();
        selectUnit(gazetteer::noUnit, Zoom::No);
    }
    m_selectedRecords = {};
    emit contentsChanged();
    for (int map = 0; map < m_shownMaps; ++map)
        if (m_specs[map])
            m_worker->setSpec(map, *m_specs[map]);
}

std::filesystem::path Desk::ownThemesFolder() {
    return theme::ownThemesFolder();
}

void Desk::readThemes() {
    theme::KnownThemes known = theme::knownThemes();
    m_themes = std::move(known.themes);
    if (!known.problems.empty())
        QMetaObject::invokeMethod(
            this,
            [this, problem = toQString(known.problems.back().in(m_language))] {
                emit said(problem);
            },
            Qt::QueuedConnection);
    emit themesChanged();
}

void Desk::setActiveMap(int map) {
    if (map == m_activeMap || map < 0 || map >= m_shownMaps)
        return;
    m_activeMap = map;
    emit activeMapChanged(map);
}

void Desk::showMaps(int count) {
    if (count == m_shownMaps || count < 1 || count > mapCount)
        return;
    m_shownMaps = count;
    for (int map = 0; map < count; ++map)
        if (!m_specs[map] && m_specs[0])
            setSpec(map, *m_specs[0]);
    if (m_activeMap >= count)
        setActiveMap(0);
    emit shownMapsChanged(count);
}

void Desk::setSpec(int map, const MapSpec& spec) {
    m_specs[map] = spec;
    emit specChanged(map);
    if (m_contents != nullptr)
        m_worker->setSpec(map, spec);
}

void Desk::change(int map, const MapSpec& spec, const QString& what, int mergeId) {
    m_undo.push(new SpecCommand(*this, map, m_specs[map].value_or(spec), spec, what, mergeId));
}

void Desk::showTheme(int map, const std::string& id) {
    const MapSpec spec = fresh(theme::findTheme(m_themes, id));
    change(map, spec, tr("Theme: %1").arg(toQString(spec.theme.title.in(m_language))));
}

MapSpec Desk::fresh(const theme::Theme& theme) const {
    MapSpec spec{theme};
    if (m_contents != nullptr && !m_province.empty() &&
        m_contents->gazetteer->find(m_province) != gazetteer::noUnit)
        spec.settings.within = m_province;
    spec.settings.only = limits();
    return spec;
}

records::Limits Desk::limits() const {
    const auto& spec = m_specs[m_activeMap];
    return spec ? spec->settings.only : records::Limits();
}

void Desk::limit(const records::Limits& limits) {
    if (!hasSpec(m_activeMap) || limits == this->limits())
        return;
    MapSpec changed = spec(m_activeMap);
    changed.settings.only = limits;
    change(m_activeMap, changed, tr("Filter"));
}

void Desk::setProvince(const std::string& uid) {
    const std::string before = std::exchange(m_province, uid);
    for (int map = 0; map < m_shownMaps; ++map) {
        if (!m_specs[map])
            continue;
        MapSpec changed = *m_specs[map];
        std::string& within = changed.settings.within;
        if (!within.empty() && within != before)
            continue;
        within = fresh(changed.theme).settings.within;
        if (within != m_specs[map]->settings.within)
            change(map, changed, tr("My province"));
    }
}

void Desk::selectUnits(std::vector<gazetteer::UnitIndex> units) {
    std::sort(units.begin(), units.end());
    units.erase(std::unique(units.begin(), units.end()), units.end());
    if (units.size() < 2)
        return selectUnit(units.empty() ? gazetteer::noUnit : units.front(), Zoom::No);
    m_selectedUnit = gazetteer::noUnit;
    m_selectedUnits = std::move(units);
    m_selectedRecords = {};
    emit selectionChanged();
}

void Desk::toggleUnit(gazetteer::UnitIndex unit) {
    if (unit == gazetteer::noUnit)
        return;
    std::vector<gazetteer::UnitIndex> units = m_selectedUnits;
    if (std::erase(units, unit) == 0)
        units.push_back(unit);
    selectUnits(std::move(units));
}

void Desk::selectUnit(gazetteer::UnitIndex unit, Zoom zoom) {
    m_selectedUnit = unit;
    m_selectedUnits.clear();
    if (unit != gazetteer::noUnit)
        m_selectedUnits.push_back(unit);
    m_selectedRecords = {};
    emit selectionChanged();
    if (zoom == Zoom::Yes && unit != gazetteer::noUnit)
        emit zoomToUnitWanted(unit);
}

void Desk::selectRecords(RecordSelection selection) {
    if (!m_selectedUnits.empty())
        selectUnit(gazetteer::noUnit, Zoom::No);
    m_selectedRecords = std::move(selection);
    emit recordsSelected();
}

void Desk::finishEdit() {
    emit workspaceEdited();
    m_worker->readAgain();
}

void Desk::editWorkspace(const QString& title, Edit edit, JobRunner::Done done) {
    if (m_contents == nullptr)
        return;
    auto changes = std::make_shared<std::optional<store::Changes>>();
    m_jobs.start(
        title,
        [file = m_contents->file, edit = std::move(edit), changes](const Progress& progress) {
            workspace::Workspace workspace(file, store::Mode::ReadWrite, store::Spatial::Yes,
                                           store::waitBehindTheWindow);
            // A table that is made on the way would not be recorded.
            workspace.file().addBoundaryDetail();
            workspace.file().addRecordDetail();
            workspace::addImportProfiles(workspace.file());
            store::ChangeRecorder recorder(workspace.file().database());
            edit(workspace, progress);
            *changes = recorder.take();
        },
        [this, title, changes, file = m_contents->file,
         done = std::move(done)](const QString& failure) {
            if (*changes && !(*changes)->empty() && m_contents->file == file)
                m_undo.push(new EditCommand(*this, file, title, std::move(**changes)));
            finishEdit(); // also after a failure: it may have come after the commit
            if (done)
                done(failure);
            else if (!failure.isEmpty())
                emit said(failure);
        });
}

} // namespace terroir::viewer
