#include "plugin/viewer/map_pane.hpp"

#include "core/base/day_words.hpp"
#include "core/base/error.hpp"
#include "core/figures/page_words.hpp"
#include "core/geometry/mercator.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QShortcut>
#include <QToolTip>

#include <algorithm>
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

} // namespace

MapPane::MapPane(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk) {
    for (int map = 0; map < mapCount; ++map)
        wire(map);
    m_handle = new SwipeHandle(this);
    m_handle->installEventFilter(this);
    connect(&desk.worker(), &MapWorker::pictureReady, this,
            [this](int map, const Picture& picture) {
                canvas(map).setPicture(picture);
                emit pictureShown(map);
            });
    connect(&desk.worker(), &MapWorker::found, this, &MapPane::showFound);
    connect(&desk, &Desk::figuresChanged, this, &MapPane::showFigures);
    connect(&desk, &Desk::figuresFailed, this,
            [this](int map, const QString& sentence) { canvas(map).setNotice(sentence); });
    connect(&desk, &Desk::selectionChanged, this, [this] {
        for (int map = 0; map < m_desk.shownMaps(); ++map) {
            canvas(map).setOutline({});
            if (m_desk.selectedUnit() != gazetteer::noUnit)
                m_desk.worker().findUnit(map, m_desk.selectedUnit(), ForOutline);
        }
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
    connect(canvas, &MapCanvas::markerClicked, this, &MapPane::markerClicked);
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

void MapPane::pickPoint(TakePoint take) {
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
    for (MapCanvas* canvas : m_canvases)
        canvas->setMarkers(markers);
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
                             ? tr("There are no figures for this theme in the workspace.")
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
    m_titles[static_cast<std::size_t>(map)]->setText(
        toQString(words.title()) + QStringLiteral(" · ") +
        toQString(dateInWords(evaluated.asOf.toString(), evaluated.language)));
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
    if (m_desk.selectedUnit() != gazetteer::noUnit)
        m_desk.worker().findUnit(map, m_desk.selectedUnit(), ForOutline);
}

void MapPane::showFound(int map, int purpose, const Found& unit) {
    switch (purpose) {
    case ForSelection:
        m_desk.selectUnit(unit.unit, Desk::Zoom::No);
        break;
    case ForOutline:
        if (unit.unit == m_desk.selectedUnit())
            canvas(map).setOutline(unit.outline);
        break;
    case ForZoom:
        if (unit.box.isEmpty())
            emit m_desk.said(tr("This unit has no boundary and no point on the map."));
        else
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
