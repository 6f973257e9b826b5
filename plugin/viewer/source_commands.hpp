#pragma once

#include "plugin/viewer/desk.hpp"

#include <QObject>

#include <string>

class QMenu;

namespace terroir::viewer {

/// What a person does to the documents that records come from.
class SourceCommands final : public QObject {
    Q_OBJECT
public:
    SourceCommands(Desk& desk, QWidget* window);

    /// Into the menu "Edit".
    void addTo(QMenu* menu);
    /// The list of all of them.
    void showAll();
    void edit(const std::string& id);
    /// Asks first, and says how many records go with it.
    void remove(const std::string& id);

private:
    Desk& m_desk;
    QWidget* m_window;
};

} // namespace terroir::viewer
