#include "plugin/viewer/report_list.hpp"

#include "core/extract/row_words.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/report_row_model.hpp"
#include "plugin/viewer/strings.hpp"
#include "plugin/viewer/table_view.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace terroir::viewer {

using extract::Choice;

namespace {

constexpr int lettersAround = 60;

/// The words with what stands before and after them in their line.
QString around(const std::string& text, const extract::Proposal& words) {
    const std::size_t before = text.rfind('\n', words.firstByte);
    const std::size_t first = before == std::string::npos ? 0 : before + 1;
    const std::size_t end = std::min(text.find('\n', words.endByte), text.size());
    const auto part = [&](std::size_t from, std::size_t to) {
        return toQString(std::string_view(text).substr(from, to - from));
    };
    return QStringLiteral("%1%2%3").arg(part(first, words.firstByte).right(lettersAround / 2),
                                        part(words.firstByte, words.endByte),
                                        part(words.endByte, end).left(lettersAround));
}

} // namespace

ReportList::ReportList(Desk& desk, ReportRows& rows, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_rows(rows) {
    setObjectName(QStringLiteral("reportList"));
    auto* lines = new QVBoxLayout(this);
    lines->setContentsMargins({});
    m_tools = named(new QToolBar(this), "reportTools", tr("What to do with a proposal"));
    m_tools->setToolButtonStyle(Qt::ToolButtonTextOnly);
    lines->addWidget(m_tools);
    makeFilter();
    m_tabs = named(new QTabWidget(this), "reportTabs", tr("Proposals and the rest"));
    m_model = new ReportRowModel(rows, desk.language(), this);
    m_filter = new ReportRowFilter(rows, this);
    m_filter->setSourceModel(m_model);
    m_view = makeTableView(m_filter, "proposals", tr("Proposals"), m_tabs);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->horizontalHeader()->setSectionResizeMode(ReportRowModel::Place, QHeaderView::Stretch);
    m_tabs->addTab(m_view, tr("Proposals"));
    m_leftOpen =
        makePlain("leftOpen", tr("Left open"), {tr("Line"), tr("Words"), tr("In the text")});
    m_tabs->addTab(m_leftOpen, tr("Left open"));
    m_gone = makePlain("gone", tr("Gone"), {tr("Record"), tr("Line"), tr("Words")});
    m_tabs->addTab(m_gone, tr("Gone"));
    lines->addWidget(m_tabs, 1);
    m_remarks = named(new QLabel(this), "reportRemarks", tr("What is said of the proposal"));
    m_remarks->setTextFormat(Qt::PlainText);
    m_remarks->setWordWrap(true);
    m_remarks->setTextInteractionFlags(Qt::TextSelectableByMouse);
    lines->addWidget(m_remarks);
    m_counts = named(new QLabel(this), "reportCounts", tr("How many are decided"));
    lines->addWidget(m_counts);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        showRemarks();
        emit currentChanged();
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        showRemarks();
        if (m_tabs->currentWidget() == m_view)
            emit currentChanged();
        else if (const auto open = currentLeftOpen())
            emit leftOpenChosen(int(*open));
    });
    connect(m_view, &QAbstractItemView::doubleClicked, this, &ReportList::changeWanted);
    connect(m_leftOpen, &QTableWidget::currentCellChanged, this,
            [this](int row) { emit leftOpenChosen(row); });
    connect(&rows, &ReportRows::changed, this, &ReportList::follow);
    connect(&rows, &ReportRows::storedChanged, this, [this] {
        showCounts();
        showRemarks();
    });
}

