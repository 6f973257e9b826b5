#pragma once

#include <QSortFilterProxyModel>

#include <string>

namespace terroir::viewer {

/// Sorts and filters a FigureModel: numbers as numbers, names in Vietnamese order, cells without
/// data after those with, the rows that are no unit's always last and as they were.
class FigureOrder final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setOnlyWithData(bool on);
    /// Shows the units whose code, type and name, or parent has the text, without diacritics or
    /// with. Other rows stay.
    void setWanted(const QString& text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    bool m_onlyWithData = false;
    std::string m_wanted; ///< folded
};

} // namespace terroir::viewer
