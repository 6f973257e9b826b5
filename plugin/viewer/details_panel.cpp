#include "plugin/viewer/details_panel.hpp"

#include "core/figures/selection_sum.hpp"
#include "core/gazetteer/versions.hpp"
#include "plugin/viewer/column_menu.hpp"
#include "plugin/viewer/copy_cells.hpp"
#include "plugin/viewer/later.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/record_model.hpp"
#include "plugin/viewer/strings.hpp"
#include "plugin/viewer/table_view.hpp"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QTextBrowser>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>

namespace terroir::viewer {

using gazetteer::noUnit;

namespace {

constexpr int widestColumnInLetters = 30;

QTextBrowser* makeBrowser(const char* name, const QString& title, QWidget* parent) {
    auto* browser = new QTextBrowser(parent);
    browser->setObjectName(QLatin1String(name));
    browser->setAccessibleName(title);
    browser->setOpenLinks(false);
    browser->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    browser->setFrameShape(QFrame::NoFrame);
    browser->document()->setIndentWidth(browser->fontMetrics().averageCharWidth() * 2);
    return browser;
}

} // namespace

DetailsPanel::DetailsPanel(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk) {
    setObjectName(QStringLiteral("details"));
    makeWidgets();
    connect(&desk, &Desk::contentsChanged, this, &DetailsPanel::takeContents);
    connect(&desk, &Desk::selectionChanged, this, &DetailsPanel::takeSelection);
    connect(&desk, &Desk::recordsSelected, this, &DetailsPanel::takeSelection);
    connect(&desk, &Desk::activeMapChanged, this, &DetailsPanel::refresh);
    connect(&desk, &Desk::figuresChanged, this, [this](int map) {
        if (map == m_desk.activeMap())
            refresh();
    });
    if (desk.contents() != nullptr)
        takeContents();
    else
        refresh();
}

void DetailsPanel::makeWidgets() {
    auto* splitter = new QSplitter(Qt::Vertical, this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);

    m_text = makeBrowser("detailsText", tr("Details"), splitter);
    connect(m_text, &QTextBrowser::anchorClicked, this, &DetailsPanel::follow);
    m_text->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_text, &QWidget::customContextMenuRequested, this,
            [this](QPoint at) { showTextMenu(*m_text, at); });

    auto* middle = new QWidget(splitter);
    auto* inside = new QVBoxLayout(middle);
    inside->setContentsMargins(0, 0, 0, 0);
    m_count = new QLabel(middle);
    m_count->setObjectName(QStringLiteral("detailsCount"));
    m_count->setTextFormat(Qt::PlainText);
    m_count->setWordWrap(true);
    m_count->setMargin(fontMetrics().height() / 4);
    m_profile = named(new QPushButton(tr("Profile…"), middle), "detailsProfile",
                      tr("All that is known of the unit on one page, to copy, print or save"));
    connect(m_profile, &QPushButton::clicked, this, [this] { emit profileWanted(m_unit); });
    auto* top = new QHBoxLayout;
    top->addWidget(m_count, 1);
    top->addWidget(m_profile);
    inside->addLayout(top);
    m_model = new RecordModel(m_desk.language(), this);
    m_sorted = new QSortFilterProxyModel(this);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(RecordModel::SortRole);
    m_table = makeTableView(m_sorted, "detailsRecords", tr("Records"), middle);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    offerColumns(*m_table);
    inside->addWidget(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &DetailsPanel::showRecord);
    makeRecordMenu();

    m_record = makeBrowser("detailsRecord", tr("Record"), splitter);
    m_record->hide();
    connect(m_record, &QTextBrowser::anchorClicked, this, &DetailsPanel::follow);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setStretchFactor(2, 2);
}

