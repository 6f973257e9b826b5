#pragma once

#include "core/figures/record_list.hpp"
#include "plugin/viewer/contents.hpp"

#include <QAbstractTableModel>

#include <cstdint>
#include <memory>
#include <vector>

namespace terroir::viewer {

/// Records of the workspace as rows, as many as there are: it holds their order alone, and makes
/// the cells that are looked at.
class RecordListModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit RecordListModel(Language language, QObject* parent = nullptr);

    /// `rows`: indices into the records of the contents, in the order that is asked for.
    void setRows(SnapshotPtr contents, std::vector<std::uint32_t> rows);
    const SnapshotPtr& contents() const { return m_contents; }
    const records::Record& record(int row) const { return (*m_contents->records)[index(row)]; }
    std::size_t index(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    using QAbstractTableModel::index;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Asks for another order; the rows stay until they come.
    void sort(int column, Qt::SortOrder order) override;
    const figures::RecordOrder& order() const { return m_order; }

signals:
    void orderWanted();

private:
    Language m_language;
    SnapshotPtr m_contents;
    std::unique_ptr<const figures::RecordCells> m_cells; ///< of the contents
    std::vector<std::uint32_t> m_rows;
    figures::RecordOrder m_order;
};

} // namespace terroir::viewer
