#include "plugin/viewer/theme_panel.hpp"

#include "core/classify/classify.hpp"
#include "plugin/viewer/save_theme_dialog.hpp"
#include "plugin/viewer/strings.hpp"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QPainter>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace terroir::viewer {

namespace {

constexpr int mostClasses = 12;
constexpr int swatches = 6;
enum MergeId { MergeClasses = 101 };

QIcon iconOf(const theme::Palette& palette) {
    constexpr int width = 60, height = 14;
    QPixmap pixmap(width, height);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const std::vector<theme::Colour> colours = theme::sample(palette, swatches);
    for (int i = 0; i < swatches; ++i) {
        const theme::Colour& colour = colours[static_cast<std::size_t>(i)];
        painter.fillRect(i * width / swatches, 0, width / swatches, height,
                         QColor(colour.r, colour.g, colour.b));
    }
    return pixmap;
}

/// Whether the theme has a layer whose classes can be changed.
bool hasClasses(const theme::Theme& theme) {
    return std::any_of(theme.layers.begin(), theme.layers.end(), [](const theme::Layer& layer) {
        return layer.type == theme::LayerType::Choropleth;
    });
}

void select(QComboBox* box, const QString& id) {
    box->setCurrentIndex(std::max(0, box->findData(id)));
}

QString capitalized(QString text) {
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

ThemePanel::ThemePanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench) {
    m_model = new ThemeListModel(workbench, this);
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
                    m_workbench.showTheme(m_workbench.activeMap(), m_model->theme(index.row()).id);
            });
    connect(&workbench, &Workbench::specChanged, this, &ThemePanel::follow);
    connect(&workbench, &Workbench::activeMapChanged, this, &ThemePanel::follow);
    connect(&workbench, &Workbench::themesChanged, this, &ThemePanel::follow);
    connect(&workbench, &Workbench::figuresChanged, this, &ThemePanel::follow);
    connect(&workbench, &Workbench::selectionChanged, this, &ThemePanel::follow);
    follow();
}

