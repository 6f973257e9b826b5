#include "plugin/viewer/import_dialog.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/output_file.hpp"
#include "core/figures/showing_themes.hpp"
#include "core/records/period.hpp"
#include "core/records/template_book.hpp"
#include "core/sheets/extensions.hpp"
#include "core/sheets/read.hpp"
#include "core/workspace/import_preview.hpp"
#include "plugin/viewer/asking.hpp"
#include "plugin/viewer/column_choice_model.hpp"
#include "plugin/viewer/import_report_pane.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"
#include "plugin/viewer/table_view.hpp"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

namespace terroir::viewer {

namespace {

constexpr int readDelayMs = 200;

using Tables = std::vector<workspace::UnderstoodTable>;

/// What the columns of the tables may be where nothing can be read as records yet.
std::optional<Tables> understood(const sheets::Workbook& workbook,
                                 const records::ImportOptions& options,
                                 workspace::Workspace& workspace) {
    try {
        return workspace::understandTables(workbook, options, workspace);
    } catch (const Error&) {
        return std::nullopt; // what is wrong is said already
    }
}

bool hasColumn(const Tables& tables, std::string_view field) {
    return std::any_of(tables.begin(), tables.end(), [&](const workspace::UnderstoodTable& table) {
        return std::any_of(
            table.columns.begin(), table.columns.end(),
            [&](const workspace::UnderstoodColumn& column) { return column.field == field; });
    });
}

} // namespace

ImportDialog::ImportDialog(Desk& desk, QWidget* parent)
    : QDialog(parent), m_desk(desk), m_run(desk.worker()) {
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import a table"));
    m_readTimer.setSingleShot(true);
    m_readTimer.setInterval(readDelayMs);
    connect(&m_readTimer, &QTimer::timeout, this, &ImportDialog::readRows);
    auto* lines = new QVBoxLayout(this);
    m_split = new QSplitter(Qt::Vertical, this);
    m_split->setChildrenCollapsible(false);
    lines->addWidget(m_split, 1);
    makeForm();
    makeColumns();
    m_pane = new ImportReportPane(desk, m_split);
    m_split->setStretchFactor(0, 0);
    m_split->setStretchFactor(1, 1);
    connect(m_pane, &ImportReportPane::corrected, this, &ImportDialog::readRows);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_import = named(buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole), "import",
                     tr("Import the rows"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::import);
    layout()->addWidget(buttons);
    // Most of the place for the rows: they are what is looked at.
    const QFontMetrics letters(font());
    const QSize screen = QGuiApplication::primaryScreen()->availableSize();
    resize(std::min(letters.averageCharWidth() * 190, screen.width() - 2 * letters.height()),
           std::min(letters.height() * 44, screen.height() - 3 * letters.height()));
    showFailure(tr(
        "Choose a table (XLSX, XLS, ODS, CSV, DBF) or a map layer of trials, models or products."));
}

ImportDialog::~ImportDialog() {
    // A cell that is being edited gives its text as the dialog goes.
    m_pane->disconnect(this);
}

void ImportDialog::makeForm() {
    auto* above = new QWidget(m_split);
    m_aboveLine = new QHBoxLayout(above);
    m_aboveLine->setContentsMargins({});
    auto* form = new QFormLayout;
    m_aboveLine->addLayout(form, 3);
    auto* fileRow = new QHBoxLayout;
    m_file = named(new QLineEdit(this), "file", tr("Table file"));
    auto* button = named(new QPushButton(tr("&Browse…"), this), "browse", tr("Choose the table"));
    m_sheet = named(new QComboBox(this), "sheet", tr("Sheet of the file"));
    m_sheet->setMinimumContentsLength(12);
    m_sheet->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(button);
    fileRow->addWidget(m_sheet);
    form->addRow(tr("&File:"), fileRow);
    static_cast<QLabel*>(form->labelForField(fileRow))->setBuddy(m_file);
    m_kind = named(new QComboBox(this), "kind", tr("Kind of records"));
    m_kind->addItem(tr("– choose, or a column of the table says it –"), QString());
    for (const records::KindInfo& kind : records::kinds())
        m_kind->addItem(toQString(kind.name.in(m_desk.language())), toQString(kind.id));
    m_kind->setToolTip(tr("What a row of the table is a record of"));
    auto* kindRow = new QHBoxLayout;
    m_template = named(new QPushButton(tr("Te&mplate…"), this), "template",
                       tr("Save an empty table to fill in"));
    m_template->setToolTip(
        tr("Save an empty Excel table of this kind, with its columns, lists and an example"));
    m_template->setAutoDefault(false);
    m_template->setEnabled(false);
    kindRow->addWidget(m_kind, 1);
    kindRow->addWidget(m_template);
    form->addRow(tr("&Kind of records:"), kindRow);
    static_cast<QLabel*>(form->labelForField(kindRow))->setBuddy(m_kind);
    connect(m_template, &QPushButton::clicked, this, &ImportDialog::askForTemplate);
    connect(m_kind, &QComboBox::currentIndexChanged, this,
            [this] { m_template->setEnabled(!m_kind->currentData().toString().isEmpty()); });
    auto* titleRow = new QHBoxLayout;
    m_title = named(new QLineEdit(this), "title", tr("Title of the document"));
    m_title->setPlaceholderText(tr("the file's name"));
    m_date = named(new QLineEdit(this), "date", tr("Date of the document"));
    m_date->setPlaceholderText(tr("31/12/2024, 12/2024 or 2024"));
    auto* dateLabel = new QLabel(tr("&Date:"), this);
    dateLabel->setBuddy(m_date);
    titleRow->addWidget(m_title, 1);
    titleRow->addWidget(dateLabel);
    titleRow->addWidget(m_date, 1);
    form->addRow(tr("&Title:"), titleRow);
    static_cast<QLabel*>(form->labelForField(titleRow))->setBuddy(m_title);
    m_territory = named(new QLineEdit(this), "territory", tr("What area the document speaks of"));
    m_territory->setPlaceholderText(tr("such as: tỉnh Lai Châu"));
    form->addRow(tr("&Area:"), m_territory);

    auto* settingRow = new QHBoxLayout;
    m_settingField =
        named(new QComboBox(this), "settingField", tr("Field that is set for all rows"));
    m_settingField->addItem(tr("– no field –"), QString());
    for (const records::FieldInfo& field : records::fields())
        m_settingField->addItem(fieldChoice(field, m_desk.language()), toQString(field.field));
    m_settingField->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_settingField->setMinimumContentsLength(24);
    m_settingText = named(new QLineEdit(this), "settingText", tr("What all rows have there"));
    m_settingText->setPlaceholderText(tr("for every row that leaves the field empty"));
    settingRow->addWidget(m_settingField);
    settingRow->addWidget(m_settingText, 1);
    form->addRow(tr("For a&ll rows:"), settingRow);
    static_cast<QLabel*>(form->labelForField(settingRow))->setBuddy(m_settingField);

    connect(button, &QPushButton::clicked, this, &ImportDialog::browse);
    connect(m_settingField, &QComboBox::currentIndexChanged, this, &ImportDialog::readRows);
    connect(m_file, &QLineEdit::editingFinished, this, [this] {
        if (m_file->isModified())
            setFile(m_file->text());
    });
    connect(m_sheet, &QComboBox::activated, this, &ImportDialog::readTable);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ImportDialog::readRows);
    for (QLineEdit* edit : {m_title, m_date, m_territory, m_settingText})
        connect(edit, &QLineEdit::textChanged, this, [this] {
            setBusy(true);
            m_readTimer.start();
        });
}

