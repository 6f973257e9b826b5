#pragma once

#include "plugin/viewer/desk.hpp"

#include <QDialog>

class QLabel;
class QLineEdit;

namespace terroir::viewer {

/// The theme of a map with what is set over it, as a file of one's own.
theme::Theme themeOf(const MapSpec& spec);

/// Asks for title and description and writes the file. Stays open with a sentence when it cannot.
class SaveThemeDialog final : public QDialog {
    Q_OBJECT
public:
    SaveThemeDialog(Desk& desk, const MapSpec& spec, QWidget* parent = nullptr);

    void accept() override;

private:
    Desk& m_desk;
    theme::Theme m_theme;
    QLineEdit *m_title = nullptr, *m_description = nullptr;
    QLabel* m_problem = nullptr;
};

} // namespace terroir::viewer
