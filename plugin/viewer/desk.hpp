#pragma once

#include "core/store/changes.hpp"
#include "plugin/viewer/job_runner.hpp"
#include "plugin/viewer/map_worker.hpp"

#include <QObject>
#include <QUndoStack>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace terroir::viewer {

class EditCommand;

/// What the window is about: the open workspace, the themes, what each map shows, what is
/// selected, and what can be undone. The one object that panels know; they tell it what a person
/// wants and follow its signals. Lives on the GUI thread and never waits.
class Desk final : public QObject {
    Q_OBJECT
public:
    explicit Desk(Language language, QObject* parent = nullptr);
    ~Desk() override;

    Language language() const { return m_language; }
    const paint::PluginHost& plugins() const { return *m_plugins; }
    MapWorker& worker() { return *m_worker; }
    JobRunner& jobs() { return m_jobs; }
    QUndoStack& undoStack() { return m_undo; }
    /// Lets go of steps of what is not open any more, as far as they are the next ones.
    void dropPassedSteps();

    // The workspace.
    void open(const std::filesystem::path& file);
    /// From the packaged data; opens it when it is made. `file` may exist when `replace` says so.
    void create(const std::filesystem::path& file, bool replace);
    /// Null before a workspace is open.
    const SnapshotPtr& contents() const { return m_contents; }

    // Themes: packaged ones and one's own, by title.
    const std::vector<theme::Theme>& themes() const { return m_themes; }
    void readThemes();
    /// Where a person's own themes are kept.
    static std::filesystem::path ownThemesFolder();

    // The maps. The active one is what panels speak of.
    int activeMap() const { return m_activeMap; }
    void setActiveMap(int map);
    int shownMaps() const { return m_shownMaps; }
    void showMaps(int count);
    bool hasSpec(int map) const { return m_specs[map].has_value(); }
    const MapSpec& spec(int map) const { return *m_specs[map]; }
    /// Null until the first figures are there; then those of the newest spec that was made.
    const FiguresPtr& figures(int map) const { return m_figures[map]; }
    FiguresPtr activeFigures() const { return m_figures[m_activeMap]; }
    /// An undoable change of what a map shows. Changes of the same `mergeId` in a row are undone at
    /// once (a slider that was dragged); 0: never.
    void change(int map, const MapSpec& spec, const QString& what, int mergeId = 0);
    /// The theme of an id on a map, with nothing set over it.
    void showTheme(int map, const std::string& id);
    /// A theme as it is first shown: in the person's province, if there is one, and narrowed to
    /// what the active map is narrowed to.
    MapSpec fresh(const theme::Theme& theme) const;
    /// What the first map shows when the window opens; nothing to undo.
    void startWith(const MapSpec& spec) { setSpec(0, spec); }

    // What a person narrows maps, tables, charts and lists of records to.
    records::Limits limits() const;
    /// Of the active map; can be undone.
    void limit(const records::Limits& limits);

    /// The uid of the person's province; empty: none.
    const std::string& province() const { return m_province; }
    /// Themes whose area is not chosen, or is the province before, are shown in it from now on.
    void setProvince(const std::string& uid);

    // Selection.
    /// noUnit when none or several are.
    gazetteer::UnitIndex selectedUnit() const { return m_selectedUnit; }
    const std::vector<gazetteer::UnitIndex>& selectedUnits() const { return m_selectedUnits; }
    /// Several together, whose figures are added up; one is selectUnit().
    void selectUnits(std::vector<gazetteer::UnitIndex> units);
    /// One more, or one less.
    void toggleUnit(gazetteer::UnitIndex unit);
    /// noUnit: nothing. Zoom::Yes: the maps go there.
    enum class Zoom { No, Yes };
    void selectUnit(gazetteer::UnitIndex unit, Zoom zoom);

    /// Records to look at together: those of a product, a holder, a document. Indices into the
    /// records of contents(). They take the place of a selected unit, and a unit theirs.
    struct RecordSelection {
        QString title;
        std::vector<std::size_t> records;
    };
    void selectRecords(RecordSelection selection);
    const RecordSelection& selectedRecords() const { return m_selectedRecords; }

    // Edits of the workspace.
    /// Runs `edit` with a workspace open for writing, on the job thread; what it changed stands in the
    /// workspace's EditLog and can be undone. Everything or nothing is up to `edit` (one store::Transaction).
    using Edit = std::function<void(workspace::Workspace& workspace, const Progress& progress)>;
    void editWorkspace(const QString& title, Edit edit, JobRunner::Done done = {});
    /// An edit of the EditLog, maybe of another session, with what it changed: it becomes one of this
    /// window and is undone.
    void takeBack(const QString& title, std::int64_t edit, store::Changes changes);

signals:
    void contentsChanged();
    void openFailed(QString sentence);
    void themesChanged();
    void specChanged(int map);
    void figuresChanged(int map);
    void figuresFailed(int map, QString sentence);
    void activeMapChanged(int map);
    void shownMapsChanged(int count);
    void selectionChanged();
    void recordsSelected();
    void zoomToUnitWanted(terroir::gazetteer::UnitIndex unit);
    /// The file was written by an edit of this program, or by undoing one.
    void workspaceEdited();
    /// One sentence for the status bar.
    void said(QString sentence);
    /// One about an edit that has been made: beside it stands how to take it back.
    void edited(QString sentence);
    /// An edit of the workspace, by its id in the EditLog, could not be taken back.
    void undoFailed(qint64 edit, QString sentence);

private:
    friend class SpecCommand;
    void setSpec(int map, const MapSpec& spec);
    void take(const SnapshotPtr& contents);
    void pushEdit(const QString& title, std::int64_t edit, store::Changes changes);
    void apply(const std::filesystem::path& file, const EditCommand& command, bool backwards);
    void finishEdit();

    Language m_language;
    std::shared_ptr<const paint::PluginHost> m_plugins;
    std::unique_ptr<MapWorker> m_worker;
    JobRunner m_jobs;
    QUndoStack m_undo;
    SnapshotPtr m_contents;
    std::vector<theme::Theme> m_themes;
    std::array<std::optional<MapSpec>, mapCount> m_specs;
    std::array<FiguresPtr, mapCount> m_figures;
    int m_activeMap = 0, m_shownMaps = 1;
    gazetteer::UnitIndex m_selectedUnit = gazetteer::noUnit;
    std::vector<gazetteer::UnitIndex> m_selectedUnits;
    std::string m_province;
    RecordSelection m_selectedRecords;
};

} // namespace terroir::viewer
