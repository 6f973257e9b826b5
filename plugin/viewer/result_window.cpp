#include "plugin/viewer/result_window.hpp"

#include "core/base/number.hpp"
#include "core/base/output_file.hpp"
#include "core/figures/column_words.hpp"
#include "plugin/viewer/column_menu.hpp"
#include "plugin/viewer/desk.hpp"
#include "plugin/viewer/strings.hpp"
#include "plugin/viewer/table_view.hpp"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace terroir::viewer {

namespace {

QVariant toVariant(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value))
        return toQString(*text);
    if (const auto* number = std::get_if<double>(&value))
        return *number;
    if (const auto* count = std::get_if<std::int64_t>(&value))
        return qlonglong(*count);
    if (const auto* yes = std::get_if<bool>(&value))
        return *yes;
    return {};
}

} // namespace

ResultTableModel::ResultTableModel(Table table, Language language, QObject* parent)
    : QAbstractTableModel(parent), m_table(std::move(table)), m_language(language) {}

int ResultTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int ResultTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
}

QVariant ResultTableModel::data(const QModelIndex& index, int role) const {
    const Value& value =
        m_table
            .rows[static_cast<std::size_t>(index.row())][static_cast<std::size_t>(index.column())];
    if (role == Qt::UserRole)
        return toVariant(value); // for sorting
    if (role == Qt::ToolTipRole)
        return plainToolTip(data(index, Qt::DisplayRole).toString());
    if (role != Qt::DisplayRole)
        return {};
    if (const auto* number = std::get_if<double>(&value))
        return toQString(formatNumber(*number, m_language));
    if (const auto* text = std::get_if<std::string>(&value)) {
        const std::string& column = m_table.columns[static_cast<std::size_t>(index.column())].name;
        return toQString(figures::cellInWords(column, *text, m_language));
    }
    return toVariant(value);
}

QVariant ResultTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    const std::string& column = m_table.columns[static_cast<std::size_t>(section)].name;
    return toQString(figures::columnInWords(column).in(m_language));
}

ResultWindow::ResultWindow(Desk& desk, const QString& title, const QString& summary, Table table,
                           QWidget* parent)
    : QDialog(parent), m_desk(desk) {
    setObjectName(QStringLiteral("resultWindow"));
    setWindowTitle(title);
    auto* lines = new QVBoxLayout(this);
    auto* label = new QLabel(summary, this);
    label->setObjectName(QStringLiteral("summary"));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    lines->addWidget(label);
    auto* filter = new QLineEdit(this);
    filter->setObjectName(QStringLiteral("filter"));
    filter->setAccessibleName(tr("Filter the rows"));
    filter->setPlaceholderText(tr("Filter: a word of any column"));
    filter->setToolTip(tr("Show only the rows that hold this word in any column"));
    filter->setClearButtonEnabled(true);
    lines->addWidget(filter);
    m_model = new ResultTableModel(std::move(table), desk.language(), this);
    m_filtered = new QSortFilterProxyModel(this);
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterKeyColumn(-1);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setSortRole(Qt::UserRole);
    auto* view = makeTableView(m_filtered, "rows", title, this);
    view->setSortingEnabled(true);
    view->sortByColumn(-1, Qt::AscendingOrder);
    offerColumns(*view);
    view->horizontalHeader()->setStretchLastSection(true);
    view->setVisible(m_model->rowCount() > 0);
    filter->setVisible(m_model->rowCount() > 0);
    lines->addWidget(view, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* saveButton = buttons->addButton(tr("&Save as CSV…"), QDialogButtonBox::ActionRole);
    saveButton->setEnabled(m_model->rowCount() > 0);
    lines->addWidget(buttons);
    connect(filter, &QLineEdit::textChanged, m_filtered,
            &QSortFilterProxyModel::setFilterFixedString);
    connect(saveButton, &QPushButton::clicked, this, &ResultWindow::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 26);
}

void ResultWindow::save() {
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Save the rows"), QStringLiteral("report.csv"), tr("CSV (*.csv)"));
    if (file.isEmpty())
        return;
    m_desk.jobs().start(
        tr("Save report"),
        [file = toPath(file), table = m_model->table()](const Progress&) {
            OutputFile output(file, Overwrite::Allow); // the file dialog has asked
            output.write(toCsv(table));
        },
        [desk = &m_desk, file](const QString& failure) {
            emit desk->said(failure.isEmpty() ? tr("The rows are in '%1'.").arg(file) : failure);
        });
}

} // namespace terroir::viewer
