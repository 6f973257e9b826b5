#include "plugin/viewer/map_worker.hpp"

#include "core/base/error.hpp"
#include "core/geometry/mercator.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"

#include <QPainter>

#include <sys/resource.h>

#include <array>
#include <exception>
#include <thread>

namespace terroir::viewer {

namespace {

constexpr int niceness = 10;
constexpr int bandCount = 2; ///< one per processor of a small machine

map::MeasureText measureWith(const plugin::Painter& painter) {
    return [&painter](std::string_view text, const map::TextStyle& style) {
        return painter.measure(text, style);
    };
}

QPainterPath toPath(const geometry::MultiPolygon& shape) {
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    const auto add = [&path](const geometry::Ring& ring) {
        QPolygonF polygon;
        polygon.reserve(static_cast<qsizetype>(ring.size()));
        for (const geometry::Point& point : ring)
            polygon.append({point.x, point.y});
        path.addPolygon(polygon);
    };
    for (const geometry::Polygon& polygon : shape) {
        add(polygon.outer);
        for (const geometry::Ring& hole : polygon.holes)
            add(hole);
    }
    return path;
}

} // namespace

MapWorker::MapWorker(Language language, std::shared_ptr<const paint::PluginHost> plugins)
    : m_language(language), m_plugins(std::move(plugins)) {
    qRegisterMetaType<SnapshotPtr>();
    qRegisterMetaType<FiguresPtr>();
    qRegisterMetaType<Picture>();
    qRegisterMetaType<Found>();
    moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("map"));
    m_thread.start();
    // The window goes first. On Linux a thread has a niceness of its own, and hands it on.
    post([] { ::setpriority(PRIO_PROCESS, 0, niceness); });
}

MapWorker::~MapWorker() {
    m_stop = true;
    m_thread.quit();
    m_thread.wait();
}

void MapWorker::post(std::function<void()> work) {
    QMetaObject::invokeMethod(
        this,
        [this, work = std::move(work)] {
            if (m_stop)
                return;
            try {
                work();
            } catch (const std::exception& error) {
                emit failed(viewer::said(error));
            }
        },
        Qt::QueuedConnection);
}

void MapWorker::open(const std::filesystem::path& file) {
    post([this, file] { reopen(file); });
}

void MapWorker::readAgain() {
    post([this] {
        if (m_workspace == nullptr)
            return;
        m_workspace->forgetRecords();
        for (MapState& map : m_maps)
            map.ground.reset();
        sendContents();
    });
}

void MapWorker::setSpec(int map, const MapSpec& spec) {
    {
        const std::scoped_lock lock(m_mutex);
        m_requests[map].spec = spec;
        m_isStale[map] = true;
    }
    post([this] { work(); });
}

void MapWorker::requestPicture(int map, const PictureRequest& request) {
    {
        const std::scoped_lock lock(m_mutex);
        m_requests[map].picture = request;
    }
    post([this] { work(); });
}

void MapWorker::findAt(int map, geometry::Point mercator, int purpose) {
    post([this, map, mercator, purpose] {
        const map::ScreenShapes* ground = m_maps[map].ground.get();
        Found answer;
        if (ground != nullptr)
            answer.unit = ground->unitAt(mercator);
        if (answer.unit != gazetteer::noUnit) {
            answer.box = ground->boxOf(answer.unit);
            answer.outline = toPath(*ground->shapeOf(answer.unit));
        }
        emit found(map, purpose, answer);
    });
}

void MapWorker::findUnit(int map, gazetteer::UnitIndex unit, int purpose) {
    post([this, map, unit, purpose] {
        if (m_maps[map].ground != nullptr)
            emit found(map, purpose, shapeOf(map, unit));
    });
}

void MapWorker::findWithin(int map, const geometry::Box& mercator) {
    post([this, map, mercator] {
        std::vector<gazetteer::UnitIndex> units;
        if (m_maps[map].ground != nullptr)
            for (const gazetteer::UnitIndex unit : m_maps[map].figures->evaluated.units) {
                const geometry::Box box = m_maps[map].ground->boxOf(unit);
                const double x = (box.minX + box.maxX) / 2, y = (box.minY + box.maxY) / 2;
                if (!box.isEmpty() && x >= mercator.minX && x <= mercator.maxX &&
                    y >= mercator.minY && y <= mercator.maxY)
                    units.push_back(unit);
            }
        emit foundWithin(map, units);
    });
}

/// A unit of another day is shown by the ground that it has, or most of it, on the day of the map.
Found MapWorker::shapeOf(int map, gazetteer::UnitIndex unit) {
    const map::ScreenShapes& ground = *m_maps[map].ground;
    const Date asOf = m_maps[map].figures->evaluated.asOf;
    Found answer;
    answer.unit = unit;
    std::vector<gazetteer::UnitIndex> units{unit};
    if (!m_contents->gazetteer->unit(unit).valid.contains(asOf)) {
        const auto shares = m_contents->gazetteer->convert(unit, asOf);
        if (shares.empty())
            return answer;
        units = {shares.front().unit};
    }
    if (const auto shape = ground.shapeOf(units.front())) {
        answer.box = ground.boxOf(units.front());
        answer.outline = toPath(*shape);
        return answer;
    }
    const boundaries::UnitShapes shapes =
        boundaries::shapesOf(m_workspace->file(), *m_contents->gazetteer, units, asOf, 60);
    for (const boundaries::UnitShape& each : shapes.units) {
        const geometry::MultiPolygon shape = geometry::toMercator(each.shape);
        answer.box = geometry::boxOf(shape);
        answer.outline = toPath(shape);
    }
    return answer;
}

