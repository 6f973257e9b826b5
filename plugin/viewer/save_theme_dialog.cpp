#include "plugin/viewer/save_theme_dialog.hpp"

#include "core/base/error.hpp"
#include "core/theme/known_themes.hpp"
#include "plugin/viewer/asking.hpp"
#include "plugin/viewer/strings.hpp"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace terroir::viewer {

theme::Theme themeOf(const MapSpec& spec) {
    return theme::withSettings(shownTheme(spec), spec.settings);
}

SaveThemeDialog::SaveThemeDialog(Desk& desk, const MapSpec& spec, QWidget* parent)
    : QDialog(parent), m_desk(desk), m_theme(themeOf(spec)) {
    setWindowTitle(tr("Save as own theme"));
    const Language language = desk.language();
    m_title = new QLineEdit(toQString(m_theme.title.in(language)), this);
    m_title->setObjectName(QStringLiteral("themeTitle"));
    m_title->setToolTip(tr("What the theme is called in lists and over its maps"));
    m_title->selectAll();
    m_description = new QLineEdit(toQString(m_theme.description.in(language)), this);
    m_description->setObjectName(QStringLiteral("themeDescription"));
    m_description->setToolTip(tr("What it shows, in a sentence"));
    m_problem = new QLabel(this);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &SaveThemeDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &SaveThemeDialog::reject);
    auto* form = new QFormLayout;
    form->addRow(tr("&Title"), m_title);
    form->addRow(tr("&Description"), m_description);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 70);
}

void SaveThemeDialog::accept() {
    const std::string title = m_title->text().trimmed().toStdString();
    const std::string description = m_description->text().trimmed().toStdString();
    try {
        // What was typed is in the language of the window; the other one has it until somebody
        // translates it.
        m_theme = theme::withTitle(std::move(m_theme), {title, title});
        m_theme.description = {description, description};
        if (theme::isOwnTheme(m_theme.id) &&
            !isConfirmed(this, windowTitle(),
                         tr("There is an own theme '%1'. Replace it?").arg(m_title->text()),
                         tr("&Replace")))
            return;
        theme::saveOwnTheme(m_theme, Overwrite::Allow);
    } catch (const Error& error) {
        m_problem->setText(toQString(error.in(m_desk.language())));
        m_problem->show();
        return;
    }
    m_desk.readThemes();
    m_desk.change(m_desk.activeMap(), MapSpec{m_theme}, windowTitle());
    QDialog::accept();
}

} // namespace terroir::viewer
