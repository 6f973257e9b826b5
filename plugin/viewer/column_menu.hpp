#pragma once

#include <QString>

#include <vector>

class QTableView;

namespace terroir::viewer {

/// A menu on the headings of a table, by right click or with the keyboard's menu key, that shows
/// and hides columns; one always stays. What is hidden is remembered by the table's name and the
/// headings, for a table may have other columns another time. `hidden`: those that are hidden until
/// a person chooses otherwise; `never`: those that are not for people.
void offerColumns(QTableView& table, std::vector<int> hidden = {}, std::vector<int> never = {});
/// Hides what is to be hidden, for a model that has its columns only later or has others now.
void hideColumns(QTableView& table);

} // namespace terroir::viewer
