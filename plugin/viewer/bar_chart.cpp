#include "plugin/viewer/bar_chart.hpp"

#include "core/base/number.hpp"
#include "plugin/viewer/strings.hpp"

#include <QFontMetricsF>
#include <QGraphicsSimpleTextItem>
#include <QLocale>
#include <QPalette>
#include <QPen>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSeries>
#include <QtCharts/QBarSet>
#include <QtCharts/QHorizontalBarSeries>
#include <QtCharts/QLegend>
#include <QtCharts/QValueAxis>

#include <algorithm>

namespace terroir::viewer {

namespace {

constexpr double barShare = 0.8; ///< of the room of a category
constexpr double room = 1.12;    ///< beyond the longest bar, for its value
constexpr float gridOpacity = 0.2F;

std::string textOf(const ChartValue& value, Language language) {
    const std::string number = formatNumber(value.value, language);
    return value.lowerBound ? "≥ " + number : value.approximate ? "~ " + number : number;
}

} // namespace

BarChart::BarChart(Language language) : m_language(language) {
    setLocalizeNumbers(true);
    setLocale(language == Language::English ? QLocale(QLocale::English)
                                            : QLocale(QLocale::Vietnamese));
    setMargins(QMargins(4, 4, 4, 4));
    legend()->setAlignment(Qt::AlignTop);
    connect(this, &QChart::plotAreaChanged, this, &BarChart::placeLabels);
}

void BarChart::show(const ChartData& data, Qt::Orientation bars, const QString& valueTitle,
                    const QString& categoryTitle) {
    for (const Label& label : m_labels)
        delete label.item;
    m_labels.clear();
    removeAllSeries();
    for (QAbstractAxis* axis : axes()) {
        removeAxis(axis);
        delete axis;
    }
    m_bars = bars;
    // Horizontal bars are counted from below: the largest one is to stand at the top.
    const bool isUpsideDown = bars == Qt::Horizontal;
    m_series =
        isUpsideDown ? static_cast<QAbstractBarSeries*>(new QHorizontalBarSeries) : new QBarSeries;
    m_series->setBarWidth(barShare);
    const auto count = static_cast<int>(data.categories.size());
    double most = 0;
    for (std::size_t i = 0; i < data.series.size(); ++i) {
        const ChartSeries& series = data.series[isUpsideDown ? data.series.size() - 1 - i : i];
        auto* set = new QBarSet(toQString(series.label));
        QList<qreal> values;
        for (const auto& value : series.values) {
            values.append(value ? value->value : 0);
            most = std::max(most, values.back());
        }
        if (isUpsideDown)
            std::reverse(values.begin(), values.end());
        set->append(values);
        set->setColor(series.colour ? QColor(series.colour->r, series.colour->g, series.colour->b)
                                    : m_palette.color(QPalette::Highlight));
        m_series->append(set);
    }
    addSeries(m_series);
    connect(m_series, &QAbstractBarSeries::clicked, this,
            [=, this](int index) { emit clicked(isUpsideDown ? count - 1 - index : index); });

    QStringList names;
    for (const std::string& name : data.categories)
        names.append(toQString(name));
    if (isUpsideDown)
        std::reverse(names.begin(), names.end());
    auto* categories = new QBarCategoryAxis;
    categories->append(names);
    categories->setTitleText(categoryTitle);
    categories->setGridLineVisible(false);
    auto* numbers = new QValueAxis;
    numbers->setRange(0, most > 0 ? most * room : 1);
    numbers->setLabelFormat(QStringLiteral("%.10g"));
    numbers->setTitleText(valueTitle);
    addAxis(categories, isUpsideDown ? Qt::AlignLeft : Qt::AlignBottom);
    addAxis(numbers, isUpsideDown ? Qt::AlignBottom : Qt::AlignLeft);
    m_series->attachAxis(categories);
    m_series->attachAxis(numbers);
    numbers->applyNiceNumbers();
    legend()->setVisible(!isUpsideDown || data.series.size() > 1);
    legend()->setReverseMarkers(isUpsideDown);

    const int line = static_cast<int>(QFontMetricsF(font()).height());
    const auto bars_ = static_cast<int>(data.series.size());
    m_neededHeight = isUpsideDown
                         ? line * 6 + count * static_cast<int>(bars_ * line * 0.95 / barShare + 2)
                         : line * 14;
    addLabels(data, bars);
    setColours(m_palette);
}

void BarChart::addLabels(const ChartData& data, Qt::Orientation bars) {
    const auto sets = data.series.size(), count = data.categories.size();
    for (std::size_t s = 0; s < sets; ++s)
        for (std::size_t c = 0; c < count; ++c) {
            const std::optional<ChartValue>& value = data.series[s].values[c];
            if (!value)
                continue;
            const bool isUpsideDown = bars == Qt::Horizontal;
            const double set = double(isUpsideDown ? sets - 1 - s : s);
            const double across = double(isUpsideDown ? count - 1 - c : c) - barShare / 2 +
                                  (set + 0.5) * barShare / double(sets);
            Label label;
            label.item = new QGraphicsSimpleTextItem(toQString(textOf(*value, m_language)), this);
            label.item->setFont(font());
            label.item->setZValue(20);
            label.item->setAcceptedMouseButtons(Qt::NoButton);
            label.at = isUpsideDown ? QPointF(value->value, across) : QPointF(across, value->value);
            m_labels.push_back(label);
        }
}

void BarChart::placeLabels() {
    if (m_series == nullptr)
        return;
    for (const Label& label : m_labels) {
        const QPointF end = mapToPosition(label.at, m_series);
        const QRectF box = label.item->boundingRect();
        label.item->setPos(m_bars == Qt::Horizontal
                               ? end + QPointF(4, -box.height() / 2)
                               : end + QPointF(-box.width() / 2, -box.height()));
    }
}

void BarChart::setColours(const QPalette& palette) {
    m_palette = palette;
    const QColor ink = palette.color(QPalette::Text);
    QColor grid = ink;
    grid.setAlphaF(gridOpacity);
    setBackgroundBrush(palette.base());
    setBackgroundPen(Qt::NoPen);
    setBackgroundRoundness(0);
    legend()->setLabelColor(ink);
    legend()->setFont(font());
    for (QAbstractAxis* axis : axes()) {
        axis->setLabelsColor(ink);
        axis->setTitleBrush(ink);
        axis->setLinePen(QPen(ink));
        axis->setGridLinePen(QPen(grid));
        axis->setLabelsFont(font());
        axis->setTitleFont(font());
    }
    if (m_series != nullptr)
        for (QBarSet* set : m_series->barSets())
            set->setPen(QPen(grid));
    for (const Label& label : m_labels)
        label.item->setBrush(ink);
    placeLabels();
}

} // namespace terroir::viewer
