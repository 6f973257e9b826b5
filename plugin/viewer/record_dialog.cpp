#include "plugin/viewer/record_dialog.hpp"

#include "core/base/day_text.hpp"
#include "core/base/user_name.hpp"
#include "core/gazetteer/versions.hpp"
#include "core/geocode/answer_words.hpp"
#include "core/records/fields.hpp"
#include "core/text/vietnamese.hpp"
#include "core/workspace/record_edits.hpp"
#include "plugin/viewer/ground_field.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/place_completer.hpp"
#include "plugin/viewer/strings.hpp"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QStringListModel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <set>

namespace terroir::viewer {

namespace {

constexpr int checkAfterMs = 250;          ///< a person types several letters
constexpr std::size_t maxKnown = 3000; ///< texts that are offered in a field
const QString lastKindKey = QStringLiteral("lastKindAdded");

std::string trimmed(const QString& text) {
    return text.trimmed().toStdString();
}

/// What records of a kind say in fields without choices of their own.
std::map<std::string, std::set<std::string>> knownTexts(const std::vector<records::Record>& all,
                                                        const std::string& kind) {
    std::map<std::string, std::set<std::string>> known;
    const auto add = [&](const char* field, const std::string& text) {
        if (std::set<std::string>& texts = known[field]; !text.empty() && texts.size() < maxKnown)
            texts.insert(text);
    };
    for (const records::Record& record : all) {
        add("holder", record.holder);
        if (record.kind != kind)
            continue;
        for (const std::string& subject : record.subjects)
            add("subject", subject);
        add("unit", record.unit);
        for (const records::Detail& detail : record.details)
            if (detail.field == "holder_type" || detail.field == "product_group" ||
                detail.field == "market" || detail.field == "manager" ||
                detail.field == "lead_organisation" || detail.field == "crop_season" ||
                detail.field == "result")
                add(detail.field.c_str(), detail.text);
    }
    return known;
}

} // namespace

RecordDialog::RecordDialog(Desk& desk, const std::string& kind, const records::FieldTexts& texts,
                           QWidget* parent)
    : RecordDialog(desk, std::optional<records::Record>(), parent) {
    std::string first = kind.empty() ? QSettings().value(lastKindKey).toString().toStdString() : kind;
    if (records::findKind(first) == nullptr)
        first = "model";
    m_kinds->setCurrentIndex(m_kinds->findData(toQString(first)));
    showKind(first, texts);
}

RecordDialog::RecordDialog(Desk& desk, records::Record record,
                           std::optional<records::RecordGround> ground, QWidget* parent)
    : RecordDialog(desk, std::optional(std::move(record)), parent) {
    m_ground->begin(std::move(ground));
    showKind(m_record->kind,
             records::formTexts(*m_record, records::formFields(m_record->kind), desk.language()));
}

RecordDialog::RecordDialog(Desk& desk, std::optional<records::Record> record, QWidget* parent)
    : QDialog(parent), m_desk(desk), m_contents(desk.contents()), m_record(std::move(record)),
      m_check(desk.worker()), m_known(desk.worker()) {
    setObjectName(QStringLiteral("recordDialog"));
    setWindowTitle(m_record ? tr("Change the record %1").arg(toQString(m_record->id))
                            : tr("Add a record"));
    m_soon.setSingleShot(true);
    m_soon.setInterval(checkAfterMs);
    connect(&m_soon, &QTimer::timeout, this, &RecordDialog::check);
    auto* lines = new QVBoxLayout(this);
    makeTop();
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_fields = new QWidget;
    m_fieldLines = new QVBoxLayout(m_fields);
    m_fieldLines->setContentsMargins(0, 0, 0, 0);
    scroll->setWidget(m_fields);
    lines->addWidget(scroll, 1);
    m_ground = new GroundField(desk.language(), this);
    lines->addWidget(m_ground);
    connect(m_ground, &GroundField::changed, this, &RecordDialog::checkSoon);
    connect(m_ground, &GroundField::pointWanted, this, &RecordDialog::pointWanted);
    connect(m_ground, &GroundField::drawingWanted, this, &RecordDialog::drawingWanted);
    m_verdict = named(new QLabel(this), "verdict", tr("What is said about the record"));
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_verdict->setMinimumHeight(fontMetrics().lineSpacing() * 3);
    m_verdict->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    lines->addWidget(m_verdict);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = named(buttons->addButton(m_record ? tr("&Save") : tr("&Add"),
                                      QDialogButtonBox::AcceptRole),
                   "saveRecord", tr("Store the record"));
    m_save->setDefault(true);
    lines->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &RecordDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(fontMetrics().averageCharWidth() * 84, fontMetrics().lineSpacing() * 34);
}

/// What cannot be changed later: the kind and the document.
void RecordDialog::makeTop() {
    auto* form = new QFormLayout;
    static_cast<QVBoxLayout*>(layout())->addLayout(form);
    m_kinds = named(new QComboBox(this), "kind", tr("Kind of records"));
    std::vector<std::pair<std::string, std::string>> kinds;
    for (const records::KindInfo& kind : records::kinds())
        kinds.emplace_back(text::capitalize(kind.name.in(m_desk.language())), kind.id);
    std::sort(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) {
        return text::compare(a.first, b.first) < 0;
    });
    for (const auto& [name, id] : kinds)
        m_kinds->addItem(toQString(name), toQString(id));
    m_sources = named(new QComboBox(this), "source", tr("Document"));
    m_sources->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_sources->setMinimumContentsLength(30);
    const records::Source byHand = workspace::handSource();
    m_sources->addItem(tr("Written by hand, of no document"), toQString(byHand.id));
    for (const records::Source& source : *m_contents->sources)
        if (source.id != byHand.id)
            m_sources->addItem(toQString(source.title.empty() ? source.id : source.title),
                               toQString(source.id));
    const auto addRow = [&](const QString& text, QComboBox* box) {
        auto* label = new QLabel(text, this);
        label->setBuddy(box);
        form->addRow(label, box);
    };
    addRow(tr("&Kind:"), m_kinds);
    addRow(tr("&Document:"), m_sources);
    if (m_record) {
        m_kinds->setCurrentIndex(m_kinds->findData(toQString(m_record->kind)));
        m_sources->setCurrentIndex(m_sources->findData(toQString(m_record->source)));
        const QString why = tr("It stays; delete the record and add another one to have it "
                               "otherwise.");
        for (QComboBox* box : {m_kinds, m_sources}) {
            box->setEnabled(false);
            box->setToolTip(why);
        }
        return;
    }
    connect(m_kinds, &QComboBox::activated, this, [this] {
        records::FieldTexts kept;
        for (const Input& input : m_inputs)
            kept[input.field.field] = textOf(input);
        showKind(m_kinds->currentData().toString().toStdString(), kept);
    });
    connect(m_sources, &QComboBox::activated, this, &RecordDialog::checkSoon);
}

