#include "plugin/viewer/table_view.hpp"

#include "plugin/viewer/named.hpp"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace terroir::viewer {

namespace {

constexpr int measuredRows = 60;

} // namespace

QTableView* makeTableView(QAbstractItemModel* model, const char* name,
                          const QString& accessibleName, QWidget* parent) {
    auto* table = named(new QTableView(parent), name, accessibleName);
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setAlternatingRowColors(true);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() * 5 / 4);
    table->horizontalHeader()->setResizeContentsPrecision(measuredRows);
    return table;
}

void fitColumns(QTableView& table, int widestInLetters, int first) {
    table.resizeColumnsToContents();
    const int widest = table.fontMetrics().averageCharWidth() * widestInLetters;
    for (int column = first; column < table.model()->columnCount(); ++column)
        table.setColumnWidth(column, std::min(widest, table.columnWidth(column)));
}

} // namespace terroir::viewer
