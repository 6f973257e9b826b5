#include "plugin/viewer/theme_panel.hpp"

#include "core/base/error.hpp"
#include "core/figures/theme_years.hpp"
#include "core/theme/choices.hpp"
#include "plugin/viewer/save_theme_dialog.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPainter>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace terroir::viewer {

using theme::Setting;

namespace {

constexpr int swatches = 6;
enum MergeId { MergeClasses = 101 };

QIcon iconOf(const theme::Palette& palette) {
    constexpr int width = 60, height = 14;
    QPixmap pixmap(width, height);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const std::vector<Colour> colours = theme::sample(palette, swatches);
    for (int i = 0; i < swatches; ++i) {
        const Colour& colour = colours[static_cast<std::size_t>(i)];
        painter.fillRect(i * width / swatches, 0, width / swatches, height,
                         QColor(colour.r, colour.g, colour.b));
    }
    return pixmap;
}

void select(QComboBox* box, const QString& id) {
    box->setCurrentIndex(std::max(0, box->findData(id)));
}

std::string idOf(const QComboBox* box) {
    return box->currentData().toString().toStdString();
}

void fill(QComboBox* box, const std::vector<theme::Option>& options, Language language) {
    box->clear();
    for (const theme::Option& option : options) {
        box->addItem(toQString(option.name.in(language)), toQString(option.id));
        if (!option.meaning.vi.empty())
            box->setItemData(box->count() - 1, plainToolTip(toQString(option.meaning.in(language))),
                             Qt::ToolTipRole);
    }
}

} // namespace

ThemePanel::ThemePanel(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk) {
    m_model = new ThemeListModel(desk, this);
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("themes"));
    m_list->setAccessibleName(tr("Themes"));
    m_list->setModel(m_model);
    m_list->setWordWrap(true);
    m_list->setResizeMode(QListView::Adjust);
    m_layers = new QListWidget(this);
    m_layers->setObjectName(QStringLiteral("layers"));
    m_layers->setAccessibleName(tr("Layers of the theme"));
    makeChoices();

    auto* choices = new QFormLayout;
    choices->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    choices->addRow(tr("&Area"), m_area);
    choices->addRow(tr("&Level"), m_level);
    choices->addRow(tr("&Method"), m_method);
    choices->addRow(tr("&Classes"), m_classes);
    choices->addRow(tr("&Palette"), m_palette);
    choices->addRow(tr("Pe&r"), m_per);
    choices->addRow(tr("Drawn as"), m_drawAs);
    choices->addRow(tr("Change"), m_change);
    choices->addRow(tr("Pai&nter"), m_painter);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(m_reset);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_list, 3);
    layout->addWidget(m_layers, 1);
    layout->addLayout(choices);
    layout->addLayout(buttons);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (!m_isFollowing && index.isValid())
                    m_desk.showTheme(m_desk.activeMap(), m_model->theme(index.row()).id);
            });
    connect(&desk, &Desk::specChanged, this, &ThemePanel::follow);
    connect(&desk, &Desk::activeMapChanged, this, &ThemePanel::follow);
    connect(&desk, &Desk::themesChanged, this, &ThemePanel::follow);
    connect(&desk, &Desk::figuresChanged, this, &ThemePanel::follow);
    connect(&desk, &Desk::selectionChanged, this, &ThemePanel::follow);
    follow();
}