void RecordDialog::showKind(const std::string& kind, const records::FieldTexts& texts) {
    m_kind = kind;
    m_inputs.clear();
    while (QLayoutItem* old = m_fieldLines->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    auto* top = new QWidget(m_fields);
    auto* rest = new QWidget(m_fields);
    auto *topForm = new QFormLayout(top), *restForm = new QFormLayout(rest);
    topForm->setContentsMargins(0, 0, 0, 0);
    restForm->setContentsMargins(0, 0, 0, 0);
    bool hasRest = false;
    for (const records::FormField& field : records::formFields(kind)) {
        const auto found = texts.find(field.field);
        const std::string text = found == texts.end() ? std::string() : found->second;
        // A number of another measure than the kind's, and words that the record has.
        const bool isSaid = !text.empty() && (field.field == "value" || field.field == "unit");
        const bool isMain = field.isMain || isSaid;
        addField(field, text, isMain ? *topForm : *restForm);
        m_inputs.back().isMain = isMain;
        hasRest = hasRest || !field.isMain;
    }
    m_more = named(new QToolButton(m_fields), "moreFields", tr("More fields"));
    m_more->setText(tr("More fields"));
    m_more->setCheckable(true);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setArrowType(Qt::RightArrow);
    m_more->setAutoRaise(true);
    m_more->setVisible(hasRest);
    rest->hide();
    connect(m_more, &QToolButton::toggled, rest, [this, rest](bool on) {
        rest->setVisible(on);
        m_more->setArrowType(on ? Qt::DownArrow : Qt::RightArrow);
    });
    m_fieldLines->addWidget(top);
    m_fieldLines->addWidget(m_more);
    m_fieldLines->addWidget(rest);
    m_fieldLines->addStretch(1);
    restForm->setRowWrapPolicy(QFormLayout::WrapLongRows);
    orderTabs();
    offerKnown();
    check();
}

/// From above to below, with the cursor in the first field.
void RecordDialog::orderTabs() {
    std::vector<QWidget*> order{m_kinds, m_sources};
    for (const bool isMain : {true, false}) {
        for (const Input& input : m_inputs)
            if (input.isMain == isMain)
                order.push_back(input.widget);
        if (isMain)
            order.push_back(m_more);
    }
    for (const char* name : {"coordinates", "pickPoint", "drawGround", "noGround", "saveRecord"})
        order.push_back(findChild<QWidget*>(QLatin1String(name)));
    for (std::size_t i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
    m_inputs.front().widget->setFocus();
}

void RecordDialog::addField(const records::FormField& field, const std::string& text,
                            QFormLayout& form) {
    const Language language = m_desk.language();
    const QString label = toQString(field.label.in(language));
    Input input;
    input.field = field;
    input.before = m_record ? text : std::string();
    QWidget* parent = form.parentWidget();
    if (field.choices.empty()) {
        input.edit = new QLineEdit(parent);
        input.widget = input.edit;
    } else {
        auto* box = new QComboBox(parent);
        box->setEditable(true);
        box->setInsertPolicy(QComboBox::NoInsert);
        box->addItem(QString());
        for (const records::FormChoice& choice : field.choices)
            box->addItem(toQString(choice.name.in(language)));
        box->completer()->setFilterMode(Qt::MatchContains);
        box->completer()->setCompletionMode(QCompleter::PopupCompletion);
        box->lineEdit()->setAccessibleName(label);
        input.edit = box->lineEdit();
        input.widget = box;
    }
    named(input.widget, ("field_" + field.field).c_str(), label);
    input.edit->setText(toQString(text));
    input.widget->setToolTip(toQString(field.meaning.in(language)));
    if (field.isDay)
        input.edit->setPlaceholderText(tr("31/12/2024"));
    if (field.field == "place") {
        input.edit->setPlaceholderText(tr("Type a commune, district or province…"));
        m_places = new PlaceCompleter(m_desk, input.edit);
    }
    auto* name = new QLabel(field.isRequired ? tr("%1 *").arg(label) : label, parent);
    name->setTextFormat(Qt::PlainText);
    name->setBuddy(input.widget);
    form.addRow(name, input.widget);
    if (field.field == "place") {
        m_unit = new QLabel(parent);
        m_unit->setObjectName(QStringLiteral("placeUnit"));
        m_unit->setTextFormat(Qt::PlainText);
        m_unit->setWordWrap(true);
        form.addRow(QString(), m_unit);
    }
    connect(input.edit, &QLineEdit::textChanged, this, &RecordDialog::checkSoon);
    m_inputs.push_back(std::move(input));
}

/// Holders, products and units that records have already, offered as one types.
void RecordDialog::offerKnown() {
    m_known.ask(
        [this, all = m_contents->records,
         kind = m_kind](workspace::Workspace&, const LatestRun::IsStale&) -> LatestRun::Answer {
            return [this, known = knownTexts(*all, kind)] {
                for (const Input& input : m_inputs) {
                    const auto texts = known.find(input.field.field);
                    if (texts == known.end() || texts->second.empty())
                        continue;
                    QStringList offered;
                    for (const std::string& text : texts->second)
                        offered.append(toQString(text));
                    for (const records::FormChoice& choice : input.field.choices)
                        offered.append(toQString(choice.name.in(m_desk.language())));
                    offered.removeDuplicates();
                    auto* completer = new QCompleter(offered, input.edit);
                    completer->setFilterMode(Qt::MatchContains);
                    completer->setCaseSensitivity(Qt::CaseInsensitive);
                    if (auto* box = qobject_cast<QComboBox*>(input.widget))
                        box->setCompleter(completer);
                    else
                        input.edit->setCompleter(completer);
                }
            };
        },
        [](const QString&) {});
}

/// A choice by its name is its code.
std::string RecordDialog::textOf(const Input& input) const {
    const std::string text = trimmed(input.edit->text());
    const auto chosen = std::find_if(
        input.field.choices.begin(), input.field.choices.end(), [&](const auto& choice) {
            return choice.name.in(m_desk.language()) == text;
        });
    return chosen == input.field.choices.end() ? text : chosen->text;
}

records::FieldTexts RecordDialog::texts() const {
    records::FieldTexts texts;
    for (const Input& input : m_inputs)
        if (trimmed(input.edit->text()) != input.before)
            texts[input.field.field] = textOf(input);
    return texts;
}

records::Source RecordDialog::source() const {
    const std::string id = m_sources->currentData().toString().toStdString();
    const auto& all = *m_contents->sources;
    const auto known =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == id; });
    return known == all.end() ? workspace::handSource() : *known;
}

