#include "plugin/viewer/legend_panel.hpp"

#include "core/base/error.hpp"
#include "plugin/viewer/strings.hpp"

#include <QPainter>

#include <cmath>

namespace terroir::viewer {

namespace {

constexpr int margin = 10;

} // namespace

LegendView::LegendView(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Legend"));
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
    if (m_figures != nullptr && m_painter != nullptr && width() > 4 * margin) {
        map::PageShapes map;
        map.gazetteer = m_figures->contents->gazetteer.get();
        map.shapes.missing = m_figures->missing;
        m_scene = map::composeLegend(m_figures->evaluated, map, m_symbolFactor,
                                     (width() - 2 * margin) * mmPerPixel,
                                     [this](std::string_view text, const map::TextStyle& style) {
                                         return m_painter->measure(text, style);
                                     });
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

void LegendView::resizeEvent(QResizeEvent*) {
    if (width() != m_width)
        layOut();
}

LegendPanel::LegendPanel(Desk& desk, QWidget* parent) : QScrollArea(parent), m_desk(desk) {
    m_view = new LegendView;
    m_view->setObjectName(QStringLiteral("legendView"));
    setWidget(m_view);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(200);
    connect(&desk, &Desk::figuresChanged, this, &LegendPanel::follow);
    connect(&desk, &Desk::activeMapChanged, this, &LegendPanel::follow);
    connect(&desk.worker(), &MapWorker::pictureReady, this,
            [this](int map, const Picture& picture) {
                double& known = m_symbolFactors[static_cast<std::size_t>(map)];
                if (std::exchange(known, picture.symbolFactor) != picture.symbolFactor)
                    follow();
            });
}

void LegendPanel::follow() {
    const int map = m_desk.activeMap();
    const FiguresPtr& figures = m_desk.figures(map);
    if (figures == nullptr)
        return;
    try {
        m_view->show(figures, m_symbolFactors[static_cast<std::size_t>(map)],
                     m_desk.plugins().createPainter(figures->evaluated.theme.painter));
    } catch (const Error&) {
        m_view->show(nullptr, 1, nullptr); // the map says why
    }
}

} // namespace terroir::viewer
