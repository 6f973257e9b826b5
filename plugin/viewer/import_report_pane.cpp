#include "plugin/viewer/import_report_pane.hpp"

#include "core/base/output_file.hpp"
#include "core/records/code_words.hpp"
#include "core/workspace/import_preview.hpp"
#include "plugin/viewer/column_menu.hpp"
#include "plugin/viewer/import_report_model.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/place_choice_dialog.hpp"
#include "plugin/viewer/row_cells_dialog.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"
#include "plugin/viewer/table_view.hpp"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace terroir::viewer {

using records::RowOutcome;

namespace {

/// What is said of the tables as a whole, a line each; what is doubtful comes first.
QString remarksOf(const records::ImportReport& report) {
    QStringList doubts, lines;
    for (const records::RowReport& row : report.rows)
        if (row.row == 0)
            (row.outcome == RowOutcome::Accepted ? lines : doubts)
                .append(row.sheet->empty()
                            ? said(*row.sentence)
                            : toQString(*row.sheet) + QStringLiteral(": ") + said(*row.sentence));
    return (doubts + lines).join(QLatin1Char('\n'));
}

} // namespace

ImportReportPane::ImportReportPane(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk) {
    auto* lines = new QVBoxLayout(this);
    lines->setContentsMargins({});
    m_summary = named(new QLabel(this), "summary", tr("What would become of the rows"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    lines->addWidget(m_summary);
    m_remarks = named(new QPlainTextEdit(this), "remarks", tr("What is said of the whole table"));
    m_remarks->setReadOnly(true);
    m_remarks->setTabChangesFocus(true);
    m_remarks->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_remarks->setMaximumHeight(fontMetrics().height() * 7 / 2);
    m_remarks->hide();
    lines->addWidget(m_remarks);
    QLayout* tools = makeTools();
    makeReport();
    lines->addLayout(tools);
    lines->addWidget(m_reportView, 1);
    m_sentence = named(new QLabel(this), "sentence", tr("What is to be said of the row"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sentence->setMinimumHeight(fontMetrics().lineSpacing() * 2);
    m_sentence->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    lines->addWidget(m_sentence);
}

QLayout* ImportReportPane::makeTools() {
    auto* tools = new QHBoxLayout;
    m_outcome = named(new QComboBox(this), "outcome", tr("Which rows are listed"));
    m_outcome->addItem(tr("All rows"), QString());
    for (const RowOutcome outcome :
         {RowOutcome::Accepted, RowOutcome::Doubtful, RowOutcome::Refused, RowOutcome::LeftOut})
        m_outcome->addItem(QString(), toQString(toString(outcome)));
    m_outcome->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_putRight = named(new QPushButton(tr("&Put right…"), this), "editRow",
                       tr("Put the cells of the row right"));
    m_choosePlace = named(new QPushButton(tr("C&hoose the place…"), this), "choosePlace",
                          tr("Choose the unit that the place is"));
    m_takeBack = named(new QPushButton(tr("Take all corr&ections back"), this), "takeBack",
                       tr("Read the table as the file says it"));
    m_save = named(new QPushButton(tr("Save &report…"), this), "saveReport",
                   tr("Save the report as CSV"));
    auto* hint = new QLabel(tr("Double-click a cell to put it right; untick a row to leave it "
                               "out."),
                            this);
    for (QWidget* tool :
         std::initializer_list<QWidget*>{m_outcome, m_putRight, m_choosePlace, m_takeBack})
        tools->addWidget(tool);
    tools->addWidget(hint, 1);
    tools->addWidget(m_save);
    connect(m_putRight, &QPushButton::clicked, this, &ImportReportPane::editRow);
    connect(m_choosePlace, &QPushButton::clicked, this, &ImportReportPane::choosePlace);
    connect(m_takeBack, &QPushButton::clicked, this, [this] {
        m_corrections = {};
        emit corrected();
    });
    connect(m_outcome, &QComboBox::currentIndexChanged, this, &ImportReportPane::filterReport);
    connect(m_save, &QPushButton::clicked, this, &ImportReportPane::saveReport);
    return tools;
}

void ImportReportPane::makeReport() {
    m_report = new ImportReportModel(this);
    m_filtered = new QSortFilterProxyModel(this);
    m_filtered->setSourceModel(m_report);
    m_filtered->setFilterRole(ImportReportModel::OutcomeRole);
    m_reportView = makeTableView(m_filtered, "report", tr("Report, row by row"), this);
    m_reportView->setEditTriggers(QAbstractItemView::DoubleClicked |
                                  QAbstractItemView::EditKeyPressed);
    m_reportView->setSelectionMode(QAbstractItemView::SingleSelection);
    m_reportView->horizontalHeader()->setStretchLastSection(true);
    offerColumns(*m_reportView, {}, {ImportReportModel::Sheet});
    m_reportView->setMinimumHeight(m_reportView->verticalHeader()->defaultSectionSize() * 6);
    connect(
        m_report, &ImportReportModel::cellCorrected, this,
        [this](const records::RowName& row, const records::RowCell& cell, const std::string& text) {
            correct(row, cell, text);
            emit corrected();
        });
    connect(m_report, &ImportReportModel::leftOutChanged, this,
            [this](const records::RowName& row, bool isLeftOut) {
                if (isLeftOut)
                    m_corrections.leftOut.insert(row);
                else
                    m_corrections.leftOut.erase(row);
                emit corrected();
            });
    connect(m_reportView, &QTableView::doubleClicked, this, &ImportReportPane::editAt);
    connect(m_reportView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ImportReportPane::showCorrections);
}

ImportReportPane::~ImportReportPane() {
    // A cell that is being edited gives its text as it goes.
    m_report->disconnect(this);
}

void ImportReportPane::setFile(const QString& file) {
    m_file = file;
    m_corrections = {};
}

void ImportReportPane::say(const QString& sentence) {
    m_summary->setText(sentence);
}

void ImportReportPane::showFailure(const QString& sentence) {
    m_taken.reset();
    m_report->setRows(nullptr, nullptr);
    showCounts({});
    m_remarks->hide();
    say(sentence);
}

void ImportReportPane::show(std::shared_ptr<const workspace::TableImport> taken,
                            std::shared_ptr<const Table> rows) {
    m_taken = std::move(taken);
    const records::ImportReport& report = m_taken->report;
    const records::RowReport* before = currentRow();
    const auto rowBefore = before == nullptr ? records::RowName() : before->name();
    const int columnBefore = m_reportView->currentIndex().column(),
              scrolled = m_reportView->verticalScrollBar()->value();
    m_report->setRows(m_taken, std::move(rows));
    showCounts(report);
    // Where a person was at work.
    if (const int row = m_report->find(rowBefore); row >= 0)
        m_reportView->setCurrentIndex(
            m_filtered->mapFromSource(m_report->index(row, columnBefore)));
    m_reportView->verticalScrollBar()->setValue(scrolled);
    hideColumns(*m_reportView);
    m_reportView->setColumnHidden(ImportReportModel::Sheet, !m_report->hasSheets());
    const QString remarks = remarksOf(report);
    m_remarks->setPlainText(remarks);
    m_remarks->setVisible(!remarks.isEmpty());
    const int accepted = static_cast<int>(report.count(RowOutcome::Accepted)),
              doubtful = static_cast<int>(report.count(RowOutcome::Doubtful)),
              refused = static_cast<int>(report.count(RowOutcome::Refused)),
              leftOut = static_cast<int>(report.count(RowOutcome::LeftOut));
    QString summary = tr("%n row(s) accepted", nullptr, accepted) + QStringLiteral(", ") +
                      tr("%n doubtful (stored, to be looked at)", nullptr, doubtful) +
                      QStringLiteral(", ") + tr("%n refused", nullptr, refused);
    if (leftOut > 0)
        summary += QStringLiteral(", ") + tr("%n left out", nullptr, leftOut);
    summary += QLatin1Char('.');
    if (m_taken->records.empty())
        summary += QLatin1Char(' ') + tr("Nothing can be imported like this.");
    else if (m_taken->replaces)
        summary += QLatin1Char(' ') +
                   tr("The document '%1' was imported before; this import would replace it.")
                       .arg(toQString(m_taken->source.title));
    say(summary);
    fitColumns(*m_reportView, 30);
}

void ImportReportPane::setState(State state) {
    m_state = state;
    m_save->setEnabled(state == State::Shown && m_taken != nullptr);
    // What is being stored is not put right any more.
    m_reportView->setEnabled(state != State::Importing);
    showCorrections();
    if (state != State::Shown)
        say(state == State::Importing ? tr("Importing…") : tr("Reading…"));
}

const records::RowReport* ImportReportPane::currentRow() const {
    const QModelIndex index = m_filtered->mapToSource(m_reportView->currentIndex());
    return index.isValid() ? &m_report->report(index.row()) : nullptr;
}

void ImportReportPane::showCounts(const records::ImportReport& report) {
    m_outcome->setItemText(0,
                           tr("All rows (%1)")
                               .arg(std::count_if(report.rows.begin(), report.rows.end(),
                                                  [](const auto& row) { return row.row != 0; })));
    const std::array outcomes{RowOutcome::Accepted, RowOutcome::Doubtful, RowOutcome::Refused,
                              RowOutcome::LeftOut};
    for (std::size_t i = 0; i < outcomes.size(); ++i)
        m_outcome->setItemText(static_cast<int>(i) + 1,
                               tr("Only: %1 (%2)")
                                   .arg(said(records::inWords(outcomes[i])))
                                   .arg(report.count(outcomes[i])));
}

/// What can be put right, and whether something was.
void ImportReportPane::showCorrections() {
    const records::RowReport* row = m_state == State::Importing ? nullptr : currentRow();
    m_putRight->setEnabled(row != nullptr && !row->cells->empty());
    m_choosePlace->setEnabled(row != nullptr && !row->record.empty());
    m_sentence->setText(row == nullptr ? QString() : said(*row->sentence));
    m_takeBack->setVisible(!m_corrections.isEmpty());
    m_takeBack->setEnabled(m_state != State::Importing);
}

/// A cell that the view itself cannot edit: several cells of the file say it, or it is a unit.
void ImportReportPane::editAt(const QModelIndex& shown) {
    const QModelIndex index = m_filtered->mapToSource(shown);
    if (index.column() == ImportReportModel::Unit)
        return choosePlace();
    if (const auto cells = m_report->cellsAt(index); cells.size() > 1)
        correctCells(m_report->report(index.row()), cells);
}

void ImportReportPane::editRow() {
    if (const records::RowReport* row = currentRow())
        correctCells(*row, row->cells);
}

void ImportReportPane::correctCells(const records::RowReport& row,
                                    const std::vector<records::RowCell>& cells) {
    auto* dialog = new RowCellsDialog(row.name(), cells, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, name = row.name()] {
        for (const auto& [cell, text] : dialog->texts())
            correct(name, cell, text);
        emit corrected();
    });
    dialog->open();
}

/// What is as in the file is no correction.
void ImportReportPane::correct(const records::RowName& row, const records::RowCell& cell,
                               const std::string& text) {
    auto& fields = m_corrections.cells[row];
    if (text == cell.written)
        fields.erase(cell.field);
    else
        fields[cell.field] = text;
    if (fields.empty())
        m_corrections.cells.erase(row);
}

void ImportReportPane::choosePlace() {
    const records::RowReport* row = currentRow();
    if (row == nullptr || m_taken == nullptr)
        return;
    auto places = workspace::placesOf(*m_taken, *row, *m_desk.contents()->gazetteer);
    if (places.empty()) {
        say(tr("This row names no place of its own; put its cells right."));
        return;
    }
    auto* dialog = new PlaceChoiceDialog(m_desk, std::move(places), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (dialog->unit().empty())
            m_corrections.places.erase(dialog->key());
        else
            m_corrections.places[dialog->key()] = dialog->unit();
        emit corrected();
    });
    dialog->open();
}

void ImportReportPane::filterReport() {
    const QString outcome = m_outcome->currentData().toString();
    m_filtered->setFilterRegularExpression(outcome.isEmpty() ? QString()
                                                             : QStringLiteral("^%1$").arg(outcome));
}

void ImportReportPane::saveReport() {
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Save the report"), QFileInfo(m_file).path() + QStringLiteral("/report.csv"),
        tr("CSV (*.csv)"));
    if (file.isEmpty() || m_taken == nullptr)
        return;
    m_desk.jobs().start(
        tr("Save report"),
        [file = toPath(file), taken = m_taken, language = m_desk.language()](const Progress&) {
            OutputFile output(file, Overwrite::Allow); // the file dialog has asked
            output.write(toCsv(workspace::reportRows(taken->report, language)));
        },
        [desk = &m_desk, file](const QString& failure) {
            emit desk->said(failure.isEmpty() ? tr("The report is in '%1'.").arg(file) : failure);
        });
}

} // namespace terroir::viewer