void ThemePanel::makeChoices() {
    const Language language = m_workbench.language();
    const auto makeBox = [this](const char* name, const QString& what) {
        auto* box = new QComboBox(this);
        box->setObjectName(QLatin1String(name));
        box->setAccessibleName(what);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
        return box;
    };
    const QString asTheme = tr("As the theme says");
    m_method = makeBox("method", tr("How classes are cut"));
    m_method->addItem(asTheme);
    for (const classify::MethodInfo& method : classify::methods()) {
        if (method.id == "given")
            continue; // only a theme file gives breaks
        m_method->addItem(capitalized(toQString(method.name.in(language))), toQString(method.id));
        m_method->setItemData(m_method->count() - 1, toQString(method.meaning.in(language)),
                              Qt::ToolTipRole);
    }
    m_palette = makeBox("palette", tr("Colours of the classes"));
    m_palette->setIconSize({60, 14});
    m_palette->addItem(asTheme);
    for (const theme::Palette& palette : theme::palettes())
        if (palette.kind == theme::PaletteKind::Sequential)
            m_palette->addItem(iconOf(palette), toQString(palette.label.in(language)),
                               toQString(palette.name));
    m_classes = new QSpinBox(this);
    m_classes->setObjectName(QStringLiteral("classes"));
    m_classes->setAccessibleName(tr("Number of classes"));
    m_classes->setRange(1, mostClasses);
    m_per = makeBox("per", tr("What the figures are divided by"));
    m_per->addItem(asTheme);
    for (const theme::PerInfo& info : theme::perInfos()) {
        m_per->addItem(capitalized(toQString(info.name.in(language))), toQString(info.id));
        m_per->setItemData(m_per->count() - 1, toQString(info.meaning.in(language)),
                           Qt::ToolTipRole);
    }
    m_level = makeBox("level", tr("Level of the units"));
    m_level->addItem(asTheme);
    m_level->addItem(tr("Provinces"), QStringLiteral("province"));
    m_level->addItem(tr("Districts"), QStringLiteral("district"));
    m_level->addItem(tr("Communes"), QStringLiteral("commune"));
    m_area = makeBox("area", tr("Area of the map"));
    m_painter = makeBox("painter", tr("How the map is painted"));
    for (const plugin::LoadedPlugin& loaded : m_workbench.plugins().plugins())
        for (const plugin::PainterInfo& info : loaded.painters)
            m_painter->addItem(language == Language::English ? info.nameEn : info.nameVi, info.id);
    m_save = new QToolButton(this);
    m_save->setObjectName(QStringLiteral("saveTheme"));
    m_save->setText(tr("&Save as own theme…"));
    m_reset = new QToolButton(this);
    m_reset->setObjectName(QStringLiteral("resetTheme"));
    m_reset->setText(tr("Rese&t"));
    m_reset->setToolTip(tr("The theme as it was saved"));

    const auto idOf = [](QComboBox* box) -> std::optional<std::string> {
        const QVariant id = box->currentData();
        return id.isValid() ? std::optional(id.toString().toStdString()) : std::nullopt;
    };
    connect(m_method, &QComboBox::activated, this, [this, idOf] {
        change(tr("Method"), [&](MapSpec& spec) { spec.settings.method = idOf(m_method); });
    });
    connect(m_palette, &QComboBox::activated, this, [this, idOf] {
        change(tr("Palette"), [&](MapSpec& spec) { spec.settings.palette = idOf(m_palette); });
    });
    connect(m_classes, &QSpinBox::valueChanged, this, [this](int count) {
        change(
            tr("Classes"),
            [&](MapSpec& spec) {
                spec.settings.classes = static_cast<std::size_t>(count);
                // Breaks that a theme gives have a number of their own.
                for (const theme::Layer& layer : spec.theme.layers)
                    if (layer.classes.method == "given" && !spec.settings.method)
                        spec.settings.method = "jenks";
            },
            MergeClasses);
    });
    connect(m_per, &QComboBox::activated, this, [this, idOf] {
        change(tr("Per"), [&](MapSpec& spec) {
            const auto id = idOf(m_per);
            spec.settings.per = id ? theme::parsePer(*id) : std::nullopt;
        });
    });
    connect(m_level, &QComboBox::activated, this, [this, idOf] {
        change(tr("Level"), [&](MapSpec& spec) {
            const auto id = idOf(m_level);
            spec.settings.level = id ? gazetteer::parseLevel(*id) : std::nullopt;
        });
    });
    connect(m_area, &QComboBox::activated, this, [this, idOf] {
        change(tr("Area"),
               [&](MapSpec& spec) { spec.settings.within = idOf(m_area).value_or(std::string()); });
    });
    connect(m_painter, &QComboBox::activated, this, [this, idOf] {
        change(tr("Painter"), [&](MapSpec& spec) {
            spec.theme.painter = idOf(m_painter).value_or(spec.theme.painter);
        });
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

void ThemePanel::change(const QString& what, const std::function<void(MapSpec&)>& set,
                        int mergeId) {
    const int map = m_workbench.activeMap();
    if (m_isFollowing || !m_workbench.hasSpec(map))
        return;
    MapSpec spec = m_workbench.spec(map);
    set(spec);
    m_workbench.change(map, spec, what, mergeId);
}

void ThemePanel::follow() {
    const int map = m_workbench.activeMap();
    const bool hasSpec = m_workbench.hasSpec(map);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_layers, m_method, m_palette, m_classes, m_per, m_level,
                                         m_area, m_painter, m_save, m_reset})
        widget->setEnabled(hasSpec);
    if (!hasSpec)
        return;
    m_isFollowing = true;
    const MapSpec& spec = m_workbench.spec(map);
    const int row = m_model->rowOf(spec.theme.id);
    m_list->setCurrentIndex(m_model->index(row));
    followLayers(spec);
    followAreas(spec);
    followChoices(spec);
    m_isFollowing = false;
}

void ThemePanel::followChoices(const MapSpec& spec) {
    const bool classed = hasClasses(spec.theme);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_method, m_palette, m_classes, m_per})
        widget->setEnabled(classed);
    select(m_method, toQString(spec.settings.method.value_or("")));
    select(m_palette, toQString(spec.settings.palette.value_or("")));
    select(m_per, spec.settings.per ? toQString(theme::toString(*spec.settings.per)) : QString());
    select(m_level,
           spec.settings.level ? toQString(gazetteer::toString(*spec.settings.level)) : QString());
    select(m_painter, toQString(spec.theme.painter));
    std::size_t classes = 0;
    if (spec.settings.classes) {
        classes = *spec.settings.classes;
    } else if (const FiguresPtr figures = m_workbench.activeFigures()) {
        for (const theme::EvaluatedLayer& layer : figures->evaluated.layers)
            if (layer.breaks.count() > 0)
                classes = layer.breaks.count();
    }
    m_classes->setValue(std::clamp(static_cast<int>(classes), 1, mostClasses));
    m_reset->setEnabled(spec.settings != theme::Settings() || !spec.hiddenLayers.empty());
}