void ReportList::makeFilter() {
    auto* line = new QHBoxLayout;
    m_which = named(new QComboBox(this), "reportWhich", tr("Which proposals are listed"));
    for (const auto& [which, words] : {std::pair{ReportRowFilter::All, tr("All")},
                                       {ReportRowFilter::Open, tr("Open")},
                                       {ReportRowFilter::Attention, tr("Need attention")},
                                       {ReportRowFilter::Accepted, tr("Accepted")},
                                       {ReportRowFilter::Refused, tr("Refused")},
                                       {ReportRowFilter::NotStored, tr("Not stored yet")}})
        m_which->addItem(words, int(which));
    m_search = named(new QLineEdit(this), "reportSearch", tr("Find in the proposals"));
    m_search->setPlaceholderText(tr("Find in the proposals"));
    m_search->setClearButtonEnabled(true);
    line->addWidget(m_which);
    line->addWidget(m_search, 1);
    static_cast<QVBoxLayout*>(layout())->addLayout(line);
    connect(m_which, &QComboBox::currentIndexChanged, this,
            [this] { m_filter->show(ReportRowFilter::Which(m_which->currentData().toInt())); });
    connect(m_search, &QLineEdit::textChanged, this,
            [this](const QString& words) { m_filter->search(words); });
}

QTableWidget* ReportList::makePlain(const char* name, const QString& accessibleName,
                                    const QStringList& columns) {
    auto* table = named(new QTableWidget(0, int(columns.size()), m_tabs), name, accessibleName);
    table->setHorizontalHeaderLabels(columns);
    table->horizontalHeader()->setStretchLastSection(true);
    table->verticalHeader()->hide();
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() * 5 / 4);
    return table;
}

void ReportList::show(const OpenReport& report) {
    m_which->setCurrentIndex(0);
    m_search->clear();
    showOthers(report);
    m_tabs->setCurrentIndex(0);
    fitColumns(*m_view, 30);
    m_view->setColumnWidth(ReportRowModel::Decision, fontMetrics().averageCharWidth() * 17);
    if (m_filter->rowCount() > 0)
        choose(0);
    showCounts();
    showRemarks();
}

void ReportList::showOthers(const OpenReport& report) {
    const auto fill = [](QTableWidget& table, int row, const QStringList& texts) {
        for (int column = 0; column < texts.size(); ++column) {
            auto* item = new QTableWidgetItem(texts[column].simplified());
            item->setToolTip(plainToolTip(texts[column]));
            table.setItem(row, column, item);
        }
    };
    const QSignalBlocker silent(m_leftOpen);
    m_leftOpen->setRowCount(int(report.leftOpen.size()));
    for (int row = 0; row < m_leftOpen->rowCount(); ++row) {
        const extract::ReviewCells& cells = report.leftOpen[std::size_t(row)];
        fill(*m_leftOpen, row,
             {toQString(extract::cellOf(cells, "line")), toQString(extract::cellOf(cells, "text")),
              around(report.review.text, report.review.leftOpen[std::size_t(row)])});
    }
    m_leftOpen->resizeColumnsToContents();
    m_gone->setRowCount(int(report.review.gone.size()));
    for (int row = 0; row < m_gone->rowCount(); ++row) {
        const extract::GoneProposal& gone = report.review.gone[std::size_t(row)];
        fill(*m_gone, row,
             {toQString(workspace::recordOfProposal(report.review.source.id, gone.id)),
              QString::number(gone.line), toQString(gone.words)});
    }
    m_tabs->setTabText(1, tr("Left open (%1)").arg(m_leftOpen->rowCount()));
    m_tabs->setTabText(2, tr("Gone (%1)").arg(m_gone->rowCount()));
    m_tabs->setTabVisible(2, m_gone->rowCount() > 0);
    m_tabs->setTabToolTip(1, tr("Numbers of which it is not known what they count; W makes a "
                                "proposal of one, or of words selected in the text"));
    m_tabs->setTabToolTip(2, tr("Taken from an earlier version of the document, which does not "
                                "say it any more; the records stay until they are deleted"));
}

std::optional<std::size_t> ReportList::current() const {
    const QModelIndex index = m_tabs->currentWidget() == m_view
                                  ? m_filter->mapToSource(m_view->currentIndex())
                                  : QModelIndex();
    return index.isValid() && std::size_t(index.row()) < m_rows.rows().size()
               ? std::optional(std::size_t(index.row()))
               : std::nullopt;
}

