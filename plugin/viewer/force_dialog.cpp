#include "plugin/viewer/force_dialog.hpp"

#include "core/text/vietnamese.hpp"
#include "plugin/viewer/day_edit.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/speech.hpp"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QSpinBox>

namespace terroir::viewer {

using records::Force;
using records::ForceWanted;

namespace {

constexpr int usualMonths = 12, mostMonths = 600;

bool isSameButDayAndMonths(const ForceWanted& one, const ForceWanted& other) {
    return one.any == other.any && one.endsWithin.has_value() == other.endsWithin.has_value();
}

} // namespace

std::vector<ForceWanted> ForceDialog::usual(Date day) {
    // What nobody knows may be in force: it is not left out in silence.
    std::vector<ForceWanted> all{{{Force::InForce, Force::Unknown}, {}, day},
                                 {{Force::InForce}, usualMonths, day}};
    for (const Force force : records::allForces())
        all.push_back({{force}, {}, day});
    return all;
}

QString ForceDialog::nameOf(const ForceWanted& wanted) {
    const LocalText words = records::briefWords(wanted);
    return viewer::said(LocalText{text::capitalize(words.vi), text::capitalize(words.en)});
}

ForceDialog::ForceDialog(const ForceWanted& wanted, QWidget* parent)
    : QDialog(parent), m_usual(usual(wanted.day)) {
    setObjectName(QStringLiteral("forceDialog"));
    setWindowTitle(tr("In force on a day"));
    m_states = named(new QComboBox(this), "forceStates", tr("How it stands"));
    m_states->setToolTip(tr("Stars, titles, certificates, codes; other records are left out"));
    for (const ForceWanted& one : m_usual)
        m_states->addItem(one.endsWithin ? tr("Ends within so many months") : nameOf(one));
    for (std::size_t i = 0; i < m_usual.size(); ++i)
        if (isSameButDayAndMonths(m_usual[i], wanted))
            m_states->setCurrentIndex(int(i));
    m_months = named(new QSpinBox(this), "forceMonths", tr("Months"));
    m_months->setRange(1, mostMonths);
    m_months->setValue(wanted.endsWithin.value_or(usualMonths));
    m_months->setToolTip(tr("Counted from the day"));
    m_day = named(new DayEdit(this), "forceDay", tr("Day"));
    m_day->setDay(wanted.day);
    auto* form = new QFormLayout(this);
    form->addRow(tr("&How it stands:"), m_states);
    form->addRow(tr("&Months:"), m_months);
    form->addRow(tr("On the &day:"), m_day);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
    const auto enable = [this] {
        m_months->setEnabled(m_usual[std::size_t(m_states->currentIndex())].endsWithin.has_value());
    };
    connect(m_states, &QComboBox::currentIndexChanged, this, enable);
    enable();
}

/// A day that is none is marked in its field, and keeps the dialog open.
void ForceDialog::accept() {
    if (m_day->day())
        QDialog::accept();
    else
        m_day->setFocus();
}

ForceWanted ForceDialog::wanted() const {
    ForceWanted wanted = m_usual[std::size_t(m_states->currentIndex())];
    if (wanted.endsWithin)
        wanted.endsWithin = m_months->value();
    wanted.day = m_day->day().value_or(wanted.day);
    return wanted;
}

} // namespace terroir::viewer
