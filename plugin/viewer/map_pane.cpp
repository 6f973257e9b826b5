#include "plugin/viewer/map_pane.hpp"

#include "core/base/error.hpp"
#include "core/figures/page_words.hpp"
#include "core/geometry/mercator.hpp"
#include "core/text/vietnamese.hpp"
#include "plugin/viewer/day_edit.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QShortcut>
#include <QToolTip>

#include <algorithm>
#include <map>
#include <utility>

namespace terroir::viewer {

/// The line between two maps, to be dragged; arrow keys move it, too.
class SwipeHandle final : public QWidget {
public:
    explicit SwipeHandle(QWidget* parent) : QWidget(parent) {
        setCursor(Qt::SplitHCursor);
        setFocusPolicy(Qt::StrongFocus);
        setAccessibleName(MapPane::tr("Line between the two maps"));
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(QRectF(width() / 2.0 - 1.5, 0, 3, height()), Qt::white);
        painter.fillRect(QRectF(width() / 2.0 - 0.5, 0, 1, height()), QColor(28, 28, 30));
        painter.setBrush(hasFocus() ? palette().highlight() : QBrush(Qt::white));
        painter.setPen(QColor(28, 28, 30));
        const QPointF middle = QRectF(rect()).center();
        painter.drawEllipse(middle, 8, 8);
        painter.drawLine(middle + QPointF(-4, 0), middle + QPointF(4, 0));
    }
};

namespace {

constexpr int handleWidth = 20;
constexpr double swipeKeyStep = 0.02;
constexpr int busyAfterMs = 400;
constexpr int firstPin = 1'000'000; ///< ids before are of others' markers
constexpr std::size_t mostPins = 300;
constexpr double pinMarginM = 3000;

} // namespace

MapPane::MapPane(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk) {
    for (int map = 0; map < mapCount; ++map)
        wire(map);
    m_handle = new SwipeHandle(this);
    m_handle->installEventFilter(this);
    m_drawing = new GroundDrawing(desk.language(), this);
    connect(m_drawing, &GroundDrawing::changed, this, [this] {
        for (MapCanvas* canvas : m_canvases)
            canvas->setSketch(m_drawing->sketch());
        placeDrawing();
    });
    for (MapCanvas* canvas : m_canvases) {
        connect(canvas, &MapCanvas::cornerSet, m_drawing, &GroundDrawing::addCorner);
        connect(canvas, &MapCanvas::cornerTakenBack, m_drawing, &GroundDrawing::removeLast);
        connect(canvas, &MapCanvas::drawingEnded, m_drawing, &GroundDrawing::finish);
    }
    connect(&desk.worker(), &MapWorker::pictureReady, this,
            [this](int map, const Picture& picture) {
                canvas(map).setPicture(picture);
                emit pictureShown(map);
            });
    connect(&desk.worker(), &MapWorker::found, this, &MapPane::showFound);
    connect(&desk, &Desk::figuresChanged, this, &MapPane::showFigures);
    connect(&desk, &Desk::figuresFailed, this,
            [this](int map, const QString& sentence) { canvas(map).setNotice(sentence); });
    connect(&desk, &Desk::selectionChanged, this, &MapPane::showSelection);
    connect(&desk, &Desk::recordsSelected, this, &MapPane::showRecordPins);
    connect(
        &desk.worker(), &MapWorker::foundWithin, this,
        [this](int, const std::vector<gazetteer::UnitIndex>& units) { m_desk.selectUnits(units); });
    for (int map = 0; map < mapCount; ++map) {
        QTimer& busy = m_busy[static_cast<std::size_t>(map)];
        busy.setSingleShot(true);
        busy.setInterval(busyAfterMs);
        connect(&busy, &QTimer::timeout, this, [this, map] { canvas(map).setBusy(true); });
    }
    const auto ready = [this](int map) {
        m_busy[static_cast<std::size_t>(map)].stop();
        canvas(map).setBusy(false);
    };
    connect(&desk.worker(), &MapWorker::busyChanged, this,
            [this](int map) { m_busy[static_cast<std::size_t>(map)].start(); });
    connect(&desk.worker(), &MapWorker::pictureReady, this, ready);
    connect(&desk.worker(), &MapWorker::figuresFailed, this, ready);
    connect(&desk, &Desk::figuresChanged, this, [this, ready](int map) {
        const MapFigures& figures = *m_desk.figures(map);
        if (figures.evaluated.units.empty() || figures.extent.isEmpty())
            ready(map); // no picture comes
    });
    connect(&desk, &Desk::zoomToUnitWanted, this, [this](gazetteer::UnitIndex unit) {
        m_desk.worker().findUnit(m_desk.activeMap(), unit, ForZoom);
    });
    connect(&desk, &Desk::activeMapChanged, this, [this] { arrange(); });
    arrange();
}

void MapPane::wire(int map) {
    auto* canvas = new MapCanvas(this);
    m_canvases[static_cast<std::size_t>(map)] = canvas;
    auto* title = new QLabel(this);
    title->setObjectName(QStringLiteral("mapTitle%1").arg(map));
    title->setAttribute(Qt::WA_TransparentForMouseEvents);
    title->setTextFormat(Qt::PlainText);
    m_titles[static_cast<std::size_t>(map)] = title;
    canvas->setObjectName(QStringLiteral("map%1").arg(map));
    connect(canvas, &MapCanvas::pictureRequested, this, [this, map](const PictureRequest& request) {
        m_desk.worker().requestPicture(map, request);
    });
    connect(canvas, &MapCanvas::viewChanged, this, [this, map](const View& view) {
        if (m_mode != Mode::Single)
            this->canvas(1 - map).setView(view);
    });
    connect(canvas, &MapCanvas::historyChanged, this, &MapPane::historyChanged);
    connect(canvas, &MapCanvas::focused, this, [this, map] { m_desk.setActiveMap(map); });
    connect(canvas, &MapCanvas::markerClicked, this, [this](int id) {
        if (id < firstPin)
            emit markerClicked(id);
        else if (const auto at = static_cast<std::size_t>(id - firstPin); at < m_pinned.size())
            m_desk.selectUnit(m_pinned[at], Desk::Zoom::No);
    });
    connect(canvas, &MapCanvas::toggled, this, [this, map](geometry::Point at) {
        m_desk.setActiveMap(map);
        m_desk.worker().findAt(map, at, ForToggle);
    });
    connect(canvas, &MapCanvas::boxSelected, this, [this, map](const geometry::Box& box) {
        m_desk.setActiveMap(map);
        m_desk.worker().findWithin(map, box);
    });
    connect(canvas, &MapCanvas::menuWanted, this, [this, map](geometry::Point at, QPoint global) {
        m_desk.setActiveMap(map);
        m_menuLonLat = geometry::fromMercator(at);
        m_menuAt = global;
        m_desk.worker().findAt(map, at, ForMenu);
    });
    connect(canvas, &MapCanvas::clicked, this, [this, map](geometry::Point at) {
        if (m_takePoint)
            return endPicking(geometry::fromMercator(at));
        m_desk.setActiveMap(map);
        m_desk.worker().findAt(map, at, ForSelection);
    });
    connect(canvas, &MapCanvas::hovered, this, [this, map](geometry::Point at, QPoint global) {
        m_toolTipAt = global;
        m_desk.worker().findAt(map, at, ForToolTip);
    });
    connect(canvas, &MapCanvas::pointerMoved, this, [this](geometry::Point at) {
        const geometry::Point lonLat = geometry::fromMercator(at);
        emit pointerMoved(lonLat.x, lonLat.y);
    });
}

MapCanvas& MapPane::activeCanvas() {
    return canvas(m_desk.activeMap());
}

void MapPane::setMode(Mode mode) {
    if (mode == m_mode)
        return;
    m_mode = mode;
    m_desk.showMaps(mode == Mode::Single ? 1 : 2);
    arrange();
    if (mode != Mode::Single)
        canvas(1).setView(canvas(0).view());
    emit modeChanged(mode);
}

void MapPane::drawGround(GroundSketch sketch, GroundDrawing::Take take) {
    endPicking(std::nullopt);
    if (!sketch.kept().isEmpty()) {
        const geometry::Box lonLat = geometry::boxOf(sketch.kept());
        const geometry::Point low = geometry::toMercator({lonLat.minX, lonLat.minY}),
                              high = geometry::toMercator({lonLat.maxX, lonLat.maxY});
        showBox({low.x, low.y, high.x, high.y});
    }
    m_drawing->begin(std::move(sketch), std::move(take));
    activeCanvas().setFocus();
}

void MapPane::placeDrawing() {
    m_drawing->adjustSize();
    m_drawing->move(std::max(0, (width() - m_drawing->width()) / 2), 8);
    m_drawing->raise();
}

void MapPane::bringIntoSight(gazetteer::UnitIndex unit) {
    m_desk.worker().findUnit(m_desk.activeMap(), unit, ForSight);
}

void MapPane::pickPoint(TakePoint take) {
    m_drawing->cancel();
    endPicking(std::nullopt);
    m_takePoint = std::move(take);
    for (MapCanvas* canvas : m_canvases)
        canvas->setCursor(Qt::CrossCursor);
    m_endPicking = new QShortcut(Qt::Key_Escape, window());
    connect(m_endPicking, &QShortcut::activated, this, [this] { endPicking(std::nullopt); });
    activeCanvas().setFocus();
}

void MapPane::endPicking(std::optional<geometry::Point> lonLat) {
    const TakePoint take = std::exchange(m_takePoint, {});
    if (!take)
        return;
    for (MapCanvas* canvas : m_canvases)
        canvas->unsetCursor();
    std::exchange(m_endPicking, nullptr)->deleteLater();
    take(lonLat);
}

void MapPane::setBoxZoom(bool on) {
    for (MapCanvas* canvas : m_canvases)
        canvas->setBoxZoom(on);
}

void MapPane::setMarkers(const std::vector<Marker>& markers) {
    m_markers = markers;
    showMarkers();
}

void MapPane::setBoxSelect(bool on) {
    for (MapCanvas* canvas : m_canvases)
        canvas->setBoxSelect(on);
}

void MapPane::showBox(const geometry::Box& box) {
    activeCanvas().showBox(box);
}

void MapPane::arrange() {
    const QRect all = rect();
    MapCanvas &first = canvas(0), &second = canvas(1);
    second.setVisible(m_mode != Mode::Single);
    m_handle->setVisible(m_mode == Mode::Swipe);
    second.clearMask();
    if (m_mode == Mode::SideBySide) {
        const int half = (all.width() - 2) / 2;
        first.setGeometry(0, 0, half, all.height());
        second.setGeometry(all.width() - half, 0, half, all.height());
    } else {
        first.setGeometry(all);
        second.setGeometry(all);
        if (m_mode == Mode::Swipe) {
            const int x = static_cast<int>(m_swipe * all.width());
            second.setMask(QRegion(x, 0, all.width() - x, all.height()));
            m_handle->setGeometry(x - handleWidth / 2, 0, handleWidth, all.height());
            second.raise();
            m_handle->raise();
        }
    }
    for (int map = 0; map < mapCount; ++map) {
        QLabel* title = m_titles[static_cast<std::size_t>(map)];
        title->setVisible(m_mode != Mode::Single && !title->text().isEmpty());
        title->setStyleSheet(QStringLiteral("background: %1; color: %2; padding: 3px 8px;")
                                 .arg(map == m_desk.activeMap() ? "#145ac8" : "#f0ffffff")
                                 .arg(map == m_desk.activeMap() ? "white" : "#1c1c1e"));
        title->adjustSize();
        const QRect place = canvas(map).geometry();
        const int x = m_mode == Mode::Swipe && map == 1 ? place.right() - title->width() - 8
                                                        : place.left() + 8;
        title->move(std::max(0, x), 8);
        title->raise();
    }
}

void MapPane::resizeEvent(QResizeEvent*) {
    arrange();
    placeDrawing();
}

bool MapPane::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_handle)
        return QWidget::eventFilter(watched, event);
    const auto moveTo = [this](double share) {
        m_swipe = std::clamp(share, 0.02, 0.98);
        arrange();
    };
    if (event->type() == QEvent::MouseMove) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (mouse->buttons() & Qt::LeftButton)
            moveTo(double(m_handle->x() + mouse->pos().x()) / std::max(1, width()));
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            moveTo(m_swipe + (key == Qt::Key_Left ? -swipeKeyStep : swipeKeyStep));
            return true;
        }
    }
    return false;
}

