#pragma once

#include "core/session/theme_figures.hpp"
#include "core/theme/theme.hpp"

#include <QWidget>

#include <optional>
#include <string>

class QComboBox;
class QSpinBox;

namespace terroir::qgis {

class Desk;

/// What of a theme shall be otherwise: day, area, level, years, classes, palette, and what the
/// figures are divided by. Every box begins with what the theme says.
class ThemeChoiceForm final : public QWidget {
    Q_OBJECT
public:
    ThemeChoiceForm(Desk& desk, QWidget* parent);

    /// Offers what fits the theme and the open workspace; null: no theme. What is chosen stays
    /// where it still fits.
    void follow(const theme::Theme* theme);
    theme::Settings choice() const;
    /// All but the day, which is either the theme's or the desk's.
    void set(const theme::Settings& choice);
    /// What was typed as years and is none; empty when all is well.
    std::string wrongYears() const;

    /// Which day is chosen, for the settings.
    QString day() const;
    void setDay(const QString& day);

private:
    void makeBoxes();
    void followDays();
    void followAreas();
    void followYears();
    void followClasses();

    Desk& m_desk;
    std::optional<theme::Theme> m_theme; ///< a copy: the desk may read its themes anew
    QComboBox *m_day = nullptr, *m_area = nullptr, *m_level = nullptr, *m_years = nullptr,
              *m_method = nullptr, *m_palette = nullptr, *m_per = nullptr;
    QSpinBox* m_classes = nullptr;
};

} // namespace terroir::qgis
