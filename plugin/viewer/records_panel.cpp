#include "plugin/viewer/records_panel.hpp"

#include "core/base/number.hpp"
#include "core/figures/column_words.hpp"
#include "core/gazetteer/versions.hpp"
#include "core/records/fields.hpp"
#include "core/text/vietnamese.hpp"
#include "plugin/viewer/column_menu.hpp"
#include "plugin/viewer/copy_cells.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/record_commands.hpp"
#include "plugin/viewer/record_list_model.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"
#include "plugin/viewer/table_view.hpp"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace terroir::viewer {

using figures::RecordColumn;
using gazetteer::noUnit;

namespace {

/// Leaves one of those that are wanted, empty meaning any; false when it is none of them.
template <class Value>
bool narrow(std::vector<Value>& wanted, const Value& one) {
    const bool isWanted =
        wanted.empty() || std::find(wanted.begin(), wanted.end(), one) != wanted.end();
    wanted = {one};
    return isWanted;
}

constexpr int typingMs = 200; ///< a person types several letters
constexpr int choiceInLetters = 7, textInLetters = 15;

std::string chosen(const QComboBox& box) {
    return box.currentData().toString().toStdString();
}

/// Puts in the choices and keeps the one that was made, if it is still there.
void fill(QComboBox& box, const QString& any,
          const std::vector<std::pair<std::string, QString>>& choices) {
    const QSignalBlocker quiet(box);
    const QVariant before = box.currentData();
    box.clear();
    box.addItem(any, QString());
    for (const auto& [id, name] : choices)
        box.addItem(name, toQString(id));
    box.setCurrentIndex(std::max(0, box.findData(before)));
}

} // namespace

struct RecordsPanel::Question {
    SnapshotPtr contents;
    Language language;
    records::RecordFilter filter;
    gazetteer::UnitIndex unit = noUnit;
    Date day;
    figures::RecordOrder order;
    std::string current; ///< id of the record to find again
};

struct RecordsPanel::Listing {
    SnapshotPtr contents;
    std::vector<std::uint32_t> rows;
    std::string current; ///< id of the record that was looked for
    int currentRow = -1;
    QString failure;

    void lookFor(const std::string& id) {
        current = id;
        const auto found = std::find_if(rows.begin(), rows.end(), [&](std::uint32_t index) {
            return (*contents->records)[index].id == id;
        });
        currentRow =
            id.empty() || found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
    }
};

