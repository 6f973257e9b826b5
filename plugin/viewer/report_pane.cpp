#include "plugin/viewer/report_pane.hpp"

#include "core/base/error.hpp"
#include "core/base/user_name.hpp"
#include "core/boundaries/unit_point.hpp"
#include "core/extract/review.hpp"
#include "core/geometry/mercator.hpp"
#include "core/records/place_text.hpp"
#include "core/workspace/apply_review.hpp"
#include "plugin/viewer/asking.hpp"
#include "plugin/viewer/later.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/report_head.hpp"
#include "plugin/viewer/report_list.hpp"
#include "plugin/viewer/report_row_dialog.hpp"
#include "plugin/viewer/report_text.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"

#include <QAction>
#include <QDoubleSpinBox>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QToolBar>
#include <QVBoxLayout>

#include <utility>

namespace terroir::viewer {

using extract::cellOf;
using extract::Choice;
using extract::ReviewCells;

namespace {

constexpr double aroundPlaceMetres = 8000; ///< shown around a lone place

/// Of the codes of a row; empty where it has names alone.
std::vector<gazetteer::UnitIndex> unitsOf(const ReviewCells& cells,
                                          const gazetteer::Gazetteer& gazetteer) {
    std::vector<gazetteer::UnitIndex> units;
    const auto day = parseDate(cellOf(cells, "as_of"));
    for (const QString& code :
         toQString(cellOf(cells, "place_codes")).split(u'|', Qt::SkipEmptyParts))
        if (day)
            units.push_back(gazetteer.findCode(code.trimmed().toStdString(), *day));
    std::erase(units, gazetteer::noUnit);
    return units;
}

} // namespace

ReportPane::ReportPane(Desk& desk, QWidget* map, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_rows(desk) {
    setObjectName(QStringLiteral("reportPane"));
    auto* lines = new QVBoxLayout(this);
    lines->setContentsMargins({});
    m_split = new QSplitter(Qt::Horizontal, this);
    m_split->setChildrenCollapsible(false);
    lines->addWidget(m_split);
    m_textSide = new QWidget(m_split);
    auto* textLines = new QVBoxLayout(m_textSide);
    textLines->setContentsMargins({});
    m_head = new ReportHead(desk, m_textSide);
    m_text = new ReportText(m_textSide);
    textLines->addWidget(m_head);
    textLines->addWidget(m_text, 1);
    m_right = new QSplitter(Qt::Vertical, m_split);
    m_right->setChildrenCollapsible(false);
    m_list = new ReportList(desk, m_rows, m_right);
    m_right->addWidget(map);
    makeActions();
    m_textSide->hide();
    m_list->hide();
    connect(m_head, &ReportHead::readAgainWanted, this, &ReportPane::readAgain);
    connect(m_list, &ReportList::currentChanged, this, &ReportPane::showCurrent);
    connect(m_list, &ReportList::changeWanted, findChild<QAction*>(QStringLiteral("rowChange")),
            &QAction::trigger);
    connect(m_list, &ReportList::leftOpenChosen, this, [this](int row) {
        if (m_report != nullptr && row >= 0 && std::size_t(row) < m_report->leftOpen.size())
            m_text->showCurrent(extract::charactersOf(m_report->leftOpen[std::size_t(row)]));
    });
    connect(m_text, &ReportText::rowClicked, this,
            [this](int row) { m_list->choose(std::size_t(row)); });
    connect(m_text, &ReportText::leftOpenClicked, this,
            [this](int row) { m_list->chooseLeftOpen(std::size_t(row)); });
    connect(m_text, &ReportText::paletteChanged, this, &ReportPane::showMarks);
    connect(&m_rows, &ReportRows::changed, this, [this] {
        showMarks();
        showPlaces();
        enable();
    });
    connect(&m_rows, &ReportRows::storedChanged, this, &ReportPane::enable);
    enable();
}

QAction* ReportPane::addAction(const char* name, const QString& text, const QString& tip,
                               const QList<QKeySequence>& keys, std::function<void()> work) {
    auto* action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    QStringList shown;
    for (const QKeySequence& key : keys)
        shown.append(key.toString(QKeySequence::NativeText));
    action->setToolTip(tr("%1 (%2)").arg(tip, shown.join(QStringLiteral(", "))));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, std::move(work));
    QWidget::addAction(action);
    m_actions.append(action);
    return action;
}

void ReportPane::makeActions() {
    QToolBar& tools = m_list->tools();
    const auto show = [&tools](QAction* action) {
        tools.addAction(action);
        tools.widgetForAction(action)->setAccessibleName(action->toolTip());
    };
    show(addAction("rowAccept", tr("Accept"), tr("Accept the proposal, or leave it open again"),
                   {Qt::Key_A}, [this] { decide(Choice::Accept); }));
    show(addAction("rowRefuse", tr("Refuse"), tr("Refuse the proposal, or leave it open again"),
                   {Qt::Key_R, Qt::Key_Delete}, [this] { decide(Choice::Refuse); }));
    show(addAction("rowChange", tr("Change…"), tr("Change what the proposal says"), {Qt::Key_E},
                   [this] { change(); }));
    show(addAction("rowSplit", tr("Split"),
                   tr("Split the proposal: a row a place, a value or a subject"), {Qt::Key_T},
                   [this] { split(); }));
    show(addAction("rowMerge", tr("Merge"),
                   tr("Merge the selected proposals (Shift or Ctrl and click), or this one and the "
                      "next"),
                   {Qt::Key_G}, [this] { merge(); }));
    show(
        addAction("rowPropose", tr("Propose…"),
                  tr("Make a proposal of the words selected in the text, or of what was left open"),
                  {Qt::Key_W}, [this] { propose(); }));
    tools.addSeparator();
    const auto move = [this](int step, ReportList::Among among) {
        if (!m_list->move(step, among))
            m_list->say(among == ReportList::Among::Open ? tr("No further one is open.")
                                                         : tr("There is no further one."));
    };
    addAction("rowNext", tr("Next"), tr("Next proposal"), {Qt::Key_J},
              [=] { move(1, ReportList::Among::All); });
    addAction("rowPrevious", tr("Previous"), tr("Previous proposal"), {Qt::Key_K},
              [=] { move(-1, ReportList::Among::All); });
    show(addAction("rowPreviousOpen", tr("◀ Open"), tr("Previous open proposal"),
                   {Qt::SHIFT | Qt::Key_N, Qt::Key_P}, [=] { move(-1, ReportList::Among::Open); }));
    show(addAction("rowNextOpen", tr("Open ▶"), tr("Next open proposal"), {Qt::Key_N},
                   [=] { move(1, ReportList::Among::Open); }));
    addAction("rowUndo", tr("Undo"), tr("Take back the last step"), {Qt::Key_U},
              [this] { emit undoWanted(); });
    addAction("rowRedo", tr("Redo"), tr("Make the step again"), {Qt::SHIFT | Qt::Key_U},
              [this] { emit redoWanted(); });
    tools.addSeparator();
    makeAcceptAbove();
    tools.addSeparator();
    show(addAction("reportStore", tr("Store"),
                   tr("Store what is decided in the workspace: accepted proposals become records"),
                   {Qt::Key_S}, [this] { store(); }));
    show(addAction("reportClose", tr("Close"), tr("Close the report"), {Qt::CTRL | Qt::Key_W},
                   [this] { closeFirst({}); }));
}

void ReportPane::makeAcceptAbove() {
    QToolBar& tools = m_list->tools();
    m_above = named(new QDoubleSpinBox(&tools), "aboveConfidence", tr("Confidence from"));
    m_above->setRange(0.05, 1);
    m_above->setSingleStep(0.05);
    m_above->setValue(0.9);
    QAction* accept = addAction(
        "rowAcceptAbove", tr("Accept all from"),
        tr("Accept all open proposals of this confidence or more, but for those that are new, "
           "changed or stand in another source"),
        {Qt::CTRL | Qt::SHIFT | Qt::Key_A}, [this] { acceptAbove(); });
    tools.addAction(accept);
    tools.widgetForAction(accept)->setAccessibleName(accept->toolTip());
    tools.addWidget(m_above);
}

void ReportPane::enable() {
    for (QAction* action : m_actions)
        action->setEnabled(isOpen() && m_waiting == 0);
    m_head->setEnabled(m_waiting == 0);
}

void ReportPane::open(ReportInput input) {
    closeFirst([this, input = std::move(input)] {
        readReport(
            m_desk, input,
            [self = QPointer<ReportPane>(this),
             file = m_desk.contents()->file](OpenReportPtr report, const QString& failure) {
                if (self == nullptr)
                    return;
                if (report == nullptr)
                    warn(self, tr("The report was not read"), failure);
                else if (self->m_desk.contents()->file != file)
                    warn(self, tr("The report was not read"),
                         tr("Another workspace was opened meanwhile; open the report again."));
                else // another may have been opened meanwhile
                    self->closeFirst([self, report] { self->show(report); });
            });
    });
}

std::function<bool()> ReportPane::waitForAnswer() {
    QWidget* focus = focusWidget();
    ++m_waiting;
    enable();
    return
        [self = QPointer<ReportPane>(this), closed = m_closed, focus = QPointer<QWidget>(focus)] {
            if (self == nullptr)
                return false;
            --self->m_waiting;
            self->enable();
            if (focus != nullptr && self->m_head->isAncestorOf(focus))
                focus->setFocus(); // it went when that could not be used
            return self->m_closed == closed;
        };
}

void ReportPane::readAgain() {
    readReportAgain(m_desk, m_report, m_head->facts(), m_rows.touched(),
                    [self = QPointer<ReportPane>(this),
                     isStillOpen = waitForAnswer()](OpenReportPtr report, const QString& failure) {
                        if (!isStillOpen())
                            return;
                        if (report == nullptr)
                            self->m_list->say(failure);
                        else
                            self->show(std::move(report));
                    });
}

void ReportPane::show(OpenReportPtr report) {
    const bool wasOpen = isOpen();
    m_report = std::move(report);
    m_head->show(*m_report);
    m_text->showText(m_report->review.text);
    m_rows.begin(m_report->review.source.id, m_report->rows, m_report->touched,
                 m_report->other ? ReportRows::Known::None : ReportRows::Known::OfSource);
    m_textSide->show();
    m_list->QWidget::show();
    if (!wasOpen) {
        emit openChanged(true);
        m_split->setSizes({width() * 42 / 100, width() * 58 / 100});
        m_right->setSizes({height() * 6 / 10, height() * 4 / 10});
    }
    m_list->show(*m_report);
    m_list->view().setFocus();
    showMarks();
    showCurrent();
    enable();
}

void ReportPane::close() {
    m_report = nullptr;
    ++m_closed;
    m_rows.begin({}, {});
    m_textSide->hide();
    m_list->hide();
    emit markersWanted({});
    enable();
    emit openChanged(false);
}

void ReportPane::closeFirst(std::function<void()> then) {
    const auto finish = [this, then = std::move(then)] {
        if (isOpen())
            close();
        if (then)
            then();
    };
    const std::size_t unstored = isOpen() ? m_rows.unstored() : 0;
    if (unstored == 0)
        return finish();
    QMessageBox box(
        QMessageBox::Question, tr("Decisions are not stored"),
        tr("%n decision(s) about the report are not stored yet.", nullptr, int(unstored)),
        QMessageBox::Cancel, this);
    box.setObjectName(QStringLiteral("question"));
    QPushButton* first = box.addButton(tr("&Store and close"), QMessageBox::AcceptRole);
    first->setObjectName(QStringLiteral("yes"));
    QPushButton* discard = box.addButton(tr("&Discard them"), QMessageBox::DestructiveRole);
    discard->setObjectName(QStringLiteral("discard"));
    box.setDefaultButton(first);
    box.exec();
    if (box.clickedButton() == discard)
        finish();
    else if (box.clickedButton() == first)
        store(finish);
}

void ReportPane::showMarks() {
    if (isOpen())
        m_text->setMarks(
            marksOf(m_rows.rows(), m_report->leftOpen, m_text->positions(), palette()));
}

void ReportPane::showCurrent() {
    if (!isOpen())
        return;
    const auto row = m_list->current();
    m_text->showCurrent(row ? m_rows.rows()[*row]->spans : std::vector<extract::CharacterSpan>());
    showPlaces();
}

void ReportPane::showPlaces() {
    const auto row = isOpen() ? m_list->current() : std::nullopt;
    if (!row)
        return pinPlaces({});
    const ReportRowPtr shown = m_rows.rows()[*row];
    const auto units = unitsOf(shown->cells, *m_desk.contents()->gazetteer);
    const std::vector<std::string> names = records::splitList(cellOf(shown->cells, "place_names"));
    if (!units.empty() || names.empty())
        return pinPlaces(units);
    runLater(
        m_desk, this,
        [names, day = parseDate(cellOf(shown->cells, "as_of"))](workspace::Workspace& workspace) {
            std::vector<gazetteer::UnitIndex> found;
            geocode::Query query;
            query.asOf = day.value_or(Date::today());
            for (const std::string& name : names) {
                query.text = name;
                found.push_back(workspace.geocoder().resolve(query).unit());
            }
            std::erase(found, gazetteer::noUnit);
            return found;
        },
        [this, shown](const std::vector<gazetteer::UnitIndex>& found) {
            const auto now = isOpen() ? m_list->current() : std::nullopt;
            if (now && m_rows.rows()[*now] == shown)
                pinPlaces(found);
        });
}

void ReportPane::pinPlaces(const std::vector<gazetteer::UnitIndex>& units) {
    std::vector<Marker> markers;
    geometry::Box box;
    const gazetteer::Gazetteer& gazetteer = *m_desk.contents()->gazetteer;
    for (const gazetteer::UnitIndex unit : units) {
        const auto point = boundaries::pointOf(gazetteer, unit);
        if (!point)
            continue;
        const geometry::Point at = geometry::toMercator({point->lon, point->lat});
        markers.push_back({at, toQString(gazetteer.unit(unit).name), 0});
        box.expand(geometry::Point{at.x - aroundPlaceMetres, at.y - aroundPlaceMetres});
        box.expand(geometry::Point{at.x + aroundPlaceMetres, at.y + aroundPlaceMetres});
    }
    emit markersWanted(markers);
    if (!markers.empty())
        emit boxWanted(box);
}

void ReportPane::attempt(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& error) {
        m_list->say(viewer::said(error));
    }
}

