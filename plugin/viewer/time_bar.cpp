#include "plugin/viewer/time_bar.hpp"

#include "core/figures/page_words.hpp"
#include "core/figures/theme_years.hpp"
#include "core/theme/choices.hpp"
#include "plugin/viewer/day_edit.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSlider>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QToolButton>

#include <algorithm>
#include <set>

namespace terroir::viewer {

namespace {

/// Resolution 202/2025/QH15: the last day of the districts.
constexpr Date lastDayOfDistricts = Date::of(2025, 6, 30);
enum DayMergeId { MergeDay = 201 };

/// The first stop that is not before the day.
int stopOf(const std::vector<Date>& stops, Date day) {
    const auto found = std::lower_bound(stops.begin(), stops.end(), day);
    return static_cast<int>(std::min<std::ptrdiff_t>(
        found - stops.begin(), static_cast<std::ptrdiff_t>(stops.size()) - 1));
}

} // namespace

/// A slider over days with years below its ticks, as many as there is room for.
class DaySlider final : public QSlider {
public:
    DaySlider(const std::vector<Date>& stops, QWidget* parent)
        : QSlider(Qt::Horizontal, parent), m_stops(stops) {
        setMinimumWidth(120);
    }
    QSize sizeHint() const override {
        const QSize size = QSlider::sizeHint();
        return {size.width(), size.height() + 2 * labelHeight()};
    }
    QSize minimumSizeHint() const override {
        return {QSlider::minimumSizeHint().width(), sizeHint().height()};
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        QSlider::paintEvent(event);
        QStyleOptionSlider option;
        initStyleOption(&option);
        const int handle = style()->pixelMetric(QStyle::PM_SliderLength, &option, this);
        QPainter painter(this);
        painter.setFont(labelFont());
        painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled,
                                       QPalette::WindowText));
        const int top = height() - labelHeight();
        int free = 0; // right of what is written
        for (std::size_t i = 0; i < m_stops.size(); ++i) {
            const Date day = m_stops[i];
            const int x = handle / 2 + QStyle::sliderPositionFromValue(minimum(), maximum(), int(i),
                                                                       width() - handle);
            painter.drawLine(x, top - 4, x, top - 2);
            if (day.month() != 12 || day.day() != 31)
                continue;
            const QString text = QString::number(day.year());
            const int wide = painter.fontMetrics().horizontalAdvance(text);
            if (x - wide / 2 < free || x + wide / 2 > width())
                continue;
            painter.drawText(x - wide / 2, height() - painter.fontMetrics().descent(), text);
            free = x + wide / 2 + painter.fontMetrics().averageCharWidth();
        }
    }

private:
    QFont labelFont() const {
        QFont font = this->font();
        font.setPixelSize(std::max(9, QFontInfo(font).pixelSize() * 3 / 4));
        return font;
    }

    int labelHeight() const { return QFontMetrics(labelFont()).height(); }

    const std::vector<Date>& m_stops;
};

std::vector<Date> TimeBar::stops(Date today) {
    std::set<Date> days{lastDayOfDistricts, lastDayOfDistricts.nextDay(), today};
    for (int year = gazetteer::firstDay.year(); year < today.year(); ++year)
        days.insert(Date::of(year, 12, 31));
    days.erase(days.upper_bound(today), days.end());
    return {days.begin(), days.end()};
}