void ThemePanel::makeChoices() {
    const Language language = m_desk.language();
    const auto makeBox = [this](const char* name, const QString& what) {
        auto* box = new QComboBox(this);
        box->setObjectName(QLatin1String(name));
        box->setAccessibleName(what);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
        return box;
    };
    m_method = makeBox("method", tr("How classes are cut"));
    m_palette = makeBox("palette", tr("Colours of the classes"));
    m_palette->setIconSize({60, 14});
    m_classes = new QSpinBox(this);
    m_classes->setObjectName(QStringLiteral("classes"));
    m_classes->setAccessibleName(tr("Number of classes"));
    m_classes->setRange(1, static_cast<int>(theme::maxClasses));
    m_per = makeBox("per", tr("What the figures are divided by"));
    m_level = makeBox("level", tr("Level of the units"));
    m_area = makeBox("area", tr("Area of the map"));
    m_drawAs = makeBox("drawAs", tr("Symbols of the figures"));
    m_change = makeBox("change", tr("Change between two years or days"));
    m_change->setEditable(true);
    m_change->setInsertPolicy(QComboBox::NoInsert);
    for (const auto& [box, setting] :
         {std::pair(m_method, Setting::Method), std::pair(m_palette, Setting::Palette),
          std::pair(m_per, Setting::Per), std::pair(m_level, Setting::Level),
          std::pair(m_drawAs, Setting::DrawAs)})
        fill(box, theme::choicesOf(setting), language);
    for (int i = 1; i < m_palette->count(); ++i)
        m_palette->setItemIcon(
            i, iconOf(theme::findPalette(m_palette->itemData(i).toString().toStdString())));
    m_painter = makeBox("painter", tr("How the map is painted"));
    for (const paint::LoadedPlugin& loaded : m_desk.plugins().plugins())
        for (const plugin::PainterInfo& info : loaded.painters)
            m_painter->addItem(language == Language::English ? info.nameEn : info.nameVi, info.id);
    m_save = new QToolButton(this);
    m_save->setObjectName(QStringLiteral("saveTheme"));
    m_save->setText(tr("&Save as own theme…"));
    m_save->setToolTip(tr("Keep the map as it is now, in the list of themes"));
    m_painter->setToolTip(tr("How the map is painted"));
    m_layers->setToolTip(tr("Which layers of the theme are shown"));
    m_list->setToolTip(tr("What the map shows"));
    m_reset = new QToolButton(this);
    m_reset->setObjectName(QStringLiteral("resetTheme"));
    m_reset->setText(tr("Rese&t"));
    m_reset->setToolTip(tr("The theme as it was saved"));
    connectChoices();
}

void ThemePanel::connectChoices() {
    connectBox(m_method, Setting::Method, tr("Method"));
    connectBox(m_palette, Setting::Palette, tr("Palette"));
    connectBox(m_per, Setting::Per, tr("Per"));
    connectBox(m_level, Setting::Level, tr("Level"));
    connectBox(m_area, Setting::Within, tr("Area"));
    connectBox(m_drawAs, Setting::DrawAs, tr("Drawn as"));
    connectBox(m_change, Setting::Change, tr("Change between two times"));
    connect(m_change->lineEdit(), &QLineEdit::editingFinished, this, &ThemePanel::takeTypedChange);
    connect(m_classes, &QSpinBox::valueChanged, this, [this](int count) {
        change(
            tr("Classes"),
            [&](MapSpec& spec) {
                theme::pick(spec.settings, spec.theme, Setting::Classes, std::to_string(count));
            },
            MergeClasses);
    });
    connect(m_painter, &QComboBox::activated, this, [this] {
        change(tr("Painter"), [&](MapSpec& spec) { spec.theme.painter = idOf(m_painter); });
    });
    connect(m_layers, &QListWidget::itemChanged, this, [this] {
        change(tr("Layers"), [&](MapSpec& spec) {
            spec.hiddenLayers.clear();
            for (int row = 0; row < m_layers->count(); ++row)
                if (m_layers->item(row)->checkState() == Qt::Unchecked)
                    spec.hiddenLayers.insert(static_cast<std::size_t>(row));
        });
    });
    connect(m_save, &QToolButton::clicked, this, &ThemePanel::saveAs);
    connect(m_reset, &QToolButton::clicked, this, &ThemePanel::reset);
}

void ThemePanel::connectBox(QComboBox* box, Setting setting, const QString& what) {
    connect(box, &QComboBox::activated, this, [this, box, setting, what] {
        change(what,
               [&](MapSpec& spec) { theme::pick(spec.settings, spec.theme, setting, idOf(box)); });
    });
}

/// "2020,2024", "31/12/2020,31/12/2024": what is none is said and goes.
void ThemePanel::takeTypedChange() {
    const int map = m_desk.activeMap();
    const QString text = m_change->currentText().trimmed();
    if (m_isFollowing || !m_desk.hasSpec(map) || m_change->findText(text) >= 0)
        return;
    theme::Settings typed;
    try {
        theme::require(typed, Setting::Change, text.toStdString(),
                       tr("Change between two times").toStdString());
    } catch (const UsageError& error) {
        emit m_desk.said(viewer::said(error));
        return follow();
    }
    change(tr("Change between two times"), [&](MapSpec& spec) {
        theme::pick(spec.settings, spec.theme, Setting::Change,
                    theme::textOf(typed, Setting::Change));
    });
}

