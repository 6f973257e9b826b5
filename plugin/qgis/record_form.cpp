#include "plugin/qgis/record_form.hpp"

#include "core/base/error.hpp"
#include "core/base/user_name.hpp"
#include "core/records/code_words.hpp"
#include "core/records/fields.hpp"
#include "core/records/template_columns.hpp"
#include "core/workspace/record_edits.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace terroir::qgis {

namespace {

/// What a record has instead of the cells of a template.
const std::vector<std::pair<std::string_view, LocalText>>& namesOfFields() {
    static const std::vector<std::pair<std::string_view, LocalText>> names{
        {"value", {"Giá trị", "Value"}},   {"unit", {"Đơn vị tính", "Unit"}},
        {"place", {"Địa điểm", "Place"}},  {"within", {"Thuộc", "Within"}},
        {"period", {"Thời kỳ", "Period"}}, {"holder", {"Chủ thể", "Holder"}},
        {"status", {"Trạng thái", "State"}}, {"note", {"Ghi chú", "Note"}}};
    return names;
}

} // namespace

struct RecordForm::Outcome {
    records::EditedRecord made;
    LocalText problem;
    bool isRefused = false;
};

RecordForm::RecordForm(Desk& desk, const records::Record* record, QWidget* parent)
    : QDialog(parent), m_desk(desk) {
    setObjectName(QStringLiteral("terroirRecordForm"));
    if (record != nullptr) {
        m_record = *record;
        m_before = records::fieldTexts(*record);
    }
    setWindowTitle(record == nullptr ? said("Thêm bản ghi", "Add a record")
                                     : said("Sửa bản ghi %1", "Change the record %1")
                                           .arg(toQt(record->id)));
    m_kind = new QComboBox(this);
    m_kind->setObjectName(QStringLiteral("kind"));
    m_kind->setAccessibleName(said("Loại", "Kind"));
    for (const records::KindInfo& known : records::kinds())
        m_kind->addItem(said(known.name), toQt(known.id));
    m_kind->setEnabled(record == nullptr);
    if (record != nullptr)
        m_kind->setCurrentIndex(m_kind->findData(toQt(record->kind)));
    m_problem = new QLabel(this);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    auto* fields = new QWidget(this);
    m_lines = new QFormLayout(fields);
    m_lines->setRowWrapPolicy(QFormLayout::WrapLongRows);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(fields);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_buttons->button(QDialogButtonBox::Save)->setText(said("&Lưu", "&Save"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(said("&Hủy", "&Cancel"));
    auto* lines = new QVBoxLayout(this);
    lines->addWidget(m_kind);
    lines->addWidget(scroll, 1);
    lines->addWidget(m_problem);
    lines->addWidget(m_buttons);
    resize(420, 480);
    connect(m_kind, qOverload<int>(&QComboBox::currentIndexChanged), this,
            &RecordForm::showFields);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &RecordForm::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&desk, &Desk::libraryChanged, this, &RecordForm::taken);
    showFields();
}

std::string RecordForm::kind() const {
    return qgis::fromQt(m_kind->currentData().toString());
}

void RecordForm::showFields() {
    const records::FieldTexts kept = written();
    while (m_lines->rowCount() > 0)
        m_lines->removeRow(0);
    m_fields.clear();
    std::set<std::string, std::less<>> shown;
    const auto add = [&](const std::string& field, const QString& label, const QString& example) {
        if (!shown.insert(field).second)
            return;
        auto* edit = new QLineEdit(this);
        edit->setObjectName(toQt(field));
        edit->setAccessibleName(label);
        edit->setPlaceholderText(example);
        if (const records::FieldInfo* known = records::findField(field))
            edit->setToolTip(plainToolTip(said(known->meaning)));
        const auto before = m_before.find(field);
        const auto now = kept.find(field);
        edit->setText(toQt(now != kept.end()          ? now->second
                           : before != m_before.end() ? before->second
                                                      : std::string()));
        m_lines->addRow(label, edit);
        m_fields.emplace_back(field, edit);
    };
    for (const records::KindColumn& column : records::templateColumns(kind())) {
        const records::ColumnShape* shape = records::findColumnShape(column.field);
        const std::string field(column.field);
        const records::FieldInfo* known = records::findField(field);
        // A record has its number in `value`, and its places in one text.
        const bool isOfCells = m_record && (field == "area" || field == "output" ||
                                            field == "yield" || field == "count" ||
                                            field == "stars" || field == "commune" ||
                                            field == "district" || field == "province");
        if (shape == nullptr || known == nullptr || isOfCells)
            continue;
        const bool isNamed = !column.header.vi.empty();
        add(field, said(isNamed ? column.header : shape->header),
            m_record ? QString() : toQt(std::string(column.example)));
    }
    if (!m_record)
        return;
    for (const auto& [field, name] : namesOfFields())
        add(std::string(field), said(name), {});
    // Where it stands in its source and how it may be added up is no matter of a form.
    for (const auto& [field, text] : m_before)
        if (const records::FieldInfo* known = records::findField(field);
            known != nullptr && known->isDetail)
            add(field, said(known->meaning), {});
}

records::FieldTexts RecordForm::written() const {
    records::FieldTexts texts;
    for (const auto& [field, edit] : m_fields) {
        const auto before = m_before.find(field);
        const std::string now = qgis::fromQt(edit->text().trimmed());
        if (now != (before == m_before.end() ? std::string() : before->second))
            texts[field] = now;
    }
    return texts;
}

void RecordForm::save() {
    const records::FieldTexts texts = written();
    if (m_record && texts.empty())
        return reject();
    m_problem->hide();
    m_buttons->setEnabled(false);
    m_outcome = std::make_shared<Outcome>();
    m_desk.edit(
        m_record ? said("terroir: sửa bản ghi", "terroir: change a record")
                 : said("terroir: thêm bản ghi", "terroir: add a record"),
        [texts, kind = kind(), id = m_record ? m_record->id : std::string(),
         outcome = m_outcome](workspace::Workspace& workspace, const Progress&) {
            try {
                if (!id.empty()) {
                    outcome->made = workspace::changeRecord(workspace, userName(), id, texts);
                    return;
                }
                records::Source source = workspace::handSource();
                for (const records::Source& known : workspace.sources())
                    if (known.id == source.id)
                        source = known;
                outcome->made = workspace::addRecord(workspace, userName(), kind, texts, source);
            } catch (const Error& error) {
                outcome->isRefused = true;
                outcome->problem = error.text();
            }
        },
        [this] {
            m_outcome.reset();
            m_buttons->setEnabled(true);
        });
}

void RecordForm::taken() {
    if (m_outcome == nullptr)
        return;
    const auto outcome = std::exchange(m_outcome, nullptr);
    m_buttons->setEnabled(true);
    if (outcome->isRefused) {
        m_problem->setText(said(outcome->problem));
        m_problem->show();
        return;
    }
    for (const LocalText& remark : outcome->made.remarks)
        m_desk.say(said(remark), outcome->made.isDoubtful ? Qgis::MessageLevel::Warning
                                                          : Qgis::MessageLevel::Info);
    accept();
}

} // namespace terroir::qgis
