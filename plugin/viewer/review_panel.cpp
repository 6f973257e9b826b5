#include "plugin/viewer/review_panel.hpp"

#include "core/base/error.hpp"
#include "core/base/number.hpp"
#include "core/boundaries/unit_point.hpp"
#include "core/gazetteer/versions.hpp"
#include "core/geometry/mercator.hpp"
#include "core/session/unit_choice.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/strings.hpp"
#include "plugin/viewer/table_view.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace terroir::viewer {

using gazetteer::noUnit;
using Which = session::ReviewList::Which;

namespace {

constexpr int mostDigits = 9;
constexpr double aroundMetres = 8000; ///< shown around a lone candidate

} // namespace

ReviewPanel::ReviewPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench) {
    setObjectName(QStringLiteral("reviewPanel"));
    auto* lines = new QVBoxLayout(this);
    m_which = named(new QComboBox(this), "which", tr("Which places are listed"));
    m_which->addItem(tr("To be decided"), Which::Open);
    m_which->addItem(tr("Decided"), Which::Decided);
    m_which->addItem(tr("All"), Which::All);
    lines->addWidget(m_which);
    m_empty = named(new QLabel(this), "empty", tr("Nothing to review"));
    m_empty->setWordWrap(true);
    lines->addWidget(m_empty);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    lines->addWidget(splitter, 1);
    m_model = new PlaceListModel(this);
    m_list = makeTableView(m_model, "places", tr("Places"), splitter);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->horizontalHeader()->setStretchLastSection(true);
    auto* scroll = named(new QScrollArea(splitter), "decision", tr("Place and candidates"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_detail = new QWidget;
    auto* detailLines = new QVBoxLayout(m_detail);
    makeDetail(*detailLines);
    scroll->setWidget(m_detail);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 2);

    connect(m_which, &QComboBox::currentIndexChanged, this, &ReviewPanel::takeContents);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ReviewPanel::showCurrent);
    connect(&workbench, &Workbench::contentsChanged, this, &ReviewPanel::takeContents);
    for (int digit = 1; digit <= mostDigits; ++digit)
        connect(new QShortcut(QKeySequence(Qt::Key_0 + digit), this, nullptr, nullptr,
                              Qt::WidgetWithChildrenShortcut),
                &QShortcut::activated, this, [this, digit] { decideFor(digit); });
    takeContents();
}

