#pragma once

#include "plugin/qgis/unit_lookup.hpp"

#include <QPointer>
#include <qgsmapcanvasitem.h>
#include <qgsmaptool.h>
#include <qgsrubberband.h>

#include <functional>
#include <memory>
#include <vector>

namespace terroir::qgis {

/// A number in a disc on the canvas.
class NumberMark final : public QgsMapCanvasItem {
public:
    NumberMark(QgsMapCanvas* canvas, int number, const QColor& colour);
    void setPoint(QgsPointXY mapPoint);
    int number() const { return m_number; }
    bool isAt(const QPointF& pixel) const;

    void paint(QPainter* painter) override;
    QRectF boundingRect() const override;
    void updatePosition() override;

private:
    int m_number;
    QColor m_colour;
    QgsPointXY m_point;
};

/// The candidates of a place on the canvas, numbered from 1, and the click that chooses one.
class ReviewMap final : public QObject {
    Q_OBJECT
public:
    ReviewMap(Desk& desk, UnitLookup& ground);
    ~ReviewMap() override;

    /// In place of what was shown; an empty uid has no ground. The canvas goes there and takes
    /// clicks.
    void show(const std::vector<std::string>& uids);
    /// Takes everything off the canvas; the map tool of before comes back.
    void clear();

signals:
    void chosen(int number);

private:
    class Tool;
    struct Candidate {
        int number = 0;
        QgsGeometry geometry; ///< EPSG:4326
        std::unique_ptr<QgsRubberBand> outline;
        std::unique_ptr<NumberMark> mark;
    };
    void draw(const std::vector<UnitLookup::Shape>& shapes);
    /// 0 when none is there.
    int numberAt(const QPointF& pixel, QgsPointXY mapPoint) const;

    Desk& m_desk;
    UnitLookup& m_ground;
    std::vector<Candidate> m_candidates;
    std::unique_ptr<Tool> m_tool;
    QPointer<QgsMapTool> m_toolBefore;
    int m_asked = 0;
};

} // namespace terroir::qgis
