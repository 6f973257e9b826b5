#include "plugin/qgis/record_list_page.hpp"

#include "core/base/day_text.hpp"
#include "core/base/number.hpp"
#include "core/base/user_name.hpp"
#include "core/figures/column_words.hpp"
#include "core/records/fields.hpp"
#include "core/records/record_words.hpp"
#include "core/text/vietnamese.hpp"
#include "core/workspace/record_edits.hpp"
#include "plugin/qgis/asking.hpp"
#include "plugin/qgis/record_form.hpp"
#include "plugin/qgis/record_layers.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

#include <QAbstractTableModel>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QTreeView>
#include <qgisinterface.h>

#include <array>

namespace terroir::qgis {

/// Records of a library by their index, a row each.
class RecordListModel final : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    void set(LibraryPtr library, std::vector<std::size_t> rows) {
        beginResetModel();
        m_library = std::move(library);
        m_rows = std::move(rows);
        endResetModel();
    }
    const std::vector<std::size_t>& rows() const { return m_rows; }
    const records::Record& record(std::size_t row) const {
        return (*m_library->contents->records)[m_rows[row]];
    }
    int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : 6;
    }
    QVariant headerData(int column, Qt::Orientation orientation, int role) const override {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
            return {};
        const std::array<LocalText, 6> names{{{"Tên", "Name"},
                                              {"Giá trị", "Value"},
                                              {"Thời kỳ", "Period"},
                                              {"Chủ thể", "Holder"},
                                              {"Nơi", "Place"},
                                              {"Mã", "Id"}}};
        return said(names[std::size_t(column)]);
    }
    QVariant data(const QModelIndex& index, int role) const override {
        if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
            return {};
        const records::Record& one = record(std::size_t(index.row()));
        const records::RecordWords say(words().language());
        const std::string text = index.column() == 0   ? say.subject(one)
                                 : index.column() == 1 ? say.value(one)
                                 : index.column() == 2 ? say.period(one)
                                 : index.column() == 3 ? one.holder
                                 : index.column() == 4 ? say.places(one)
                                                       : one.id;
        return role == Qt::ToolTipRole ? plainToolTip(toQt(text)) : toQt(text);
    }

private:
    LibraryPtr m_library;
    std::vector<std::size_t> m_rows;
};

