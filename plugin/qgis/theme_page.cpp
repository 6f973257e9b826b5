#include "plugin/qgis/theme_page.hpp"

#include "core/classify/classify.hpp"
#include "core/join/years.hpp"
#include "core/session/theme_years.hpp"
#include "core/theme/page_words.hpp"
#include "plugin/qgis/choice_box.hpp"
#include "plugin/qgis/desk.hpp"
#include "plugin/qgis/save_theme_dialog.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/swatches.hpp"
#include "plugin/qgis/text.hpp"
#include "plugin/qgis/theme_reopen.hpp"

#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <qgisinterface.h>
#include <qgssettings.h>
#include <qgsvectorlayer.h>

#include <algorithm>

namespace terroir::qgis {

namespace {

constexpr int mostClasses = 12;
constexpr int asTheThemeSays = 0; ///< in the box of the number of classes
const QString dayOfPanel = QStringLiteral("panel");
const QString themeSetting = QStringLiteral("terroir/themes/theme");
const QString choiceSetting = QStringLiteral("terroir/themes/choice");
const QString daySetting = QStringLiteral("terroir/themes/day");

bool hasClasses(const theme::Theme& theme) {
    return std::any_of(theme.layers.begin(), theme.layers.end(), [](const theme::Layer& layer) {
        return layer.type == theme::LayerType::Choropleth;
    });
}

bool hasGivenBreaks(const theme::Theme& theme) {
    return std::any_of(theme.layers.begin(), theme.layers.end(), [](const theme::Layer& layer) {
        return layer.type == theme::LayerType::Choropleth && layer.classes.method == "given";
    });
}

QString dayText(Date day) {
    return toQt(theme::dateInWords(day.toString(), words().language()));
}

QString asTheme() {
    return said("Như chủ đề", "As the theme says");
}

} // namespace

ThemePage::ThemePage(Desk& desk, QgisInterface* qgis, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_qgis(qgis) {
    setObjectName(QStringLiteral("terroirThemePage"));
    m_themes = new QListWidget(this);
    m_themes->setObjectName(QStringLiteral("themes"));
    m_themes->setAccessibleName(said("Chủ đề", "Themes"));
    m_themes->setTextElideMode(Qt::ElideRight);
    m_themes->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_description = new QLabel(this);
    m_description->setObjectName(QStringLiteral("description"));
    m_description->setWordWrap(true);
    m_description->setTextFormat(Qt::PlainText);
    makeChoices();

    auto* classes = new QHBoxLayout;
    classes->addWidget(m_method, 1);
    classes->addWidget(m_classes);
    auto* choices = new QFormLayout;
    choices->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto addRow = [choices](const QString& text, QWidget* field, QLayout* row = nullptr) {
        auto* label = new QLabel(text);
        label->setBuddy(field);
        if (row != nullptr)
            choices->addRow(label, row);
        else
            choices->addRow(label, field);
    };
    addRow(said("&Ngày", "&Day"), m_day);
    addRow(said("&Vùng", "&Area"), m_area);
    addRow(said("&Cấp", "&Level"), m_level);
    addRow(said("Nă&m", "&Years"), m_years);
    addRow(said("&Phân lớp", "&Classes"), m_method, classes);
    addRow(said("&Bảng màu", "&Palette"), m_palette);
    addRow(said("&Quy đổi", "Pe&r"), m_per);

    const auto makeButton = [this](const char* name, const QString& text, const QString& tip) {
        auto* button = new QPushButton(text, this);
        button->setObjectName(QLatin1String(name));
        button->setToolTip(tip);
        return button;
    };
    m_apply = makeButton("apply", said("Á&p dụng", "A&pply"),
                         said("Đưa chủ đề vào bản đồ, hoặc cập nhật các lớp đã có của chủ đề",
                              "Put the theme on the map, or update its layers that are there"));
    m_apply->setDefault(true);
    m_new = makeButton("newLayers", said("Lớp &mới", "&New layers"),
                       said("Thêm một nhóm lớp mới bên cạnh nhóm đã có",
                            "Another group of layers beside the one that is there"));
    m_save = makeButton("saveTheme", said("&Lưu chủ đề…", "&Save as theme…"),
                        said("Lưu màu, ngưỡng và chữ của lớp đang chọn thành chủ đề riêng",
                             "Save colours, breaks and words of the active layer as an own theme"));
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {m_apply, m_new, m_save})
        buttons->addWidget(button);
    auto* lines = new QVBoxLayout(this);
    lines->setContentsMargins(6, 6, 6, 6);
    lines->addWidget(m_themes, 1);
    lines->addWidget(m_description);
    lines->addLayout(choices);
    lines->addLayout(buttons);

    connect(m_themes, &QListWidget::currentRowChanged, this, [this] {
        set({});
        followTheme();
    });
    connect(m_themes, &QListWidget::itemActivated, this, &ThemePage::apply);
    connect(m_apply, &QPushButton::clicked, this, &ThemePage::apply);
    connect(m_new, &QPushButton::clicked, this, &ThemePage::applyAsNew);
    connect(m_save, &QPushButton::clicked, this, &ThemePage::saveAsTheme);
    connect(&desk, &Desk::themesChanged, this, &ThemePage::followThemes);
    connect(&desk, &Desk::libraryChanged, this, &ThemePage::followTheme);
    connect(&desk, &Desk::asOfChanged, this, &ThemePage::followDays);
    followThemes();
    restore();
    if (qgis != nullptr)
        new ThemeReopening(desk, this);
}

void ThemePage::makeChoices() {
    m_day = makeBox(this, "day", said("Các đơn vị của ngày nào", "The units of which day"));
    m_area = makeBox(this, "area", said("Vùng của bản đồ", "Area of the map"));
    m_area->setEditable(true);
    m_area->setInsertPolicy(QComboBox::NoInsert);
    m_area->completer()->setFilterMode(Qt::MatchContains);
    m_area->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_area->lineEdit()->setPlaceholderText(
        said("huyện Tam Đường, tỉnh Lai Châu", "huyện Tam Đường, tỉnh Lai Châu"));
    m_level = makeBox(this, "level", said("Cấp của các đơn vị", "Level of the units"));
    m_level->addItem(asTheme());
    m_level->addItem(said("Tỉnh", "Provinces"), QStringLiteral("province"));
    m_level->addItem(said("Huyện", "Districts"), QStringLiteral("district"));
    m_level->addItem(said("Xã", "Communes"), QStringLiteral("commune"));
    m_years = makeBox(this, "years", said("Năm của số liệu", "Years of the figures"));
    m_years->setEditable(true);
    m_years->setInsertPolicy(QComboBox::NoInsert);
    m_years->setToolTip(said("Một năm, hoặc 2021-2022", "A year, or 2021-2022"));

    m_method = makeBox(this, "method", said("Cách phân lớp", "How classes are cut"));
    m_method->addItem(asTheme());
    for (const classify::MethodInfo& method : classify::methods()) {
        if (method.id == "given")
            continue; // a theme gives them
        m_method->addItem(capitalized(said(method.name)), toQt(method.id));
        explain(m_method, method.meaning);
    }
    m_classes = new QSpinBox(this);
    m_classes->setObjectName(QStringLiteral("classes"));
    m_classes->setAccessibleName(said("Số lớp", "Number of classes"));
    m_classes->setToolTip(m_classes->accessibleName());
    m_classes->setRange(asTheThemeSays, mostClasses);
    m_classes->setSpecialValueText(QStringLiteral("–"));
    m_palette = makeBox(this, "palette", said("Màu của các lớp", "Colours of the classes"));
    m_palette->setIconSize(swatchSize);
    m_palette->addItem(asTheme());
    for (const theme::Palette& palette : theme::palettes())
        if (palette.kind == theme::PaletteKind::Sequential)
            m_palette->addItem(swatchesOf(palette), said(palette.label), toQt(palette.name));
    m_per = makeBox(this, "per", said("Số liệu chia cho gì", "What the figures are divided by"));
    m_per->addItem(asTheme());
    for (const theme::PerInfo& info : theme::perInfos()) {
        m_per->addItem(capitalized(said(info.name)), toQt(info.id));
        explain(m_per, info.meaning);
    }
}

const theme::Theme* ThemePage::chosenTheme() const {
    const QListWidgetItem* item = m_themes->currentItem();
    if (item == nullptr)
        return nullptr;
    const std::string id = fromQt(item->data(Qt::UserRole).toString());
    const auto found = std::find_if(m_desk.themes().begin(), m_desk.themes().end(),
                                    [&](const theme::Theme& theme) { return theme.id == id; });
    return found == m_desk.themes().end() ? nullptr : &*found;
}

session::ThemeChoice ThemePage::choice() const {
    session::ThemeChoice choice;
    if (m_day->currentData().toString() == dayOfPanel)
        choice.asOf = m_desk.asOf();
    choice.level = gazetteer::parseLevel(idOf(m_level));
    choice.within = typedOrId(m_area);
    choice.period = join::parseYears(typedOrId(m_years));
    const theme::Theme* theme = chosenTheme();
    if (theme == nullptr || !hasClasses(*theme))
        return choice;
    const auto set = [](const QComboBox* box) {
        const std::string id = idOf(box);
        return id.empty() ? std::nullopt : std::optional(id);
    };
    choice.method = set(m_method);
    choice.palette = set(m_palette);
    choice.per = theme::parsePer(idOf(m_per));
    if (m_classes->value() == asTheThemeSays)
        return choice;
    choice.classes = std::size_t(m_classes->value());
    if (!choice.method && hasGivenBreaks(*theme))
        choice.method = "jenks"; // given breaks have a number of their own
    return choice;
}

void ThemePage::set(const session::ThemeChoice& choice) {
    select(m_level, choice.level ? std::string(toString(*choice.level)) : std::string());
    select(m_area, choice.within);
    select(m_years, choice.period ? join::yearsText(*choice.period) : std::string());
    select(m_method, choice.method.value_or(std::string()));
    select(m_palette, choice.palette.value_or(std::string()));
    select(m_per, choice.per ? std::string(theme::toString(*choice.per)) : std::string());
    m_classes->setValue(int(choice.classes.value_or(std::size_t(asTheThemeSays))));
}

void ThemePage::followThemes() {
    const theme::Theme* chosen = chosenTheme();
    const std::string id = chosen != nullptr ? chosen->id : std::string();
    const QSignalBlocker quiet(m_themes);
    m_themes->clear();
    for (const theme::Theme& theme : m_desk.themes()) {
        auto* item = new QListWidgetItem(said(theme.title), m_themes);
        item->setData(Qt::UserRole, toQt(theme.id));
        item->setToolTip(said(theme.description));
        if (theme.id == id || m_themes->currentRow() < 0)
            m_themes->setCurrentItem(item);
    }
    followTheme();
}

void ThemePage::followTheme() {
    const theme::Theme* theme = chosenTheme();
    const bool canApply = theme != nullptr && m_desk.library() != nullptr;
    m_apply->setEnabled(canApply);
    m_new->setEnabled(canApply);
    m_description->setText(theme != nullptr ? said(theme->description) : QString());
    m_description->setVisible(!m_description->text().isEmpty());
    followDays();
    followAreas();
    followYears();
    followClasses();
}

void ThemePage::followDays() {
    const QString chosen = m_day->currentData().toString();
    const theme::Theme* theme = chosenTheme();
    m_day->clear();
    m_day->addItem(theme != nullptr && theme->asOf
                       ? said("%1 (chủ đề)", "%1 (theme)").arg(capitalized(dayText(*theme->asOf)))
                       : asTheme());
    m_day->addItem(
        said("%1 (bảng terroir)", "%1 (terroir panel)").arg(capitalized(dayText(m_desk.asOf()))),
        dayOfPanel);
    m_day->setCurrentIndex(std::max(0, m_day->findData(chosen)));
}

void ThemePage::followAreas() {
    const std::string chosen = m_area->count() > 0 ? typedOrId(m_area) : std::string();
    const theme::Theme* theme = chosenTheme();
    const QString everywhere = said("Nơi có số liệu", "Where there are figures");
    m_area->clear();
    if (theme == nullptr || theme->within.empty()) {
        m_area->addItem(everywhere, QString());
    } else {
        m_area->addItem(said("%1 (chủ đề)", "%1 (theme)")
                            .arg(capitalized(toQt(theme->within).section(u',', 0, 0))),
                        QString());
        m_area->setItemData(0, toQt(theme->within), Qt::ToolTipRole);
        m_area->addItem(everywhere, toQt(session::ThemeChoice::everywhere));
    }
    m_area->addItem(said("Cả nước", "The whole country"), toQt(session::ThemeChoice::country));
    if (m_desk.library() != nullptr) {
        const gazetteer::Gazetteer& gazetteer = *m_desk.library()->contents->gazetteer;
        for (const gazetteer::UnitIndex unit :
             gazetteer.unitsAt(gazetteer::Level::Province, m_desk.asOf()))
            m_area->addItem(capitalized(toQt(gazetteer.unit(unit).fullName())),
                            toQt(gazetteer.unit(unit).uid));
    }
    select(m_area, chosen);
}

void ThemePage::followYears() {
    const std::string chosen = m_years->count() > 0 ? typedOrId(m_years) : std::string();
    const theme::Theme* theme = chosenTheme();
    m_years->clear();
    m_years->addItem(asTheme(), QString());
    if (theme != nullptr && m_desk.library() != nullptr)
        for (const int year : session::yearsOf(*theme, *m_desk.library()->contents->records,
                                               *m_desk.library()->contents->sources))
            m_years->addItem(QString::number(year), QString::number(year));
    select(m_years, chosen);
}

void ThemePage::followClasses() {
    const theme::Theme* theme = chosenTheme();
    for (QWidget* field : {static_cast<QWidget*>(m_method), static_cast<QWidget*>(m_classes),
                           static_cast<QWidget*>(m_palette), static_cast<QWidget*>(m_per)})
        field->setEnabled(theme != nullptr && hasClasses(*theme));
}

void ThemePage::apply() {
    run(Placing::Update);
}

void ThemePage::applyAsNew() {
    run(Placing::New);
}

void ThemePage::run(Placing placing) {
    const theme::Theme* theme = chosenTheme();
    if (theme == nullptr || !m_apply->isEnabled())
        return;
    if (const std::string years = typedOrId(m_years); !years.empty() && !join::parseYears(years))
        return m_desk.say(said("\"%1\" không phải một năm hay hai năm tăng dần; hãy ghi 2021 hoặc "
                               "2021-2022.",
                               "\"%1\" is neither a year nor two that ascend; write 2021 or "
                               "2021-2022.")
                              .arg(toQt(years)),
                          Qgis::MessageLevel::Warning);
    keep();
    m_apply->setEnabled(false);
    m_new->setEnabled(false);
    applyTheme(m_desk, *theme, choice(), placing, [this](bool) {
        m_apply->setEnabled(true);
        m_new->setEnabled(true);
    });
}

void ThemePage::saveAsTheme() {
    auto* layer =
        m_qgis == nullptr ? nullptr : qobject_cast<QgsVectorLayer*>(m_qgis->activeLayer());
    if (layer == nullptr)
        return m_desk.say(said("Hãy chọn trong bảng Lớp một lớp vectơ có màu cần lưu.",
                               "Choose a vector layer in the Layers panel, whose colours shall be "
                               "saved."),
                          Qgis::MessageLevel::Warning);
    const theme::Theme* theme = chosenTheme();
    SaveThemeDialog dialog(m_desk, *layer, theme != nullptr ? theme->id : std::string(), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    for (int row = 0; row < m_themes->count(); ++row)
        if (m_themes->item(row)->data(Qt::UserRole).toString() == toQt(dialog.themeId()))
            m_themes->setCurrentRow(row);
}

void ThemePage::keep() const {
    QgsSettings settings;
    settings.setValue(themeSetting, toQt(chosenTheme()->id));
    settings.setValue(choiceSetting, toJson(choice()));
    settings.setValue(daySetting, m_day->currentData().toString());
}

void ThemePage::restore() {
    const QgsSettings settings;
    const QString id = settings.value(themeSetting).toString();
    for (int row = 0; row < m_themes->count(); ++row)
        if (m_themes->item(row)->data(Qt::UserRole).toString() == id) {
            m_themes->setCurrentRow(row);
            set(choiceOf(settings.value(choiceSetting).toString()));
            m_day->setCurrentIndex(
                std::max(0, m_day->findData(settings.value(daySetting).toString())));
        }
}

} // namespace terroir::qgis
