#include "plugin/qgis/record_form.hpp"

#include "core/base/error.hpp"
#include "core/base/user_name.hpp"
#include "core/records/code_words.hpp"
#include "core/records/fields.hpp"
#include "core/records/template_columns.hpp"
#include "core/workspace/record_edits.hpp"
#include "plugin/qgis/ground_features.hpp"
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
#include <qgisinterface.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

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
    m_where = new QLabel(this);
    m_where->setObjectName(QStringLiteral("where"));
    m_where->setWordWrap(true);
    m_where->setTextFormat(Qt::PlainText);
    auto* take =
        new QPushButton(said("Lấy từ đối tượng đang &chọn", "Take the &selected feature"), this);
    take->setObjectName(QStringLiteral("takeSelected"));
    take->setToolTip(
        said("Vị trí là hình của các đối tượng đang chọn trong lớp hiện hành của QGIS",
             "Its place is the shape of the features selected in QGIS's active layer"));
    m_noGround = new QPushButton(said("&Bỏ vị trí", "&No place"), this);
    m_noGround->setObjectName(QStringLiteral("noGround"));
    auto* whereButtons = new QHBoxLayout;
    whereButtons->addWidget(take);
    whereButtons->addWidget(m_noGround);
    whereButtons->addStretch(1);
    connect(take, &QPushButton::clicked, this, &RecordForm::takeSelected);
    connect(m_noGround, &QPushButton::clicked, this, [this] {
        m_ground = m_groundBefore ? workspace::GroundChange::toNone() : workspace::GroundChange();
        showGround();
    });
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_buttons->button(QDialogButtonBox::Save)->setText(said("&Lưu", "&Save"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(said("&Hủy", "&Cancel"));
    auto* lines = new QVBoxLayout(this);
    lines->addWidget(m_kind);
    lines->addWidget(scroll, 1);
    lines->addWidget(m_where);
    lines->addLayout(whereButtons);
    lines->addWidget(m_problem);
    lines->addWidget(m_buttons);
    resize(420, 480);
    connect(m_kind, qOverload<int>(&QComboBox::currentIndexChanged), this,
            &RecordForm::showFields);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &RecordForm::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&desk, &Desk::libraryChanged, this, &RecordForm::taken);
    if (record != nullptr)
        readGround();
    showGround();
    showFields();
}

void RecordForm::readGround() {
    try {
        workspace::Workspace workspace(m_desk.library()->contents->file, store::Mode::ReadOnly);
        m_groundBefore = records::loadGround(workspace.file(), m_record->id);
    } catch (const Error& error) {
        m_desk.say(said(error), Qgis::MessageLevel::Warning);
    }
}

void RecordForm::takeSelected() {
    const auto* layer = qobject_cast<QgsVectorLayer*>(m_desk.qgis().activeLayer());
    const auto problem = [this](const QString& sentence) {
        m_problem->setText(sentence);
        m_problem->show();
    };
    m_problem->hide();
    if (layer == nullptr || layer->selectedFeatureCount() == 0)
        return problem(
            said("Chưa chọn đối tượng nào: hãy chọn một lớp vectơ ở bảng Lớp rồi chọn đối "
                 "tượng của lớp ấy.",
                 "No feature is selected: choose a vector layer in the Layers panel and "
                 "select features of it."));
    try {
        bool isMended = false;
        geometry::Ground shape = geometry::soundGround(
            selectedGround(*layer, QgsProject::instance()->transformContext()), isMended);
        m_ground = workspace::GroundChange::to({std::move(shape),
                                                layer->providerType() == QLatin1String("memory")
                                                    ? records::Accuracy::Drawn
                                                    : records::Accuracy::Layer,
                                                qgis::fromQt(layer->name())});
    } catch (const Error& error) {
        return problem(said(error));
    }
    showGround();
}

void RecordForm::showGround() {
    const std::optional<records::RecordGround>& ground =
        m_ground.isChange ? m_ground.ground : m_groundBefore;
    m_noGround->setEnabled(ground.has_value());
    if (!ground)
        return m_where->setText(said("Vị trí riêng: chưa có.", "Place of its own: none."));
    const QString words = said(records::groundWords(ground->shape));
    const QString how = said(records::accuracyWords(ground->accuracy));
    m_where->setText(
        ground->source.empty()
            ? said("Vị trí riêng: %1, %2.", "Place of its own: %1, %2.").arg(words, how)
            : said("Vị trí riêng: %1, %2 (%3).", "Place of its own: %1, %2 (%3).")
                  .arg(words, how, toQt(ground->source)));
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
    if (m_record && texts.empty() && !m_ground.isChange)
        return reject();
    m_problem->hide();
    m_buttons->setEnabled(false);
    m_outcome = std::make_shared<Outcome>();
    m_desk.edit(
        m_record ? said("terroir: sửa bản ghi", "terroir: change a record")
                 : said("terroir: thêm bản ghi", "terroir: add a record"),
        [texts, ground = m_ground, kind = kind(), id = m_record ? m_record->id : std::string(),
         outcome = m_outcome](workspace::Workspace& workspace, const Progress&) {
            try {
                if (!id.empty()) {
                    outcome->made =
                        workspace::changeRecord(workspace, userName(), id, texts, ground);
                    return;
                }
                records::Source source = workspace::handSource();
                for (const records::Source& known : workspace.sources())
                    if (known.id == source.id)
                        source = known;
                outcome->made =
                    workspace::addRecord(workspace, userName(), kind, texts, source, ground);
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
