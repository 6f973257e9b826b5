#include "plugin/qgis/settings_form.hpp"

#include "core/figures/theme_years.hpp"
#include "core/theme/choices.hpp"
#include "plugin/qgis/choice_box.hpp"
#include "plugin/qgis/desk.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/swatches.hpp"
#include "plugin/qgis/text.hpp"

#include <QBoxLayout>
#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>
#include <string>
#include <vector>

namespace terroir::qgis {

using theme::Setting;

namespace {

constexpr int asTheThemeSays = 0; ///< in the box of the number of classes
const QString dayOfPanel = QStringLiteral("panel");

void fill(QComboBox* box, const std::vector<theme::Option>& options) {
    box->clear();
    for (const theme::Option& option : options) {
        box->addItem(said(option.name), toQt(option.id));
        if (!option.meaning.vi.empty())
            explain(box, option.meaning);
    }
}

} // namespace

SettingsForm::SettingsForm(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk) {
    makeBoxes();
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
    addRow(said("P&hạm vi", "&Area"), m_area);
    addRow(said("&Cấp", "&Level"), m_level);
    addRow(said("Nă&m", "&Years"), m_years);
    addRow(said("&Phân lớp", "&Classes"), m_method, classes);
    addRow(said("&Bảng màu", "&Palette"), m_palette);
    addRow(said("&Quy đổi theo", "Pe&r"), m_per);
    choices->setContentsMargins(0, 0, 0, 0);
    setLayout(choices);
    connect(&desk, &Desk::asOfChanged, this, &SettingsForm::followDays);
}

void SettingsForm::makeBoxes() {
    m_day = makeBox(this, "day", said("Các đơn vị của ngày nào", "The units of which day"));
    m_area = makeBox(this, "area", said("Phạm vi của bản đồ", "Area of the map"));
    m_area->setEditable(true);
    m_area->setInsertPolicy(QComboBox::NoInsert);
    m_area->completer()->setFilterMode(Qt::MatchContains);
    m_area->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_area->lineEdit()->setPlaceholderText(
        said("huyện Tam Đường, tỉnh Lai Châu", "huyện Tam Đường, tỉnh Lai Châu"));
    m_level = makeBox(this, "level", said("Cấp của bản đồ", "Level of the units"));
    m_years = makeBox(this, "years", said("Năm của số liệu", "Years of the figures"));
    m_years->setEditable(true);
    m_years->setInsertPolicy(QComboBox::NoInsert);
    m_years->setToolTip(said("Một năm, hoặc 2021-2022", "A year, or 2021-2022"));

    m_method = makeBox(this, "method", said("Cách phân lớp", "How classes are cut"));
    m_classes = new QSpinBox(this);
    m_classes->setObjectName(QStringLiteral("classes"));
    m_classes->setAccessibleName(said("Số lớp", "Number of classes"));
    m_classes->setToolTip(m_classes->accessibleName());
    m_classes->setRange(asTheThemeSays, int(theme::maxClasses));
    m_classes->setSpecialValueText(QStringLiteral("–"));
    m_palette = makeBox(this, "palette", said("Màu của các lớp", "Colours of the classes"));
    m_palette->setIconSize(swatchSize);
    m_per = makeBox(this, "per",
                    said("Số liệu được quy đổi theo diện tích, dân số hoặc tổng số",
                         "What the figures are divided by"));
    for (const auto& [box, setting] : boxes())
        if (box != m_area && box != m_years)
            fill(box, theme::choicesOf(setting));
    for (int i = 1; i < m_palette->count(); ++i)
        m_palette->setItemIcon(
            i, swatchesOf(theme::findPalette(fromQt(m_palette->itemData(i).toString()))));
}

std::array<std::pair<QComboBox*, Setting>, 6> SettingsForm::boxes() const {
    return {{{m_area, Setting::Within},
             {m_level, Setting::Level},
             {m_years, Setting::Years},
             {m_method, Setting::Method},
             {m_palette, Setting::Palette},
             {m_per, Setting::Per}}};
}

theme::Settings SettingsForm::settings() const {
    theme::Settings settings;
    if (!m_theme)
        return settings;
    if (m_day->currentData().toString() == dayOfPanel)
        settings.asOf = m_desk.asOf();
    for (const auto& [box, setting] : boxes())
        theme::pick(settings, *m_theme, setting, box->isEditable() ? typedOrId(box) : idOf(box));
    if (m_classes->value() != asTheThemeSays)
        theme::pick(settings, *m_theme, Setting::Classes, std::to_string(m_classes->value()));
    return settings;
}

void SettingsForm::set(const theme::Settings& settings) {
    for (const auto& [box, setting] : boxes())
        select(box, theme::textOf(settings, setting));
    m_classes->setValue(int(settings.classes.value_or(std::size_t(asTheThemeSays))));
}

void SettingsForm::requireYears() const {
    theme::Settings settings;
    theme::require(settings, Setting::Years, typedOrId(m_years), fromQt(said("Năm", "Years")));
}

QString SettingsForm::day() const {
    return m_day->currentData().toString();
}

void SettingsForm::setDay(const QString& day) {
    m_day->setCurrentIndex(std::max(0, m_day->findData(day)));
}

void SettingsForm::follow(const theme::Theme* theme) {
    m_theme = theme == nullptr ? std::nullopt : std::optional(*theme);
    followDays();
    followAreas();
    followYears();
    followClasses();
}

void SettingsForm::followDays() {
    const QString chosen = m_day->currentData().toString();
    fill(m_day, theme::dayChoices(m_theme ? &*m_theme : nullptr, m_desk.asOf()));
    const int panel = m_day->count() - 1;
    m_day->setItemText(panel,
                       said("%1 (bảng terroir)", "%1 (terroir panel)").arg(m_day->itemText(panel)));
    m_day->setItemData(panel, dayOfPanel);
    m_day->setCurrentIndex(std::max(0, m_day->findData(chosen)));
}

void SettingsForm::followAreas() {
    const std::string chosen = m_area->count() > 0 ? typedOrId(m_area) : std::string();
    const gazetteer::Gazetteer* gazetteer =
        m_desk.library() == nullptr ? nullptr : m_desk.library()->contents->gazetteer.get();
    std::vector<gazetteer::UnitIndex> provinces;
    if (gazetteer != nullptr)
        provinces = gazetteer->unitsAt(gazetteer::Level::Province, m_desk.asOf());
    fill(m_area, theme::areaChoices(m_theme ? &*m_theme : nullptr, gazetteer, provinces));
    select(m_area, chosen);
}

void SettingsForm::followYears() {
    const std::string chosen = m_years->count() > 0 ? typedOrId(m_years) : std::string();
    std::vector<int> years;
    if (m_theme && m_desk.library() != nullptr)
        years = figures::yearsOf(*m_theme, *m_desk.library()->contents->records,
                                 *m_desk.library()->contents->sources);
    fill(m_years, theme::yearChoices(years));
    select(m_years, chosen);
}

void SettingsForm::followClasses() {
    const auto follow = [this](QWidget* field, Setting setting) {
        field->setEnabled(m_theme && theme::whyNot(*m_theme, setting).vi.empty());
    };
    follow(m_method, Setting::Method);
    follow(m_classes, Setting::Classes);
    follow(m_palette, Setting::Palette);
    follow(m_per, Setting::Per);
}

} // namespace terroir::qgis