void RecordDialog::checkSoon() {
    m_isFine = false;
    m_soon.start();
}

void RecordDialog::check() {
    m_soon.stop();
    m_isFine = false;
    if (const QString problem = m_ground->problem(); !problem.isEmpty()) {
        m_check.forget();
        return refuse(problem);
    }
    for (const Input& input : m_inputs) {
        const std::string text = trimmed(input.edit->text());
        const LocalText wrong = text == input.before
                                    ? LocalText()
                                    : notForField(input.field, text, m_desk.language());
        if (wrong != LocalText()) {
            m_check.forget();
            return refuse(toQString(wrong.in(m_desk.language())));
        }
    }
    m_check.ask(
        [this, source = source(),
         edit = workspace::RecordEdit{m_record ? m_record->id : std::string(),
                                      m_kind,
                                      texts(),
                                      {m_ground->isOther(), m_ground->ground()}}](
            workspace::Workspace& workspace, const LatestRun::IsStale&) -> LatestRun::Answer {
            auto made = workspace::tryEdit(workspace, edit, source);
            return [this, made = std::move(made)] { takeVerdict(made); };
        },
        [this](const QString& sentence) { refuse(sentence); });
}

/// "xã Bản Bo, huyện Tam Đường, tỉnh Lai Châu (31/12/2022)", or why it is none.
QString RecordDialog::placesOf(const records::Record& made) {
    const gazetteer::Gazetteer& gazetteer = *m_contents->gazetteer;
    const Language language = m_desk.language();
    QStringList names;
    m_typedUnit = gazetteer::noUnit;
    for (const records::Place& place : made.places) {
        if (place.role == records::PlaceRole::NameComponent)
            continue;
        const gazetteer::UnitIndex unit = place.status == geocode::Status::Matched
                                              ? gazetteer.find(place.uid)
                                              : gazetteer::noUnit;
        if (m_typedUnit == gazetteer::noUnit)
            m_typedUnit = unit;
        names.append(unit == gazetteer::noUnit
                         ? toQString(place.text) + QStringLiteral(": ") +
                               toQString(geocode::inWords(place.status).in(language))
                         : toQString(gazetteer::describeNear(gazetteer, unit, made.lookupDate)));
    }
    return names.isEmpty() ? QString()
                           : tr("→ %1 (units of %2)")
                                 .arg(names.join(QStringLiteral("; ")),
                                      toQString(dayText(made.lookupDate).in(language)));
}

