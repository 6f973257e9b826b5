#pragma once

#include "plugin/viewer/desk.hpp"

#include <QScrollArea>

class QLabel;

namespace terroir::viewer {

/// Paints the legend of one map with the map's painter, as wide as it is.
class LegendView final : public QWidget {
    Q_OBJECT
public:
    explicit LegendView(QWidget* parent = nullptr);
    void show(const FiguresPtr& figures, double symbolFactor,
              std::shared_ptr<const plugin::Painter> painter);
    const map::Scene& scene() const { return m_scene; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();

    FiguresPtr m_figures;
    double m_symbolFactor = 1;
    std::shared_ptr<const plugin::Painter> m_painter;
    map::Scene m_scene;
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
    /// By map: what it is called while there are two, and its legend.
    std::array<QLabel*, mapCount> m_titles{};
    std::array<LegendView*, mapCount> m_views{};
    std::array<double, mapCount> m_symbolFactors{1, 1};
};

} // namespace terroir::viewer
