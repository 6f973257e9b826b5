#pragma once

#include "core/theme/settings.hpp"

#include <QWidget>

#include <array>
#include <optional>
#include <utility>

class QComboBox;
class QSpinBox;

namespace terroir::qgis {

class Desk;

/// What of a theme shall be otherwise: day, area, level, years, classes, palette, and what the
/// figures are divided by. Every box begins with what the theme says.
class SettingsForm final : public QWidget {
    Q_OBJECT
public:
    SettingsForm(Desk& desk, QWidget* parent);

    /// Offers what fits the theme and the open workspace; null: no theme. What is chosen stays
    /// where it still fits.
    void follow(const theme::Theme* theme);
    theme::Settings settings() const;
    /// All but the day, which is either the theme's or the desk's.
    void set(const theme::Settings& settings);
    /// UsageError for what was typed as years and is none.
    void requireYears() const;

    /// Which day is chosen, for the settings.
    QString day() const;
    void setDay(const QString& day);

private:
    void makeBoxes();
    /// All but the day, which knows the desk, and the number of classes.
    std::array<std::pair<QComboBox*, theme::Setting>, 6> boxes() const;
    void followDays();
    void followAreas();
    void followYears();
    void followClasses();

    Desk& m_desk;
    std::optional<theme::Theme> m_theme; ///< a copy: the desk may read its themes again
    QComboBox *m_day = nullptr, *m_area = nullptr, *m_level = nullptr, *m_years = nullptr,
              *m_method = nullptr, *m_palette = nullptr, *m_per = nullptr;
    QSpinBox* m_classes = nullptr;
};

} // namespace terroir::qgis