void ReviewPanel::makeDetail(QVBoxLayout& lines) {
    lines.setContentsMargins({});
    m_text = named(new QLabel(m_detail), "place", tr("The place as written"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    lines.addWidget(m_text);
    m_buttons = new QWidget(m_detail);
    m_buttonLines = new QVBoxLayout(m_buttons);
    m_buttonLines->setContentsMargins({});
    lines.addWidget(m_buttons);
    m_none = named(new QPushButton(tr("None of t&hese"), m_detail), "none", tr("None of these"));
    lines.addWidget(m_none);
    auto* other = new QHBoxLayout;
    m_other = named(new QLineEdit(m_detail), "other", tr("Another unit: name or code"));
    m_other->setPlaceholderText(tr("Another unit: name with its parents, or code"));
    m_otherButton =
        named(new QPushButton(tr("Ch&oose"), m_detail), "chooseOther", tr("Choose this unit"));
    other->addWidget(m_other);
    other->addWidget(m_otherButton);
    lines.addLayout(other);
    m_takeBack = named(new QPushButton(tr("Take the &decision back"), m_detail), "takeBack",
                       tr("Take the decision back"));
    lines.addWidget(m_takeBack);
    m_failure = named(new QLabel(m_detail), "failure", tr("Why it did not work"));
    m_failure->setWordWrap(true);
    m_failure->setTextFormat(Qt::PlainText);
    lines.addWidget(m_failure);
    lines.addStretch();
    const auto chooseOther = [this] {
        if (!m_other->text().trimmed().isEmpty())
            decide(m_other->text().trimmed().toStdString());
    };
    connect(m_none, &QPushButton::clicked, this, [this] { decide({}); });
    connect(m_otherButton, &QPushButton::clicked, this, chooseOther);
    connect(m_other, &QLineEdit::returnPressed, this, chooseOther);
    connect(m_takeBack, &QPushButton::clicked, this, &ReviewPanel::undoDecision);
}

void ReviewPanel::showOnly(Which which) {
    m_which->setCurrentIndex(m_which->findData(which));
}

std::optional<session::PlaceId> ReviewPanel::current() const {
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? std::optional(m_model->entry(index.row()).id()) : std::nullopt;
}

void ReviewPanel::choose(const session::PlaceId& id) {
    if (const int row = m_model->rowOf(id); row >= 0)
        m_list->setCurrentIndex(m_model->index(row, 0));
}

/// The list after an edit: at the same place when it is still listed, else at the one that took its
/// row.
void ReviewPanel::takeContents() {
    const std::optional<session::PlaceId> before = current();
    const int rowBefore = m_list->currentIndex().row();
    m_model->show(m_workbench.contents(), static_cast<Which>(m_which->currentData().toInt()));
    const bool isEmpty = m_model->rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_empty->setText(m_which->currentData().toInt() == Which::Decided
                         ? tr("Nothing has been decided yet.")
                         : tr("No place is to be decided. Import a table (Ctrl+I): places that "
                              "are not clear come here."));
    int row = before ? m_model->rowOf(*before) : -1;
    if (row < 0 && before)
        row = std::min(rowBefore, m_model->rowCount() - 1);
    if (row >= 0)
        m_list->setCurrentIndex(m_model->index(row, 0));
    showCurrent();
    emit countChanged(static_cast<int>(m_model->openCount()));
}

void ReviewPanel::showCurrent() {
    const QModelIndex index = m_list->currentIndex();
    m_detail->setEnabled(index.isValid());
    m_detail->setVisible(index.isValid() || m_model->rowCount() > 0);
    m_failure->clear();
    m_other->clear();
    for (QPushButton* button : m_buttons->findChildren<QPushButton*>()) {
        button->setObjectName({});
        button->hide();
        button->deleteLater();
    }
    m_candidates.clear();
    if (!index.isValid()) {
        m_text->setText(m_model->rowCount() > 0 ? tr("Choose a place above.") : QString());
        m_takeBack->hide();
        emit markersWanted({});
        return;
    }
    const PlaceListModel::Entry& entry = m_model->entry(index.row());
    const records::Place& place = entry.get();
    const records::Source* source = m_model->sourceOf(*entry.record);
    const auto line = [](const QString& what, const std::string& value) {
        return value.empty()
                   ? QString()
                   : QStringLiteral("<br>%1: %2").arg(what, toQString(value).toHtmlEscaped());
    };
    m_text->setText(
        QStringLiteral("<b>“%1”</b>").arg(PlaceListModel::textOf(place).toHtmlEscaped()) +
        line(tr("where"), place.context) + line(tr("record"), session::titleOf(*entry.record)) +
        line(tr("document"), source == nullptr ? entry.record->source : source->title) +
        line(tr("line"), entry.record->line) +
        line(tr("units of"), entry.record->lookupDate.toString()) + line(tr("why"), place.reasons));
    m_takeBack->setVisible(records::isDecided(place));
    showCandidates(entry);
    showMarkers();
}

void ReviewPanel::showCandidates(const PlaceListModel::Entry& entry) {
    const gazetteer::Gazetteer& gazetteer = *m_workbench.contents()->gazetteer;
    const Date day = entry.record->lookupDate;
    m_candidates = session::candidatesOf(entry.get(), day, gazetteer);
    m_none->setVisible(!m_candidates.empty() || !records::isDecided(entry.get()));
    m_none->setText(m_candidates.empty() ? tr("No &known unit") : tr("None of t&hese"));
    for (std::size_t i = 0; i < m_candidates.size(); ++i) {
        const session::PlaceCandidate& candidate = m_candidates[i];
        const std::string name = candidate.unit == noUnit
                                     ? candidate.code
                                     : gazetteer::describeNear(gazetteer, candidate.unit, day);
        const QString score = toQString(formatNumber(candidate.score, m_workbench.language()));
        const int number = static_cast<int>(i) + 1;
        auto* button =
            new QPushButton(QStringLiteral("%1  %2  (%3)")
                                .arg(number)
                                .arg(toQString(name).replace(u'&', QStringLiteral("&&")), score),
                            m_buttons);
        button->setObjectName(QStringLiteral("candidate%1").arg(number));
        button->setAccessibleName(
            tr("Candidate %1: %2, score %3").arg(number).arg(toQString(name), score));
        button->setToolTip(button->accessibleName());
        // Long names may be cut at the side rather than make the panel wide.
        button->setMinimumWidth(fontMetrics().averageCharWidth() * 12);
        button->setStyleSheet(QStringLiteral("text-align: left; padding: 4px;"));
        button->setEnabled(candidate.unit != noUnit);
        connect(button, &QPushButton::clicked, this, [this, number] { decideFor(number); });
        m_buttonLines->addWidget(button);
    }
}

void ReviewPanel::showMarkers() {
    const gazetteer::Gazetteer& gazetteer = *m_workbench.contents()->gazetteer;
    std::vector<Marker> markers;
    geometry::Box box;
    for (std::size_t i = 0; i < m_candidates.size(); ++i) {
        if (m_candidates[i].unit == noUnit)
            continue;
        const auto point = boundaries::pointOf(gazetteer, m_candidates[i].unit);
        if (!point)
            continue;
        const geometry::Point at = geometry::toMercator({point->lon, point->lat});
        const int number = static_cast<int>(i) + 1;
        markers.push_back({at, QString::number(number), number});
        box.expand(geometry::Point{at.x - aroundMetres, at.y - aroundMetres});
        box.expand(geometry::Point{at.x + aroundMetres, at.y + aroundMetres});
    }
    emit markersWanted(markers);
    if (!markers.empty() && isVisible())
        emit boxWanted(box);
}

void ReviewPanel::decideFor(int number) {
    if (number < 1 || number > static_cast<int>(m_candidates.size()))
        return;
    const session::PlaceCandidate& candidate = m_candidates[static_cast<std::size_t>(number - 1)];
    if (candidate.unit != noUnit)
        decide(m_workbench.contents()->gazetteer->unit(candidate.unit).uid);
}

/// `unit` as session::chooseUnit() takes it; empty: none of the candidates.
void ReviewPanel::decide(const std::string& unit) {
    if (!m_detail->isEnabled()) // the last decision is not stored yet, the next place not shown
        return;
    const std::optional<session::PlaceId> id = current();
    if (!id)
        return;
    const QString text = PlaceListModel::textOf(m_model->entry(m_list->currentIndex().row()).get());
    edit(tr("Decision about “%1”").arg(text),
         [id = *id, unit](session::Session& session, const Progress&) {
             const records::Record& record = session::requireRecord(session.records(), id);
             std::string uid;
             if (!unit.empty())
                 uid = session.gazetteer().unit(session::chooseUnit(session, unit, record)).uid;
             store::Transaction transaction(session.workspace().database());
             records::decide(session.workspace(), id.record, id.place, uid);
             transaction.commit();
         });
}

void ReviewPanel::undoDecision() {
    if (!m_detail->isEnabled())
        return;
    const std::optional<session::PlaceId> id = current();
    if (!id)
        return;
    const QString text = PlaceListModel::textOf(m_model->entry(m_list->currentIndex().row()).get());
    edit(tr("Decision about “%1” taken back").arg(text),
         [id = *id](session::Session& session, const Progress&) {
             store::Transaction transaction(session.workspace().database());
             records::undoDecision(session.workspace(), id.record, id.place);
             transaction.commit();
         });
}

void ReviewPanel::edit(const QString& title, Workbench::Edit work) {
    m_failure->clear();
    m_detail->setEnabled(false); // a second click must not decide about the next place
    m_workbench.editWorkspace(title, std::move(work),
                              [self = QPointer<ReviewPanel>(this),
                               before = m_workbench.undoStack().index()](const QString& failure) {
                                  if (self == nullptr)
                                      return;
                                  // Else the new contents show the next place.
                                  if (!failure.isEmpty() ||
                                      self->m_workbench.undoStack().index() == before)
                                      self->m_detail->setEnabled(true);
                                  self->m_failure->setText(failure);
                              });
}

} // namespace terroir::viewer