void ReportPane::decide(Choice choice) {
    const auto rows = m_list->selected();
    if (rows.empty())
        return;
    const auto isOpenNow = [&] { return m_rows.rows()[rows.front()]->choice == Choice::Open; };
    const bool wasOpen = isOpenNow();
    m_rows.decide(rows, choice);
    if (rows.size() == 1 && wasOpen && !isOpenNow() && m_list->current() == rows.front())
        m_list->move(1, ReportList::Among::Open);
}

void ReportPane::acceptAbove() {
    const std::size_t count = m_rows.acceptAbove(m_above->value());
    m_list->say(
        count == 0 ? tr("No open proposal has that confidence.")
                   : tr("%n proposal(s) accepted that nobody has looked at.", nullptr, int(count)));
}

void ReportPane::change() {
    const auto row = m_list->current();
    if (!row)
        return;
    auto* dialog = new ReportRowDialog(m_desk, m_rows.rows()[*row]->cells, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, before = m_rows.rows()[*row]] {
        if (const auto now = m_rows.find(cellOf(before->cells, "id")))
            m_rows.change(*now, dialog->cells());
    });
    dialog->open();
}

void ReportPane::split() {
    if (const auto row = m_list->current())
        attempt([&] { m_rows.split(*row); });
}

void ReportPane::merge() {
    std::vector<std::size_t> rows = m_list->selected();
    if (const auto next = m_list->next(); next && rows.size() == 1)
        rows.push_back(*next);
    attempt([&] { m_rows.merge(rows); });
}

