#include "plugin/viewer/import_report_model.hpp"

#include "core/records/code_words.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"

namespace terroir::viewer {

void ImportReportModel::setReport(std::shared_ptr<const records::ImportReport> report) {
    beginResetModel();
    m_report = std::move(report);
    endResetModel();
}

int ImportReportModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || m_report == nullptr ? 0 : static_cast<int>(m_report->rows.size());
}

int ImportReportModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportReportModel::data(const QModelIndex& index, int role) const {
    const records::RowReport& row = m_report->rows[static_cast<std::size_t>(index.row())];
    const bool isTable = row.row == 0;
    if (role == OutcomeRole)
        return isTable ? -1 : static_cast<int>(row.outcome);
    if (role == Qt::ToolTipRole)
        return said(row.sentence);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Row:
        return isTable ? QVariant(tr("table")) : QVariant::fromValue(qulonglong(row.row));
    case Outcome:
        return isTable ? QString() : said(inWords(row.outcome));
    case Record:
        return toQString(row.record);
    default:
        return said(row.sentence);
    }
}

QVariant ImportReportModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case Row:
        return tr("Row");
    case Outcome:
        return tr("Outcome");
    case Record:
        return tr("Record");
    default:
        return tr("What is to be said");
    }
}

} // namespace terroir::viewer
