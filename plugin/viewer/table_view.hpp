#pragma once

#include <QString>

class QAbstractItemModel;
class QTableView;
class QWidget;

namespace terroir::viewer {

/// A table as all of the window look: whole rows are selected, one line a row, Tab goes on to the
/// next control, columns are measured by their first rows only (thousands of rows cost nothing).
QTableView* makeTableView(QAbstractItemModel* model, const char* name,
                          const QString& accessibleName, QWidget* parent);

/// As wide as what they hold, from column `first` on at most so many letters.
void fitColumns(QTableView& table, int widestInLetters, int first = 0);

} // namespace terroir::viewer
