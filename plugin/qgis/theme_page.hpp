#pragma once

#include "core/session/theme_figures.hpp"
#include "plugin/qgis/theme_apply.hpp"

#include <QWidget>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QSpinBox;
class QgisInterface;

namespace terroir::qgis {

class Desk;

/// The page of themes: choose one, say what of it shall be otherwise, and put it into the project.
/// What was chosen last is there again at the next start.
class ThemePage final : public QWidget {
    Q_OBJECT
public:
    ThemePage(Desk& desk, QgisInterface* qgis, QWidget* parent = nullptr);

    /// The theme that is chosen, null for none, and what is set over it.
    const theme::Theme* chosenTheme() const;
    session::ThemeChoice choice() const;

public slots:
    void apply();
    void applyAsNew();
    void saveAsTheme();

private:
    void makeChoices();
    void followThemes();
    void followTheme();
    void followDays();
    void followAreas();
    void followYears();
    void followClasses();
    void run(Placing placing);
    void keep() const;
    void restore();
    void set(const session::ThemeChoice& choice);

    Desk& m_desk;
    QgisInterface* m_qgis;
    QListWidget* m_themes = nullptr;
    QLabel* m_description = nullptr;
    QComboBox *m_day = nullptr, *m_area = nullptr, *m_level = nullptr, *m_years = nullptr,
              *m_method = nullptr, *m_palette = nullptr, *m_per = nullptr;
    QSpinBox* m_classes = nullptr;
    QPushButton *m_apply = nullptr, *m_new = nullptr, *m_save = nullptr;
};

} // namespace terroir::qgis