RecordsPanel::RecordsPanel(Desk& desk, RecordCommands& commands, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_commands(commands),
      m_newest(std::make_shared<std::atomic<int>>(0)), m_kept(std::make_shared<Kept>()) {
    setObjectName(QStringLiteral("records"));
    m_pool.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(typingMs);
    connect(&m_soon, &QTimer::timeout, this, &RecordsPanel::list);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(makeFilter());
    makeTable();
    layout->addWidget(m_table, 1);
    m_notice = new QLabel(this);
    m_notice->setObjectName(QStringLiteral("recordsNotice"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setAlignment(Qt::AlignCenter);
    m_notice->setWordWrap(true);
    layout->addWidget(m_notice, 1);
    makeMenu();
    connect(&desk, &Desk::contentsChanged, this, &RecordsPanel::takeContents);
    const auto takeLimits = [this] {
        if (m_limits != m_desk.limits())
            list();
    };
    connect(&desk, &Desk::specChanged, this, takeLimits);
    connect(&desk, &Desk::activeMapChanged, this, takeLimits);
    connect(&desk, &Desk::selectionChanged, this, &RecordsPanel::takeSelection);
    connect(&desk, &Desk::recordsSelected, this, &RecordsPanel::takeSelection);
    takeContents();
}

RecordsPanel::~RecordsPanel() {
    ++*m_newest;
    m_pool.waitForDone();
}

QLayout* RecordsPanel::makeFilter() {
    m_text = named(new QLineEdit(this), "recordsText", tr("Find in records"));
    m_text->setPlaceholderText(tr("Find in records…"));
    m_text->setToolTip(tr("Records that say this anywhere, without diacritics if you like"));
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(fontMetrics().averageCharWidth() * textInLetters);
    const auto addChoice = [this](const char* name, const QString& spoken) {
        auto* box = named(new QComboBox(this), name, spoken);
        box->setToolTip(spoken);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(choiceInLetters);
        connect(box, &QComboBox::currentIndexChanged, this, &RecordsPanel::list);
        return box;
    };
    m_kind = addChoice("recordsKind", tr("Only records of this kind"));
    m_source = addChoice("recordsSource", tr("Only records of this document"));
    m_state = addChoice("recordsState", tr("Only records of this state"));
    m_doubtful = named(new QCheckBox(tr("Doubts"), this), "recordsDoubtful", tr("Doubts"));
    m_doubtful->setToolTip(tr("Only records with a doubt or an open place"));
    m_inUnit =
        named(new QCheckBox(tr("Selected unit"), this), "recordsInUnit", tr("Selected unit"));
    m_inUnit->setToolTip(tr("Only records in the unit that is selected on the map"));
    m_count = new QLabel(this);
    m_count->setObjectName(QStringLiteral("recordsCount"));
    m_count->setTextFormat(Qt::PlainText);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(4, 2, 4, 0);
    line->setSpacing(4);
    line->addWidget(m_text, 3);
    for (QComboBox* box : {m_kind, m_source, m_state})
        line->addWidget(box, 2);
    line->addWidget(m_doubtful);
    line->addWidget(m_inUnit);
    line->addWidget(m_count);
    connect(m_text, &QLineEdit::textChanged, this, &RecordsPanel::listSoon);
    connect(m_doubtful, &QCheckBox::toggled, this, &RecordsPanel::list);
    connect(m_inUnit, &QCheckBox::toggled, this, &RecordsPanel::list);
    return line;
}

void RecordsPanel::makeTable() {
    m_model = new RecordListModel(m_desk.language(), this);
    m_table = makeTableView(m_model, "recordsTable", tr("Records"), this);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 3);
    m_table->sortByColumn(static_cast<int>(RecordColumn::Id), Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    std::vector<int> hidden;
    for (const RecordColumn column :
         {RecordColumn::Id, RecordColumn::Category, RecordColumn::ValueMax, RecordColumn::Qualifier,
          RecordColumn::State, RecordColumn::Place, RecordColumn::Line, RecordColumn::Note,
          RecordColumn::Doubt})
        hidden.push_back(static_cast<int>(column));
    offerColumns(*m_table, hidden);
    const int letter = m_table->fontMetrics().averageCharWidth();
    for (const auto& [column, letters] : {std::pair{RecordColumn::Kind, 14},
                                          {RecordColumn::Subject, 26},
                                          {RecordColumn::Value, 9},
                                          {RecordColumn::Unit, 10},
                                          {RecordColumn::Indicator, 14},
                                          {RecordColumn::Period, 12},
                                          {RecordColumn::Holder, 24},
                                          {RecordColumn::UnitName, 20},
                                          {RecordColumn::Source, 30},
                                          {RecordColumn::Note, 30},
                                          {RecordColumn::Doubt, 30}})
        m_table->setColumnWidth(static_cast<int>(column), letters * letter);
    connect(m_model, &RecordListModel::orderWanted, this, &RecordsPanel::list);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RecordsPanel::showCurrent);
    connect(m_table, &QTableView::activated, this, [this] { m_commands.edit(currentId()); });
}

void RecordsPanel::makeMenu() {
    const auto add = [this](const char* name, const QString& text, const QKeySequence& keys,
                            auto work) {
        auto* action = new QAction(text, m_table);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_table->addAction(action);
        connect(action, &QAction::triggered, this, work);
        return action;
    };
    QAction* edit =
        add("recordEdit", tr("&Change…"), Qt::Key_F2, [this] { m_commands.edit(currentId()); });
    QAction* remove = add("recordDelete", tr("&Delete"), QKeySequence::Delete,
                          [this] { m_commands.remove(selectedIds()); });
    QAction* history =
        add("recordHistory", tr("&History…"), {}, [this] { m_commands.showHistory(currentId()); });
    QAction* attached = add("recordAttachments", tr("&Attached documents…"), {},
                            [this] { m_commands.showAttachments(currentId()); });
    add("recordsCopy", tr("C&opy rows"), QKeySequence::Copy, [this] { copy(); });
    const auto enable = [this, edit, remove, history, attached] {
        const bool has = m_table->currentIndex().isValid();
        for (QAction* action : {edit, history, attached})
            action->setEnabled(has);
        remove->setEnabled(m_table->selectionModel()->hasSelection());
    };
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, enable);
    connect(m_model, &QAbstractItemModel::modelReset, this, enable);
    enable();
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void RecordsPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isMissed)
        list();
}