void ImportDialog::makeColumns() {
    m_columns = new ColumnChoiceModel(m_desk.language(), this);
    m_columnView = makeTableView(m_columns, "columns", tr("What each column holds"), this);
    m_columnView->horizontalHeader()->setStretchLastSection(true);
    m_columnView->setItemDelegate(new ColumnChoiceDelegate(m_columnView));
    m_columnView->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_columnView->setColumnWidth(ColumnChoiceModel::Header, fontMetrics().averageCharWidth() * 30);
    m_columnView->setColumnWidth(ColumnChoiceModel::Field, fontMetrics().averageCharWidth() * 16);
    m_columnView->setMinimumHeight(fontMetrics().height() * 6);
    connect(m_columns, &ColumnChoiceModel::chosenChanged, this, &ImportDialog::readRows);
    m_aboveLine->addWidget(m_columnView, 4);
}

void ImportDialog::browse() {
    QStringList patterns;
    for (const std::string_view extension : sheets::tableExtensions)
        patterns.append(QStringLiteral("*.") + toQString(extension));
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Table to import"), QFileInfo(m_file->text()).path(),
        tr("Tables and layers (%1);;All files (*)").arg(patterns.join(QLatin1Char(' '))));
    if (!file.isEmpty())
        setFile(file);
}

