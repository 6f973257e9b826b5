#pragma once

#include "plugin/viewer/desk.hpp"

#include <QWidget>

class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace terroir::viewer {

class DayEdit;
class DaySlider;

/// Moves the active map through time: whose units it shows (a slider over the years, with the day
/// on which districts were abolished), and which years' figures.
class TimeBar final : public QWidget {
    Q_OBJECT
public:
    explicit TimeBar(Desk& desk, QWidget* parent = nullptr);

    /// The days that the slider stops at: the last day of each year, and the last day with
    /// districts and the first without.
    static std::vector<Date> stops(Date today);

private:
    void follow();
    void change(const QString& what, const std::function<void(MapSpec&)>& set, int mergeId);
    void changeYears();
    void followYears(const MapSpec& spec);
    void showDay(Date day);

    Desk& m_desk;
    std::vector<Date> m_stops;
    DaySlider* m_slider = nullptr;
    DayEdit* m_day = nullptr;
    QLabel* m_era = nullptr;
    QComboBox *m_from = nullptr, *m_to = nullptr;
    QToolButton* m_reset = nullptr;
    bool m_isFollowing = false;
};

} // namespace terroir::viewer
