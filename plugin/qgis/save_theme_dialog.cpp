#include "plugin/qgis/save_theme_dialog.hpp"

#include "core/base/error.hpp"
#include "core/theme/known_themes.hpp"
#include "core/theme/read_theme.hpp"
#include "plugin/qgis/asking.hpp"
#include "plugin/qgis/desk.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"
#include "plugin/qgis/theme_layers.hpp"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <algorithm>

namespace terroir::qgis {

namespace {

QLabel* makeText(const char* name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->hide();
    return label;
}

bool fills(const theme::Theme& theme) {
    return theme::filledLayer(theme) != nullptr ||
           std::any_of(theme.layers.begin(), theme.layers.end(), [](const theme::Layer& layer) {
               return layer.type == theme::LayerType::Categories;
           });
}

} // namespace

SaveThemeDialog::SaveThemeDialog(Desk& desk, QgsVectorLayer& layer, const std::string& baseId,
                                 QWidget* parent)
    : QDialog(parent), m_desk(desk), m_layer(layer) {
    setObjectName(QStringLiteral("terroirSaveTheme"));
    setWindowTitle(said("Lưu thành chủ đề", "Save as theme"));
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_titleVi = new QLineEdit(this);
    m_titleVi->setObjectName(QStringLiteral("titleVi"));
    m_titleEn = new QLineEdit(this);
    m_titleEn->setObjectName(QStringLiteral("titleEn"));
    form->addRow(said("Tên tiếng &Việt", "Title in &Vietnamese"), m_titleVi);
    form->addRow(said("Tên tiếng &Anh", "Title in &English"), m_titleEn);
    if (!memoryOf(layer)) {
        m_base = new QComboBox(this);
        m_base->setObjectName(QStringLiteral("base"));
        for (const theme::Theme& theme : desk.themes())
            if (fills(theme))
                m_base->addItem(said(theme.title), toQt(theme.id));
        m_base->setCurrentIndex(std::max(0, m_base->findData(toQt(baseId))));
        form->addRow(said("Số liệu &theo chủ đề", "&Figures of the theme"), m_base);
        connect(m_base, QOverload<int>::of(&QComboBox::currentIndexChanged), this,
                [this] { read(); });
    }
    m_left = makeText("left", this);
    m_problem = makeText("problem", this);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Save)->setText(said("&Lưu", "&Save"));
    buttons->button(QDialogButtonBox::Cancel)->setText(said("&Thôi", "&Cancel"));
    connect(buttons, &QDialogButtonBox::accepted, this, &SaveThemeDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &SaveThemeDialog::reject);
    auto* lines = new QVBoxLayout(this);
    lines->addLayout(form);
    lines->addWidget(m_left);
    lines->addWidget(m_problem);
    lines->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    read();
    if (m_isRead && m_base == nullptr) {
        m_titleVi->setText(toQt(m_read.theme.title.vi));
        m_titleEn->setText(toQt(m_read.theme.title.en));
    } else {
        m_titleVi->setText(layer.name());
    }
    m_titleVi->selectAll();
}

void SaveThemeDialog::read() {
    m_isRead = false;
    m_problem->hide();
    m_left->hide();
    try {
        if (m_base == nullptr)
            m_read = themeOfLayers(layersMadeWith(m_layer, *QgsProject::instance()));
        else
            m_read =
                themeOfLayer(m_layer, theme::findTheme(m_desk.themes(),
                                                       fromQt(m_base->currentData().toString())));
        m_isRead = true;
        if (!m_read.left.isEmpty())
            m_left->setText(m_read.left.join(u'\n'));
        m_left->setVisible(!m_read.left.isEmpty());
    } catch (const Error& error) {
        refuse(said(error.text()));
    }
}

void SaveThemeDialog::refuse(const QString& sentence) {
    m_problem->setText(sentence);
    m_problem->show();
}

void SaveThemeDialog::accept() {
    if (!m_isRead)
        return;
    try {
        const theme::Theme theme =
            theme::withTitle(m_read.theme, {fromQt(m_titleVi->text().trimmed()),
                                            fromQt(m_titleEn->text().trimmed())});
        m_id = theme.id;
        if (theme::isOwnTheme(m_id) &&
            !isConfirmed(this, windowTitle(),
                         said("Đã có chủ đề riêng \"%1\". Thay chủ đề đó?",
                              "There is an own theme \"%1\". Replace it?")
                             .arg(said(theme.title))))
            return;
        const auto file = theme::saveOwnTheme(theme, Overwrite::Allow);
        m_desk.readThemes();
        m_desk.say(said("Đã lưu chủ đề vào %1.", "The theme is saved in %1.").arg(toQt(file)),
                   Qgis::MessageLevel::Success);
    } catch (const Error& error) {
        return refuse(said(error.text()));
    }
    QDialog::accept();
}

} // namespace terroir::qgis
