#pragma once

#include "plugin/viewer/chart_data.hpp"
#include "plugin/viewer/desk.hpp"

#include <QWidget>

class QChartView;
class QComboBox;
class QLabel;
class QScrollArea;
class QToolButton;

namespace terroir::viewer {

class BarChart;

/// The figures of the active map as bars: by unit, or by year.
class ChartPanel final : public QWidget {
    Q_OBJECT
public:
    enum class By { Unit, Year };

    explicit ChartPanel(Desk& desk, QWidget* parent = nullptr);

    void setBy(By by);
    /// What is shown; without categories when there is no chart.
    const ChartData& data() const { return m_data; }
    /// "png" or "svg".
    QByteArray picture(const QString& format) const;

signals:
    /// The chart of the newest figures is there.
    void shown();

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void makeWidgets();
    void makeMenu(QToolButton* button);
    void follow();
    void ask();
    void take(ChartData data, By by);
    void setNotice(const QString& notice);
    QString noteOf(const ChartData& data) const;
    QString valueTitle(const ChartData& data) const;
    QString withMeasure(double value, const std::string& measure) const;
    void save(const QString& format);

    Desk& m_desk;
    FiguresPtr m_asked; ///< what the chart is made of, or being made of
    By m_by = By::Unit;
    int m_request = 0;
    ChartData m_data;
    BarChart* m_chart = nullptr;
    QChartView* m_view = nullptr;
    QScrollArea* m_scroll = nullptr;
    QToolButton *m_byUnit = nullptr, *m_byYear = nullptr;
    QComboBox* m_measure = nullptr;
    QLabel *m_note = nullptr, *m_notice = nullptr;
};

} // namespace terroir::viewer
