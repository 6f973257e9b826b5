#include "plugin/viewer/import_dialog.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/output_file.hpp"
#include "core/sheets/read.hpp"
#include "core/sheets/table.hpp"
#include "core/records/code_words.hpp"
#include "core/records/column_map.hpp"
#include "plugin/viewer/asking.hpp"
#include "plugin/viewer/column_choice_model.hpp"
#include "plugin/viewer/import_report_model.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"
#include "plugin/viewer/table_view.hpp"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace terroir::viewer {

using records::RowOutcome;

namespace {

constexpr int readDelayMs = 200;

/// Field -> the column that will be read for it.
std::map<std::string, std::string> columnsOf(const Table& table,
                                             const records::ImportOptions& options) {
    std::map<std::string, std::string> found;
    const records::ColumnMap columns(table, options.columns);
    for (const records::FieldInfo& field : records::fields())
        if (columns.has(field.field))
            found[field.field] = columns.header(field.field);
    return found;
}

} // namespace

ImportDialog::ImportDialog(Desk& desk, QWidget* parent)
    : QDialog(parent), m_desk(desk), m_run(desk.worker()) {
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import a table"));
    m_readTimer.setSingleShot(true);
    m_readTimer.setInterval(readDelayMs);
    connect(&m_readTimer, &QTimer::timeout, this, &ImportDialog::readRows);
    new QVBoxLayout(this);
    makeForm();
    makeTables();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_import = named(buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole), "import",
                     tr("Import the rows"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::import);
    layout()->addWidget(buttons);
    const QFontMetrics letters(font());
    resize(letters.averageCharWidth() * 120, letters.height() * 40);
    showFailure(tr("Choose a table: CSV, XLSX or ODS, one row per trial, model or product."));
}

void ImportDialog::makeForm() {
    auto* form = new QFormLayout;
    static_cast<QVBoxLayout*>(layout())->addLayout(form);
    auto* fileRow = new QHBoxLayout;
    m_file = named(new QLineEdit(this), "file", tr("Table file"));
    auto* button = named(new QPushButton(tr("&Browse…"), this), "browse", tr("Choose the table"));
    fileRow->addWidget(m_file);
    fileRow->addWidget(button);
    form->addRow(tr("&File:"), fileRow);
    static_cast<QLabel*>(form->labelForField(fileRow))->setBuddy(m_file);
    m_sheet = named(new QComboBox(this), "sheet", tr("Sheet of the file"));
    form->addRow(tr("&Sheet:"), m_sheet);
    m_kind = named(new QComboBox(this), "kind", tr("Kind of records"));
    m_kind->addItem(tr("– choose, or a column 'kind' says it –"), QString());
    for (const records::KindInfo& kind : records::kinds())
        m_kind->addItem(toQString(kind.name.in(m_desk.language())), toQString(kind.id));
    form->addRow(tr("&Kind of records:"), m_kind);
    m_title = named(new QLineEdit(this), "title", tr("Title of the document"));
    m_title->setPlaceholderText(tr("the file's name"));
    form->addRow(tr("&Title:"), m_title);
    m_date = named(new QLineEdit(this), "date", tr("Date of the document"));
    m_date->setPlaceholderText(tr("YYYY, YYYY-MM or YYYY-MM-DD"));
    form->addRow(tr("&Date:"), m_date);
    m_territory = named(new QLineEdit(this), "territory", tr("What area the document speaks of"));
    m_territory->setPlaceholderText(tr("such as: tỉnh Lai Châu"));
    form->addRow(tr("&Area:"), m_territory);

    connect(button, &QPushButton::clicked, this, &ImportDialog::browse);
    connect(m_file, &QLineEdit::editingFinished, this, [this] {
        if (m_file->isModified())
            setFile(m_file->text());
    });
    connect(m_sheet, &QComboBox::activated, this, &ImportDialog::readTable);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ImportDialog::readRows);
    for (QLineEdit* edit : {m_title, m_date, m_territory})
        connect(edit, &QLineEdit::textChanged, this, [this] {
            setBusy(true);
            m_readTimer.start();
        });
}

