#pragma once

#include <QString>

#include <vector>

class QTableView;

namespace terroir::viewer {

/// A menu on the headings of a table, by right click or with the keyboard's menu key, that shows
/// and hides columns; one always stays. What is hidden is remembered under the table's name.
/// `hidden`: those that are hidden until a person chooses otherwise.
void offerColumns(QTableView& table, std::vector<int> hidden = {});
/// Hides what is to be hidden, for a model that has its columns only later.
void hideColumns(QTableView& table);

} // namespace terroir::viewer