void ImportDialog::askForTemplate() {
    const QString name = m_kind->currentText().replace(QLatin1Char('/'), QLatin1Char(' '));
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Save an empty table to fill in"),
        QFileInfo(m_file->text()).dir().filePath(name + QStringLiteral(".xlsx")),
        tr("Excel tables (*.xlsx)"));
    if (!file.isEmpty())
        saveTemplate(file);
}

void ImportDialog::saveTemplate(const QString& file) {
    const QString path =
        file.endsWith(QLatin1String(".xlsx"), Qt::CaseInsensitive) ? file : file + ".xlsx";
    const std::string kind = m_kind->currentData().toString().toStdString();
    try {
        OutputFile output(toPath(path), Overwrite::Allow); // the dialog has asked
        writeAside(output, [&](const std::filesystem::path& aside) {
            sheets::writeTemplate(records::templateBook(kind, m_desk.language()), aside);
        });
        m_pane->say(tr("The empty table is in '%1': fill it in and import it here.").arg(path));
    } catch (const Error& error) {
        warn(this, tr("Save an empty table to fill in"), viewer::said(error));
    }
}

void ImportDialog::setFile(const QString& file) {
    m_file->setText(file);
    m_sheet->clear();
    m_pane->setFile(file);
    readTable();
}

void ImportDialog::readTable() {
    m_readTimer.stop();
    m_workbook.reset();
    m_columns->forget();
    setBusy(true);
    m_run.ask(
        [this, file = toPath(m_file->text()),
         sheet = m_sheet->currentData().toString().toStdString()](
            workspace::Workspace&, const LatestRun::IsStale&) -> LatestRun::Answer {
            const auto workbook =
                std::make_shared<const sheets::Workbook>(sheets::readWorkbook(file, sheet));
            return [this, workbook] { takeWorkbook(workbook); };
        },
        [this](const QString& sentence) { showFailure(sentence); });
}

void ImportDialog::takeWorkbook(std::shared_ptr<const sheets::Workbook> workbook) {
    m_workbook = std::move(workbook);
    if (m_sheet->count() == 0) {
        m_sheet->addItem(tr("All sheets"), QString());
        for (const sheets::Sheet& sheet : m_workbook->sheets)
            if (!sheet.isHidden && !sheet.name.empty())
                m_sheet->addItem(toQString(sheet.name), toQString(sheet.name));
        m_sheet->setEnabled(m_sheet->count() > 2);
    }
    readRows();
}

records::ImportOptions ImportDialog::options() const {
    records::ImportOptions options;
    options.kind = m_kind->currentData().toString().toStdString();
    options.columns = m_columns->chosen();
    options.corrections = m_pane->corrections();
    options.keepsCells = true;
    const std::string setting = m_settingField->currentData().toString().toStdString(),
                      text = m_settingText->text().trimmed().toStdString();
    if (!setting.empty() && !text.empty())
        options.defaults[setting] = text;
    options.source.title = m_title->text().trimmed().toStdString();
    options.source.date =
        records::documentDate(m_date->text().trimmed().toStdString()).value_or("");
    options.source.territory = m_territory->text().trimmed().toStdString();
    return options;
}

