#include "plugin/viewer/report_row_dialog.hpp"

#include "core/base/number.hpp"
#include "core/base/table.hpp"
#include "core/extract/review.hpp"
#include "core/extract/row_words.hpp"
#include "core/text/vietnamese.hpp"
#include "core/workspace/review_rows.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/place_completer.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"
#include "plugin/viewer/typed_number.hpp"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace terroir::viewer {

using extract::cellOf;

namespace {

bool isNumber(std::string_view column) {
    return column == "value" || column == "value_max";
}

/// A number as a cell has it. A point before three digits would be one of thousands to who reads
/// the cell by itself.
std::string cellOfNumber(double number) {
    std::string text = textOf(Value(number));
    const std::size_t point = text.find('.');
    return point != std::string::npos && text.size() - point == 4 ? text + '0' : text;
}

} // namespace

ReportRowDialog::ReportRowDialog(Desk& desk, extract::ReviewCells cells, QWidget* parent)
    : QDialog(parent), m_desk(desk), m_cells(std::move(cells)) {
    setObjectName(QStringLiteral("reportRowDialog"));
    setWindowTitle(tr("Change a proposal"));
    auto* lines = new QVBoxLayout(this);
    auto* words = named(new QLabel(this), "words", tr("Words that it rests on"));
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setText(QStringLiteral("“%1”").arg(toQString(cellOf(m_cells, "text")).simplified()));
    lines->addWidget(words);
    auto* form = new QFormLayout;
    lines->addLayout(form);
    addBox(*form, "kind", tr("&Kind:"));
    addLine(*form, "subject", tr("&Subject:"));
    addBox(*form, "indicator", tr("I&ndicator:"));
    addLine(*form, "value", tr("&Value:"));
    addLine(*form, "value_max", tr("&Up to:"));
    addLine(*form, "unit", tr("Un&it:"));
    addBox(*form, "qualifier", tr("Si&gn:"));
    addBox(*form, "value_scope", tr("&How it counts:"));
    addLine(*form, "place_names", tr("&Places:"));
    addBox(*form, "place_role", tr("&Role of the places:"));
    addLine(*form, "holder", tr("H&older:"));
    addLine(*form, "period", tr("P&eriod:"));
    addBox(*form, "status", tr("St&atus:"));
    addLine(*form, "note", tr("No&te:"));
    m_verdict = named(new QLabel(this), "verdict", tr("What is said about the proposal"));
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    lines->addWidget(m_verdict);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    named(buttons->addButton(tr("&Change"), QDialogButtonBox::AcceptRole), "changeRow",
          tr("Change the proposal; it is stored with the others"))
        ->setDefault(true);
    lines->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(fontMetrics().averageCharWidth() * 76, sizeHint().height());
    m_fields[1].edit->setFocus();
}

QString ReportRowDialog::shownOf(const std::string& column) const {
    if (column == "place_names" && cellOf(m_cells, column).empty())
        return namesOfCodes();
    const std::string text(cellOf(m_cells, column));
    const auto number = isNumber(column) ? parsePlainNumber(text) : std::nullopt;
    return toQString(number ? formatNumber(*number, m_desk.language(), 6) : text);
}

/// Where a row has codes of its places and no names.
QString ReportRowDialog::namesOfCodes() const {
    const gazetteer::Gazetteer& gazetteer = *m_desk.contents()->gazetteer;
    const Date day = parseDate(cellOf(m_cells, "as_of")).value_or(Date::today());
    QStringList names;
    for (const QString& code :
         toQString(cellOf(m_cells, "place_codes")).split(u'|', Qt::SkipEmptyParts))
        if (const auto unit = gazetteer.findCode(code.trimmed().toStdString(), day);
            unit != gazetteer::noUnit)
            names += toQString(gazetteer.describe(unit, day));
    return names.join(QStringLiteral("; "));
}

void ReportRowDialog::addLine(QFormLayout& form, const char* column, const QString& label) {
    auto* edit = named(new QLineEdit(this), column, QString(label).remove(u'&').remove(u':'));
    edit->setText(shownOf(column));
    edit->setCursorPosition(0);
    form.addRow(label, edit);
    m_fields.push_back({column, edit, nullptr});
    if (m_fields.back().column != "place_names")
        return;
    edit->setPlaceholderText(tr("commune, district or province; several with ;"));
    auto* places = new PlaceCompleter(m_desk, edit);
    if (const auto day = parseDate(cellOf(m_cells, "as_of")))
        places->setDay(*day);
}

void ReportRowDialog::addBox(QFormLayout& form, const char* column, const QString& label) {
    auto* box = named(new QComboBox(this), column, QString(label).remove(u'&').remove(u':'));
    for (const extract::CodeWords& code : extract::codesOf(column))
        box->addItem(toQString(text::capitalize(code.words.in(m_desk.language()))),
                     toQString(code.code));
    const QString before = toQString(cellOf(m_cells, column));
    if (box->findData(before) < 0)
        box->insertItem(0, before.isEmpty() ? tr("– choose –") : before, before);
    box->setCurrentIndex(box->findData(before));
    form.addRow(label, box);
    m_fields.push_back({column, nullptr, box});
}

bool ReportRowDialog::take(extract::ReviewCells& cells) {
    for (const Field& field : m_fields) {
        std::string& cell = cells[field.column];
        if (field.box != nullptr) {
            cell = field.box->currentData().toString().toStdString();
            continue;
        }
        if (field.edit->text() == shownOf(field.column))
            continue;
        const std::string text = field.edit->text().trimmed().toStdString();
        const auto number =
            isNumber(field.column) && !text.empty() ? typedNumber(text, m_desk.language()) : 0.0;
        if (!number) {
            m_verdict->setText(
                tr("'%1' is no number; write it like %2.")
                    .arg(toQString(text), toQString(formatNumber(1947.5, m_desk.language()))));
            field.edit->setFocus();
            field.edit->selectAll();
            return false;
        }
        cell = isNumber(field.column) && !text.empty() ? cellOfNumber(*number) : text;
        if (field.column == "place_names")
            cells["place_codes"].clear(); // the names say it
        else if (field.column == "holder")
            for (const char* const where : {"holder_start", "holder_end"})
                cells[where].clear(); // of the one before
    }
    return true;
}

void ReportRowDialog::accept() {
    extract::ReviewCells cells = m_cells;
    if (!take(cells))
        return;
    extract::ReviewCells accepted = cells;
    accepted["decision"] = toString(extract::Choice::Accept);
    const auto read = workspace::readReviewRows(workspace::tableOf({accepted}, "-"), {},
                                                *m_desk.contents()->gazetteer);
    if (const auto& refusal = read.front().rows().front().refusal)
        return m_verdict->setText(viewer::said(extract::forForm(*refusal)));
    m_cells = std::move(cells);
    QDialog::accept();
}

} // namespace terroir::viewer