void ThemePanel::change(const QString& what, const std::function<void(MapSpec&)>& set,
                        int mergeId) {
    const int map = m_desk.activeMap();
    if (m_isFollowing || !m_desk.hasSpec(map))
        return;
    MapSpec spec = m_desk.spec(map);
    set(spec);
    m_desk.change(map, spec, what, mergeId);
}

void ThemePanel::follow() {
    const int map = m_desk.activeMap();
    const bool hasSpec = m_desk.hasSpec(map);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_layers, m_method, m_palette, m_classes, m_per, m_level,
                                         m_area, m_painter, m_drawAs, m_change, m_save, m_reset})
        widget->setEnabled(hasSpec);
    if (!hasSpec)
        return;
    m_isFollowing = true;
    const MapSpec& spec = m_desk.spec(map);
    const int row = m_model->rowOf(spec.theme.id);
    m_list->setCurrentIndex(m_model->index(row));
    followLayers(spec);
    followAreas(spec);
    followChoices(spec);
    followDrawing(spec);
    m_isFollowing = false;
}

QString ThemePanel::tipOf(Setting setting) {
    switch (setting) {
    case Setting::Method:
        return tr("How the figures are cut into classes");
    case Setting::Palette:
        return tr("Colours of the classes, light to dark");
    case Setting::Classes:
        return tr("How many classes the figures are cut into");
    case Setting::Per:
        return tr("Relate the figures to the area, the people or the total");
    case Setting::Level:
        return tr("Whether the figures are of provinces, districts or communes");
    case Setting::DrawAs:
        return tr("Circles, pies or bars instead of the theme's symbols");
    case Setting::Change:
        return tr("How the figures changed: two years, or two days such as "
                  "31/12/2020,31/12/2024");
    default:
        return {};
    }
}

void ThemePanel::followChoices(const MapSpec& spec) {
    const theme::Theme drawn = drawnTheme(spec);
    const auto show = [&](QWidget* widget, Setting setting) {
        showWhether(widget, theme::whyNot(drawn, setting), setting);
        if (auto* box = qobject_cast<QComboBox*>(widget))
            select(box, toQString(theme::textOf(spec.settings, setting)));
    };
    show(m_method, Setting::Method);
    show(m_palette, Setting::Palette);
    show(m_classes, Setting::Classes);
    show(m_per, Setting::Per);
    show(m_level, Setting::Level);
    select(m_painter, toQString(spec.theme.painter));
    std::size_t classes = 0;
    if (spec.settings.classes) {
        classes = *spec.settings.classes;
    } else if (const FiguresPtr figures = m_desk.activeFigures()) {
        for (const figures::EvaluatedLayer& layer : figures->evaluated.layers)
            if (layer.breaks.count() > 0)
                classes = layer.breaks.count();
    }
    m_classes->setValue(
        std::clamp(static_cast<int>(classes), 1, static_cast<int>(theme::maxClasses)));
    m_reset->setEnabled(spec.settings != m_desk.fresh(spec.theme).settings ||
                        !spec.hiddenLayers.empty());
}

void ThemePanel::showWhether(QWidget* widget, const LocalText& whyNot, Setting setting) const {
    widget->setEnabled(whyNot.vi.empty());
    widget->setToolTip(
        plainToolTip(whyNot.vi.empty() ? tipOf(setting) : toQString(whyNot.in(m_desk.language()))));
}

