#pragma once

#include "core/base/table.hpp"
#include "core/workspace/table_import.hpp"

#include <QAbstractTableModel>

#include <memory>
#include <string>
#include <vector>

namespace terroir::viewer {

/// What each row of a table was understood as, and what is said of it: workspace::previewRows(). A
/// person unticks a row that is not to be imported, and writes over a text that one cell of the
/// file says.
class ImportReportModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    /// The columns of previewRows() in their order.
    enum Column { Row, Sheet, Outcome, Subject, Value, Place, Unit, Period, Sentence, ColumnCount };
    static constexpr int OutcomeRole = Qt::UserRole; ///< the code: "doubtful"

    using QAbstractTableModel::QAbstractTableModel;
    /// `rows` are previewRows() of `taken`; null: nothing to show.
    void setRows(std::shared_ptr<const workspace::TableImport> taken,
                 std::shared_ptr<const Table> rows);
    bool hasSheets() const; ///< whether a row has one
    const records::RowReport& report(int row) const {
        return *m_reports[static_cast<std::size_t>(row)];
    }
    /// The cells of the file that say what the column shows.
    std::vector<records::RowCell> cellsAt(const QModelIndex& index) const;
    /// The row of a name; -1 for none.
    int find(const records::RowName& name) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void cellCorrected(const terroir::records::RowName& row, const terroir::records::RowCell& cell,
                       const std::string& text);
    void leftOutChanged(const terroir::records::RowName& row, bool isLeftOut);

private:
    QString toolTip(const QModelIndex& index) const;

    std::shared_ptr<const workspace::TableImport> m_taken;
    std::shared_ptr<const Table> m_rows;
    std::vector<const records::RowReport*> m_reports; ///< one for each of m_rows
};

} // namespace terroir::viewer
