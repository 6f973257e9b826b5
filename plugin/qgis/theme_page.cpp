#include "plugin/qgis/theme_page.hpp"

#include "core/base/error.hpp"
#include "plugin/qgis/desk.hpp"
#include "plugin/qgis/hand_over.hpp"
#include "plugin/qgis/save_theme_dialog.hpp"
#include "plugin/qgis/settings_form.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"
#include "plugin/qgis/theme_reopen.hpp"

#include <QBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <qgisinterface.h>
#include <qgssettings.h>
#include <qgsvectorlayer.h>

#include <algorithm>

namespace terroir::qgis {

namespace {

const QString themeSetting = QStringLiteral("terroir/themes/theme");
const QString choiceSetting = QStringLiteral("terroir/themes/choice");
const QString daySetting = QStringLiteral("terroir/themes/day");

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
    m_choices = new SettingsForm(desk, this);

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
    m_handOver = makeButton("handOver", said("&Xuất…", "&Export…"),
                            said("Ghi chủ đề thành tệp để gửi đi: GeoPackage kèm dự án QGIS, hoặc "
                                 "trang HTML không cần mạng",
                                 "Write the theme as a file to hand on: a GeoPackage with its QGIS "
                                 "project, or an HTML page that needs no network"));
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {m_apply, m_new, m_save, m_handOver})
        buttons->addWidget(button);
    auto* lines = new QVBoxLayout(this);
    lines->setContentsMargins(6, 6, 6, 6);
    lines->addWidget(m_themes, 1);
    lines->addWidget(m_description);
    lines->addWidget(m_choices);
    lines->addLayout(buttons);

    connect(m_themes, &QListWidget::currentRowChanged, this, [this] {
        m_choices->set({});
        followTheme();
    });
    connect(m_themes, &QListWidget::itemActivated, this, &ThemePage::apply);
    connect(m_apply, &QPushButton::clicked, this, &ThemePage::apply);
    connect(m_new, &QPushButton::clicked, this, &ThemePage::applyAsNew);
    connect(m_save, &QPushButton::clicked, this, &ThemePage::saveAsTheme);
    connect(m_handOver, &QPushButton::clicked, this, &ThemePage::handOver);
    connect(&desk, &Desk::themesChanged, this, &ThemePage::followThemes);
    connect(&desk, &Desk::libraryChanged, this, &ThemePage::followTheme);
    followThemes();
    restore();
    if (qgis != nullptr)
        new ThemeReopening(desk, this);
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

void ThemePage::followThemes() {
    const theme::Theme* chosen = chosenTheme();
    const std::string id = chosen != nullptr ? chosen->id : std::string();
    const QSignalBlocker quiet(m_themes);
    m_themes->clear();
    for (const theme::Theme& theme : m_desk.themes()) {
        auto* item = new QListWidgetItem(said(theme.title), m_themes);
        item->setData(Qt::UserRole, toQt(theme.id));
        item->setToolTip(plainToolTip(said(theme.description)));
        if (theme.id == id || m_themes->currentRow() < 0)
            m_themes->setCurrentItem(item);
    }
    followTheme();
}

void ThemePage::followTheme() {
    const theme::Theme* theme = chosenTheme();
    setBusy(theme == nullptr || m_desk.library() == nullptr);
    m_description->setText(theme != nullptr ? said(theme->description) : QString());
    m_description->setVisible(!m_description->text().isEmpty());
    m_choices->follow(theme);
}

void ThemePage::apply() {
    run(Placing::Update);
}

void ThemePage::applyAsNew() {
    run(Placing::New);
}

const theme::Theme* ThemePage::themeToRun() {
    const theme::Theme* theme = chosenTheme();
    if (theme == nullptr || !m_apply->isEnabled())
        return nullptr;
    try {
        m_choices->requireYears();
    } catch (const Error& error) {
        m_desk.say(said(error.text()), Qgis::MessageLevel::Warning);
        return nullptr;
    }
    keep();
    return theme;
}

void ThemePage::setBusy(bool isBusy) {
    for (QPushButton* button : {m_apply, m_new, m_handOver})
        button->setEnabled(!isBusy);
}

void ThemePage::run(Placing placing) {
    const theme::Theme* theme = themeToRun();
    if (theme == nullptr)
        return;
    setBusy(true);
    applyTheme(m_desk, *theme, m_choices->settings(), placing, [this](bool) { setBusy(false); });
}

void ThemePage::handOver() {
    if (const theme::Theme* theme = themeToRun())
        askToHandOver(
            m_desk, *theme, m_choices->settings(), this, [this] { setBusy(true); },
            [this] { setBusy(false); });
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
    settings.setValue(choiceSetting, toJson(m_choices->settings()));
    settings.setValue(daySetting, m_choices->day());
}

void ThemePage::restore() {
    const QgsSettings settings;
    const QString id = settings.value(themeSetting).toString();
    for (int row = 0; row < m_themes->count(); ++row)
        if (m_themes->item(row)->data(Qt::UserRole).toString() == id) {
            m_themes->setCurrentRow(row);
            m_choices->set(settingsOf(settings.value(choiceSetting).toString()));
            m_choices->setDay(settings.value(daySetting).toString());
        }
}

} // namespace terroir::qgis
