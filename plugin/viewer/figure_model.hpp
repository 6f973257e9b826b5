#pragma once

#include "core/figures/figure_table.hpp"
#include "plugin/viewer/contents.hpp"

#include <QAbstractTableModel>

#include <memory>
#include <string>
#include <vector>

namespace terroir::viewer {

/// The figures of a map as a table, ready to be shown and sorted. Immutable.
struct FigureRows {
    FiguresPtr figures;
    Table table;
    /// By row: the unit of a row of a unit, noUnit for the others, which come last.
    std::vector<gazetteer::UnitIndex> units;
    std::vector<bool> hasData; ///< by row; true for the rows that are no unit's
    /// By row and column, of text: bytes whose order is the Vietnamese alphabet's.
    std::vector<std::vector<std::string>> keys;
};
/// Some 30 ms for all communes of Vietnam.
FigureRows figureRowsOf(FiguresPtr figures);

/// FigureRows for a view.
class FigureModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    /// Of session::figureTable().
    enum Column { Row, Code, Type, Name, Parent, FirstFigure };

    explicit FigureModel(Language language, QObject* parent = nullptr);
    /// Null for no table.
    void setRows(std::shared_ptr<const FigureRows> rows);
    const FigureRows* rows() const { return m_rows.get(); }
    /// -1 for none.
    int rowOf(gazetteer::UnitIndex unit) const;
    gazetteer::UnitIndex unitOf(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString headerTip(int section) const;
    QString text(int row, int column) const;
    QString rowWord(const std::string& row) const;

    Language m_language;
    std::shared_ptr<const FigureRows> m_rows;
};

} // namespace terroir::viewer