void MapPane::showFigures(int map) {
    const FiguresPtr& figures = m_desk.figures(map);
    MapCanvas& canvas = this->canvas(map);
    const figures::EvaluatedTheme& evaluated = figures->evaluated;
    if (evaluated.units.empty() || figures->extent.isEmpty()) {
        canvas.setNotice(evaluated.units.empty()
                             ? m_desk.limits().isEmpty()
                                   ? tr("There are no figures for this theme in the workspace.")
                                   : tr("No record of this theme is within the filter.")
                             : tr("No unit of this map has a boundary or a point."));
        return;
    }
    try {
        canvas.setPainter(m_desk.plugins().createPainter(evaluated.theme.painter));
    } catch (const Error& error) {
        canvas.setNotice(viewer::said(error));
        return;
    }
    const figures::PageWords words(evaluated, *figures->contents->gazetteer);
    QString title =
        toQString(words.title()) + QStringLiteral(" · ") + DayEdit::textOf(evaluated.asOf);
    // While two are compared the title stands where a map has its note.
    for (const std::string& note : {words.only(), figures->approximate.units > 0
                                                      ? words.approximateShort(figures->approximate)
                                                      : std::string()})
        if (!note.empty())
            title += QLatin1Char('\n') + toQString(text::capitalize(note));
    m_titles[static_cast<std::size_t>(map)]->setText(title);
    arrange();
    // Another theme or area is gone to; another class count is not.
    const QString shown = pathText(figures->contents->file) +
                          toQString(figures->spec.theme.id + '|' + figures->spec.settings.within);
    const bool isFirst = map == 0 && shown != m_shownTheme;
    if (isFirst) {
        m_shownTheme = shown;
        if (const auto first = std::exchange(m_firstView, std::nullopt))
            canvas.setView(*first);
        else
            canvas.showBox(figures->extent);
    }
    m_desk.worker().requestPicture(map, canvas.pictureRequest());
    canvas.clearOutlines();
    for (const gazetteer::UnitIndex unit : m_desk.selectedUnits())
        m_desk.worker().findUnit(map, unit, ForOutline);
}

