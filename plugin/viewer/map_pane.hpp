#pragma once

#include "plugin/viewer/desk.hpp"
#include "plugin/viewer/ground_drawing.hpp"
#include "plugin/viewer/map_canvas.hpp"

#include <QLabel>
#include <QTimer>
#include <QWidget>

#include <array>
#include <functional>
#include <optional>

class QShortcut;

namespace terroir::viewer {

class SwipeHandle;

/// The middle of the window: one map, or two of one view, side by side or one under the other with
/// a line to swipe. Wires the canvases to the worker.
class MapPane final : public QWidget {
    Q_OBJECT
public:
    enum class Mode { Single, SideBySide, Swipe };

    explicit MapPane(Desk& desk, QWidget* parent = nullptr);

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    MapCanvas& canvas(int map) { return *m_canvases[static_cast<std::size_t>(map)]; }
    MapCanvas& activeCanvas();
    void setBoxZoom(bool on);
    void setBoxSelect(bool on);
    void setMarkers(const std::vector<Marker>& markers);
    /// A place that was typed, with a pin: degrees.
    void goTo(geometry::Point lonLat, const QString& label);
    /// EPSG:3857.
    void showBox(const geometry::Box& box);
    /// The view of the first figures, instead of all that they cover.
    void beginWith(const View& view) { m_firstView = view; }
    /// The next click gives a point (degrees) instead of selecting a unit; Esc gives none.
    using TakePoint = std::function<void(std::optional<geometry::Point> lonLat)>;
    void pickPoint(TakePoint take);
    bool isPicking() const { return bool(m_takePoint); }
    /// Clicks draw zones or lines, until they are done or given up.
    void drawGround(GroundSketch sketch, GroundDrawing::Take take);
    /// Goes to the unit when nothing of it is in sight.
    void bringIntoSight(gazetteer::UnitIndex unit);

signals:
    void modeChanged(terroir::viewer::MapPane::Mode mode);
    void markerClicked(int id);
    /// `unit` may be noUnit. Degrees.
    void menuWanted(terroir::gazetteer::UnitIndex unit, terroir::geometry::Point lonLat,
                    QPoint globalPosition);
    /// Degrees, for the status bar.
    void pointerMoved(double lon, double lat);
    void historyChanged();
    void pictureShown(int map);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showSelection();
    void showRecordPins();
    void setPins(std::vector<Marker> pins);
    void showMarkers();
    enum Purpose { ForSelection, ForToggle, ForToolTip, ForOutline, ForZoom, ForSight, ForMenu };

    void wire(int map);
    void placeDrawing();
    void endPicking(std::optional<geometry::Point> lonLat);
    void arrange();
    void showFigures(int map);
    void showFound(int map, int purpose, const Found& unit);
    QString toolTipOf(int map, gazetteer::UnitIndex unit) const;

    Desk& m_desk;
    Mode m_mode = Mode::Single;
    std::array<MapCanvas*, mapCount> m_canvases{};
    std::array<QLabel*, mapCount> m_titles{};
    std::array<bool, mapCount> m_hasExtent{};
    QString m_shownTheme;
    std::optional<View> m_firstView;
    SwipeHandle* m_handle = nullptr;
    GroundDrawing* m_drawing = nullptr;
    double m_swipe = 0.5; ///< share of the width
    QPoint m_toolTipAt;
    std::vector<Marker> m_markers, m_pins;
    std::vector<gazetteer::UnitIndex> m_pinned; ///< of m_pins
    std::array<QTimer, mapCount> m_busy;        ///< a while has gone by
    geometry::Point m_menuLonLat;
    QPoint m_menuAt;
    TakePoint m_takePoint;
    QShortcut* m_endPicking = nullptr;
    std::filesystem::path m_file;
};

} // namespace terroir::viewer
