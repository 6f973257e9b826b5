#pragma once

#include "plugin/qgis/theme_apply.hpp"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QgisInterface;

namespace terroir::qgis {

class Desk;
class SettingsForm;

/// The page of themes: choose one, say what of it shall be otherwise, and put it into the project.
/// What was chosen last is there again at the next start.
class ThemePage final : public QWidget {
    Q_OBJECT
public:
    ThemePage(Desk& desk, QgisInterface* qgis, QWidget* parent = nullptr);

    /// The theme that is chosen, null for none.
    const theme::Theme* chosenTheme() const;

public slots:
    void apply();
    void applyAsNew();
    void saveAsTheme();
    void handOver();

private:
    void followThemes();
    void followTheme();
    /// The theme, when all that is asked of it is right; says what is not.
    const theme::Theme* themeToRun();
    void run(Placing placing);
    void setBusy(bool isBusy);
    void keep() const;
    void restore();

    Desk& m_desk;
    QgisInterface* m_qgis;
    QListWidget* m_themes = nullptr;
    QLabel* m_description = nullptr;
    SettingsForm* m_choices = nullptr;
    QPushButton *m_apply = nullptr, *m_new = nullptr, *m_save = nullptr, *m_handOver = nullptr;
};

} // namespace terroir::qgis
