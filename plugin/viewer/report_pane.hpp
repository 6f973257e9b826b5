#pragma once

#include "plugin/viewer/map_canvas.hpp"
#include "plugin/viewer/report_reading.hpp"
#include "plugin/viewer/report_rows.hpp"

#include <QWidget>

#include <functional>
#include <vector>

class QAction;
class QDoubleSpinBox;
class QSplitter;

namespace terroir::viewer {

class ReportHead;
class ReportList;
class ReportText;

/// The middle of the window: the map, and while a report is open its text and its proposals beside
/// it. Every key and button for them, and their way into the workspace.
class ReportPane final : public QWidget {
    Q_OBJECT
public:
    ReportPane(Desk& desk, QWidget* map, QWidget* parent = nullptr);

    /// Reads it; what went wrong is said in a box.
    void open(ReportInput input);
    bool isOpen() const { return m_report != nullptr; }
    /// Goes on with `then` when nothing is left to store, or a person gives that up; what is to be
    /// stored first is.
    void closeFirst(std::function<void()> then);
    ReportRows& rows() { return m_rows; }

signals:
    /// A report is open, or not any more.
    void openChanged(bool isOpen);
    /// Where the places of the proposal are that is looked at.
    void markersWanted(const std::vector<terroir::viewer::Marker>& markers);
    void boxWanted(const terroir::geometry::Box& box);
    void undoWanted();
    void redoWanted();

private:
    void makeActions();
    QAction* addAction(const char* name, const QString& text, const QString& tip,
                       const QList<QKeySequence>& keys, std::function<void()> work);
    void makeAcceptAbove();
    void show(OpenReportPtr report);
    using QWidget::show;
    void readAgain();
    /// From the start of a job to its answer nothing is decided that the answer would not know of.
    /// What comes back is to be called then; false when that report is not open any more.
    std::function<bool()> waitForAnswer();
    void close();
    void showMarks();
    void showCurrent();
    void showPlaces();
    void pinPlaces(const std::vector<gazetteer::UnitIndex>& units);
    void enable();

    void decide(extract::Choice choice);
    void acceptAbove();
    void change();
    void split();
    void merge();
    void propose();
    extract::ReviewCells cellsOfWords() const;
    void store(std::function<void()> then = {});
    void saySummary(const workspace::AppliedReview& applied);
    /// Runs what may say why it cannot be done.
    void attempt(const std::function<void()>& work);

    Desk& m_desk;
    ReportRows m_rows;
    OpenReportPtr m_report; ///< null: none is open
    int m_closed = 0;       ///< how many reports were
    int m_waiting = 0;      ///< for answers of jobs
    QSplitter *m_split = nullptr, *m_right = nullptr;
    QWidget* m_textSide = nullptr;
    ReportHead* m_head = nullptr;
    ReportText* m_text = nullptr;
    ReportList* m_list = nullptr;
    QDoubleSpinBox* m_above = nullptr;
    QList<QAction*> m_actions;
};

} // namespace terroir::viewer
