#include "plugin/viewer/report_head.hpp"

#include "core/records/period.hpp"
#include "plugin/viewer/day_edit.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/place_completer.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace terroir::viewer {

namespace {

/// The date of a document as people write it: "15/04/2022", "12/2020".
QString shownDate(const std::string& date) {
    if (const auto day = parseDate(date))
        return DayEdit::textOf(*day);
    const QStringList parts = toQString(date).split(u'-');
    return parts.size() == 2 ? parts[1] + u'/' + parts[0] : toQString(date);
}

} // namespace

ReportHead::ReportHead(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk) {
    setObjectName(QStringLiteral("reportHead"));
    auto* lines = new QVBoxLayout(this);
    lines->setContentsMargins({});
    auto* top = new QHBoxLayout;
    m_toggle = named(new QToolButton(this), "reportFacts", tr("What the document says of itself"));
    m_toggle->setToolTip(tr("Show and change what the document says of itself"));
    m_toggle->setCheckable(true);
    m_toggle->setArrowType(Qt::RightArrow);
    m_toggle->setAutoRaise(true);
    m_summary = named(new QLabel(this), "reportSummary", tr("Document"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    top->addWidget(m_toggle);
    top->addWidget(m_summary, 1);
    lines->addLayout(top);
    m_remark = named(new QLabel(this), "reportRemark", tr("How the document was read"));
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setWordWrap(true);
    lines->addWidget(m_remark);
    makeForm();
    m_form->hide();
    lines->addWidget(m_form);
    connect(m_toggle, &QToolButton::toggled, this, [this](bool on) {
        m_form->setVisible(on);
        m_toggle->setArrowType(on ? Qt::DownArrow : Qt::RightArrow);
    });
    connect(m_asOf, &DayEdit::refused, &desk, &Desk::said);
}

/// Two fields a line: the text below needs the height.
void ReportHead::makeForm() {
    m_form = new QWidget(this);
    m_grid = new QGridLayout(m_form);
    m_grid->setContentsMargins({});
    m_title = add(new QLineEdit(m_form), "reportTitle", tr("Title:"), 0, 0);
    m_number = add(new QLineEdit(m_form), "reportNumber", tr("Number:"), 0, 2);
    m_issuer = add(new QLineEdit(m_form), "reportIssuer", tr("Issuer:"), 1, 0);
    m_date = add(new QLineEdit(m_form), "reportDate", tr("Date:"), 1, 2);
    m_within = add(new QLineEdit(m_form), "reportWithin", tr("Area:"), 2, 0);
    m_asOf = add(new DayEdit(m_form), "reportAsOf", tr("Units as of:"), 2, 2);
    m_asOf->setToolTip(tr("Day of the units that are named"));
    m_date->setPlaceholderText(tr("31/12/2024, 12/2024 or 2024"));
    m_within->setPlaceholderText(tr("such as: huyện Tam Đường, tỉnh Lai Châu"));
    m_grid->setColumnStretch(1, 3);
    m_grid->setColumnStretch(3, 2);
    auto* again = named(new QPushButton(tr("Read again"), m_form), "readAgain",
                        tr("Read the document again with what stands here"));
    again->setAutoDefault(false);
    m_grid->addWidget(again, 3, 3);
    connect(again, &QPushButton::clicked, this, &ReportHead::readAgain);
}

template <typename Edit>
Edit* ReportHead::add(Edit* edit, const char* name, const QString& label, int row, int column) {
    named(edit, name, QString(label).remove(u':'));
    auto* words = new QLabel(label, m_form);
    words->setBuddy(edit);
    m_grid->addWidget(words, row, column);
    m_grid->addWidget(edit, row, column + 1);
    connect(edit, &QLineEdit::returnPressed, this, &ReportHead::readAgain);
    return edit;
}

void ReportHead::show(const OpenReport& report) {
    const records::Source& source = report.review.source;
    const documents::Letterhead& head = report.facts.head;
    m_title->setText(toQString(source.title));
    m_number->setText(toQString(source.number));
    m_issuer->setText(toQString(source.issuer));
    m_date->setText(shownDate(source.date));
    m_asOf->setDay(report.facts.asOf);
    m_within->setText(toQString(report.within));
    if (m_places == nullptr)
        m_places = new PlaceCompleter(m_desk, m_within);
    m_places->setDay(report.facts.asOf);
    QStringList parts;
    for (const QString& part : {toQString(head.type), toQString(source.number),
                                toQString(source.issuer), shownDate(source.date)})
        if (!part.isEmpty())
            parts.append(part);
    if (parts.isEmpty())
        parts.append(toQString(source.title));
    parts.append(tr("units as of %1").arg(DayEdit::textOf(report.facts.asOf)));
    parts.append(report.within.empty() ? tr("no area known") : toQString(report.within));
    m_summary->setText(parts.join(QStringLiteral(" · ")));
    QStringList remarks;
    if (head.date.empty())
        remarks.append(tr("The text gives no date: places are looked up as of today."));
    for (const LocalText& remark : report.document.remarks)
        remarks.append(viewer::said(remark));
    if (report.other) {
        remarks.append(tr("The source “%1” that is there is of another document (%2). Write "
                          "another title below and read this one again, or it cannot be stored.")
                           .arg(toQString(report.other->id),
                                toQString(report.other->number.empty() ? report.other->issuer
                                                                       : report.other->number)));
        m_toggle->setChecked(true);
    }
    m_remark->setText(remarks.join(u'\n'));
    m_remark->setVisible(!remarks.isEmpty());
}

ReportFacts ReportHead::facts() const {
    const auto text = [](const QLineEdit* edit) { return edit->text().trimmed().toStdString(); };
    ReportFacts facts{text(m_title),
                      text(m_number),
                      text(m_issuer),
                      text(m_date),
                      m_asOf->day().value_or(Date::today()),
                      text(m_within)};
    if (const auto date = records::documentDate(facts.date))
        facts.date = *date;
    return facts;
}

void ReportHead::readAgain() {
    const QString date = m_date->text().trimmed();
    if (!date.isEmpty() && !records::documentDate(date.toStdString()))
        return void(emit m_desk.said(
            tr("The date '%1' is no day; write it as 31/12/2024, 12/2024 or 2024.").arg(date)));
    if (!m_asOf->day())
        return;
    emit readAgainWanted();
}

} // namespace terroir::viewer