void ThemePanel::followLayers(const MapSpec& spec) {
    m_layers->clear();
    for (std::size_t i = 0; i < spec.theme.layers.size(); ++i) {
        const theme::Layer& layer = spec.theme.layers[i];
        auto* item =
            new QListWidgetItem(toQString(layer.label.in(m_workbench.language())), m_layers);
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
    m_area->clear();
    const QString within = toQString(spec.theme.within);
    m_area->addItem(spec.theme.within.empty() ? tr("Where there are figures")
                                              : tr("%1 (theme)").arg(within.section(u',', 0, 0)));
    if (!spec.theme.within.empty())
        m_area->addItem(tr("Where there are figures"), toQString(theme::Settings::everywhere));
    m_area->addItem(tr("The whole country"), toQString(theme::Settings::country));
    const ContentsPtr& contents = m_workbench.contents();
    if (contents == nullptr)
        return;
    const gazetteer::Gazetteer& gazetteer = *contents->gazetteer;
    std::vector<gazetteer::UnitIndex> units;
    const auto add = [&](gazetteer::UnitIndex unit) {
        if (unit != gazetteer::noUnit && std::find(units.begin(), units.end(), unit) == units.end())
            units.push_back(unit);
    };
    if (!spec.settings.within.empty())
        add(gazetteer.find(spec.settings.within));
    if (const gazetteer::UnitIndex selected = m_workbench.selectedUnit();
        selected != gazetteer::noUnit) {
        const gazetteer::Unit& unit = gazetteer.unit(selected);
        add(selected);
        for (gazetteer::UnitIndex above = unit.parent; above != gazetteer::noUnit;
             above = gazetteer.unit(above).parent)
            add(above);
    }
    for (const gazetteer::UnitIndex unit : units) {
        const gazetteer::Unit& described = gazetteer.unit(unit);
        m_area->addItem(capitalized(toQString(described.fullName())), toQString(described.uid));
    }
    if (!spec.settings.within.empty() && m_area->findData(toQString(spec.settings.within)) < 0)
        m_area->addItem(toQString(spec.settings.within), toQString(spec.settings.within));
    select(m_area, toQString(spec.settings.within));
    // The name with its parents, which is too long for the box.
    m_area->setToolTip(m_area->currentIndex() == 0 ? within : m_area->currentText());
}

void ThemePanel::saveAs() {
    const MapSpec& spec = m_workbench.spec(m_workbench.activeMap());
    SaveThemeDialog dialog(m_workbench, spec, this);
    dialog.exec();
}

void ThemePanel::reset() {
    const int map = m_workbench.activeMap();
    // As it was saved, if it is one of the list; else as it was opened, without what was set.
    const theme::Theme& shown = m_workbench.spec(map).theme;
    const int row = m_model->rowOf(shown.id);
    m_workbench.change(map, MapSpec{row < 0 ? shown : m_model->theme(row)}, tr("Reset"));
}

} // namespace terroir::viewer