void MapPane::showSelection() {
    setPins({});
    for (int map = 0; map < m_desk.shownMaps(); ++map) {
        canvas(map).clearOutlines();
        for (const gazetteer::UnitIndex unit : m_desk.selectedUnits())
            m_desk.worker().findUnit(map, unit, ForOutline);
    }
}

/// Where the records are that a person asked for: a pin in each unit that they name.
void MapPane::showRecordPins() {
    const SnapshotPtr& contents = m_desk.contents();
    std::map<gazetteer::UnitIndex, int> counts;
    for (const std::size_t index : m_desk.selectedRecords().records)
        for (const records::Place& place : (*contents->records)[index].places)
            if (const auto unit = place.status == geocode::Status::Matched
                                      ? contents->gazetteer->find(place.uid)
                                      : gazetteer::noUnit;
                unit != gazetteer::noUnit)
                ++counts[unit];
    std::vector<Marker> pins;
    m_pinned.clear();
    geometry::Box box;
    for (const auto& [unit, count] : counts) {
        const gazetteer::Unit& one = contents->gazetteer->unit(unit);
        if (!one.point || pins.size() >= mostPins)
            continue;
        const geometry::Point at = geometry::toMercator({one.point->lon, one.point->lat});
        QString label = toQString(one.fullName());
        if (count > 1)
            label += QStringLiteral(" (%1)").arg(count);
        pins.push_back({at, label, firstPin + int(m_pinned.size())});
        m_pinned.push_back(unit);
        box.expand(at);
    }
    if (counts.size() > pins.size())
        emit m_desk.said(
            tr("%1 of %2 places are shown with a pin.").arg(pins.size()).arg(counts.size()));
    const bool isAny = !pins.empty();
    setPins(std::move(pins));
    if (isAny) {
        showBox({box.minX - pinMarginM, box.minY - pinMarginM, box.maxX + pinMarginM,
                 box.maxY + pinMarginM});
    }
}

