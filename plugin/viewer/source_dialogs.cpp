#include "plugin/viewer/source_dialogs.hpp"

#include "core/base/day_text.hpp"
#include "core/base/user_name.hpp"
#include "core/records/record_rows.hpp"
#include "core/workspace/record_edits.hpp"
#include "plugin/viewer/column_menu.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/result_window.hpp"
#include "plugin/viewer/strings.hpp"
#include "plugin/viewer/table_view.hpp"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <unordered_map>

namespace terroir::viewer {

SourcesDialog::SourcesDialog(Desk& desk, QWidget* parent)
    : QDialog(parent), m_desk(desk) {
    setObjectName(QStringLiteral("sourcesDialog"));
    setWindowTitle(tr("Documents"));
    auto* lines = new QVBoxLayout(this);
    m_model = new ResultTableModel({}, desk.language(), this);
    m_rows = makeTableView(m_model, "sourceRows", tr("Documents"), this);
    m_rows->setSelectionMode(QAbstractItemView::SingleSelection);
    lines->addWidget(m_rows, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_change = named(buttons->addButton(tr("&Change…"), QDialogButtonBox::ActionRole),
                     "changeSource", tr("Change the document"));
    m_remove = named(buttons->addButton(tr("&Remove…"), QDialogButtonBox::ActionRole),
                     "removeSource", tr("Remove the document with its records"));
    lines->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_change, &QPushButton::clicked, this, [this] { emit changeWanted(current()); });
    connect(m_rows, &QTableView::doubleClicked, this, [this] { emit changeWanted(current()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { emit removeWanted(current()); });
    connect(&desk, &Desk::contentsChanged, this, &SourcesDialog::show);
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 24);
    show();
}

std::string SourcesDialog::current() const {
    const QModelIndex index = m_rows->currentIndex();
    return index.isValid() ? m_rows->model()->index(index.row(), 0).data().toString().toStdString()
                           : std::string();
}

void SourcesDialog::show() {
    const std::string before = current();
    std::unordered_map<std::string, std::size_t> counts;
    for (const records::Record& record : *m_desk.contents()->records)
        ++counts[record.source];
    auto* model = new ResultTableModel(
        records::sourceRows(*m_desk.contents()->sources,
                            [&](const std::string& id) {
                                const auto found = counts.find(id);
                                return found == counts.end() ? std::size_t(0) : found->second;
                            }),
        m_desk.language(), this);
    m_rows->setModel(model);
    delete m_model;
    m_model = model;
    fitColumns(*m_rows, 50);
    const auto enable = [this] {
        for (QPushButton* button : {m_change, m_remove})
            button->setEnabled(m_rows->currentIndex().isValid());
    };
    connect(m_rows->selectionModel(), &QItemSelectionModel::currentChanged, this, enable);
    for (int row = 0; row < model->rowCount(); ++row)
        if (model->index(row, 0).data().toString().toStdString() == before)
            m_rows->selectRow(row);
    enable();
}

SourceDialog::SourceDialog(Desk& desk, records::Source source, QWidget* parent)
    : QDialog(parent), m_desk(desk), m_source(std::move(source)) {
    setObjectName(QStringLiteral("sourceDialog"));
    setWindowTitle(tr("Document %1").arg(toQString(m_source.id)));
    auto* lines = new QVBoxLayout(this);
    auto* form = new QFormLayout;
    lines->addLayout(form);
    const auto add = [&](const char* name, const QString& label, const std::string& text) {
        auto* edit = named(new QLineEdit(toQString(text), this), name, QString(label).remove(u'&'));
        edit->setCursorPosition(0);
        form->addRow(label, edit);
        return edit;
    };
    m_title = add("title", tr("&Title"), m_source.title);
    m_issuer = add("issuer", tr("&Issued by"), m_source.issuer);
    m_number = add("number", tr("&Number"), m_source.number);
    const auto day = parseDayText(m_source.date);
    m_date = add("date", tr("&Date"), day ? dayText(*day).vi : m_source.date);
    m_date->setPlaceholderText(tr("31/12/2022, 12/2022 or 2022"));
    m_territory = add("territory", tr("T&erritory"), m_source.territory);
    m_problem = named(new QLabel(this), "problem", tr("What is wrong"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    lines->addWidget(m_problem);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = named(buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole), "saveSource",
                   tr("Save the document"));
    m_save->setDefault(true);
    lines->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &SourceDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(fontMetrics().averageCharWidth() * 80);
}

void SourceDialog::save() {
    const auto textOf = [](const QLineEdit* edit) { return edit->text().trimmed().toStdString(); };
    workspace::SourceTexts texts{textOf(m_title), textOf(m_issuer), textOf(m_number),
                                 textOf(m_date), textOf(m_territory)};
    m_save->setEnabled(false);
    m_desk.editWorkspace(
        tr("Change the document %1").arg(toQString(m_source.id)),
        [texts, id = m_source.id](workspace::Workspace& workspace, const Progress&) {
            workspace::changeSource(workspace, userName(), id, texts);
        },
        [self = QPointer<SourceDialog>(this), desk = &m_desk,
         id = m_source.id](const QString& failure) {
            if (failure.isEmpty()) {
                emit desk->edited(tr("The document %1 was changed.").arg(toQString(id)));
                if (self != nullptr)
                    self->accept();
            } else if (self != nullptr) {
                self->m_problem->setText(failure);
                self->m_save->setEnabled(true);
            }
        });
}

} // namespace terroir::viewer