RecordListPage::RecordListPage(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk) {
    setObjectName(QStringLiteral("terroirRecordList"));
    m_later = new QTimer(this);
    m_later->setSingleShot(true);
    m_later->setInterval(200);
    connect(m_later, &QTimer::timeout, this, &RecordListPage::list);
    const auto addChoice = [this](const char* name, const QString& what) {
        auto* box = new QComboBox(this);
        box->setObjectName(QLatin1String(name));
        box->setAccessibleName(what);
        box->setToolTip(what);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        connect(box, qOverload<int>(&QComboBox::currentIndexChanged), this,
                [this] { m_later->start(); });
        return box;
    };
    const auto addText = [this](const char* name, const QString& what) {
        auto* edit = new QLineEdit(this);
        edit->setObjectName(QLatin1String(name));
        edit->setAccessibleName(what);
        edit->setPlaceholderText(what);
        edit->setClearButtonEnabled(true);
        connect(edit, &QLineEdit::textChanged, this, [this] { m_later->start(); });
        return edit;
    };
    const auto addButton = [this](const char* name, const QString& text, auto slot) {
        auto* button = new QPushButton(text, this);
        button->setObjectName(QLatin1String(name));
        connect(button, &QPushButton::clicked, this, slot);
        return button;
    };
    m_kind = addChoice("recordKind", said("Loại", "Kind"));
    m_source = addChoice("recordSource", said("Nguồn", "Source"));
    m_state = addChoice("recordState", said("Trạng thái", "State"));
    m_force = addChoice("recordForce", said("Hiệu lực", "In force"));
    m_subject = addText("recordSubject", said("Sản phẩm", "Product"));
    m_holder = addText("recordHolder", said("Chủ thể", "Holder"));
    m_text = addText("recordText", said("Chữ bất kỳ", "Any text"));
    m_count = new QLabel(this);
    m_count->setObjectName(QStringLiteral("recordCount"));
    m_model = new RecordListModel(this);
    m_list = new QTreeView(this);
    m_list->setObjectName(QStringLiteral("recordList"));
    m_list->setAccessibleName(said("Các bản ghi", "Records"));
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setAllColumnsShowFocus(true);

    auto* choices = new QGridLayout;
    int cell = 0;
    for (QWidget* one : std::initializer_list<QWidget*>{m_kind, m_subject, m_source, m_holder,
                                                        m_state, m_text, m_force}) {
        choices->addWidget(one, cell / 2, cell % 2);
        ++cell;
    }
    QPushButton* layers = addButton("recordLayers", said("Đưa vào &bản đồ", "Put on the &map"),
                                    &RecordListPage::addLayers);
    layers->setToolTip(said(
        "Các bản ghi có vị trí riêng của loại đang chọn thành lớp điểm, đường và vùng, sửa được "
        "bằng công cụ của QGIS",
        "The records of the chosen kind that have a place of their own as layers of points, "
        "lines and zones, which QGIS's tools edit"));
    choices->addWidget(layers, cell / 2, cell % 2);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(addButton("recordAdd", said("&Thêm…", "&Add…"),
                                 &RecordListPage::addRecord));
    m_change = addButton("recordChange", said("&Sửa…", "&Change…"), &RecordListPage::changeRecord);
    buttons->addWidget(m_change);
    m_delete = addButton("recordDelete", said("&Xóa", "&Delete"), &RecordListPage::deleteRecords);
    buttons->addWidget(m_delete);
    buttons->addWidget(addButton("recordUndo", said("&Hoàn tác", "&Undo"), &RecordListPage::undo));
    auto* lines = new QVBoxLayout(this);
    lines->setContentsMargins(4, 4, 4, 4);
    lines->addLayout(choices);
    lines->addWidget(m_count);
    lines->addWidget(m_list, 1);
    lines->addLayout(buttons);

    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RecordListPage::followChoice);
    connect(m_list, &QTreeView::activated, this, &RecordListPage::showRecord);
    connect(&desk, &Desk::libraryChanged, this, &RecordListPage::takeLibrary);
    connect(&desk, &Desk::asOfChanged, this, [this] {
        fillForces();
        m_later->start();
    });
    m_layers = new RecordLayers(desk, this);
    fillForces();
    takeLibrary();
}

void RecordListPage::takeLibrary() {
    setEnabled(m_desk.library() != nullptr);
    if (m_desk.library() == nullptr)
        return m_model->set(nullptr, {});
    const auto fill = [](QComboBox* box, const QString& any, const auto& items) {
        const QVariant before = box->currentData();
        const QSignalBlocker quiet(box);
        box->clear();
        box->addItem(any, QString());
        for (const auto& [text, id] : items)
            box->addItem(text, id);
        box->setCurrentIndex(std::max(0, box->findData(before)));
    };
    using Items = std::vector<std::pair<QString, QString>>;
    Items kinds, sources, states;
    for (const records::KindInfo& kind : records::kinds())
        kinds.emplace_back(said(kind.name), toQt(kind.id));
    for (const records::Source& source : *m_desk.library()->contents->sources)
        sources.emplace_back(toQt(source.title), toQt(source.id));
    for (const records::State state :
         {records::State::Done, records::State::Ongoing, records::State::Planned,
          records::State::Proposed, records::State::Withdrawn}) {
        const std::string id(records::toString(state));
        states.emplace_back(toQt(figures::cellInWords("status", id, words().language())),
                            toQt(id));
    }
    fill(m_kind, said("Mọi loại", "Any kind"), kinds);
    fill(m_source, said("Mọi nguồn", "Any source"), sources);
    fill(m_state, said("Mọi trạng thái", "Any state"), states);
    list();
}

/// On the day of the units, which stands above the pages.
void RecordListPage::fillForces() {
    const QSignalBlocker quiet(m_force);
    const int chosen = std::max(0, m_force->currentIndex());
    m_force->clear();
    m_force->addItem(said("Mọi hiệu lực", "In force or not"));
    m_force->addItem(
        said("Còn hiệu lực ngày %1", "In force on %1").arg(said(dayText(m_desk.asOf()))));
    m_force->addItem(toQt(
        text::capitalize(records::briefWords({{}, 12, m_desk.asOf()}).in(words().language()))));
    m_force->addItem(said("Đã thu hồi", "Revoked"));
    m_force->setCurrentIndex(chosen);
}

void RecordListPage::addLayers() {
    m_layers->add(m_kind->currentData().toString());
}