void MapWorker::run(std::function<void(workspace::Workspace&)> work) {
    post([this, work = std::move(work)] {
        if (m_workspace != nullptr)
            work(*m_workspace);
    });
}

void MapWorker::work() {
    for (int map = 0; map < mapCount; ++map) {
        Requests requests;
        {
            const std::scoped_lock lock(m_mutex);
            requests = std::exchange(m_requests[map], {});
            m_isStale[map] = false;
        }
        if (requests.spec)
            makeFigures(map, *requests.spec);
        if (requests.picture && m_maps[map].figures != nullptr)
            makePicture(map, *requests.picture);
    }
}

void MapWorker::reopen(const std::filesystem::path& file) {
    try {
        auto opened = std::make_unique<workspace::Workspace>(
            file, store::Mode::ReadOnly, store::Spatial::Yes, store::waitBehindTheWindow);
        opened->gazetteer();
        for (MapState& map : m_maps)
            map = {};
        m_workspace = std::move(opened);
        sendContents();
    } catch (const std::exception& error) {
        emit openFailed(viewer::said(error));
    }
}

void MapWorker::sendContents() {
    try {
        m_contents = workspace::snapshotOf(*m_workspace);
        emit opened(m_contents);
    } catch (const std::exception& error) {
        emit openFailed(viewer::said(error));
    }
}

void MapWorker::makeFigures(int map, const MapSpec& spec) {
    if (m_workspace == nullptr)
        return;
    MapState& state = m_maps[map];
    emit busyChanged(map, true);
    try {
        auto figures = std::make_shared<MapFigures>();
        figures->contents = m_contents;
        figures->spec = spec;
        figures->evaluated =
            figures::figuresOf(shownTheme(spec), spec.settings, *m_workspace, m_language);
        const bool isSameGround = state.ground != nullptr && state.figures != nullptr &&
                                  state.figures->contents == m_contents &&
                                  state.figures->evaluated.asOf == figures->evaluated.asOf &&
                                  state.figures->evaluated.units == figures->evaluated.units;
        std::unique_ptr<map::ScreenShapes> ground;
        if (!isSameGround)
            ground = std::make_unique<map::ScreenShapes>(*m_workspace, figures->evaluated);
        std::vector<std::unique_ptr<plugin::Painter>> painters;
        if (state.painters.empty() || state.painterId != spec.theme.painter)
            for (int i = 0; i < bandCount; ++i)
                painters.push_back(m_plugins->createPainter(spec.theme.painter));
        // All of it or nothing: ground and figures belong together.
        if (ground != nullptr)
            state.ground = std::move(ground);
        if (!painters.empty()) {
            state.painters = std::move(painters);
            state.painterId = spec.theme.painter;
        }
        figures->extent = state.ground->extent();
        figures->missing = state.ground->missing();
        figures->approximate = state.ground->approximate();
        state.figures = figures;
        emit figuresReady(map, state.figures);
    } catch (const std::exception& error) {
        emit figuresFailed(map, viewer::said(error));
    }
}

void MapWorker::makePicture(int map, const PictureRequest& request) {
    MapState& state = m_maps[map];
    if (state.ground == nullptr)
        return;
    try {
        const map::ViewPort port = request.view.port(request.size);
        // Half a pixel of the device on the ground.
        const double detail = 0.5 * request.view.metresPerPixel / request.pixelRatio;
        const map::ViewShapes ground = state.ground->within(port.mercator(), detail);
        const map::ViewScene view = map::composeView(
            state.figures->evaluated, *m_contents->gazetteer, ground, port,
            measureWith(*state.painters.front()), [&] { return m_stop || m_isStale[map]; });
        if (view.scene.groups.empty())
            return;
        Picture picture;
        picture.view = request.view;
        picture.size = request.size;
        picture.symbolFactor = view.symbolFactor;
        picture.figures = state.figures;
        picture.image = QImage(request.size * request.pixelRatio, QImage::Format_RGB32);
        paint(view.scene, state, picture.image, request.pixelRatio / mmPerPixel);
        picture.image.setDevicePixelRatio(request.pixelRatio);
        emit pictureReady(map, picture);
    } catch (const std::exception& error) {
        emit figuresFailed(map, viewer::said(error));
    }
}

/// Bands of the picture side by side on their own threads, each with its own painter.
void MapWorker::paint(const map::Scene& scene, MapState& state, QImage& image, double scale) const {
    const int rows = (image.height() + bandCount - 1) / bandCount;
    uchar* const bits = image.bits();
    std::array<std::exception_ptr, bandCount> failures;
    const auto paintBand = [&](int band) {
        const int from = band * rows, count = std::min(rows, image.height() - from);
        if (count <= 0)
            return;
        QImage part(bits + from * image.bytesPerLine(), image.width(), count, image.bytesPerLine(),
                    image.format());
        part.fill(Qt::white);
        QPainter painter(&part);
        painter.translate(0, -from);
        painter.scale(scale, scale);
        state.painters[static_cast<std::size_t>(band)]->paint(scene, painter);
    };
    // A plugin's painter may throw on any of the threads.
    const auto tryBand = [&](int band) {
        try {
            paintBand(band);
        } catch (...) {
            failures[static_cast<std::size_t>(band)] = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (int band = 1; band < bandCount; ++band)
            helpers.emplace_back(tryBand, band);
        tryBand(0);
    }
    for (const std::exception_ptr& failure : failures)
        if (failure)
            std::rethrow_exception(failure);
}

} // namespace terroir::viewer
