#include "plugin/viewer/desk.hpp"

#include "core/base/error.hpp"
#include "core/base/folders.hpp"
#include "core/base/output_file.hpp"
#include "core/base/user_name.hpp"
#include "core/store/change_recorder.hpp"
#include "core/store/edit_log.hpp"
#include "core/theme/known_themes.hpp"
#include "core/theme/read_theme.hpp"
#include "core/workspace/import_profile.hpp"
#include "core/workspace/new_workspace.hpp"
#include "plugin/viewer/edit_command.hpp"
#include "plugin/viewer/passing_step.hpp"
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

Desk::Desk(Language language, QObject* parent)
    : QObject(parent), m_language(language),
      m_plugins(std::make_shared<const paint::PluginHost>(paint::pluginFolders())),
      m_worker(std::make_unique<MapWorker>(language, m_plugins)) {
    connect(&m_undo, &QUndoStack::indexChanged, this, &Desk::dropPassedSteps);
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

void Desk::dropPassedSteps() {
    const auto isOver = [this](int at) {
        const auto* step = dynamic_cast<const PassingStep*>(m_undo.command(at));
        return step != nullptr && step->isOver();
    };
    while (m_undo.canUndo() && isOver(m_undo.index() - 1))
        m_undo.undo();
    while (m_undo.canRedo() && isOver(m_undo.index()))
        m_undo.redo();
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

namespace {

/// So many bytes of what an import changed are kept to be undone in a later session; within this
/// one there is no limit.
constexpr std::uint64_t maxKeptOfImports = std::uint64_t(32) << 20U;

/// An edit that has been made: its id in the log, and what it changed.
struct MadeEdit {
    std::int64_t id = 0;
    store::Changes changes;
};

/// Runs the edit and puts it into the workspace's log, if it does not do that itself.
std::optional<MadeEdit> makeEdit(workspace::Workspace& workspace, const std::string& title,
                                 const Desk::Edit& edit, const Progress& progress) {
    store::WorkspaceFile& file = workspace.file();
    store::EditLog log(file);
    // A table that is made on the way would not be recorded.
    file.addBoundaryDetail();
    file.addRecordDetail();
    file.addRecordGround();
    workspace::addImportProfiles(file);
    log.prepare();
    const auto newest = [&] {
        const std::optional<store::Edit> last = log.newest();
        return last ? last->id : 0;
    };
    const std::int64_t before = newest();
    store::ChangeRecorder recorder(file.database());
    edit(workspace, progress);
    store::Changes changes = recorder.take();
    if (changes.empty())
        return std::nullopt;
    if (const std::int64_t own = newest(); own > before)
        return MadeEdit{own, log.changesOf(own)};
    store::Transaction transaction(file.database());
    const bool isKept = changes.size() <= maxKeptOfImports;
    const std::int64_t id = log.add(userName(), {title, title}, {},
                                    isKept ? changes : store::Changes());
    transaction.commit();
    return MadeEdit{id, std::move(changes)};
}

} // namespace

void Desk::editWorkspace(const QString& title, Edit edit, JobRunner::Done done) {
    if (m_contents == nullptr)
        return;
    auto made = std::make_shared<std::optional<MadeEdit>>();
    m_jobs.start(
        title,
        [file = m_contents->file, title = title.toStdString(), edit = std::move(edit),
         made](const Progress& progress) {
            workspace::Workspace workspace(file, store::Mode::ReadWrite, store::Spatial::Yes,
                                           store::waitBehindTheWindow);
            *made = makeEdit(workspace, title, edit, progress);
        },
        [this, title, made, file = m_contents->file, done = std::move(done)](const QString& failure) {
            if (*made && m_contents->file == file)
                pushEdit(title, (*made)->id, std::move((*made)->changes));
            finishEdit(); // also after a failure: it may have come after the commit
            if (done)
                done(failure);
            else if (!failure.isEmpty())
                emit said(failure);
        });
}

void Desk::pushEdit(const QString& title, std::int64_t edit, store::Changes changes) {
    m_undo.push(new EditCommand(
        title, edit, std::move(changes),
        [this, file = m_contents->file](const EditCommand& command, bool backwards) {
            apply(file, command, backwards);
        }));
}

void Desk::takeBack(const QString& title, std::int64_t edit, store::Changes changes) {
    pushEdit(title, edit, std::move(changes));
    m_undo.undo();
}

void Desk::apply(const std::filesystem::path& file, const EditCommand& command, bool backwards) {
    const QString what = command.text();
    m_jobs.start(
        backwards ? tr("Undo: %1").arg(what) : tr("Redo: %1").arg(what),
        [file, edit = command.edit(), changes = command.changes(), backwards](const Progress&) {
            store::WorkspaceFile workspace = store::WorkspaceFile::open(
                file, store::Mode::ReadWrite, store::Spatial::Yes, store::waitBehindTheWindow);
            store::EditLog log(workspace);
            if (backwards)
                log.undo(edit, *changes);
            else
                log.redo(edit, *changes);
        },
        [this, what, backwards, edit = command.edit()](const QString& failure) {
            if (!failure.isEmpty()) {
                // What stands after it on the stack no longer fits the file either.
                m_undo.clear();
                emit said(failure);
                if (backwards)
                    emit undoFailed(edit, failure);
            } else {
                emit said(backwards ? tr("Taken back: %1").arg(what)
                                    : tr("Made again: %1").arg(what));
            }
            finishEdit();
        });
}

} // namespace terroir::viewer
