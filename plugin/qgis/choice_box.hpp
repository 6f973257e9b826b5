#pragma once

#include "core/base/language.hpp"

#include <QString>

#include <string>

class QComboBox;
class QWidget;

namespace terroir::qgis {

// Boxes of choices: an entry's data is its id, empty for "as the theme says".

/// Narrow enough for a dock; `what` is for screen readers.
QComboBox* makeBox(QWidget* parent, const char* name, const QString& what);
/// Tip of the entry that was added last.
void explain(QComboBox* box, const LocalText& text);
std::string idOf(const QComboBox* box);
/// What was typed into an editable box, or the id of the entry that is chosen.
std::string typedOrId(const QComboBox* box);
/// The entry with the id; the text itself in an editable box that has none, else the first entry.
void select(QComboBox* box, const std::string& id);

} // namespace terroir::qgis