void MapPane::goTo(geometry::Point lonLat, const QString& label) {
    const geometry::Point at = geometry::toMercator(lonLat);
    m_pinned.clear();
    setPins({{at, label, firstPin}});
    const double half = 4000;
    showBox({at.x - half, at.y - half, at.x + half, at.y + half});
}

void MapPane::setPins(std::vector<Marker> pins) {
    m_pins = std::move(pins);
    showMarkers();
}

void MapPane::showMarkers() {
    std::vector<Marker> all = m_markers;
    all.insert(all.end(), m_pins.begin(), m_pins.end());
    for (MapCanvas* canvas : m_canvases)
        canvas->setMarkers(all);
}

void MapPane::showFound(int map, int purpose, const Found& unit) {
    switch (purpose) {
    case ForSelection:
        m_desk.selectUnit(unit.unit, Desk::Zoom::No);
        break;
    case ForOutline:
        if (const auto& units = m_desk.selectedUnits();
            std::find(units.begin(), units.end(), unit.unit) != units.end())
            canvas(map).setOutline(unit.unit, unit.outline);
        break;
    case ForToggle:
        m_desk.toggleUnit(unit.unit);
        break;
    case ForZoom:
        if (unit.box.isEmpty())
            emit m_desk.said(tr("This unit has no boundary and no point on the map."));
        else
            canvas(map).showBox(unit.box);
        break;
    case ForSight:
        if (const MapCanvas& shown = canvas(map);
            !unit.box.isEmpty() && !shown.view().box(shown.size()).meets(unit.box))
            canvas(map).showBox(unit.box);
        break;
    case ForMenu:
        emit menuWanted(unit.unit, m_menuLonLat, m_menuAt);
        break;
    case ForToolTip:
        if (unit.unit == gazetteer::noUnit)
            QToolTip::hideText();
        else
            QToolTip::showText(m_toolTipAt, toolTipOf(map, unit.unit), &canvas(map));
        break;
    default:
        break;
    }
}