TimeBar::TimeBar(Desk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_stops(stops(Date::today())) {
    m_slider = new DaySlider(m_stops, this);
    m_slider->setObjectName(QStringLiteral("daySlider"));
    m_slider->setAccessibleName(tr("Day of the administrative units"));
    m_slider->setRange(0, static_cast<int>(m_stops.size()) - 1);
    m_slider->setPageStep(1);
    auto* label = new QLabel(tr("&Units of"), this);
    label->setBuddy(m_slider);
    m_day = named(new DayEdit(this), "day", tr("Day of the administrative units"));
    m_era = new QLabel(this);
    m_era->setObjectName(QStringLiteral("era"));
    m_era->setMinimumWidth(std::max(fontMetrics().horizontalAdvance(tr("with districts")),
                                    fontMetrics().horizontalAdvance(tr("without districts"))));
    m_reset = new QToolButton(this);
    m_reset->setObjectName(QStringLiteral("resetDay"));
    m_reset->setText(tr("Day of the theme"));
    m_reset->setToolTip(tr("The day that the theme was made for"));
    const auto makeYears = [this](const char* name, const QString& what) {
        auto* box = new QComboBox(this);
        box->setObjectName(QLatin1String(name));
        box->setAccessibleName(what);
        box->setToolTip(what);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents); // choices come later
        connect(box, &QComboBox::activated, this, &TimeBar::changeYears);
        return box;
    };
    m_from = makeYears("yearFrom", tr("Figures from this year"));
    m_to = makeYears("yearTo", tr("Figures until this year"));
    auto* years = new QLabel(tr("Fi&gures of"), this);
    years->setBuddy(m_from);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->addWidget(label);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_day);
    layout->addWidget(m_era);
    layout->addWidget(m_reset);
    layout->addSpacing(16);
    layout->addWidget(years);
    layout->addWidget(m_from);
    layout->addWidget(new QLabel(QStringLiteral("–"), this));
    layout->addWidget(m_to);

    connect(m_slider, &QSlider::valueChanged, this, [this](int stop) {
        const Date day = m_stops[static_cast<std::size_t>(stop)];
        showDay(day);
        change(
            tr("Units of another day"), [&](MapSpec& spec) { spec.settings.asOf = day; }, MergeDay);
    });
    connect(m_day, &DayEdit::dayChosen, this, [this](Date day) {
        change(
            tr("Units of another day"), [&](MapSpec& spec) { spec.settings.asOf = day; }, 0);
    });
    connect(m_day, &DayEdit::refused, &desk, &Desk::said);
    connect(m_reset, &QToolButton::clicked, this, [this] {
        change(
            tr("Day of the theme"), [](MapSpec& spec) { spec.settings.asOf.reset(); }, 0);
    });
    connect(&desk, &Desk::specChanged, this, &TimeBar::follow);
    connect(&desk, &Desk::figuresChanged, this, &TimeBar::follow);
    connect(&desk, &Desk::activeMapChanged, this, &TimeBar::follow);
    follow();
}

void TimeBar::change(const QString& what, const std::function<void(MapSpec&)>& set, int mergeId) {
    const int map = m_desk.activeMap();
    if (m_isFollowing || !m_desk.hasSpec(map))
        return;
    MapSpec spec = m_desk.spec(map);
    set(spec);
    m_desk.change(map, spec, what, mergeId);
}

void TimeBar::showDay(Date day) {
    m_day->setDay(day);
    m_era->setText(day <= lastDayOfDistricts ? tr("with districts") : tr("without districts"));
    m_slider->setToolTip(tr("The units of %1. Drag to go through the years; a day of your own is "
                            "typed beside it.")
                             .arg(m_day->text()));
}

void TimeBar::follow() {
    const int map = m_desk.activeMap();
    setEnabled(m_desk.hasSpec(map));
    if (!m_desk.hasSpec(map))
        return;
    m_isFollowing = true;
    const MapSpec& spec = m_desk.spec(map);
    const Date day = spec.settings.asOf.value_or(spec.theme.asOf.value_or(Date::today()));
    m_slider->setValue(stopOf(m_stops, day));
    showDay(day);
    m_reset->setEnabled(spec.settings.asOf.has_value());
    followYears(spec);
    m_isFollowing = false;
}

void TimeBar::followYears(const MapSpec& spec) {
    const SnapshotPtr& contents = m_desk.contents();
    const LocalText why = theme::whyNot(drawnTheme(spec), theme::Setting::Years);
    std::vector<int> years;
    if (contents != nullptr)
        years = figures::yearsOf(spec.theme, *contents->records, *contents->sources);
    for (QComboBox* box : {m_from, m_to}) {
        box->clear();
        for (const theme::Option& choice : theme::yearChoices(years))
            box->addItem(said(choice.name), toQString(choice.id));
        box->setEnabled(!years.empty() && why.vi.empty());
        box->setToolTip(why.vi.empty() ? box->accessibleName() : plainToolTip(said(why)));
    }
    if (!spec.settings.period)
        return;
    const auto select = [](QComboBox* box, Date day) {
        box->setCurrentIndex(std::max(0, box->findData(QString::number(day.year()))));
    };
    select(m_from, spec.settings.period->from);
    select(m_to, spec.settings.period->to.previousDay());
}

void TimeBar::changeYears() {
    const int from = m_from->currentData().toInt(), to = m_to->currentData().toInt();
    // One of them alone means that year.
    const auto [low, high] = std::minmax({from == 0 ? to : from, to == 0 ? from : to});
    const auto* changed = qobject_cast<QComboBox*>(sender());
    const bool isReset = low == 0 || (changed != nullptr && changed->currentData().toInt() == 0);
    change(
        tr("Years of the figures"),
        [&, low = low, high = high](MapSpec& spec) {
            spec.settings.period.reset();
            if (!isReset)
                spec.settings.period = Period{Date::of(low, 1, 1), Date::of(high + 1, 1, 1)};
        },
        0);
}

} // namespace terroir::viewer
