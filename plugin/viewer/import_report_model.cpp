#include "plugin/viewer/import_report_model.hpp"

#include "core/records/code_words.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"

#include <algorithm>

namespace terroir::viewer {

namespace {

QString textOf(const Value& value) {
    if (const auto* count = std::get_if<std::int64_t>(&value))
        return QString::number(*count);
    const auto* text = std::get_if<std::string>(&value);
    return text == nullptr ? QString() : toQString(*text);
}

QString outcomeInWords(const QString& code) {
    using records::RowOutcome;
    for (const RowOutcome outcome :
         {RowOutcome::Accepted, RowOutcome::Doubtful, RowOutcome::Refused})
        if (code == toQString(toString(outcome)))
            return said(inWords(outcome));
    return code;
}

} // namespace

void ImportReportModel::setRows(std::shared_ptr<const ResultTable> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

bool ImportReportModel::hasSheets() const {
    return m_rows != nullptr &&
           std::any_of(m_rows->rows.begin(), m_rows->rows.end(), [](const auto& row) {
               return !std::holds_alternative<std::monostate>(row[Sheet]);
           });
}

int ImportReportModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || m_rows == nullptr ? 0 : static_cast<int>(m_rows->rows.size());
}

int ImportReportModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportReportModel::data(const QModelIndex& index, int role) const {
    const auto& row = m_rows->rows[static_cast<std::size_t>(index.row())];
    if (role == OutcomeRole)
        return textOf(row[Outcome]);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    QString text = textOf(row[static_cast<std::size_t>(index.column())]);
    if (index.column() == Outcome)
        text = outcomeInWords(text);
    return role == Qt::DisplayRole || text.isEmpty() ? text : plainToolTip(text);
}

QVariant ImportReportModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case Row:
        return tr("Row");
    case Sheet:
        return tr("Sheet");
    case Outcome:
        return tr("Outcome");
    case Subject:
        return tr("Subject");
    case Value:
        return tr("Value");
    case Place:
        return tr("Place as written");
    case Unit:
        return tr("Unit");
    case Period:
        return tr("Period");
    default:
        return tr("What is to be said");
    }
}

} // namespace terroir::viewer
