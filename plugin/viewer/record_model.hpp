#pragma once

#include "core/records/record_words.hpp"
#include "plugin/viewer/contents.hpp"

#include <QAbstractTableModel>

#include <vector>

namespace terroir::viewer {

/// Some records of the workspace as rows.
class RecordModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Subject, Value, Indicator, Kind, Period, Places, Holder, Source, columnCount_ };
    /// Numbers as numbers, texts as what sorts them in Vietnamese order.
    static constexpr int SortRole = Qt::UserRole;

    explicit RecordModel(Language language, QObject* parent = nullptr);
    void setRecords(SnapshotPtr contents, std::vector<std::size_t> records);
    const SnapshotPtr& contents() const { return m_contents; }
    const std::vector<std::size_t>& records() const { return m_records; }
    /// Index into the records of the contents.
    std::size_t record(int row) const { return m_records[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const records::Record& record, int column) const;

    records::RecordWords m_words;
    SnapshotPtr m_contents;
    std::vector<std::size_t> m_records;
};

} // namespace terroir::viewer
