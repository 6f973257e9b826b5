#include "plugin/viewer/legend_panel.hpp"

#include "core/base/error.hpp"
#include "plugin/viewer/day_edit.hpp"
#include "plugin/viewer/legend_edits.hpp"
#include "plugin/viewer/strings.hpp"

#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace terroir::viewer {

namespace {

constexpr int margin = 10;

} // namespace

LegendView::LegendView(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Legend"));
    setMouseTracking(true);
}

void LegendView::show(const FiguresPtr& figures, double symbolFactor,
                      std::shared_ptr<const plugin::Painter> painter) {
    m_figures = figures;
    m_symbolFactor = symbolFactor;
    m_painter = std::move(painter);
    layOut();
}

void LegendView::layOut() {
    m_width = width();
    m_scene = {};
    m_lines.clear();
    if (m_figures != nullptr && m_painter != nullptr && width() > 4 * margin) {
        map::PageShapes map;
        map.gazetteer = m_figures->contents->gazetteer.get();
        map.shapes.missing = m_figures->missing;
        const map::MeasureText measure = [this](std::string_view text,
                                                const map::TextStyle& style) {
            return m_painter->measure(text, style);
        };
        m_scene = map::composeLegend(m_figures->evaluated, map, m_symbolFactor,
                                     (width() - 2 * margin) * mmPerPixel, measure);
        findLines(map, measure);
        // What the picture says, for those who do not see it.
        QStringList texts;
        for (const map::Group& group : m_scene.groups)
            for (const map::Item& item : group.items)
                if (const auto* text = std::get_if<map::TextItem>(&item))
                    texts << toQString(text->text);
        setAccessibleDescription(texts.join(QStringLiteral(", ")));
    }
    setFixedHeight(static_cast<int>(std::ceil(m_scene.heightMm / mmPerPixel)) + 2 * margin);
    update();
}

void LegendView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white); // paper, like the map
    if (m_painter == nullptr || m_scene.groups.empty())
        return;
    painter.translate(margin, margin);
    painter.scale(1 / mmPerPixel, 1 / mmPerPixel);
    m_painter->paint(m_scene, painter);
}

void LegendView::findLines(const map::PageShapes& shapes, const map::MeasureText& measure) {
    const auto toPixels = [](double mm) { return margin + mm / mmPerPixel; };
    for (const map::PlacedEntry& one :
         map::legendEntries(m_figures->evaluated, shapes, m_symbolFactor,
                            (width() - 2 * margin) * mmPerPixel, measure)) {
        const QRectF line(QPointF(toPixels(one.mm.minX), toPixels(one.mm.minY)),
                          QPointF(toPixels(one.mm.maxX), toPixels(one.mm.maxY)));
        m_lines.push_back({one.entry, line, line});
        m_lines.back().sample.setWidth(one.swatchMm / mmPerPixel);
    }
}

const LegendView::Line* LegendView::lineAt(QPointF pixel) const {
    const auto found = std::find_if(m_lines.begin(), m_lines.end(),
                                    [&](const Line& one) { return one.line.contains(pixel); });
    return found == m_lines.end() ? nullptr : &*found;
}

void LegendView::mouseMoveEvent(QMouseEvent* event) {
    const Line* const line = lineAt(event->position());
    const bool isSample = line != nullptr && line->sample.contains(event->position());
    const bool isClass = line != nullptr && line->entry.kind == map::LegendEntry::Kind::Class;
    setCursor(isSample ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setToolTip(isSample  ? tr("Click: another colour")
               : isClass ? tr("Double click: another limit of the class")
                         : QString());
}

void LegendView::mouseReleaseEvent(QMouseEvent* event) {
    const Line* const line = lineAt(event->position());
    if (event->button() == Qt::LeftButton && line != nullptr &&
        line->sample.contains(event->position()))
        emit colourWanted(line->entry);
}

void LegendView::mouseDoubleClickEvent(QMouseEvent* event) {
    const Line* const line = lineAt(event->position());
    if (event->button() == Qt::LeftButton && line != nullptr &&
        !line->sample.contains(event->position()) &&
        line->entry.kind == map::LegendEntry::Kind::Class)
        emit breakWanted(line->entry);
}

void LegendView::resizeEvent(QResizeEvent*) {
    if (width() != m_width)
        layOut();
}

LegendPanel::LegendPanel(Desk& desk, QWidget* parent)
    : QScrollArea(parent), m_desk(desk), m_edits(new LegendEdits(desk, this)) {
    auto* inside = new QWidget;
    auto* layout = new QVBoxLayout(inside);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (int map = 0; map < mapCount; ++map) {
        const auto at = static_cast<std::size_t>(map);
        m_titles[at] = new QLabel(inside);
        m_titles[at]->setObjectName(QStringLiteral("legendTitle%1").arg(map));
        m_titles[at]->setTextFormat(Qt::PlainText);
        m_titles[at]->setWordWrap(true);
        m_titles[at]->setMargin(6);
        m_titles[at]->hide();
        m_views[at] = new LegendView;
        m_views[at]->setObjectName(map == 0 ? QStringLiteral("legendView")
                                            : QStringLiteral("legendView1"));
        m_views[at]->setVisible(map == 0);
        connect(m_views[at], &LegendView::colourWanted, m_edits,
                [this, map](const map::LegendEntry& entry) { m_edits->chooseColour(map, entry); });
        connect(m_views[at], &LegendView::breakWanted, m_edits,
                [this, map](const map::LegendEntry& entry) { m_edits->chooseBreak(map, entry); });
        layout->addWidget(m_titles[at]);
        layout->addWidget(m_views[at]);
    }
    layout->addStretch(1);
    setWidget(inside);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(200);
    connect(&desk, &Desk::figuresChanged, this, &LegendPanel::follow);
    connect(&desk, &Desk::activeMapChanged, this, &LegendPanel::follow);
    connect(&desk, &Desk::shownMapsChanged, this, &LegendPanel::follow);
    connect(&desk.worker(), &MapWorker::pictureReady, this,
            [this](int map, const Picture& picture) {
                double& known = m_symbolFactors[static_cast<std::size_t>(map)];
                if (std::exchange(known, picture.symbolFactor) != picture.symbolFactor)
                    follow();
            });
}

void LegendPanel::follow() {
    for (int map = 0; map < mapCount; ++map)
        followMap(map);
}

void LegendPanel::followMap(int map) {
    const auto at = static_cast<std::size_t>(map);
    const FiguresPtr& figures = m_desk.figures(map);
    const bool isShown = map < m_desk.shownMaps() && figures != nullptr;
    m_views[at]->setVisible(isShown || map == 0);
    m_titles[at]->setVisible(isShown && m_desk.shownMaps() > 1);
    if (!isShown)
        return;
    const figures::PageWords words(figures->evaluated, *figures->contents->gazetteer);
    m_titles[at]->setText(
        tr("Map %1: %2 · %3")
            .arg(map + 1)
            .arg(toQString(words.title()), DayEdit::textOf(figures->evaluated.asOf)));
    const bool isActive = map == m_desk.activeMap();
    m_titles[at]->setStyleSheet(isActive ? QStringLiteral("background: #145ac8; color: white;")
                                         : QStringLiteral("background: #e4e4e2; color: #1c1c1e;"));
    try {
        m_views[at]->show(figures, m_symbolFactors[at],
                          m_desk.plugins().createPainter(figures->evaluated.theme.painter));
    } catch (const Error&) {
        m_views[at]->show(nullptr, 1, nullptr); // the map says why
    }
}

} // namespace terroir::viewer
