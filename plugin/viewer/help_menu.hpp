#pragma once

class QMainWindow;
class QMenu;

namespace terroir::viewer {

/// The menu Help: how to use the window (F1), the keys of all its commands, and what the program
/// is.
QMenu* addHelpMenu(QMainWindow* window);

} // namespace terroir::viewer