void ImportDialog::readRows() {
    m_readTimer.stop();
    if (m_workbook == nullptr)
        return;
    if (const QString text = m_date->text().trimmed();
        !text.isEmpty() && !records::documentDate(text.toStdString())) {
        m_run.forget();
        return showFailure(
            tr("The date '%1' is no day; write it as 31/12/2024, 12/2024 or 2024.").arg(text));
    }
    setBusy(true);
    m_run.ask(
        [this, workbook = m_workbook, options = options(), language = m_desk.language(),
         themes = m_desk.themes()](workspace::Workspace& workspace,
                                   const LatestRun::IsStale& isStale) mutable -> LatestRun::Answer {
            options.isStopped = isStale;
            const auto fail = [this](std::optional<Tables> tables, const QString& sentence) {
                return [this, tables = std::move(tables), sentence] {
                    if (tables)
                        m_columns->setTables(*tables);
                    showFailure(sentence);
                };
            };
            if (options.kind.empty())
                if (const auto tables = understood(*workbook, options, workspace);
                    tables && !hasColumn(*tables, "kind"))
                    return fail(tables, tr("Choose what kind of records the rows are."));
            try {
                auto read = std::make_shared<workspace::TableImport>(
                    workspace::readImport(*workbook, options, workspace));
                figures::ShowingThemes showing(themes);
                showing.add(read->records);
                if (showing.hasRecords())
                    workspace::sayOfWhole(read->report, showing.inTitles(false));
                const std::shared_ptr<const workspace::TableImport> taken = std::move(read);
                const auto rows = std::make_shared<const Table>(
                    workspace::previewRows(*taken, workspace.gazetteer(), language));
                return [this, taken, rows] { showTaken(taken, rows); };
            } catch (const Error& error) {
                if (isStale())
                    return {};
                return fail(understood(*workbook, options, workspace), viewer::said(error));
            }
        },
        [this](const QString& sentence) { showFailure(sentence); });
}

void ImportDialog::showFailure(const QString& sentence) {
    m_taken.reset();
    m_pane->showFailure(sentence);
    setBusy(false);
    emit previewShown();
}

void ImportDialog::showTaken(std::shared_ptr<const workspace::TableImport> taken,
                             std::shared_ptr<const Table> rows) {
    m_taken = std::move(taken);
    m_columns->setTables(m_taken->tables);
    m_pane->show(m_taken, std::move(rows));
    setBusy(false);
    emit previewShown();
}

bool ImportDialog::canImport() const {
    return m_import->isEnabled();
}

void ImportDialog::setBusy(bool isBusy) {
    m_import->setEnabled(!isBusy && !m_isImporting && m_taken != nullptr &&
                         !m_taken->records.empty());
    m_pane->setState(m_isImporting ? ImportReportPane::State::Importing
                     : isBusy      ? ImportReportPane::State::Reading
                                   : ImportReportPane::State::Shown);
}

/// While a table is stored, Cancel stops that and nothing is stored; else the dialog goes, and with
/// it what is being read.
void ImportDialog::reject() {
    if (m_isImporting) {
        m_pane->say(tr("Cancelling…"));
        m_desk.jobs().cancel(m_job);
        return;
    }
    QDialog::reject();
    m_run.forget();
}

void ImportDialog::import() {
    if (m_taken == nullptr)
        return;
    if (m_taken->replaces &&
        !isConfirmed(this, tr("Replace the former import?"),
                     tr("'%1' was imported before. Importing it twice would count everything "
                        "twice; its records can be replaced with those of this table.")
                             .arg(toQString(m_taken->source.title)) +
                         QLatin1Char(' ') +
                         toQString(workspace::handWorkLost(*m_taken).in(m_desk.language())),
                     tr("&Replace")))
        return;
    m_isImporting = true;
    setBusy(true);
    const auto taken = m_taken;
    const auto counted = std::make_shared<std::size_t>(0);
    const auto seen = std::make_shared<LocalText>();
    m_job = m_desk.jobs().nextId();
    m_desk.editWorkspace(
        tr("Import of %1").arg(toQString(taken->source.title)),
        [taken, counted, seen, themes = m_desk.themes()](workspace::Workspace& workspace,
                                                         const Progress& progress) {
            figures::ShowingThemes showing(themes);
            showing.add(taken->records);
            *seen = showing.inTitles();
            *counted = workspace::countOpenPlaces(*taken, workspace);
            workspace::storeImport(*taken, workspace, [&] {
                if (!progress(0.9, {taken->source.title, taken->source.title}))
                    throw Error(localText("Đã dừng nhập; không có gì được ghi.",
                                          "The import was cancelled; nothing was stored."));
            });
        },
        [self = QPointer<ImportDialog>(this), desk = &m_desk, taken, counted,
         seen](const QString& failure) {
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
                                                 tr("%n place(s) to be decided.", nullptr, open)) +
                                      QLatin1Char(' ') + viewer::said(*seen));
            if (self != nullptr) {
                emit self->imported(open);
                self->accept();
            }
        });
}

} // namespace terroir::viewer