void RecordDialog::takeVerdict(const records::EditedRecord& made) {
    if (m_soon.isActive())
        return; // about what was there before
    m_isFine = true;
    m_isDoubted = made.isDoubtful;
    QStringList sentences;
    for (const LocalText& remark : made.remarks)
        sentences.append(toQString(remark.in(m_desk.language())));
    if (m_ground->isMended())
        sentences.append(toQString(workspace::mendedZoneRemark().in(m_desk.language())));
    if (made.isDoubtful)
        sentences.prepend(tr("It can be stored, with this doubt:"));
    m_verdict->setText(sentences.isEmpty() ? tr("It can be stored like this.")
                                           : sentences.join(u'\n'));
    if (m_unit != nullptr)
        m_unit->setText(placesOf(made.record));
    if (m_places != nullptr)
        m_places->setDay(made.record.lookupDate);
    // A doubt that nobody has seen yet is not stored.
    if (std::exchange(m_wantsToSave, false) && !m_isDoubted)
        store();
    emit checked();
}

void RecordDialog::refuse(const QString& sentence) {
    if (m_soon.isActive())
        return;
    m_isFine = false;
    m_wantsToSave = false;
    m_verdict->setText(sentence);
    if (m_unit != nullptr)
        m_unit->clear();
    emit checked();
}

void RecordDialog::save() {
    if (m_isSaving)
        return;
    if (m_isFine)
        return store();
    m_wantsToSave = true;
    check();
}

void RecordDialog::store() {
    const records::FieldTexts written = texts();
    if (m_record && written.empty() && !m_ground->isOther())
        return accept();
    m_isSaving = true;
    m_save->setEnabled(false);
    auto made = std::make_shared<records::EditedRecord>();
    const QString title =
        m_record ? tr("Change the record %1").arg(toQString(m_record->id)) : tr("Add a record");
    m_desk.editWorkspace(
        title,
        [made, record = m_record, kind = m_kind, written, source = source(),
         ground = workspace::GroundChange{m_ground->isOther(), m_ground->ground()}](
            workspace::Workspace& workspace, const Progress&) {
            *made = record ? workspace::changeRecord(workspace, userName(), record->id, written,
                                                     ground)
                           : workspace::addRecord(workspace, userName(), kind, written, source,
                                                  ground);
        },
        [self = QPointer<RecordDialog>(this), desk = &m_desk, made, isNew = !m_record,
         kind = m_kind](const QString& failure) {
            if (failure.isEmpty()) {
                const QString id = toQString(made->record.id);
                if (isNew)
                    QSettings().setValue(lastKindKey, toQString(kind));
                emit desk->edited(isNew ? tr("The record %1 was added.").arg(id)
                                        : tr("The record %1 was changed.").arg(id));
                if (self != nullptr)
                    self->accept();
                return;
            }
            if (self == nullptr)
                return emit desk->said(failure);
            self->m_isSaving = false;
            self->m_save->setEnabled(true);
            self->refuse(failure);
        });
}

} // namespace terroir::viewer
