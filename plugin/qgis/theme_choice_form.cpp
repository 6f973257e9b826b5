#include "plugin/qgis/theme_choice_form.hpp"

#include "core/classify/classify.hpp"
#include "core/join/years.hpp"
#include "core/session/theme_years.hpp"
#include "core/theme/page_words.hpp"
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

namespace terroir::qgis {

namespace {

constexpr int mostClasses = 12;
constexpr int asTheThemeSays = 0; ///< in the box of the number of classes
const QString dayOfPanel = QStringLiteral("panel");
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

ThemeChoiceForm::ThemeChoiceForm(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk) {
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
    addRow(said("&Vùng", "&Area"), m_area);
    addRow(said("&Cấp", "&Level"), m_level);
    addRow(said("Nă&m", "&Years"), m_years);
    addRow(said("&Phân lớp", "&Classes"), m_method, classes);
    addRow(said("&Bảng màu", "&Palette"), m_palette);
    addRow(said("&Quy đổi", "Pe&r"), m_per);
    choices->setContentsMargins(0, 0, 0, 0);
    setLayout(choices);
    connect(&desk, &Desk::asOfChanged, this, &ThemeChoiceForm::followDays);
}

void ThemeChoiceForm::makeBoxes() {
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

theme::Settings ThemeChoiceForm::choice() const {
    theme::Settings choice;
    if (m_day->currentData().toString() == dayOfPanel)
        choice.asOf = m_desk.asOf();
    choice.level = gazetteer::parseLevel(idOf(m_level));
    choice.within = typedOrId(m_area);
    choice.period = join::parseYears(typedOrId(m_years));
    const theme::Theme* theme = m_theme ? &*m_theme : nullptr;
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

void ThemeChoiceForm::set(const theme::Settings& choice) {
    select(m_level, choice.level ? std::string(toString(*choice.level)) : std::string());
    select(m_area, choice.within);
    select(m_years, choice.period ? join::yearsText(*choice.period) : std::string());
    select(m_method, choice.method.value_or(std::string()));
    select(m_palette, choice.palette.value_or(std::string()));
    select(m_per, choice.per ? std::string(theme::toString(*choice.per)) : std::string());
    m_classes->setValue(int(choice.classes.value_or(std::size_t(asTheThemeSays))));
}

std::string ThemeChoiceForm::wrongYears() const {
    const std::string years = typedOrId(m_years);
    return years.empty() || join::parseYears(years) ? std::string() : years;
}

QString ThemeChoiceForm::day() const {
    return m_day->currentData().toString();
}

void ThemeChoiceForm::setDay(const QString& day) {
    m_day->setCurrentIndex(std::max(0, m_day->findData(day)));
}

void ThemeChoiceForm::follow(const theme::Theme* theme) {
    m_theme = theme == nullptr ? std::nullopt : std::optional(*theme);
    followDays();
    followAreas();
    followYears();
    followClasses();
}

void ThemeChoiceForm::followDays() {
    const QString chosen = m_day->currentData().toString();
    const theme::Theme* theme = m_theme ? &*m_theme : nullptr;
    m_day->clear();
    m_day->addItem(theme != nullptr && theme->asOf
                       ? said("%1 (chủ đề)", "%1 (theme)").arg(capitalized(dayText(*theme->asOf)))
                       : asTheme());
    m_day->addItem(
        said("%1 (bảng terroir)", "%1 (terroir panel)").arg(capitalized(dayText(m_desk.asOf()))),
        dayOfPanel);
    m_day->setCurrentIndex(std::max(0, m_day->findData(chosen)));
}

void ThemeChoiceForm::followAreas() {
    const std::string chosen = m_area->count() > 0 ? typedOrId(m_area) : std::string();
    const theme::Theme* theme = m_theme ? &*m_theme : nullptr;
    const QString everywhere = said("Nơi có số liệu", "Where there are figures");
    m_area->clear();
    if (theme == nullptr || theme->within.empty()) {
        m_area->addItem(everywhere, QString());
    } else {
        m_area->addItem(said("%1 (chủ đề)", "%1 (theme)")
                            .arg(capitalized(toQt(theme->within).section(u',', 0, 0))),
                        QString());
        m_area->setItemData(0, toQt(theme->within), Qt::ToolTipRole);
        m_area->addItem(everywhere, toQt(theme::Settings::everywhere));
    }
    m_area->addItem(said("Cả nước", "The whole country"), toQt(theme::Settings::country));
    if (m_desk.library() != nullptr) {
        const gazetteer::Gazetteer& gazetteer = *m_desk.library()->contents->gazetteer;
        for (const gazetteer::UnitIndex unit :
             gazetteer.unitsAt(gazetteer::Level::Province, m_desk.asOf()))
            m_area->addItem(capitalized(toQt(gazetteer.unit(unit).fullName())),
                            toQt(gazetteer.unit(unit).uid));
    }
    select(m_area, chosen);
}

void ThemeChoiceForm::followYears() {
    const std::string chosen = m_years->count() > 0 ? typedOrId(m_years) : std::string();
    const theme::Theme* theme = m_theme ? &*m_theme : nullptr;
    m_years->clear();
    m_years->addItem(asTheme(), QString());
    if (theme != nullptr && m_desk.library() != nullptr)
        for (const int year : session::yearsOf(*theme, *m_desk.library()->contents->records,
                                               *m_desk.library()->contents->sources))
            m_years->addItem(QString::number(year), QString::number(year));
    select(m_years, chosen);
}

void ThemeChoiceForm::followClasses() {
    const theme::Theme* theme = m_theme ? &*m_theme : nullptr;
    for (QWidget* field : {static_cast<QWidget*>(m_method), static_cast<QWidget*>(m_classes),
                           static_cast<QWidget*>(m_palette), static_cast<QWidget*>(m_per)})
        field->setEnabled(theme != nullptr && hasClasses(*theme));
}

} // namespace terroir::qgis