/// Symbols that cannot be drawn say why.
void ThemePanel::followDrawing(const MapSpec& spec) {
    const theme::Theme theme = shownTheme(spec);
    const Language language = m_desk.language();
    showWhether(m_drawAs, theme::whyNot(theme, Setting::DrawAs), Setting::DrawAs);
    auto* items = qobject_cast<QStandardItemModel*>(m_drawAs->model());
    for (int i = 1; i < m_drawAs->count(); ++i) {
        const auto type = theme::parseDrawnAs(m_drawAs->itemData(i).toString().toStdString());
        const QString why = toQString(theme::whyNotDrawnAs(theme, *type).in(language));
        items->item(i)->setEnabled(why.isEmpty());
        items->item(i)->setToolTip(plainToolTip(why));
    }
    select(m_drawAs, toQString(theme::textOf(spec.settings, Setting::DrawAs)));
    showWhether(m_change, theme::whyNot(theme, Setting::Change), Setting::Change);
    if (const SnapshotPtr& contents = m_desk.contents();
        contents != nullptr && (m_years.contents != contents || m_years.theme != spec.theme))
        m_years = {contents, spec.theme,
                   figures::yearsOf(spec.theme, *contents->records, *contents->sources)};
    fill(m_change, theme::changeChoices(m_years.years), language);
    const QString chosen = toQString(theme::textOf(spec.settings, Setting::Change));
    if (m_change->findData(chosen) < 0)
        m_change->addItem(chosen, chosen);
    select(m_change, chosen);
}

void ThemePanel::followLayers(const MapSpec& spec) {
    m_layers->clear();
    for (std::size_t i = 0; i < spec.theme.layers.size(); ++i) {
        const theme::Layer& layer = spec.theme.layers[i];
        auto* item = new QListWidgetItem(toQString(layer.label.in(m_desk.language())), m_layers);
        const bool isHidden = spec.hiddenLayers.contains(i);
        item->setCheckState(isHidden ? Qt::Unchecked : Qt::Checked);
        // One layer stays: a map of nothing says nothing.
        const bool isLast = !isHidden && spec.hiddenLayers.size() + 1 == spec.theme.layers.size();
        item->setFlags(isLast ? Qt::ItemIsSelectable
                              : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    }
    const int rows = std::clamp(m_layers->count(), 1, 4);
    m_layers->setMaximumHeight(rows * m_layers->sizeHintForRow(0) + 2 * m_layers->frameWidth() + 4);
    m_layers->setVisible(spec.theme.layers.size() > 1);
}

void ThemePanel::followAreas(const MapSpec& spec) {
    const SnapshotPtr& contents = m_desk.contents();
    const gazetteer::Gazetteer* gazetteer =
        contents == nullptr ? nullptr : contents->gazetteer.get();
    fill(m_area, theme::areaChoices(&spec.theme, gazetteer, offeredAreas(spec)), m_desk.language());
    const QString chosen = toQString(spec.settings.within);
    if (m_area->findData(chosen) < 0)
        m_area->addItem(chosen, chosen);
    select(m_area, chosen);
    // The name with its parents, which is too long for the box.
    m_area->setToolTip(
        plainToolTip(m_area->currentIndex() == 0 && spec.theme.within != theme::Settings::country
                         ? toQString(spec.theme.within)
                         : m_area->currentText()));
}

/// What was chosen, and the selected unit with all that hold it.
std::vector<gazetteer::UnitIndex> ThemePanel::offeredAreas(const MapSpec& spec) const {
    std::vector<gazetteer::UnitIndex> units;
    if (m_desk.contents() == nullptr)
        return units;
    const gazetteer::Gazetteer& gazetteer = *m_desk.contents()->gazetteer;
    const auto add = [&](gazetteer::UnitIndex unit) {
        if (unit != gazetteer::noUnit && std::find(units.begin(), units.end(), unit) == units.end())
            units.push_back(unit);
    };
    if (!spec.settings.within.empty())
        add(gazetteer.find(spec.settings.within));
    for (gazetteer::UnitIndex unit = m_desk.selectedUnit(); unit != gazetteer::noUnit;
         unit = gazetteer.unit(unit).parent)
        add(unit);
    return units;
}

void ThemePanel::saveAs() {
    const MapSpec& spec = m_desk.spec(m_desk.activeMap());
    try {
        SaveThemeDialog dialog(m_desk, spec, this);
        dialog.exec();
    } catch (const UsageError& error) { // what is set does not fit the theme
        emit m_desk.said(viewer::said(error));
    }
}

void ThemePanel::reset() {
    const int map = m_desk.activeMap();
    // As it was saved, if it is one of the list; else as it was opened, without what was set.
    const theme::Theme& shown = m_desk.spec(map).theme;
    const int row = m_model->rowOf(shown.id);
    m_desk.change(map, m_desk.fresh(row < 0 ? shown : m_model->theme(row)), tr("Reset"));
}

} // namespace terroir::viewer