records::RecordFilter RecordListPage::filter() const {
    records::RecordFilter filter;
    const auto take = [](const QComboBox* box, std::vector<std::string>& wanted) {
        if (const std::string id = qgis::fromQt(box->currentData().toString()); !id.empty())
            wanted = {id};
    };
    take(m_kind, filter.kinds);
    take(m_source, filter.sources);
    if (const auto state = records::parseState(qgis::fromQt(m_state->currentData().toString())))
        filter.states = {*state};
    if (m_force->currentIndex() > 0) {
        filter.force = records::ForceWanted{{}, {}, m_desk.asOf()};
        if (m_force->currentIndex() == 1)
            filter.force->any = {records::Force::InForce};
        else if (m_force->currentIndex() == 2)
            filter.force->endsWithin = 12;
        else
            filter.force->any = {records::Force::Revoked};
    }
    filter.subject = qgis::fromQt(m_subject->text().trimmed());
    filter.holder = qgis::fromQt(m_holder->text().trimmed());
    filter.text = qgis::fromQt(m_text->text().trimmed());
    return filter;
}

void RecordListPage::list() {
    const LibraryPtr library = m_desk.library();
    if (library == nullptr)
        return;
    const records::RecordMatcher matcher(filter(), *library->contents->sources);
    const std::vector<records::Record>& all = *library->contents->records;
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (matcher.accepts(all[i]))
            rows.push_back(i);
    m_count->setText(said("%1 trong %2 bản ghi", "%1 of %2 records")
                         .arg(toQt(formatNumber(double(rows.size()), words().language())),
                              toQt(formatNumber(double(all.size()), words().language()))));
    m_model->set(library, std::move(rows));
    followChoice();
}

std::vector<std::size_t> RecordListPage::chosen() const {
    std::vector<std::size_t> rows;
    for (const QModelIndex& index : m_list->selectionModel()->selectedRows())
        rows.push_back(std::size_t(index.row()));
    return rows;
}

void RecordListPage::followChoice() {
    const std::size_t count = chosen().size();
    m_change->setEnabled(count == 1);
    m_delete->setEnabled(count > 0);
}

void RecordListPage::showRecord() {
    const std::vector<std::size_t> rows = chosen();
    if (rows.size() == 1)
        m_desk.selectRecords(toQt(m_model->record(rows.front()).id),
                             {m_model->rows()[rows.front()]});
}

void RecordListPage::addRecord() {
    auto* form = new RecordForm(m_desk, nullptr, m_desk.qgis().mainWindow());
    form->setAttribute(Qt::WA_DeleteOnClose);
    form->open();
}

void RecordListPage::changeRecord() {
    const std::vector<std::size_t> rows = chosen();
    if (rows.size() != 1)
        return;
    auto* form =
        new RecordForm(m_desk, &m_model->record(rows.front()), m_desk.qgis().mainWindow());
    form->setAttribute(Qt::WA_DeleteOnClose);
    form->open();
}

void RecordListPage::deleteRecords() {
    std::vector<std::string> ids;
    for (const std::size_t row : chosen())
        ids.push_back(m_model->record(row).id);
    if (ids.empty() ||
        !isConfirmed(m_desk.qgis().mainWindow(), said("Xóa bản ghi?", "Delete records?"),
                     said("Xóa %1 bản ghi? “Hoàn tác” đưa chúng trở lại.",
                          "Delete %1 records? “Undo” brings them back.")
                         .arg(ids.size())))
        return;
    m_desk.edit(said("terroir: xóa bản ghi", "terroir: delete records"),
                [ids](workspace::Workspace& workspace, const Progress&) {
                    workspace::deleteRecords(workspace, userName(), ids);
                });
}

void RecordListPage::undo() {
    const auto undone = std::make_shared<store::Edit>();
    m_desk.edit(said("terroir: hoàn tác", "terroir: undo"),
                [undone](workspace::Workspace& workspace, const Progress&) {
                    *undone = workspace::undoEdit(workspace);
                });
    // Once, when it is done.
    auto* const waiting = new QObject(this);
    connect(&m_desk, &Desk::libraryChanged, waiting, [this, undone, waiting] {
        waiting->deleteLater();
        if (undone->isUndone)
            m_desk.say(said("Đã hoàn tác: %1.", "Taken back: %1.").arg(said(undone->what)));
    });
}

} // namespace terroir::qgis