void RecordsPanel::takeContents() {
    fillChoices();
    list();
}

/// The kinds, documents and states that there are; kinds by the Vietnamese alphabet.
void RecordsPanel::fillChoices() {
    std::vector<std::pair<std::string, QString>> kinds, sources, states;
    if (const SnapshotPtr& contents = m_desk.contents()) {
        for (const records::KindInfo& kind : records::kinds())
            kinds.emplace_back(kind.id, toQString(kind.name.in(m_desk.language())));
        std::sort(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) {
            return text::compare(a.second.toStdString(), b.second.toStdString()) < 0;
        });
        for (const records::Source& source : *contents->sources)
            sources.emplace_back(source.id,
                                 toQString(source.title.empty() ? source.id : source.title));
    }
    for (const records::State state :
         {records::State::Done, records::State::Ongoing, records::State::Planned,
          records::State::Proposed, records::State::Withdrawn})
        states.emplace_back(
            records::toString(state),
            toQString(figures::cellInWords("status", std::string(records::toString(state)),
                                           m_desk.language())));
    fill(*m_kind, tr("All kinds"), kinds);
    fill(*m_source, tr("All documents"), sources);
    fill(*m_state, tr("All states"), states);
}

void RecordsPanel::takeSelection() {
    if (m_isOwnSelection)
        return;
    m_shown.clear();
    if (m_inUnit->isChecked())
        list();
}

void RecordsPanel::listSoon() {
    m_soon.start();
}

std::string RecordsPanel::currentId() const {
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_model->record(current.row()).id : std::string();
}

std::vector<std::string> RecordsPanel::selectedIds() const {
    std::vector<std::string> ids;
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            ids.push_back(m_model->record(row).id);
    return ids;
}

/// A panel that nobody sees lists nothing.
void RecordsPanel::list() {
    m_soon.stop();
    const SnapshotPtr& contents = m_desk.contents();
    m_notice->setVisible(contents == nullptr);
    m_table->setVisible(contents != nullptr);
    if (contents == nullptr) {
        m_notice->setText(tr("No workspace is open. Open one or make a new one in the menu File."));
        return;
    }
    m_isMissed = !isVisible();
    if (m_isMissed)
        return;
    Question question{contents, m_desk.language(), {}, noUnit, {}, m_model->order(), currentId()};
    // What the map is narrowed to holds here as well; the choices of the panel narrow it further.
    m_limits = m_desk.limits();
    static_cast<records::Limits&>(question.filter) = m_limits;
    bool isAny = true;
    if (const std::string kind = chosen(*m_kind); !kind.empty())
        isAny = narrow(question.filter.kinds, kind);
    if (const std::string source = chosen(*m_source); !source.empty())
        isAny = narrow(question.filter.sources, source) && isAny;
    if (const auto state = records::parseState(chosen(*m_state)))
        isAny = narrow(question.filter.states, *state) && isAny;
    if (!isAny)
        question.filter.kinds = {std::string()}; // what no record has
    question.filter.text = m_text->text().trimmed().toStdString();
    question.filter.isDoubtful = m_doubtful->isChecked();
    if (m_inUnit->isChecked() && m_desk.selectedUnit() != noUnit) {
        const FiguresPtr figures = m_desk.activeFigures();
        question.unit = m_desk.selectedUnit();
        question.day =
            gazetteer::dayOf(contents->gazetteer->unit(question.unit),
                             figures == nullptr ? Date::today() : figures->evaluated.asOf);
    }
    m_count->setText(tr("Listing…"));
    const int number = ++*m_newest;
    m_pool.start([this, question = std::move(question), number, newest = m_newest, kept = m_kept] {
        const auto isStale = [newest, number] { return *newest != number; };
        if (isStale())
            return;
        auto listing = std::make_shared<Listing>();
        try {
            *listing = listingOf(question, *kept, isStale);
        } catch (const std::exception& error) {
            listing->failure = viewer::said(error);
        }
        if (isStale())
            return;
        // The panel waits for this thread before it goes.
        QMetaObject::invokeMethod(
            this,
            [this, listing, isStale] {
                if (!isStale())
                    take(std::move(*listing));
            },
            Qt::QueuedConnection);
    });
}

