#include "plugin/viewer/record_model.hpp"

#include "core/text/vietnamese.hpp"
#include "plugin/viewer/strings.hpp"

namespace terroir::viewer {

RecordModel::RecordModel(Language language, QObject* parent)
    : QAbstractTableModel(parent), m_words(language) {}

void RecordModel::setRecords(SnapshotPtr contents, std::vector<std::size_t> records) {
    beginResetModel();
    m_contents = std::move(contents);
    m_records = std::move(records);
    endResetModel();
}

int RecordModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

int RecordModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columnCount_;
}

QVariant RecordModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const records::Record& record = (*m_contents->records)[this->record(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(record, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(text(record, index.column()));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() == Value ? Qt::AlignRight : Qt::AlignLeft));
    case SortRole:
        if (index.column() == Value)
            return record.value ? QVariant(*record.value) : QVariant();
        if (index.column() == Period)
            return toQString(record.period.from.toString());
        return QByteArray::fromStdString(text::sortKey(text(record, index.column()).toStdString()));
    default:
        return {};
    }
}

QString RecordModel::text(const records::Record& record, int column) const {
    switch (column) {
    case Subject:
        return toQString(m_words.subject(record));
    case Kind:
        return toQString(m_words.kind(record));
    case Indicator:
        return toQString(m_words.indicator(record));
    case Value:
        return toQString(m_words.value(record));
    case Period:
        return toQString(m_words.period(record));
    case Holder:
        return toQString(record.holder);
    case Places:
        return toQString(m_words.places(record));
    case Source:
        return toQString(m_words.sourceLine(record, *m_contents->sources));
    default:
        return {};
    }
}

QVariant RecordModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Subject:
        return tr("Subject");
    case Kind:
        return tr("Kind");
    case Indicator:
        return tr("What is measured");
    case Value:
        return tr("Value");
    case Period:
        return tr("Period");
    case Holder:
        return tr("Holder");
    case Places:
        return tr("Place");
    case Source:
        return tr("Document, line");
    default:
        return {};
    }
}

} // namespace terroir::viewer
