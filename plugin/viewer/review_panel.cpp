#include "plugin/viewer/review_panel.hpp"

#include "core/base/number.hpp"
#include "core/boundaries/unit_point.hpp"
#include "core/geometry/mercator.hpp"
#include "plugin/viewer/column_menu.hpp"
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
using workspace::ReviewWhich;

namespace {

constexpr int maxDigits = 9;
constexpr double aroundMetres = 8000; ///< shown around a lone candidate

} // namespace

ReviewPanel::ReviewPanel(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk) {
    setObjectName(QStringLiteral("reviewPanel"));
    auto* lines = new QVBoxLayout(this);
    m_which = named(new QComboBox(this), "which", tr("Which places are listed"));
    m_which->addItem(tr("To be decided"), int(ReviewWhich::Open));
    m_which->addItem(tr("Decided"), int(ReviewWhich::Decided));
    m_which->addItem(tr("All"), int(ReviewWhich::OpenOrDecided));
    lines->addWidget(m_which);
    m_empty = named(new QLabel(this), "empty", tr("Nothing to review"));
    m_empty->setWordWrap(true);
    lines->addWidget(m_empty);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    lines->addWidget(splitter, 1);
    m_model = new PlaceListModel(desk.language(), this);
    m_list = makeTableView(m_model, "places", tr("Places"), splitter);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->horizontalHeader()->setStretchLastSection(true);
    offerColumns(*m_list);
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
    connect(&desk, &Desk::contentsChanged, this, &ReviewPanel::takeContents);
    for (int digit = 1; digit <= maxDigits; ++digit)
        connect(new QShortcut(QKeySequence(Qt::Key_0 + digit), this, nullptr, nullptr,
                              Qt::WidgetWithChildrenShortcut),
                &QShortcut::activated, this, [this, digit] { decideFor(digit); });
    for (QWidget* control :
         std::initializer_list<QWidget*>{m_which, m_none, m_other, m_otherButton, m_takeBack})
        control->setToolTip(control->accessibleName());
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
    connect(m_takeBack, &QPushButton::clicked, this, &ReviewPanel::takeBack);
}

void ReviewPanel::showOnly(ReviewWhich which) {
    m_which->setCurrentIndex(m_which->findData(int(which)));
}

std::optional<workspace::PlaceId> ReviewPanel::current() const {
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? std::optional(m_model->item(index.row()).id()) : std::nullopt;
}

const workspace::ReviewQueue::Item* ReviewPanel::currentItem() const {
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() && m_detail->isEnabled() ? &m_model->item(index.row()) : nullptr;
}

void ReviewPanel::choose(const workspace::PlaceId& id) {
    if (const auto row = m_model->queue().find(id))
        m_list->setCurrentIndex(m_model->index(static_cast<int>(*row), 0));
}

void ReviewPanel::takeContents() {
    const std::optional<workspace::PlaceId> before = current();
    const int rowBefore = m_list->currentIndex().row();
    const auto which = static_cast<ReviewWhich>(m_which->currentData().toInt());
    m_model->show(workspace::ReviewQueue(m_desk.contents(), which));
    const workspace::ReviewQueue& queue = m_model->queue();
    m_empty->setVisible(queue.items().empty());
    m_empty->setText(which == ReviewWhich::Decided
                         ? tr("Nothing has been decided yet.")
                         : tr("No place is to be decided. Import a table (Ctrl+I): places that "
                              "are not clear come here."));
    if (const auto row = queue.rowAfter(before, static_cast<std::size_t>(std::max(0, rowBefore))))
        m_list->setCurrentIndex(m_model->index(static_cast<int>(*row), 0));
    showCurrent();
    emit countChanged(static_cast<int>(queue.openCount()));
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
    const workspace::ReviewQueue::Item& item = m_model->item(index.row());
    const Language language = m_desk.language();
    QString text =
        QStringLiteral("<b>“%1”</b>").arg(toQString(workspace::textOf(item.get())).toHtmlEscaped());
    for (const workspace::ReviewFact& fact : m_model->queue().factsOf(item))
        text += QStringLiteral("<br>%1: %2")
                    .arg(toQString(fact.name.in(language)),
                         toQString(fact.value.in(language)).toHtmlEscaped());
    m_text->setText(text);
    m_takeBack->setVisible(records::isDecided(item.get()));
    showCandidates(item);
    showMarkers();
}

void ReviewPanel::showCandidates(const workspace::ReviewQueue::Item& item) {
    m_candidates = m_model->queue().candidatesOf(item);
    m_none->setVisible(!m_candidates.empty() || !records::isDecided(item.get()));
    m_none->setText(m_candidates.empty() ? tr("No &known unit") : tr("None of t&hese"));
    for (const workspace::ShownCandidate& candidate : m_candidates) {
        const QString name = toQString(candidate.name);
        const QString score = toQString(formatNumber(candidate.score, m_desk.language()));
        const int number = candidate.number;
        auto* button =
            new QPushButton(QStringLiteral("%1  %2  (%3)")
                                .arg(number)
                                .arg(QString(name).replace(u'&', QStringLiteral("&&")), score),
                            m_buttons);
        button->setObjectName(QStringLiteral("candidate%1").arg(number));
        button->setAccessibleName(tr("Candidate %1: %2, score %3").arg(number).arg(name, score));
        button->setToolTip(plainToolTip(button->accessibleName()));
        // Long names may be cut at the side rather than make the panel wide.
        button->setMinimumWidth(fontMetrics().averageCharWidth() * 12);
        button->setStyleSheet(QStringLiteral("text-align: left; padding: 4px;"));
        button->setEnabled(candidate.unit != noUnit);
        connect(button, &QPushButton::clicked, this, [this, number] { decideFor(number); });
        m_buttonLines->addWidget(button);
    }
}

void ReviewPanel::showMarkers() {
    const gazetteer::Gazetteer& gazetteer = *m_desk.contents()->gazetteer;
    std::vector<Marker> markers;
    geometry::Box box;
    for (const workspace::ShownCandidate& candidate : m_candidates) {
        if (candidate.unit == noUnit)
            continue;
        const auto point = boundaries::pointOf(gazetteer, candidate.unit);
        if (!point)
            continue;
        const geometry::Point at = geometry::toMercator({point->lon, point->lat});
        markers.push_back({at, QString::number(candidate.number), candidate.number});
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
    const workspace::ShownCandidate& candidate = m_candidates[static_cast<std::size_t>(number - 1)];
    if (!candidate.uid.empty())
        decide(candidate.uid);
}

/// `unit` as session::chooseUnit() takes it; empty: none of the candidates.
void ReviewPanel::decide(const std::string& unit) {
    if (const workspace::ReviewQueue::Item* item = currentItem())
        edit(workspace::ReviewQueue::decision(*item, unit));
}

void ReviewPanel::takeBack() {
    if (const workspace::ReviewQueue::Item* item = currentItem())
        edit(workspace::ReviewQueue::takingBack(*item));
}

void ReviewPanel::edit(workspace::ReviewEdit edit) {
    m_failure->clear();
    m_detail->setEnabled(false); // a second click must not decide about the next place
    m_desk.editWorkspace(toQString(edit.title.in(m_desk.language())), std::move(edit.run),
                         [self = QPointer<ReviewPanel>(this),
                          before = m_desk.undoStack().index()](const QString& failure) {
                             if (self == nullptr)
                                 return;
                             // Else the new contents show the next place.
                             if (!failure.isEmpty() || self->m_desk.undoStack().index() == before)
                                 self->m_detail->setEnabled(true);
                             self->m_failure->setText(failure);
                         });
}

} // namespace terroir::viewer