/// Of the words that are selected, or of what was left open; empty where there are none.
ReviewCells ReportPane::cellsOfWords() const {
    ReviewCells cells;
    if (const auto words = m_text->selectedWords())
        cells = extract::rowOfWords(words->characters, words->lineNumber, words->line, words->text);
    else if (const auto open = m_list->currentLeftOpen()) {
        const ReviewCells& left = m_report->leftOpen[*open];
        const auto spans = extract::charactersOf(left);
        cells =
            extract::rowOfWords(spans.front(), std::size_t(toQString(cellOf(left, "line")).toInt()),
                                m_text->lineAt(spans.front().first), cellOf(left, "text"));
        for (const char* column : {"value", "value_max", "unit", "qualifier", "place_names",
                                   "place_codes", "place_role", "period", "status"})
            if (!cellOf(left, column).empty())
                cells[column] = cellOf(left, column);
    }
    if (!cells.empty())
        cells.merge(extract::documentCells(m_report->review));
    return cells;
}

void ReportPane::propose() {
    const ReviewCells cells = cellsOfWords();
    if (cells.empty())
        return m_list->say(tr("Select words in the text first, or one of those left open."));
    if (const auto known = m_rows.find(cellOf(cells, "id")))
        return m_list->choose(*known);
    auto* dialog = new ReportRowDialog(m_desk, cells, this);
    dialog->setWindowTitle(tr("Propose a record"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        ReviewCells written = dialog->cells();
        written["decision"] = toString(Choice::Accept);
        m_rows.insert(written);
        if (const auto made = m_rows.find(cellOf(written, "id")))
            m_list->choose(*made);
    });
    dialog->open();
}

