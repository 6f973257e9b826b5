#include "plugin/viewer/figure_order.hpp"

#include "core/text/vietnamese.hpp"
#include "plugin/viewer/figure_model.hpp"

#include <compare>

namespace terroir::viewer {

namespace {

std::optional<double> numberOf(const Value& value) {
    if (const double* number = std::get_if<double>(&value))
        return *number;
    if (const std::int64_t* number = std::get_if<std::int64_t>(&value))
        return double(*number);
    return std::nullopt;
}

bool isEmpty(const Value& value) {
    return std::holds_alternative<std::monostate>(value);
}

} // namespace

void FigureOrder::setOnlyWithData(bool on) {
    m_onlyWithData = on;
    invalidateFilter();
}

void FigureOrder::setWanted(const QString& text) {
    m_wanted = text::fold(text.toStdString());
    invalidateFilter();
}

bool FigureOrder::filterAcceptsRow(int row, const QModelIndex&) const {
    const auto& model = static_cast<const FigureModel&>(*sourceModel());
    if (model.unitOf(row) == gazetteer::noUnit)
        return true;
    const FigureRows& rows = *model.rows();
    const auto at = static_cast<std::size_t>(row);
    if (m_onlyWithData && !rows.hasData[at])
        return false;
    if (m_wanted.empty())
        return true;
    std::string text;
    for (const int column :
         {FigureModel::Code, FigureModel::Type, FigureModel::Name, FigureModel::Parent})
        if (const auto* cell =
                std::get_if<std::string>(&rows.table.rows[at][static_cast<std::size_t>(column)]))
            text += *cell + ' ';
    return text::fold(text).find(m_wanted) != std::string::npos;
}

bool FigureOrder::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const auto& model = static_cast<const FigureModel&>(*sourceModel());
    const FigureRows& rows = *model.rows();
    const auto a = static_cast<std::size_t>(left.row()), b = static_cast<std::size_t>(right.row());
    const auto column = static_cast<std::size_t>(left.column());
    const bool ascending = sortOrder() == Qt::AscendingOrder;
    // What stays last does so in either direction, which the view gets by asking the other way.
    const auto last = [&](bool aIsLast) { return aIsLast ? !ascending : ascending; };
    const bool aIsUnit = rows.units[a] != gazetteer::noUnit,
               bIsUnit = rows.units[b] != gazetteer::noUnit;
    if (aIsUnit != bIsUnit)
        return last(!aIsUnit);
    if (!aIsUnit)
        return ascending ? a < b : b < a;
    const Value &x = rows.table.rows[a][column], &y = rows.table.rows[b][column];
    if (isEmpty(x) != isEmpty(y))
        return last(isEmpty(x));
    const auto xNumber = numberOf(x), yNumber = numberOf(y);
    if (xNumber && yNumber)
        return *xNumber < *yNumber;
    return rows.keys[a][column] < rows.keys[b][column];
}

} // namespace terroir::viewer
