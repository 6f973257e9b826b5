#pragma once

#include "core/map/screen_shapes.hpp"
#include "plugin/paint/plugin_host.hpp"
#include "plugin/viewer/contents.hpp"
#include "plugin/viewer/view.hpp"

#include <QImage>
#include <QObject>
#include <QPainterPath>
#include <QThread>

#include <array>
#include <atomic>
#include <functional>
#include <mutex>
#include <optional>

namespace terroir::viewer {

/// The two maps that can be compared; one map is the first.
inline constexpr int mapCount = 2;

/// What a canvas wants to see.
struct PictureRequest {
    View view;
    QSize size; ///< logical pixels, margins included
    double pixelRatio = 1;
};

/// A finished piece of the map, a little larger than the canvas.
struct Picture {
    QImage image;
    View view;
    QSize size; ///< logical pixels
    double symbolFactor = 1;
    FiguresPtr figures; ///< what it shows
};

/// A unit of a map under a point, or one that was asked for.
struct Found {
    gazetteer::UnitIndex unit = gazetteer::noUnit;
    geometry::Box box;    ///< EPSG:3857
    QPainterPath outline; ///< EPSG:3857
};

/// Reads the workspace, makes figures and pictures on a thread of its own. Calls return at once and
/// may come from the GUI thread only; of several requests for one map the last counts. Answers are
/// signals.
class MapWorker final : public QObject {
    Q_OBJECT
public:
    explicit MapWorker(Language language, std::shared_ptr<const paint::PluginHost> plugins);
    ~MapWorker() override; ///< ends the work that is under way

    void open(const std::filesystem::path& file);
    /// The records or boundaries of the open workspace have changed.
    void readAgain();
    void setSpec(int map, const MapSpec& spec);
    void requestPicture(int map, const PictureRequest& request);
    /// Answered by found() with the same purpose. A unit that the map does not show has its shape,
    /// too, on the units of the map's day.
    void findAt(int map, geometry::Point mercator, int purpose);
    void findUnit(int map, gazetteer::UnitIndex unit, int purpose);
    /// Answered by foundWithin(): the units of the map whose middle lies in the box of EPSG:3857.
    void findWithin(int map, const geometry::Box& mercator);
    /// Runs `work` with the workspace when nothing else is to be done, for whoever needs one and
    /// changes nothing. It must answer by itself.
    void run(std::function<void(workspace::Workspace&)> work);

signals:
    void opened(terroir::viewer::SnapshotPtr contents);
    void openFailed(QString sentence);
    void figuresReady(int map, terroir::viewer::FiguresPtr figures);
    void figuresFailed(int map, QString sentence);
    void pictureReady(int map, terroir::viewer::Picture picture);
    /// Something asked for with run(), or a look-up, could not be done.
    void failed(QString sentence);
    void found(int map, int purpose, terroir::viewer::Found unit);
    void foundWithin(int map, std::vector<terroir::gazetteer::UnitIndex> units);
    /// Figures are being made that take a while, or are there.
    void busyChanged(int map, bool isBusy);

private:
    struct MapState {
        FiguresPtr figures;
        std::unique_ptr<map::ScreenShapes> ground;
        std::vector<std::unique_ptr<plugin::Painter>> painters; ///< one per thread
        std::string painterId;
    };
    struct Requests {
        std::optional<MapSpec> spec;
        std::optional<PictureRequest> picture;
    };

    void post(std::function<void()> work);
    void work();
    void reopen(const std::filesystem::path& file);
    void sendContents();
    void makeFigures(int map, const MapSpec& spec);
    Found shapeOf(int map, gazetteer::UnitIndex unit);
    void makePicture(int map, const PictureRequest& request);
    void paint(const map::Scene& scene, MapState& state, QImage& image, double scale) const;

    QThread m_thread;
    Language m_language;
    std::shared_ptr<const paint::PluginHost> m_plugins;

    std::mutex m_mutex;
    std::array<Requests, mapCount> m_requests;           ///< under m_mutex
    std::array<std::atomic<bool>, mapCount> m_isStale{}; ///< a newer spec waits
    std::atomic<bool> m_stop = false;

    // Of the worker's thread.
    std::unique_ptr<workspace::Workspace> m_workspace;
    SnapshotPtr m_contents;
    std::array<MapState, mapCount> m_maps;
};

} // namespace terroir::viewer

Q_DECLARE_METATYPE(std::vector<terroir::gazetteer::UnitIndex>)
Q_DECLARE_METATYPE(terroir::viewer::Picture)
Q_DECLARE_METATYPE(terroir::viewer::Found)
