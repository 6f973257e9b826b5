#pragma once

#include "plugin/viewer/ground_sketch.hpp"
#include "plugin/viewer/map_worker.hpp"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <map>
#include <optional>
#include <vector>

class QRubberBand;

namespace terroir::viewer {

/// Something to point at: a doubtful place's candidate, a record's place.
struct Marker {
    geometry::Point at; ///< EPSG:3857
    QString label;
    int id = 0;
};

/// Shows one map and moves it: the last picture, transformed, until the worker has a new one.
/// Paints and asks; computes nothing.
class MapCanvas final : public QWidget {
    Q_OBJECT
public:
    explicit MapCanvas(QWidget* parent = nullptr);

    /// The painter draws the scale bar; it must outlive the canvas or be replaced.
    void setPainter(std::shared_ptr<const plugin::Painter> painter);
    void setPicture(const Picture& picture);
    /// Shown in the middle when there is no picture: why, or what to do.
    void setNotice(const QString& notice);
    /// Around selected units, below names and figures.
    void setOutline(gazetteer::UnitIndex unit, const QPainterPath& mercator);
    void clearOutlines();
    /// While there is one, clicks and keys draw: see cornerSet(). Null ends that.
    void setSketch(std::shared_ptr<const GroundSketch> sketch);
    void setMarkers(std::vector<Marker> markers);
    const std::vector<Marker>& markers() const { return m_markers; }
    const Picture& picture() const { return m_picture; }

    const View& view() const { return m_view; }
    /// Without a place in the history: from a linked canvas.
    void setView(const View& view);
    /// With one. Box of EPSG:3857; a box of no size keeps the scale.
    void showBox(const geometry::Box& box);
    bool hasBack() const { return m_historyAt > 0; }
    bool hasForward() const { return m_historyAt + 1 < static_cast<int>(m_history.size()); }
    /// For box zoom without holding shift.
    void setBoxZoom(bool on) { m_boxZoomOn = on; }
    /// For selecting by a box without holding Ctrl.
    void setBoxSelect(bool on) { m_boxSelectOn = on; }
    /// A new picture is on its way, which takes a while: said in a corner.
    void setBusy(bool isBusy);
    /// What the worker should be asked for now.
    PictureRequest pictureRequest() const;
    /// The way the last frames took, in milliseconds: for the benchmark.
    const std::vector<double>& frameTimes() const { return m_frameTimes; }

public slots:
    void zoomIn();
    void zoomOut();
    void back();
    void forward();
    void showAll(); ///< the whole of the map

signals:
    void viewChanged(const terroir::viewer::View& view);
    void pictureRequested(const terroir::viewer::PictureRequest& request);
    void historyChanged();
    void clicked(terroir::geometry::Point mercator);
    /// Ctrl and a click: one more, or one less.
    void toggled(terroir::geometry::Point mercator);
    /// Ctrl and a box; EPSG:3857.
    void boxSelected(terroir::geometry::Box mercator);
    /// Right click, or the keyboard's menu key for the middle of the map.
    void menuWanted(terroir::geometry::Point mercator, QPoint globalPosition);
    void hovered(terroir::geometry::Point mercator, QPoint globalPosition);
    void markerClicked(int id);
    void pointerMoved(terroir::geometry::Point mercator);
    void focused();
    /// While something is drawn: a click, or Space for the middle of the map.
    void cornerSet(terroir::geometry::Point mercator);
    void cornerTakenBack(); ///< Backspace
    void drawingEnded();    ///< a double click, a right click or Enter

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    enum class Drag { None, Pan, Box, Select };
    void changeView(const View& view);
    void remember();
    void zoomAt(double factor, QPointF pixel);
    void requestSoon();
    void paintPicture(QPainter& painter) const;
    void paintOverlays(QPainter& painter) const;
    void paintFurniture(QPainter& painter);
    const Marker* markerAt(QPointF pixel) const;
    bool drawByKey(int key);
    void setRestingCursor();
    QSize pictureSize() const;

    View m_view;
    Picture m_picture;
    QString m_notice;
    std::map<gazetteer::UnitIndex, QPainterPath> m_outlines;
    std::vector<Marker> m_markers;
    std::shared_ptr<const GroundSketch> m_sketch;
    std::optional<geometry::Point> m_pointer; ///< EPSG:3857, while something is drawn
    std::shared_ptr<const plugin::Painter> m_painter;
    std::vector<View> m_history;
    int m_historyAt = -1;
    QTimer m_requestTimer, m_rememberTimer;
    Drag m_drag = Drag::None;
    bool m_boxZoomOn = false, m_boxSelectOn = false, m_hasMoved = false, m_isBusy = false;
    QPointF m_pressedAt, m_lastAt;
    QRubberBand* m_band = nullptr;
    /// Shown whole, and again when the canvas is resized, until the map is moved.
    std::optional<geometry::Box> m_fitted;
    std::vector<double> m_frameTimes;
};

} // namespace terroir::viewer
