#include "plugin/viewer/province_dialog.hpp"

#include "core/gazetteer/code_words.hpp"
#include "core/text/vietnamese.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/strings.hpp"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace terroir::viewer {

namespace {

QString settingName() {
    return QStringLiteral("province");
}

} // namespace

ProvinceDialog::ProvinceDialog(const gazetteer::Gazetteer& gazetteer, Language language,
                               const std::string& chosen, QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("provinceDialog"));
    setWindowTitle(tr("My province"));
    for (const gazetteer::UnitIndex unit :
         gazetteer.unitsAt(gazetteer::Level::Province, Date::today())) {
        const gazetteer::Unit& one = gazetteer.unit(unit);
        const std::string name = gazetteer::nameInWords(one).in(language);
        m_all.push_back({one.uid, text::fold(name), toQString(text::capitalize(name))});
    }
    std::sort(m_all.begin(), m_all.end(), [](const Entry& a, const Entry& b) {
        return text::compare(a.name.toStdString(), b.name.toStdString()) < 0;
    });
    auto* question = new QLabel(
        tr("Which province are your maps of? Every theme is then shown there, unless you choose "
           "another area. It can be changed in the menu View."),
        this);
    question->setWordWrap(true);
    m_edit = named(new QLineEdit(this), "provinceName", tr("Name of the province"));
    m_edit->setPlaceholderText(tr("Type a name, with or without diacritics"));
    m_edit->setClearButtonEnabled(true);
    m_list = named(new QListWidget(this), "provinces", tr("Provinces"));
    auto* buttons = new QDialogButtonBox(this);
    m_choose = buttons->addButton(tr("&Choose"), QDialogButtonBox::AcceptRole);
    m_choose->setObjectName(QStringLiteral("chooseProvince"));
    QPushButton* none = buttons->addButton(chosen.empty() ? tr("&Skip") : tr("&No province"),
                                           QDialogButtonBox::ActionRole);
    none->setObjectName(QStringLiteral("noProvince"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(question);
    layout->addWidget(m_edit);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    m_province = chosen;
    find({});
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->data(Qt::UserRole).toString().toStdString() == chosen)
            m_list->setCurrentRow(row);
    connect(m_edit, &QLineEdit::textEdited, this, &ProvinceDialog::find);
    connect(m_list, &QListWidget::currentRowChanged, this,
            [this](int row) { m_choose->setEnabled(row >= 0); });
    connect(m_list, &QListWidget::itemActivated, this, &ProvinceDialog::take);
    connect(m_choose, &QPushButton::clicked, this, &ProvinceDialog::take);
    connect(none, &QPushButton::clicked, this, [this] {
        m_province.clear();
        accept();
    });
    m_choose->setDefault(true);
    m_choose->setEnabled(m_list->currentRow() >= 0);
    m_edit->setFocus();
    resize(fontMetrics().averageCharWidth() * 56, fontMetrics().height() * 24);
}

void ProvinceDialog::find(const QString& text) {
    const std::string wanted = text::fold(text.toStdString());
    m_list->clear();
    for (const Entry& entry : m_all)
        if (entry.folded.find(wanted) != std::string::npos) {
            auto* item = new QListWidgetItem(entry.name, m_list);
            item->setData(Qt::UserRole, toQString(entry.uid));
        }
    if (!wanted.empty() && m_list->count() > 0)
        m_list->setCurrentRow(0);
}

void ProvinceDialog::take() {
    if (m_list->currentItem() == nullptr)
        return;
    m_province = m_list->currentItem()->data(Qt::UserRole).toString().toStdString();
    accept();
}

std::string storedProvince() {
    return QSettings().value(settingName()).toString().toStdString();
}

void storeProvince(const std::string& uid) {
    QSettings().setValue(settingName(), toQString(uid));
}

bool wasAskedForProvince() {
    return QSettings().contains(settingName());
}

} // namespace terroir::viewer
