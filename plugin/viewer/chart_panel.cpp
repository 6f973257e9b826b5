#include "plugin/viewer/chart_panel.hpp"

#include "core/base/number.hpp"
#include "core/base/output_file.hpp"
#include "plugin/viewer/bar_chart.hpp"
#include "plugin/viewer/later.hpp"
#include "plugin/viewer/strings.hpp"

#include <QBuffer>
#include <QButtonGroup>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QSvgGenerator>
#include <QToolButton>
#include <QtCharts/QChartView>

#include <algorithm>

namespace terroir::viewer {

namespace {

constexpr std::size_t maxUnits = 20;

} // namespace

ChartPanel::ChartPanel(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk) {
    setObjectName(QStringLiteral("chart"));
    makeWidgets();
    connect(&desk, &Desk::contentsChanged, this, &ChartPanel::follow);
    connect(&desk, &Desk::figuresChanged, this, &ChartPanel::follow);
    connect(&desk, &Desk::activeMapChanged, this, &ChartPanel::follow);
    follow();
}

void ChartPanel::makeWidgets() {
    const auto makeSwitch = [this](const char* name, const QString& text, By by) {
        auto* button = new QToolButton(this);
        button->setObjectName(QLatin1String(name));
        button->setText(text);
        button->setCheckable(true);
        button->setChecked(by == m_by);
        button->setToolTip(by == By::Unit ? tr("A bar for each unit, the largest first")
                                          : tr("A bar for each year of the figures"));
        connect(button, &QToolButton::clicked, this, [this, by] { setBy(by); });
        return button;
    };
    m_byUnit = makeSwitch("chartByUnit", tr("&By unit"), By::Unit);
    m_byYear = makeSwitch("chartByYear", tr("By &year"), By::Year);
    auto* group = new QButtonGroup(this);
    group->addButton(m_byUnit);
    group->addButton(m_byYear);
    m_measure = new QComboBox(this);
    m_measure->setObjectName(QStringLiteral("chartMeasure"));
    m_measure->setAccessibleName(tr("Unit of measure"));
    m_measure->setToolTip(tr("Figures of different units of measure have a chart each"));
    connect(m_measure, &QComboBox::activated, this, &ChartPanel::ask);
    auto* picture = new QToolButton(this);
    picture->setObjectName(QStringLiteral("chartPicture"));
    picture->setText(tr("P&icture"));
    picture->setToolTip(tr("Copy the chart or save it as a picture"));
    picture->setPopupMode(QToolButton::InstantPopup);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(4, 4, 4, 0);
    line->addWidget(m_byUnit);
    line->addWidget(m_byYear);
    line->addWidget(m_measure);
    line->addStretch(1);
    line->addWidget(picture);

    m_chart = new BarChart(m_desk.language());
    m_chart->setFont(font());
    m_chart->setColours(palette());
    connect(m_chart, &BarChart::clicked, this, [this](int category) {
        const auto at = static_cast<std::size_t>(category);
        if (at < m_data.units.size())
            m_desk.selectUnit(m_data.units[at], Desk::Zoom::No);
    });
    m_scroll = new QScrollArea(this);
    m_view = new QChartView(m_chart, m_scroll);
    m_view->setObjectName(QStringLiteral("chartView"));
    m_view->setAccessibleName(tr("Chart"));
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Chart"));
    m_scroll->setWidget(m_view);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_note = new QLabel(this);
    m_note->setObjectName(QStringLiteral("chartNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_note->setMargin(4);
    m_notice = new QLabel(this);
    m_notice->setObjectName(QStringLiteral("chartNotice"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setAlignment(Qt::AlignCenter);
    m_notice->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_notice, 1);
    layout->addWidget(m_note);
    makeMenu(picture);
}

void ChartPanel::makeMenu(QToolButton* button) {
    auto* menu = new QMenu(button);
    menu->addAction(tr("&Copy"), this, [this] {
        QGuiApplication::clipboard()->setImage(
            QImage::fromData(this->picture(QStringLiteral("png"))));
    });
    menu->addAction(tr("Save as P&NG…"), this, [this] { save(QStringLiteral("png")); });
    menu->addAction(tr("Save as S&VG…"), this, [this] { save(QStringLiteral("svg")); });
    button->setMenu(menu);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->addActions(menu->actions());
}

void ChartPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    follow();
}

void ChartPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_chart != nullptr)
        m_chart->setColours(palette());
}

void ChartPanel::setBy(By by) {
    m_by = by;
    (by == By::Unit ? m_byUnit : m_byYear)->setChecked(true);
    ask();
}

/// A panel that nobody sees makes no chart.
void ChartPanel::follow() {
    const FiguresPtr figures = m_desk.activeFigures();
    if (figures == nullptr) {
        m_asked.reset();
        m_data = {};
        setNotice(m_desk.contents() == nullptr
                      ? tr("No workspace is open. Open one or make a new one in the menu File.")
                      : QString());
        return;
    }
    if (figures == m_asked || !isVisible())
        return;
    m_asked = figures;
    const QString chosen = m_measure->currentData().toString();
    m_measure->clear();
    for (const std::string& measure : measuresOf(*figures))
        m_measure->addItem(measure.empty() ? tr("number") : toQString(measure), toQString(measure));
    m_measure->setCurrentIndex(std::max(0, m_measure->findData(chosen)));
    m_measure->setVisible(m_measure->count() > 1);
    ask();
}

void ChartPanel::ask() {
    if (m_asked == nullptr)
        return;
    const std::string measure = m_measure->currentData().toString().toStdString();
    runLater(
        m_desk, this,
        [figures = m_asked, by = m_by, measure](workspace::Workspace&) {
            return by == By::Unit ? chartByUnit(*figures, measure, maxUnits)
                                  : chartByYear(*figures, measure);
        },
        [this, figures = m_asked, by = m_by, request = ++m_request](ChartData data) {
            if (figures == m_asked && request == m_request)
                take(std::move(data), by);
        });
}

void ChartPanel::take(ChartData data, By by) {
    m_data = std::move(data);
    if (m_data.categories.empty()) {
        setNotice(by == By::Year && m_data.withoutYear > 0
                      ? tr("No record of this theme has a year.")
                      : tr("There are no figures to draw: this theme has none for single units of "
                           "the map. Choose another theme, area or level."));
        emit shown();
        return;
    }
    setNotice({});
    m_chart->show(m_data, by == By::Unit ? Qt::Horizontal : Qt::Vertical, valueTitle(m_data),
                  by == By::Unit ? QString() : tr("Year"));
    m_view->setMinimumHeight(m_chart->neededHeight());
    const QString note = noteOf(m_data);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    emit shown();
}

void ChartPanel::setNotice(const QString& notice) {
    const bool hasChart = notice.isEmpty() && !m_data.categories.empty();
    m_notice->setText(notice);
    m_notice->setVisible(!hasChart);
    m_scroll->setVisible(hasChart);
    m_note->setVisible(hasChart);
}

QString ChartPanel::withMeasure(double value, const std::string& measure) const {
    return toQString(formatNumber(value, m_desk.language()) +
                     (measure.empty() ? "" : " " + measure));
}

QString ChartPanel::noteOf(const ChartData& data) const {
    QStringList sentences;
    if (data.leftOutUnits > 0)
        sentences.append(tr("The %1 largest; %n more unit(s) with %2 in all are left out.", nullptr,
                            int(data.leftOutUnits))
                             .arg(data.units.size())
                             .arg(withMeasure(data.leftOut, data.measure)));
    if (data.notAttributed > 0)
        sentences.append(tr("Not attributed to a single unit and not in the chart: %1.")
                             .arg(withMeasure(data.notAttributed, data.measure)));
    if (data.units.empty())
        sentences.append(tr("A year without a bar has no data."));
    if (data.severalYears > 0)
        sentences.append(tr("%n value(s) over several years stand at the last one.", nullptr,
                            int(data.severalYears)));
    if (data.withoutYear > 0)
        sentences.append(
            tr("%n record(s) without a year are left out.", nullptr, int(data.withoutYear)));
    return sentences.join(QLatin1Char(' '));
}

QString ChartPanel::valueTitle(const ChartData& data) const {
    const figures::EvaluatedTheme& evaluated = m_asked->evaluated;
    const QString what =
        toQString(data.series.size() == 1 ? data.series.front().label
                                          : evaluated.theme.title.in(evaluated.language));
    return data.measure.empty() ? what
                                : QStringLiteral("%1 (%2)").arg(what, toQString(data.measure));
}

QByteArray ChartPanel::picture(const QString& format) const {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (format == QLatin1String("svg")) {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setSize(m_view->size());
        generator.setViewBox(QRect(QPoint(), m_view->size()));
        generator.setTitle(
            toQString(m_asked->evaluated.theme.title.in(m_asked->evaluated.language)));
        QPainter painter(&generator);
        m_view->render(&painter);
        painter.end();
    } else {
        m_view->grab().save(&buffer, "PNG");
    }
    return buffer.data();
}

void ChartPanel::save(const QString& format) {
    if (m_data.categories.empty())
        return;
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Save the chart"),
        toQString(m_asked->evaluated.theme.id) + QLatin1Char('.') + format,
        QStringLiteral("%1 (*.%2)").arg(format.toUpper(), format));
    if (file.isEmpty())
        return;
    m_desk.jobs().start(
        tr("Save the chart"),
        [bytes = picture(format), path = toPath(file)](const Progress&) {
            OutputFile(path, Overwrite::Allow)
                .write({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        },
        [&desk = m_desk, file](const QString& failure) {
            emit desk.said(failure.isEmpty() ? tr("The chart is in '%1'.").arg(file) : failure);
        });
}

} // namespace terroir::viewer
