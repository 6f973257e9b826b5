#pragma once

#include "core/map/layout.hpp"
#include "plugin/viewer/desk.hpp"

#include <QDialog>

#include <string>

class QLabel;
class QLineEdit;

namespace terroir::viewer {

/// Asks for a name and keeps a layout under it, for the window and the command line. Stays open
/// with a sentence when it cannot.
class SaveLayoutDialog final : public QDialog {
    Q_OBJECT
public:
    /// `base`: the id of the layout that it was made of; empty: none.
    SaveLayoutDialog(Desk& desk, map::Layout layout, std::string base, QWidget* parent = nullptr);

    void accept() override;
    /// That it was kept under.
    const std::string& id() const { return m_id; }

private:
    Desk& m_desk;
    map::Layout m_layout;
    std::string m_base, m_id;
    QLineEdit* m_name = nullptr;
    QLabel* m_problem = nullptr;
};

} // namespace terroir::viewer
