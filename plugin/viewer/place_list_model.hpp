#pragma once

#include "core/workspace/review_queue.hpp"
#include "plugin/viewer/contents.hpp"

#include <QAbstractTableModel>

namespace terroir::viewer {

/// The places of records that a person decides about.
class PlaceListModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Text, Context, Subject, Document, Line, Decision, ColumnCount };

    PlaceListModel(Language language, QObject* parent)
        : QAbstractTableModel(parent), m_language(language) {}
    void show(workspace::ReviewQueue queue);
    const workspace::ReviewQueue& queue() const { return m_queue; }
    /// Valid until the next show().
    const workspace::ReviewQueue::Item& item(int row) const {
        return m_queue.items()[static_cast<std::size_t>(row)];
    }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Language m_language;
    workspace::ReviewQueue m_queue;
};

} // namespace terroir::viewer
