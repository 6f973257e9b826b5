#include "plugin/viewer/row_cells_dialog.hpp"

#include "plugin/viewer/named.hpp"
#include "plugin/viewer/strings.hpp"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace terroir::viewer {

RowCellsDialog::RowCellsDialog(const records::RowName& row,
                               const std::vector<records::RowCell>& cells, QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("rowCells"));
    setWindowTitle(tr("Row %1").arg(toQString(row.toString())));
    auto* lines = new QVBoxLayout(this);
    auto* hint = new QLabel(tr("What is typed here is read instead of the file's cell. The file "
                               "stays as it is; what it says is kept with the record."),
                            this);
    hint->setWordWrap(true);
    lines->addWidget(hint);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* inside = new QWidget;
    auto* form = new QFormLayout(inside);
    for (const records::RowCell& cell : cells) {
        auto* edit = named(new QLineEdit(toQString(cell.text), inside), cell.field.c_str(),
                           toQString(cell.header));
        auto* label = new QLabel(toQString(cell.header), inside);
        label->setTextFormat(Qt::PlainText);
        label->setBuddy(edit);
        form->addRow(label, edit);
        m_edits.emplace_back(cell, edit);
        if (cell.text == cell.written)
            continue;
        auto* written =
            new QLabel(cell.written.empty() ? tr("empty in the file")
                                            : tr("in the file: %1").arg(toQString(cell.written)),
                       inside);
        written->setTextFormat(Qt::PlainText);
        form->addRow(QString(), written);
    }
    scroll->setWidget(inside);
    lines->addWidget(scroll, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto* asWritten = named(buttons->addButton(tr("As in the &file"), QDialogButtonBox::ResetRole),
                            "asWritten", tr("Take the corrections of the row back"));
    auto* accept = named(buttons->addButton(tr("Put &right"), QDialogButtonBox::AcceptRole),
                         "putRight", tr("Put right"));
    accept->setDefault(true);
    connect(asWritten, &QPushButton::clicked, this, [this] {
        for (const auto& [cell, edit] : m_edits)
            edit->setText(toQString(cell.written));
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    lines->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 80,
           fontMetrics().height() * (10 + 2 * static_cast<int>(m_edits.size())));
}

std::vector<std::pair<records::RowCell, std::string>> RowCellsDialog::texts() const {
    std::vector<std::pair<records::RowCell, std::string>> texts;
    for (const auto& [cell, edit] : m_edits)
        texts.emplace_back(cell, edit->text().trimmed().toStdString());
    return texts;
}

} // namespace terroir::viewer
