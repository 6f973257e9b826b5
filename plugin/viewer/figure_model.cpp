#include "plugin/viewer/figure_model.hpp"

#include "core/base/number.hpp"
#include "core/text/vietnamese.hpp"
#include "plugin/viewer/strings.hpp"

#include <QFont>

#include <algorithm>

namespace terroir::viewer {

using gazetteer::noUnit;
using gazetteer::UnitIndex;

FigureRows figureRowsOf(FiguresPtr figures) {
    FigureRows rows;
    const Snapshot& contents = *figures->contents;
    const figures::EvaluatedTheme& evaluated = figures->evaluated;
    rows.table = figures::figureTable(evaluated, *contents.gazetteer, *contents.compactRecords,
                                      *contents.sources);
    rows.units = evaluated.units;
    rows.units.resize(rows.table.rows.size(), noUnit);
    for (std::size_t r = 0; r < rows.table.rows.size(); ++r) {
        const auto& row = rows.table.rows[r];
        rows.hasData.push_back(
            r >= evaluated.units.size() ||
            std::any_of(row.begin() + FigureModel::FirstFigure, row.end(), [](const Value& value) {
                return !std::holds_alternative<std::monostate>(value);
            }));
        std::vector<std::string>& keys = rows.keys.emplace_back();
        for (const Value& value : row) {
            const std::string* text = std::get_if<std::string>(&value);
            keys.push_back(text == nullptr ? std::string() : text::sortKey(*text));
        }
    }
    rows.figures = std::move(figures);
    return rows;
}

FigureModel::FigureModel(Language language, QObject* parent)
    : QAbstractTableModel(parent), m_language(language) {}

void FigureModel::setRows(std::shared_ptr<const FigureRows> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int FigureModel::rowOf(UnitIndex unit) const {
    if (m_rows == nullptr || unit == noUnit)
        return -1;
    const auto at = std::find(m_rows->units.begin(), m_rows->units.end(), unit);
    return at == m_rows->units.end() ? -1 : static_cast<int>(at - m_rows->units.begin());
}

UnitIndex FigureModel::unitOf(int row) const {
    return m_rows->units[static_cast<std::size_t>(row)];
}

int FigureModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || m_rows == nullptr ? 0 : static_cast<int>(m_rows->table.rows.size());
}

int FigureModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || m_rows == nullptr ? 0
                                                 : static_cast<int>(m_rows->table.columns.size());
}

QVariant FigureModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const bool isFigure = index.column() >= FirstFigure && index.column() < columnCount() - 3;
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::ToolTipRole:
        return index.column() >= columnCount() - 2 ? plainToolTip(text(index.row(), index.column()))
                                                   : QVariant();
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (isFigure ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::FontRole:
        if (index.row() == rowCount() - 1) {
            QFont font;
            font.setBold(true);
            return font;
        }
        return {};
    default:
        return {};
    }
}

QString FigureModel::rowWord(const std::string& row) const {
    if (row == "not_attributed")
        return tr("Not attributed");
    if (row == "reported_total")
        return tr("Total in the report");
    return row == "total" ? tr("Total") : QString();
}

QString FigureModel::text(int row, int column) const {
    const auto& cells = m_rows->table.rows[static_cast<std::size_t>(row)];
    const Value& value = cells[static_cast<std::size_t>(column)];
    if (const double* number = std::get_if<double>(&value))
        return toQString(formatNumber(*number, m_language));
    const std::string* text = std::get_if<std::string>(&value);
    const QString shown = text == nullptr ? QString() : toQString(*text);
    if (column == Row)
        return rowWord(*text);
    // The rows below the units say in the place of the name what they are.
    if (column == Name && unitOf(row) == noUnit) {
        const QString word = rowWord(std::get<std::string>(cells[Row]));
        return shown.isEmpty() ? word : word + QStringLiteral(": ") + shown;
    }
    return shown;
}

QString FigureModel::headerTip(int section) const {
    switch (columnCount() - section) {
    case 3:
        return tr("≥: at least so much, a part is not known. ~: about so much.");
    case 2:
        return tr("The documents that the figures are from, with their lines");
    case 1:
        return tr("What else is to know of the figures: categories, doubts, why there is no rate");
    default:
        break;
    }
    switch (section) {
    case Code:
        return tr("Code of the General Statistics Office on the day of the map");
    case Type:
        return tr("What kind of unit it is");
    case Name:
        return tr("Name of the unit on the day of the map");
    case Parent:
        return tr("The unit that it lies in");
    default:
        return toQString(m_rows->table.columns[static_cast<std::size_t>(section)].name) +
               QLatin1Char('\n') + tr("An empty cell: no data, which is not zero.");
    }
}

QVariant FigureModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || m_rows == nullptr)
        return {};
    if (role == Qt::ToolTipRole)
        return plainToolTip(headerTip(section));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Row:
        return tr("Row");
    case Code:
        return tr("Code");
    case Type:
        return tr("Type");
    case Name:
        return tr("Unit");
    case Parent:
        return tr("Belongs to");
    default:
        break;
    }
    switch (columnCount() - section) {
    case 3:
        return tr("Mark");
    case 2:
        return tr("Source");
    case 1:
        return tr("Note");
    default:
        return toQString(m_rows->table.columns[static_cast<std::size_t>(section)].name);
    }
}

} // namespace terroir::viewer
