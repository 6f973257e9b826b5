#pragma once

#include "core/map/compose_view.hpp"
#include "plugin/viewer/desk.hpp"

#include <QScrollArea>

#include <vector>

class QLabel;

namespace terroir::viewer {

class LegendEdits;

/// Paints the legend of one map with the map's painter, as wide as it is. A click on a sample asks
/// for its colour, a double click on the words of a class for its limit.
class LegendView final : public QWidget {
    Q_OBJECT
public:
    explicit LegendView(QWidget* parent = nullptr);
    void show(const FiguresPtr& figures, double symbolFactor,
              std::shared_ptr<const plugin::Painter> painter);
    const map::Scene& scene() const { return m_scene; }
    /// Where a line that stands for something of the map is, and where its sample.
    struct Line {
        map::LegendEntry entry;
        QRectF line, sample;
    };
    const std::vector<Line>& lines() const { return m_lines; }

signals:
    void colourWanted(const terroir::map::LegendEntry& entry);
    void breakWanted(const terroir::map::LegendEntry& entry);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();

    FiguresPtr m_figures;
    double m_symbolFactor = 1;
    std::shared_ptr<const plugin::Painter> m_painter;
    const Line* lineAt(QPointF pixel) const;
    void findLines(const map::PageShapes& shapes, const map::MeasureText& measure);

    map::Scene m_scene;
    std::vector<Line> m_lines;
    int m_width = 0;
};

/// The legend of each map that is shown, two while maps are compared: classes, symbols, counts,
/// what has no data, what is not attributed.
class LegendPanel final : public QScrollArea {
    Q_OBJECT
public:
    explicit LegendPanel(Desk& desk, QWidget* parent = nullptr);

private:
    void follow();
    void followMap(int map);

    Desk& m_desk;
    LegendEdits* m_edits;
    /// By map: what it is called while there are two, and its legend.
    std::array<QLabel*, mapCount> m_titles{};
    std::array<LegendView*, mapCount> m_views{};
    std::array<double, mapCount> m_symbolFactors{1, 1};
};

} // namespace terroir::viewer