void ReportPane::store(std::function<void()> then) {
    if (m_rows.unstored() == 0) {
        m_list->say(tr("Everything that is decided is stored."));
        if (then)
            then();
        return;
    }
    const auto applied = std::make_shared<workspace::AppliedReview>();
    m_desk.editWorkspace(
        tr("Proposals of %1").arg(toQString(m_report->review.source.title)),
        [table = m_rows.table(), applied](workspace::Workspace& workspace, const Progress&) {
            *applied = workspace::applyReview(workspace, userName(), table);
        },
        [self = QPointer<ReportPane>(this), applied, rows = m_rows.rows(), then = std::move(then),
         isStillOpen = waitForAnswer()](const QString& failure) {
            if (!isStillOpen())
                return;
            if (!failure.isEmpty())
                return self->m_list->say(failure);
            const auto stopped = self->m_rows.take(*applied, rows);
            self->saySummary(*applied);
            if (stopped && then) // it stays open, with what is said of the row
                self->m_list->choose(*stopped);
            else if (then)
                then();
        });
}

void ReportPane::saySummary(const workspace::AppliedReview& applied) {
    using workspace::Applied;
    QString text = tr("%1 taken, %2 changed, %3 refused, %4 could not be taken.")
                       .arg(applied.count(Applied::Added))
                       .arg(applied.count(Applied::Changed))
                       .arg(applied.count(Applied::Refused) + applied.count(Applied::Removed))
                       .arg(applied.count(Applied::Rejected));
    if (applied.openPlaces > 0)
        text += u' ' + tr("%n place(s) to be decided.", nullptr, int(applied.openPlaces));
    emit m_desk.edited(text);
}

} // namespace terroir::viewer
