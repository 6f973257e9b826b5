#include "plugin/viewer/column_menu.hpp"

#include <QCoreApplication>
#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QTableView>

#include <algorithm>

namespace terroir::viewer {

namespace {

class ColumnMenu {
    Q_DECLARE_TR_FUNCTIONS(terroir::viewer::ColumnMenu)
public:
    static void show(QTableView& table, QPoint at);
    static QString key(const QTableView& table) {
        return QStringLiteral("hiddenHeadings/") + table.objectName();
    }
};

const char* const usualKey = "usuallyHidden";
const char* const neverKey = "neverShown";

QVariantList asVariants(const std::vector<int>& columns) {
    QVariantList list;
    for (const int column : columns)
        list.append(column);
    return list;
}

bool isFor(const QTableView& table, const char* property, int column) {
    return table.property(property).toList().contains(column);
}

QString headingOf(const QTableView& table, int column) {
    return table.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
}

/// The headings of what a person shows and hides.
QStringList headings(const QTableView& table, bool hidden) {
    QStringList names;
    for (int column = 0; column < table.model()->columnCount(); ++column)
        if (!isFor(table, neverKey, column) && table.isColumnHidden(column) == hidden)
            names.append(headingOf(table, column));
    return names;
}

void ColumnMenu::show(QTableView& table, QPoint at) {
    auto* menu = new QMenu(&table);
    menu->setObjectName(QStringLiteral("columnMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool isLast = headings(table, false).size() == 1;
    for (int column = 0; column < table.model()->columnCount(); ++column) {
        if (isFor(table, neverKey, column))
            continue;
        QAction* action =
            menu->addAction(headingOf(table, column).replace(u'&', QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(!table.isColumnHidden(column));
        action->setEnabled(!isLast || table.isColumnHidden(column));
        QObject::connect(action, &QAction::toggled, &table, [&table, column](bool on) {
            table.setColumnHidden(column, !on);
            QSettings().setValue(key(table), headings(table, true));
        });
    }
    menu->addSeparator();
    QAction* reset = menu->addAction(tr("As at &first"));
    QObject::connect(reset, &QAction::triggered, &table, [&table] {
        QSettings().remove(key(table));
        hideColumns(table);
    });
    menu->popup(at);
}

} // namespace

void hideColumns(QTableView& table) {
    const QVariant known = QSettings().value(ColumnMenu::key(table));
    const QStringList hidden = known.toStringList();
    for (int column = 0; column < table.model()->columnCount(); ++column)
        table.setColumnHidden(column,
                              isFor(table, neverKey, column) ||
                                  (known.isValid() ? hidden.contains(headingOf(table, column))
                                                   : isFor(table, usualKey, column)));
    if (!headings(table, false).isEmpty())
        return;
    for (int column = 0; column < table.model()->columnCount(); ++column)
        table.setColumnHidden(column, isFor(table, neverKey, column));
}

void offerColumns(QTableView& table, std::vector<int> hidden, std::vector<int> never) {
    table.setProperty(usualKey, asVariants(hidden));
    table.setProperty(neverKey, asVariants(never));
    QHeaderView* header = table.horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(
        header, &QWidget::customContextMenuRequested, &table,
        [&table, header](QPoint at) { ColumnMenu::show(table, header->mapToGlobal(at)); });
    hideColumns(table);
}

} // namespace terroir::viewer