RecordsPanel::Listing RecordsPanel::listingOf(const Question& question, Kept& kept,
                                              const std::function<bool()>& isStale) {
    const Snapshot& contents = *question.contents;
    const std::vector<records::Record>& all = *contents.records;
    std::vector<std::size_t> among;
    if (question.unit != noUnit) {
        if (kept.byUnit == nullptr || kept.byUnit->records() != contents.records)
            kept.byUnit = std::make_shared<const records::RecordsByUnit>(contents.gazetteer,
                                                                         contents.records);
        among = kept.byUnit->within(question.unit, question.day);
    }
    const records::RecordMatcher matcher(question.filter, *contents.sources);
    const figures::RecordCells cells(*contents.gazetteer, *contents.sources, question.language);
    Listing listing{question.contents,
                    figures::listRecords(all, question.unit == noUnit ? nullptr : &among, matcher,
                                         cells, question.order, isStale),
                    {},
                    -1,
                    {}};
    listing.lookFor(question.current);
    return listing;
}

void RecordsPanel::take(Listing listing) {
    if (!listing.failure.isEmpty()) {
        m_count->clear();
        emit m_desk.said(listing.failure);
        return;
    }
    if (listing.contents != m_desk.contents())
        return; // a newer list is on its way
    const std::size_t all = listing.contents->records->size(), listed = listing.rows.size();
    const auto number = [this](std::size_t count) {
        return toQString(formatNumber(double(count), m_desk.language()));
    };
    m_count->setText(listed == all ? tr("%1 records").arg(number(all))
                                   : tr("%1 of %2 records").arg(number(listed), number(all)));
    if (const std::string now = currentId(); now != listing.current) // chosen meanwhile
        listing.lookFor(now);
    const std::string before = std::exchange(m_shown, {});
    m_isOwnSelection = true; // the window goes on showing what it shows
    m_model->setRows(std::move(listing.contents), std::move(listing.rows));
    if (listing.currentRow >= 0)
        m_table->selectRow(listing.currentRow);
    m_isOwnSelection = false;
    if (listing.currentRow >= 0) {
        m_table->scrollTo(m_model->index(listing.currentRow, m_table->columnAt(0)));
        if (before == currentId()) { // it may say something else now
            m_shown.clear();
            showCurrent();
        }
    }
    emit shown();
}

void RecordsPanel::showCurrent() {
    const QModelIndex current = m_table->currentIndex();
    if (m_isOwnSelection || !current.isValid())
        return;
    const records::Record& record = m_model->record(current.row());
    m_shown = record.id;
    m_isOwnSelection = true;
    m_desk.selectRecords({toQString(records::RecordWords(m_desk.language()).subject(record)),
                          {m_model->index(current.row())}});
    m_isOwnSelection = false;
}

void RecordsPanel::copy() {
    QGuiApplication::clipboard()->setText(copiedRows(*m_table, Header::No));
}

} // namespace terroir::viewer
