#pragma once

#include "core/session/review_list.hpp"
#include "plugin/viewer/contents.hpp"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace terroir::viewer {

/// The places of records that a person decides about.
class PlaceListModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Text, Context, Subject, Document, Line, Decision, ColumnCount };
    using Which = session::ReviewList::Which;

    explicit PlaceListModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void show(const ContentsPtr& contents, Which which);
    std::size_t openCount() const { return m_openCount; }

    struct Entry {
        const records::Record* record = nullptr;
        std::size_t place = 0;
        const records::Place& get() const { return record->places[place]; }
        session::PlaceId id() const { return {record->id, place}; }
    };
    /// Valid until the next show().
    const Entry& entry(int row) const { return m_entries[static_cast<std::size_t>(row)]; }
    /// -1 for a place that is not listed.
    int rowOf(const session::PlaceId& id) const;
    const records::Source* sourceOf(const records::Record& record) const;
    /// "mộc châu"; what stands for a place without a text of its own is its context.
    static QString textOf(const records::Place& place);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString decisionOf(const Entry& entry) const;

    ContentsPtr m_contents; ///< keeps the records that the entries point at
    std::vector<Entry> m_entries;
    std::size_t m_openCount = 0;
};

} // namespace terroir::viewer
