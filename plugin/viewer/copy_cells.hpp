#pragma once

#include <QString>

class QTableView;

namespace terroir::viewer {

enum class Header { No, Yes };

/// The selected rows of a table as it shows them, all shown columns, with tabs between the cells;
/// all rows when none is selected.
QString copiedRows(const QTableView& table, Header header);

} // namespace terroir::viewer
