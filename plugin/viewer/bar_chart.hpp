#pragma once

#include "core/base/language.hpp"
#include "plugin/viewer/chart_data.hpp"

#include <QtCharts/QChart>

#include <vector>

class QAbstractBarSeries;
class QGraphicsSimpleTextItem;

namespace terroir::viewer {

/// ChartData as bars, with the value written at each; what has no data has no bar and no value.
class BarChart final : public QChart {
    Q_OBJECT
public:
    explicit BarChart(Language language);

    /// Names of units at the left with bars to the right, or years below and bars upwards.
    void show(const ChartData& data, Qt::Orientation bars, const QString& valueTitle,
              const QString& categoryTitle);
    /// In the colours of the palette, so that it can be read in a dark window, too.
    void setColours(const QPalette& palette);
    /// So many pixels high that the values do not run into one another.
    int neededHeight() const { return m_neededHeight; }

signals:
    void clicked(int category);

private:
    struct Label {
        QGraphicsSimpleTextItem* item = nullptr;
        QPointF at; ///< end of its bar, in the series' values
    };
    void addLabels(const ChartData& data, Qt::Orientation bars);
    void placeLabels();

    Language m_language;
    Qt::Orientation m_bars = Qt::Horizontal;
    QAbstractBarSeries* m_series = nullptr;
    std::vector<Label> m_labels;
    QPalette m_palette;
    int m_neededHeight = 0;
};

} // namespace terroir::viewer
