#pragma once

#include <QMap>
#include <QStringList>

class QWidget;

namespace terroir::viewer {

/// Every text that a person reads or hears in a window and what belongs to it: labels, buttons,
/// actions, menus, headers, choices, tool tips, accessible names; without figures and data.
QStringList wordsOf(const QWidget& window);

/// The texts with a mnemonic that meet each other, by where that is: "window" for all that is in
/// the window itself, and each menu and context menu.
QMap<QString, QStringList> mnemonicsOf(const QWidget& window);

/// The widgets of a window that the keyboard reaches and that a screen reader could not name.
QStringList namelessIn(const QWidget& window);

/// Buttons, fields and boxes without a tool tip.
QStringList tiplessIn(const QWidget& window);

} // namespace terroir::viewer
