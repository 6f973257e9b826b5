#include "plugin/viewer/import_report_model.hpp"

#include "core/records/code_words.hpp"
#include "core/workspace/import_preview.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>

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
         {RowOutcome::Accepted, RowOutcome::Doubtful, RowOutcome::Refused, RowOutcome::LeftOut})
        if (code == toQString(toString(outcome)))
            return said(inWords(outcome));
    return code;
}

/// What cellsOf() calls it; empty for a column that no cell of the file says.
std::string_view columnName(int column) {
    switch (column) {
    case ImportReportModel::Subject:
        return "subject";
    case ImportReportModel::Value:
        return "value";
    case ImportReportModel::Place:
        return "place";
    case ImportReportModel::Period:
        return "period";
    default:
        return {};
    }
}

} // namespace

void ImportReportModel::setRows(std::shared_ptr<const workspace::TableImport> taken,
                                std::shared_ptr<const Table> rows) {
    beginResetModel();
    m_taken = std::move(taken);
    m_rows = std::move(rows);
    m_reports.clear();
    if (m_taken != nullptr)
        for (const records::RowReport& row : m_taken->report.rows)
            if (row.row != 0)
                m_reports.push_back(&row);
    endResetModel();
}

std::vector<records::RowCell> ImportReportModel::cellsAt(const QModelIndex& index) const {
    return workspace::cellsOf(report(index.row()), columnName(index.column()));
}

int ImportReportModel::find(const records::RowName& name) const {
    const auto found =
        std::find_if(m_reports.begin(), m_reports.end(),
                     [&](const records::RowReport* row) { return row->name() == name; });
    return found == m_reports.end() ? -1 : static_cast<int>(found - m_reports.begin());
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
    switch (role) {
    case OutcomeRole:
        return textOf(row[Outcome]);
    case Qt::CheckStateRole:
        if (index.column() != Row)
            return {};
        return report(index.row()).outcome == records::RowOutcome::LeftOut ? Qt::Unchecked
                                                                           : Qt::Checked;
    case Qt::EditRole: {
        const auto cells = cellsAt(index);
        return cells.size() == 1 ? toQString(cells.front().text) : QString();
    }
    case Qt::FontRole: {
        // What a person put right stands out from what the file says.
        const auto cells = cellsAt(index);
        QFont font;
        font.setBold(std::any_of(cells.begin(), cells.end(), [](const records::RowCell& cell) {
            return cell.text != cell.written;
        }));
        return font;
    }
    case Qt::ForegroundRole:
        if (report(index.row()).outcome == records::RowOutcome::LeftOut)
            return QGuiApplication::palette().brush(QPalette::Disabled, QPalette::Text);
        return {};
    case Qt::ToolTipRole:
        return toolTip(index);
    case Qt::DisplayRole: {
        const QString text = textOf(row[static_cast<std::size_t>(index.column())]);
        return index.column() == Outcome ? outcomeInWords(text) : text;
    }
    default:
        return {};
    }
}

/// The whole text, and the cells of the file that it comes from.
QString ImportReportModel::toolTip(const QModelIndex& index) const {
    QStringList lines;
    if (const QString text = index.data().toString(); !text.isEmpty())
        lines.append(text);
    for (const records::RowCell& cell : cellsAt(index))
        lines.append(
            tr("In the file, “%1”: %2").arg(toQString(cell.header), toQString(cell.written)));
    for (QString& line : lines)
        line = plainToolTip(line);
    return lines.join(QStringLiteral("<br>"));
}

bool ImportReportModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const records::RowName row = report(index.row()).name();
    if (role == Qt::CheckStateRole && index.column() == Row) {
        emit leftOutChanged(row, value.toInt() == Qt::Unchecked);
        return true;
    }
    const auto cells = cellsAt(index);
    if (role != Qt::EditRole || cells.size() != 1)
        return false;
    const std::string text = value.toString().trimmed().toStdString();
    if (text != cells.front().text)
        emit cellCorrected(row, cells.front(), text);
    return true;
}

Qt::ItemFlags ImportReportModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == Row)
        return flags | Qt::ItemIsUserCheckable;
    return cellsAt(index).size() == 1 ? flags | Qt::ItemIsEditable : flags;
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