void DetailsPanel::makeRecordMenu() {
    const auto add = [this](const char* name, const QString& text, auto work) {
        auto* action = new QAction(text, m_table);
        action->setObjectName(QLatin1String(name));
        m_table->addAction(action);
        connect(action, &QAction::triggered, this, work);
        return action;
    };
    const auto addFor = [&](const char* name, const QString& text, auto wanted) {
        add(name, text, [this, wanted] {
            const QModelIndex index = m_table->currentIndex();
            if (index.isValid())
                emit(this->*wanted)(
                    (*m_model->contents()
                          ->records)[m_model->record(m_sorted->mapToSource(index).row())]
                        .id);
        });
    };
    addFor("detailsEdit", tr("Change the &record…"), &DetailsPanel::editWanted);
    addFor("detailsHistory", tr("&History"), &DetailsPanel::historyWanted);
    addFor("detailsAttachments", tr("&Attached documents…"), &DetailsPanel::attachmentsWanted);
    QAction* copy = add("detailsCopy", tr("&Copy rows"), [this] { copyRecords(); });
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void DetailsPanel::takeSelection() {
    if (m_isOwnSelection)
        return;
    m_unit = m_desk.selectedUnit();
    m_asked = m_desk.selectedRecords();
    refresh();
}

void DetailsPanel::takeContents() {
    m_places.reset();
    takeSelection();
    runLater(
        m_desk, this,
        [](workspace::Workspace& workspace) {
            return std::make_shared<const records::RecordsByUnit>(workspace.sharedGazetteer(),
                                                                  workspace.sharedRecords());
        },
        [this](std::shared_ptr<const records::RecordsByUnit> places) {
            // A newer one is on its way when the records are others by now.
            if (places->records() != m_desk.contents()->records)
                return;
            m_places = std::move(places);
            showRecords();
        });
}

const figures::EvaluatedTheme* DetailsPanel::figures() const {
    // Figures of the contents before must not be read with units and records of those of now.
    const FiguresPtr& figures = m_desk.figures(m_desk.activeMap());
    return figures == nullptr || figures->contents->gazetteer != m_desk.contents()->gazetteer
               ? nullptr
               : &figures->evaluated;
}

Date DetailsPanel::day() const {
    return figures() == nullptr ? Date::today() : figures()->asOf;
}

figures::Details DetailsPanel::text() const {
    return {m_desk.contents(), figures(), day(), m_desk.language()};
}

void DetailsPanel::refresh() {
    showText();
    showRecords();
}

void DetailsPanel::showText() {
    if (m_desk.contents() == nullptr)
        m_text->setPlainText(tr("No workspace is open. Open one or make a new one in the menu "
                                "File."));
    else if (m_desk.selectedUnits().size() > 1 && figures() != nullptr && m_asked.title.isEmpty())
        m_text->setHtml(severalUnits());
    else if (m_unit != noUnit)
        m_text->setHtml(toQString(text().unit(m_unit)));
    else if (!m_asked.title.isEmpty())
        m_text->setHtml(QStringLiteral("<h3>%1</h3>").arg(m_asked.title.toHtmlEscaped()));
    else
        m_text->setHtml(toQString(text().workspace()));
}

/// How many, their figures together, and each with a link.
QString DetailsPanel::severalUnits() const {
    const gazetteer::Gazetteer& gazetteer = *m_desk.contents()->gazetteer;
    const std::vector<gazetteer::UnitIndex>& units = m_desk.selectedUnits();
    QString html =
        QStringLiteral("<h3>%1</h3>")
            .arg(tr("%1 selected")
                     .arg(toQString(figures::selectedCount(*figures(), units.size(), gazetteer))));
    for (const std::string& line : figures::sumLines(*figures(), units, gazetteer))
        html += QStringLiteral("<p><b>%1</b></p>").arg(toQString(line).toHtmlEscaped());
    html += QStringLiteral("<p>");
    for (const gazetteer::UnitIndex unit : units) {
        const gazetteer::Unit& one = gazetteer.unit(unit);
        html += QStringLiteral("<a href=\"unit:%1\">%2</a>%3")
                    .arg(toQString(one.uid), toQString(one.fullName()).toHtmlEscaped(),
                         unit == units.back() ? QString() : QStringLiteral(", "));
    }
    return html + QStringLiteral("</p>");
}

void DetailsPanel::showRecords() {
    const SnapshotPtr& contents = m_desk.contents();
    std::vector<std::size_t> records = m_asked.records;
    if (m_unit != noUnit) {
        if (m_places == nullptr)
            return;
        records =
            m_places->within(m_unit, gazetteer::dayOf(contents->gazetteer->unit(m_unit), day()));
    }
    const std::size_t all = records.size();
    if (const records::Limits limits = m_desk.limits(); m_unit != noUnit && !limits.isEmpty()) {
        const records::LimitMatcher matcher(limits, *m_desk.contents()->sources);
        std::erase_if(records, [&](std::size_t index) {
            return !matcher.accepts((*contents->records)[index]);
        });
    }
    if (contents == m_model->contents() && records == m_model->records() && !records.empty())
        return emit recordsShown();
    const bool hasAsked = m_unit != noUnit || !m_asked.title.isEmpty();
    m_count->setVisible(hasAsked);
    m_profile->setVisible(m_unit != noUnit);
    QString count = all == 0 ? tr("No record names this unit or a place within it.")
                             : tr("%n record(s)", nullptr, int(records.size()));
    if (records.size() < all)
        count += QLatin1Char(' ') + tr("within the filter, of %1").arg(all);
    m_count->setText(count);
    m_table->setVisible(!records.empty());
    m_table->parentWidget()->setVisible(hasAsked);
    m_record->hide();
    m_model->setRecords(contents, std::move(records));
    fitColumns(*m_table, widestColumnInLetters);
    if (m_unit == noUnit && m_model->rowCount() == 1) // asked for by itself: in full
        m_table->selectRow(0);
    emit recordsShown();
}

void DetailsPanel::showRecord(const QModelIndex& index) {
    m_record->setVisible(index.isValid());
    if (!index.isValid())
        return;
    // Those that the table shows: the desk may have newer ones.
    const SnapshotPtr& contents = m_model->contents();
    const records::Record& record =
        (*contents->records)[m_model->record(m_sorted->mapToSource(index).row())];
    m_record->setHtml(toQString(text().record(record)));
    for (const records::Place& place : record.places) {
        const gazetteer::UnitIndex unit = place.status == geocode::Status::Matched
                                              ? contents->gazetteer->find(place.uid)
                                              : noUnit;
        if (unit == noUnit)
            continue;
        // The panel goes on showing what its table is about.
        m_isOwnSelection = true;
        m_desk.selectUnit(unit, Desk::Zoom::Yes);
        m_isOwnSelection = false;
        return;
    }
}

void DetailsPanel::follow(const QUrl& link) {
    const std::string id = link.path().toStdString();
    const SnapshotPtr& contents = m_desk.contents();
    if (link.scheme() == QLatin1String("unit")) {
        const gazetteer::UnitIndex unit = contents->gazetteer->find(id);
        if (unit != noUnit)
            m_desk.selectUnit(unit, Desk::Zoom::Yes);
        return;
    }
    std::vector<std::size_t> records;
    for (std::size_t i = 0; i < contents->records->size(); ++i)
        if ((*contents->records)[i].source == id)
            records.push_back(i);
    m_desk.selectRecords(
        {toQString(records::RecordWords(m_desk.language()).source(id, *contents->sources)),
         std::move(records)});
}

void DetailsPanel::showTextMenu(QTextBrowser& browser, QPoint at) {
    const QUrl link(browser.anchorAt(at));
    if (link.scheme() == QLatin1String("source"))
        return emit sourceMenuWanted(link.path().toStdString(),
                                     browser.viewport()->mapToGlobal(at));
    QMenu* menu = browser.createStandardContextMenu(at);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(browser.viewport()->mapToGlobal(at));
}

void DetailsPanel::copyRecords() {
    QGuiApplication::clipboard()->setText(copiedRows(*m_table, Header::No));
}

} // namespace terroir::viewer