QString MapPane::toolTipOf(int map, gazetteer::UnitIndex unit) const {
    const FiguresPtr& figures = m_desk.figures(map);
    if (figures == nullptr)
        return {};
    const figures::EvaluatedTheme& evaluated = figures->evaluated;
    const figures::PageWords words(evaluated, *figures->contents->gazetteer);
    QString text = QStringLiteral("<b>%1</b>")
                       .arg(toQString(figures->contents->gazetteer->describe(unit, evaluated.asOf))
                                .toHtmlEscaped());
    bool hasFigure = false;
    for (const figures::EvaluatedLayer& layer : evaluated.layers)
        for (std::size_t i = 0; i < layer.series.size(); ++i)
            if (const auto cell = layer.series[i].cells.find(unit);
                cell != layer.series[i].cells.end()) {
                const theme::Series& series = layer.layer->series[i];
                const std::string unitWord =
                    figures::unitOf(layer.series[i], series, evaluated.language);
                text += QStringLiteral("<br>%1: <b>%2</b> %3")
                            .arg(toQString(series.label.in(evaluated.language)).toHtmlEscaped(),
                                 toQString(words.value(cell->second.value, cell->second.lowerBound,
                                                       cell->second.approximate)),
                                 toQString(unitWord).toHtmlEscaped());
                if (const auto rate = layer.rates.find(unit); i == 0 && rate != layer.rates.end())
                    text += QStringLiteral(" (%1)").arg(
                        toQString(words.rate(layer, rate->second) + ' ' + layer.rateUnit));
                hasFigure = true;
            }
    if (!hasFigure)
        text += QStringLiteral("<br>") + toQString(words.noData());
    return text;
}

} // namespace terroir::viewer