void ImportDialog::makeTables() {
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    static_cast<QVBoxLayout*>(layout())->addWidget(splitter, 1);
    m_columns = new ColumnChoiceModel(m_desk.language(), this);
    m_columnView = makeTableView(m_columns, "columns", tr("Which column holds which field"), this);
    m_columnView->horizontalHeader()->setStretchLastSection(true);
    m_columnView->setItemDelegate(new ColumnChoiceDelegate(m_columnView));
    m_columnView->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_columnView->setColumnWidth(ColumnChoiceModel::Field, fontMetrics().averageCharWidth() * 22);
    m_columnView->setColumnWidth(ColumnChoiceModel::TableColumn,
                                 fontMetrics().averageCharWidth() * 30);
    connect(m_columns, &ColumnChoiceModel::chosenChanged, this, &ImportDialog::readRows);
    splitter->addWidget(m_columnView);

    auto* below = new QWidget(splitter);
    auto* lines = new QVBoxLayout(below);
    lines->setContentsMargins({});
    m_summary = named(new QLabel(below), "summary", tr("What would become of the rows"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    lines->addWidget(m_summary);
    auto* tools = new QHBoxLayout;
    m_outcome = named(new QComboBox(below), "outcome", tr("Which rows are listed"));
    m_outcome->addItem(tr("All rows"), -1);
    for (const RowOutcome outcome :
         {RowOutcome::Accepted, RowOutcome::Doubtful, RowOutcome::Refused})
        m_outcome->addItem(tr("Only: %1").arg(said(records::inWords(outcome))),
                           static_cast<int>(outcome));
    m_save = named(new QPushButton(tr("Save &report…"), below), "saveReport",
                   tr("Save the report as CSV"));
    tools->addWidget(m_outcome);
    tools->addStretch();
    tools->addWidget(m_save);
    lines->addLayout(tools);
    m_report = new ImportReportModel(this);
    m_filtered = new QSortFilterProxyModel(this);
    m_filtered->setSourceModel(m_report);
    m_filtered->setFilterRole(ImportReportModel::OutcomeRole);
    m_reportView = makeTableView(m_filtered, "report", tr("Report, row by row"), this);
    m_reportView->horizontalHeader()->setStretchLastSection(true);
    m_reportView->setColumnWidth(ImportReportModel::Row, fontMetrics().averageCharWidth() * 8);
    lines->addWidget(m_reportView, 1);
    splitter->addWidget(below);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    connect(m_outcome, &QComboBox::currentIndexChanged, this, &ImportDialog::filterReport);
    connect(m_save, &QPushButton::clicked, this, &ImportDialog::saveReport);
}

void ImportDialog::browse() {
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Table to import"), QFileInfo(m_file->text()).path(),
                                     tr("Tables (*.csv *.tsv *.txt *.xlsx *.ods);;All files (*)"));
    if (!file.isEmpty())
        setFile(file);
}

void ImportDialog::setFile(const QString& file) {
    m_file->setText(file);
    m_sheet->clear();
    readTable();
}

void ImportDialog::readTable() {
    m_readTimer.stop();
    m_table.reset();
    setBusy(true);
    m_run.ask(
        [this, file = toPath(m_file->text()), sheet = m_sheet->currentText().toStdString()](
            workspace::Workspace&, const LatestRun::IsStale&) -> LatestRun::Answer {
            QStringList sheets;
            for (const std::string& name : sheets::sheetNames(file))
                sheets.append(toQString(name));
            const auto table = std::make_shared<const Table>(sheets::readTable(file, sheet));
            return [this, table, sheets] { takeTable(table, sheets); };
        },
        [this](const QString& sentence) { showFailure(sentence); });
}

void ImportDialog::takeTable(std::shared_ptr<const Table> table, const QStringList& sheets) {
    m_table = std::move(table);
    if (m_sheet->count() == 0)
        m_sheet->addItems(sheets);
    m_sheet->setEnabled(m_sheet->count() > 1);
    QStringList columns;
    for (const std::string& header : m_table->header)
        columns.append(toQString(header));
    m_columns->setColumns(columns);
    readRows();
}

records::ImportOptions ImportDialog::options() const {
    records::ImportOptions options;
    options.kind = m_kind->currentData().toString().toStdString();
    options.columns = m_columns->chosen();
    options.source.title = m_title->text().trimmed().toStdString();
    options.source.date = m_date->text().trimmed().toStdString();
    options.source.territory = m_territory->text().trimmed().toStdString();
    return options;
}

void ImportDialog::readRows() {
    m_readTimer.stop();
    if (m_table == nullptr)
        return;
    setBusy(true);
    m_run.ask(
        [this, table = m_table, options = options()](
            workspace::Workspace& workspace, const LatestRun::IsStale&) -> LatestRun::Answer {
            std::map<std::string, std::string> found = columnsOf(*table, options);
            const bool hasKind = !options.kind.empty() || found.contains("kind");
            if (!hasKind)
                return [this, found] {
                    m_columns->setFound(found);
                    showFailure(tr("Choose what kind of records the rows are."));
                };
            try {
                const auto taken = std::make_shared<const workspace::TableImport>(
                    workspace::readImport(*table, options, workspace));
                return [this, taken, found] { showTaken(taken, found); };
            } catch (const Error& error) {
                return [this, found, sentence = viewer::said(error)] {
                    m_columns->setFound(found);
                    showFailure(sentence);
                };
            }
        },
        [this](const QString& sentence) { showFailure(sentence); });
}

void ImportDialog::showFailure(const QString& sentence) {
    m_taken.reset();
    m_report->setReport(nullptr);
    m_summary->setText(sentence);
    setBusy(false);
    emit previewShown();
}

void ImportDialog::showTaken(std::shared_ptr<const workspace::TableImport> taken,
                             const std::map<std::string, std::string>& found) {
    m_taken = std::move(taken);
    m_columns->setFound(found);
    const records::ImportReport& report = m_taken->report;
    m_report->setReport({m_taken, &report});
    const int accepted = static_cast<int>(report.count(RowOutcome::Accepted)),
              doubtful = static_cast<int>(report.count(RowOutcome::Doubtful)),
              refused = static_cast<int>(report.count(RowOutcome::Refused));
    QString summary = tr("%n row(s) accepted", nullptr, accepted) + QStringLiteral(", ") +
                      tr("%n doubtful (stored, to be looked at)", nullptr, doubtful) +
                      QStringLiteral(", ") + tr("%n refused", nullptr, refused) + QLatin1Char('.');
    if (m_taken->records.empty())
        summary += QLatin1Char(' ') + tr("Nothing can be imported like this.");
    else if (m_taken->replaces)
        summary += QLatin1Char(' ') +
                   tr("The document '%1' was imported before; this import would replace it.")
                       .arg(toQString(m_taken->source.title));
    m_summary->setText(summary);
    m_reportView->resizeColumnToContents(ImportReportModel::Outcome);
    m_reportView->resizeColumnToContents(ImportReportModel::Record);
    setBusy(false);
    emit previewShown();
}

bool ImportDialog::canImport() const {
    return m_import->isEnabled();
}

void ImportDialog::setBusy(bool isBusy) {
    m_import->setEnabled(!isBusy && !m_isImporting && m_taken != nullptr &&
                         !m_taken->records.empty());
    m_save->setEnabled(!isBusy && m_taken != nullptr);
    if (isBusy)
        m_summary->setText(m_isImporting ? tr("Importing…") : tr("Reading…"));
}

void ImportDialog::filterReport() {
    const int outcome = m_outcome->currentData().toInt();
    m_filtered->setFilterRegularExpression(outcome < 0 ? QString()
                                                       : QStringLiteral("^%1$").arg(outcome));
}

void ImportDialog::saveReport() {
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Save the report"),
        QFileInfo(m_file->text()).path() + QStringLiteral("/report.csv"), tr("CSV (*.csv)"));
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

void ImportDialog::import() {
    if (m_taken == nullptr)
        return;
    if (m_taken->replaces &&
        !isConfirmed(this, tr("Replace the former import?"),
                     tr("'%1' was imported before. Importing it twice would count everything "
                        "twice; its records can be replaced with those of this table.")
                         .arg(toQString(m_taken->source.title)),
                     tr("&Replace")))
        return;
    m_isImporting = true;
    setBusy(true);
    const auto taken = m_taken;
    const auto counted = std::make_shared<std::size_t>(0);
    m_desk.editWorkspace(
        tr("Import of %1").arg(toQString(taken->source.title)),
        [taken, counted](workspace::Workspace& workspace, const Progress& progress) {
            *counted = workspace::countOpenPlaces(*taken, workspace);
            workspace::storeImport(*taken, workspace, [&] {
                if (!progress(0.9, {taken->source.title, taken->source.title}))
                    throw Error(localText("Đã dừng nhập; không có gì được ghi.",
                                          "The import was cancelled; nothing was stored."));
            });
        },
        [self = QPointer<ImportDialog>(this), desk = &m_desk, taken,
         counted](const QString& failure) {
            if (self != nullptr) {
                self->m_isImporting = false;
                if (!failure.isEmpty())
                    return self->showFailure(failure);
            }
            const auto open = static_cast<int>(*counted);
            emit desk->said(!failure.isEmpty()
                                ? failure
                                : tr("%n record(s) imported.", nullptr,
                                     static_cast<int>(taken->records.size())) +
                                      (open == 0
                                           ? QString()
                                           : QLatin1Char(' ') +
                                                 tr("%n place(s) to be decided.", nullptr, open)));
            if (self != nullptr) {
                emit self->imported(open);
                self->accept();
            }
        });
}

} // namespace terroir::viewer
