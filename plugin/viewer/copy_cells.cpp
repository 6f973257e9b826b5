#include "plugin/viewer/copy_cells.hpp"

#include <QHeaderView>
#include <QStringList>
#include <QTableView>

#include <algorithm>
#include <numeric>

namespace terroir::viewer {

namespace {

QString plain(QString text) {
    return text.replace(QLatin1Char('\t'), QLatin1Char(' '))
        .replace(QLatin1Char('\n'), QLatin1Char(' '));
}

} // namespace

QString copiedRows(const QTableView& table, Header header) {
    const QAbstractItemModel& model = *table.model();
    std::vector<int> columns;
    for (int visual = 0; visual < model.columnCount(); ++visual)
        if (const int column = table.horizontalHeader()->logicalIndex(visual);
            !table.isColumnHidden(column))
            columns.push_back(column);
    std::vector<int> rows;
    for (const QModelIndex& index : table.selectionModel()->selectedRows(columns.front()))
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    if (rows.empty()) {
        rows.resize(static_cast<std::size_t>(model.rowCount()));
        std::iota(rows.begin(), rows.end(), 0);
    }
    QString text;
    const auto add = [&](const auto& cellOf) {
        QStringList cells;
        for (const int column : columns)
            cells.append(plain(cellOf(column).toString()));
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    };
    if (header == Header::Yes)
        add([&](int column) { return model.headerData(column, Qt::Horizontal); });
    for (const int row : rows)
        add([&](int column) { return model.index(row, column).data(); });
    return text;
}

} // namespace terroir::viewer