std::vector<std::size_t> ReportList::selected() const {
    std::vector<std::size_t> rows;
    if (!current())
        return rows;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows())
        rows.push_back(std::size_t(m_filter->mapToSource(index).row()));
    std::sort(rows.begin(), rows.end());
    return rows;
}

std::optional<std::size_t> ReportList::currentLeftOpen() const {
    const int row = m_leftOpen->currentRow();
    return m_tabs->currentWidget() == m_leftOpen && row >= 0 ? std::optional(std::size_t(row))
                                                             : std::nullopt;
}

std::optional<std::size_t> ReportList::next() const {
    const QModelIndex current = m_view->currentIndex();
    const QModelIndex below = current.sibling(current.row() + 1, 0);
    return this->current() && below.isValid()
               ? std::optional(std::size_t(m_filter->mapToSource(below).row()))
               : std::nullopt;
}

void ReportList::choose(std::size_t row) {
    m_tabs->setCurrentIndex(0);
    QModelIndex index = m_filter->mapFromSource(m_model->index(int(row), 0));
    if (!index.isValid()) {
        m_which->setCurrentIndex(0);
        m_search->clear();
        index = m_filter->mapFromSource(m_model->index(int(row), 0));
    }
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

void ReportList::chooseLeftOpen(std::size_t row) {
    m_tabs->setCurrentWidget(m_leftOpen);
    m_leftOpen->setCurrentCell(int(row), 0);
}

bool ReportList::move(int step, Among among) {
    if (m_tabs->currentWidget() == m_leftOpen) {
        const int to = m_leftOpen->currentRow() + step;
        if (to >= 0 && to < m_leftOpen->rowCount())
            m_leftOpen->setCurrentCell(to, 0);
        return to >= 0 && to < m_leftOpen->rowCount();
    }
    const int from = m_view->currentIndex().isValid() ? m_view->currentIndex().row() : -1;
    for (int at = from + step; at >= 0 && at < m_filter->rowCount(); at += step) {
        const int row = m_filter->mapToSource(m_filter->index(at, 0)).row();
        if (among == Among::Open && m_rows.rows()[std::size_t(row)]->choice != Choice::Open)
            continue;
        choose(std::size_t(row));
        return true;
    }
    return false;
}

/// That row or, where it is not among those that are looked for, the next one that is, else the
/// last.
QModelIndex ReportList::shownNear(int row) const {
    for (int at = row; at < m_model->rowCount(); ++at)
        if (const QModelIndex index = m_filter->mapFromSource(m_model->index(at, 0));
            index.isValid())
            return index;
    return m_filter->index(m_filter->rowCount() - 1, 0);
}

void ReportList::follow(int at) {
    if (at >= 0) {
        m_tabs->setCurrentIndex(0);
        const QModelIndex index = shownNear(at);
        m_view->setCurrentIndex(index);
        m_view->scrollTo(index);
    }
    showCounts();
    showRemarks();
}

void ReportList::showCounts() {
    QString text = tr("%1 accepted, %2 refused, %3 open")
                       .arg(m_rows.count(Choice::Accept))
                       .arg(m_rows.count(Choice::Refuse))
                       .arg(m_rows.count(Choice::Open));
    if (const std::size_t unstored = m_rows.unstored(); unstored > 0)
        text += QStringLiteral(" · ") + tr("%1 not stored yet").arg(unstored);
    m_counts->setText(text);
    m_tabs->setTabText(0, tr("Proposals (%1)").arg(m_rows.rows().size()));
}

void ReportList::showRemarks() {
    const auto row = current();
    m_remarks->setText(row ? m_model->remarksOn(*row).join(u'\n') : QString());
}

void ReportList::say(const QString& sentence) {
    m_remarks->setText(sentence);
}

} // namespace terroir::viewer
