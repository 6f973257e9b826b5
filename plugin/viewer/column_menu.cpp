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
    static void show(QTableView& table, QPoint at, const std::vector<int>& usual);
    static QString key(const QTableView& table) {
        return QStringLiteral("hiddenColumns/") + table.objectName();
    }
};

const char* const usualKey = "usuallyHidden";

void hide(QTableView& table, const QVariantList& hidden) {
    for (int column = 0; column < table.model()->columnCount(); ++column)
        table.setColumnHidden(column, hidden.contains(column));
}

void ColumnMenu::show(QTableView& table, QPoint at, const std::vector<int>& usual) {
    auto* menu = new QMenu(&table);
    menu->setObjectName(QStringLiteral("columnMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int count = table.model()->columnCount();
    int shown = 0;
    for (int column = 0; column < count; ++column)
        shown += table.isColumnHidden(column) ? 0 : 1;
    const auto keep = [&table] {
        QVariantList hidden;
        for (int column = 0; column < table.model()->columnCount(); ++column)
            if (table.isColumnHidden(column))
                hidden.append(column);
        QSettings().setValue(key(table), hidden);
    };
    for (int column = 0; column < count; ++column) {
        QString name =
            table.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QAction* action = menu->addAction(name.replace(u'&', QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(!table.isColumnHidden(column));
        action->setEnabled(shown > 1 || table.isColumnHidden(column));
        QObject::connect(action, &QAction::toggled, &table, [&table, column, keep](bool on) {
            table.setColumnHidden(column, !on);
            keep();
        });
    }
    menu->addSeparator();
    QAction* reset = menu->addAction(tr("As at &first"));
    QObject::connect(reset, &QAction::triggered, &table, [&table, usual] {
        QSettings().remove(key(table));
        QVariantList hidden;
        for (const int column : usual)
            hidden.append(column);
        hide(table, hidden);
    });
    menu->popup(at);
}

} // namespace

void hideColumns(QTableView& table) {
    const QSettings settings;
    const QVariant known = settings.value(ColumnMenu::key(table));
    QVariantList hidden;
    for (const QVariant& column : known.isValid() ? known.toList()
                                                  : table.property(usualKey).toList())
        hidden.append(column.toInt());
    if (hidden.size() < table.model()->columnCount())
        hide(table, hidden);
}

void offerColumns(QTableView& table, std::vector<int> hidden) {
    QVariantList usual;
    for (const int column : hidden)
        usual.append(column);
    table.setProperty(usualKey, usual);
    QHeaderView* header = table.horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(header, &QWidget::customContextMenuRequested, &table,
                     [&table, header, hidden = std::move(hidden)](QPoint at) {
                         ColumnMenu::show(table, header->mapToGlobal(at), hidden);
                     });
    hideColumns(table);
}

} // namespace terroir::viewer
