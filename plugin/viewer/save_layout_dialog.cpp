#include "plugin/viewer/save_layout_dialog.hpp"

#include "core/base/error.hpp"
#include "core/map/known_layouts.hpp"
#include "core/theme/known_themes.hpp"
#include "plugin/viewer/asking.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <utility>

namespace terroir::viewer {

SaveLayoutDialog::SaveLayoutDialog(Desk& desk, map::Layout layout, std::string base,
                                   QWidget* parent)
    : QDialog(parent), m_desk(desk), m_layout(std::move(layout)), m_base(std::move(base)) {
    setObjectName(QStringLiteral("saveLayoutDialog"));
    setWindowTitle(tr("Keep the layout"));
    m_name = named(new QLineEdit(this), "layoutName", tr("What the layout is called"));
    if (map::isOwnLayout(m_base))
        m_name->setText(toQString(m_layout.name.in(desk.language())));
    m_problem = named(new QLabel(this), "problem", tr("What is wrong"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* form = new QFormLayout;
    form->addRow(tr("&Name:"), m_name);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &SaveLayoutDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &SaveLayoutDialog::reject);
    auto* lines = new QVBoxLayout(this);
    lines->addLayout(form);
    lines->addWidget(m_problem);
    lines->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 60);
}

void SaveLayoutDialog::accept() {
    const QString name = m_name->text().simplified();
    const std::string id = theme::themeIdOf(name.toStdString());
    try {
        if (map::isOwnLayout(id) &&
            !isConfirmed(this, windowTitle(),
                         tr("There is an own layout '%1'. Replace it?").arg(name), tr("&Replace")))
            return;
        m_layout.name = {name.toStdString(), name.toStdString()};
        map::saveOwnLayout({m_layout, m_base, id, Overwrite::Allow});
    } catch (const Error& error) {
        m_problem->setText(viewer::said(error));
        return m_problem->show();
    }
    m_id = id;
    emit m_desk.said(
        tr("The layout is kept; “terroir map --layout %1” uses it, too.").arg(toQString(id)));
    QDialog::accept();
}

} // namespace terroir::viewer
