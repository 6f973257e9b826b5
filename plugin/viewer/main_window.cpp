#include "plugin/viewer/main_window.hpp"

#include "core/base/day_text.hpp"
#include "core/base/error.hpp"
#include "core/base/number.hpp"
#include "core/theme/read_theme.hpp"
#include "plugin/viewer/asking.hpp"
#include "plugin/viewer/chart_panel.hpp"
#include "plugin/viewer/context_menus.hpp"
#include "plugin/viewer/details_panel.hpp"
#include "plugin/viewer/file_commands.hpp"
#include "plugin/viewer/filter_bar.hpp"
#include "plugin/viewer/focus_ring.hpp"
#include "plugin/viewer/help_menu.hpp"
#include "plugin/viewer/legend_panel.hpp"
#include "plugin/viewer/profile_commands.hpp"
#include "plugin/viewer/province_dialog.hpp"
#include "plugin/viewer/record_commands.hpp"
#include "plugin/viewer/records_panel.hpp"
#include "plugin/viewer/remembered_map.hpp"
#include "plugin/viewer/report_commands.hpp"
#include "plugin/viewer/report_pane.hpp"
#include "plugin/viewer/review_panel.hpp"
#include "plugin/viewer/search_box.hpp"
#include "plugin/viewer/selection_bar.hpp"
#include "plugin/viewer/source_commands.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"
#include "plugin/viewer/table_panel.hpp"
#include "plugin/viewer/theme_panel.hpp"
#include "plugin/viewer/time_bar.hpp"
#include "plugin/viewer/undo_order.hpp"
#include "plugin/viewer/workspace_watcher.hpp"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QListView>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>

namespace terroir::viewer {

namespace {

constexpr int lookVersion = 1; ///< of saveState()
constexpr int sentenceMs = 8000;

} // namespace

MainWindow::MainWindow(Desk& desk, QWidget* parent) : QMainWindow(parent), m_desk(desk) {
    setObjectName(QStringLiteral("window"));
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    m_map = new MapPane(desk, this);
    m_report = new ReportPane(desk, m_map, this);
    setCentralWidget(m_report);
    m_reports = new ReportCommands(desk, *m_report, this);
    m_files = new FileCommands(desk, this);
    m_records = new RecordCommands(desk, this);
    m_undo = new UndoOrder(desk, this);
    m_sources = new SourceCommands(desk, this);
    m_profiles = new ProfileCommands(desk, this);
    new WorkspaceWatcher(desk, this);
    new FocusRing(this);
    makePanels();
    makeMenus();
    makeStatusBar();
    wireReport();
    connect(&desk, &Desk::contentsChanged, this, &MainWindow::takeContents);
    connect(&desk, &Desk::openFailed, this, &MainWindow::showOpenFailure);
    connect(&desk, &Desk::said, this,
            [this](const QString& sentence) { statusBar()->showMessage(sentence, sentenceMs); });
    updateTitle();
}

QDockWidget* MainWindow::addPanel(const char* name, const QString& title, QWidget* panel,
                                  Qt::DockWidgetArea area) {
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(QLatin1String(name));
    dock->setWidget(panel);
    panel->setAccessibleName(title);
    addDockWidget(area, dock);
    return dock;
}

void MainWindow::makePanels() {
    auto* search = new SearchBox(m_desk, this);
    QToolBar* searchBar = addToolBar(tr("Search"));
    searchBar->setObjectName(QStringLiteral("searchBar"));
    searchBar->addWidget(search);
    auto* beginSearch = new QAction(this);
    beginSearch->setShortcuts(
        {QKeySequence(QKeySequence::Find), QKeySequence(Qt::CTRL | Qt::Key_K)});
    QMainWindow::addAction(beginSearch);
    connect(beginSearch, &QAction::triggered, search, &SearchBox::begin);
    connect(search, &SearchBox::placeTyped, m_map, &MapPane::goTo);
    QToolBar* filterBar = addToolBar(tr("Filter"));
    filterBar->setObjectName(QStringLiteral("filterBar"));
    filterBar->addWidget(new FilterBar(m_desk, filterBar));

    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    addPanel("legendDock", tr("Legend"), new LegendPanel(m_desk), Qt::RightDockWidgetArea);
    addPanel("detailsDock", tr("Details"), new DetailsPanel(m_desk, this), Qt::RightDockWidgetArea);
    QDockWidget* table =
        addPanel("tableDock", tr("Table"), new TablePanel(m_desk, this), Qt::BottomDockWidgetArea);
    QDockWidget* chart =
        addPanel("chartDock", tr("Chart"), new ChartPanel(m_desk, this), Qt::BottomDockWidgetArea);
    tabifyDockWidget(table, chart);
    tabifyDockWidget(chart, addPanel("recordsDock", tr("Records"),
                                     new RecordsPanel(m_desk, *m_records, this),
                                     Qt::BottomDockWidgetArea));
    table->raise();
    addPanel("themeDock", tr("Theme"), new ThemePanel(m_desk), Qt::LeftDockWidgetArea);
    auto* time = new QToolBar(tr("Time"), this);
    time->setObjectName(QStringLiteral("timeBar"));
    time->addWidget(new TimeBar(m_desk, time));
    addToolBar(Qt::BottomToolBarArea, time);
    addReviewPanel();
    wireMenus();
}

/// What comes up by right click, and the point that a form asks the map for.
void MainWindow::wireMenus() {
    auto* menus = new ContextMenus(m_desk, *m_records, *m_sources, *m_profiles, this);
    connect(m_map, &MapPane::menuWanted, menus, &ContextMenus::showForMap);
    const auto* details = findChild<DetailsPanel*>();
    connect(details, &DetailsPanel::sourceMenuWanted, menus, &ContextMenus::showForSource);
    connect(details, &DetailsPanel::editWanted, m_records, &RecordCommands::edit);
    connect(details, &DetailsPanel::historyWanted, m_records, &RecordCommands::showHistory);
    connect(details, &DetailsPanel::attachmentsWanted, m_records, &RecordCommands::showAttachments);
    connect(details, &DetailsPanel::profileWanted, m_profiles, &ProfileCommands::show);
    const auto* table = findChild<TablePanel*>();
    connect(table, &TablePanel::addRecordWanted, m_records, &RecordCommands::addIn);
    connect(table, &TablePanel::profileWanted, m_profiles, &ProfileCommands::show);
    menus->offerForThemes(findChild<QListView*>(QStringLiteral("themes")));
    menus->offerForLegend(findChild<QWidget*>(QStringLiteral("legendView")));
    m_records->setMap({[map = m_map](const MapPane::TakePoint& take) { map->pickPoint(take); },
                       [map = m_map](const GroundSketch& sketch, const GroundDrawing::Take& take) {
                           map->drawGround(sketch, take);
                       },
                       [map = m_map](gazetteer::UnitIndex unit) { map->bringIntoSight(unit); }});
}

void MainWindow::addReviewPanel() {
    auto* review = new ReviewPanel(m_desk);
    QDockWidget* dock = addPanel("review", tr("Review"), review, Qt::RightDockWidgetArea);
    // One behind the other: each needs the height.
    tabifyDockWidget(findChild<QDockWidget*>(QStringLiteral("detailsDock")), dock);
    dock->hide();
    const auto setCount = [dock](int count) {
        dock->setWindowTitle(count == 0 ? tr("Review") : tr("Review (%n)", nullptr, count));
    };
    connect(review, &ReviewPanel::countChanged, this, setCount);
    connect(review, &ReviewPanel::markersWanted, m_map, &MapPane::setMarkers);
    connect(review, &ReviewPanel::boxWanted, m_map, &MapPane::showBox);
    connect(m_map, &MapPane::markerClicked, review, &ReviewPanel::decideFor);
    connect(m_files, &FileCommands::placesToReview, dock, [dock](int count) {
        if (count == 0)
            return;
        dock->show();
        dock->raise();
    });
}

void MainWindow::wireReport() {
    connect(m_report, &ReportPane::openChanged, this, &MainWindow::makeRoomForReport);
    connect(m_report, &ReportPane::markersWanted, m_map, &MapPane::setMarkers);
    connect(m_report, &ReportPane::boxWanted, m_map, &MapPane::showBox);
    connect(m_report, &ReportPane::undoWanted, m_undo->undoAction(), &QAction::trigger);
    connect(m_report, &ReportPane::redoWanted, m_undo->redoAction(), &QAction::trigger);
    connect(m_files, &FileCommands::reportTaken, m_reports, &ReportCommands::openFile);
    m_files->setLeave(
        [this](std::function<void()> then) { m_report->closeFirst(std::move(then)); });
}

/// The panels step aside for text, proposals and map, and come back as they were.
void MainWindow::makeRoomForReport(bool isOpen) {
    if (!isOpen) {
        restoreState(std::exchange(m_lookWithoutReport, {}), lookVersion);
        return;
    }
    m_lookWithoutReport = saveState(lookVersion);
    for (QDockWidget* dock : findChildren<QDockWidget*>())
        dock->hide();
    for (const char* bar : {"filterBar", "timeBar"})
        findChild<QToolBar*>(QLatin1String(bar))->hide();
}

QAction* MainWindow::addAction(QMenu* menu, const QString& text, const QKeySequence& keys,
                               std::function<void()> work) {
    QAction* action = menu->addAction(text);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, std::move(work));
    return action;
}

void MainWindow::makeMenus() {
    QMenu* file = menuBar()->addMenu(tr("&File"));
    addAction(file, tr("&New workspace…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
              [this] { createWithDialog(); });
    addAction(file, tr("&Open workspace…"), QKeySequence::Open, [this] { openWithDialog(); });
    m_reports->addTo(file);
    m_files->addTo(file);
    addAction(file, tr("&Quit"), QKeySequence::Quit, [this] { close(); });

    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    edit->addAction(m_undo->undoAction());
    edit->addAction(m_undo->redoAction());
    edit->addSeparator();
    m_records->addTo(edit);
    m_sources->addTo(edit);

    QMenu* view = menuBar()->addMenu(tr("&View"));
    addAction(view, tr("Zoom &in"), QKeySequence::ZoomIn,
              [this] { m_map->activeCanvas().zoomIn(); });
    addAction(view, tr("Zoom &out"), QKeySequence::ZoomOut,
              [this] { m_map->activeCanvas().zoomOut(); });
    addAction(view, tr("Show &all"), QKeySequence(Qt::CTRL | Qt::Key_0),
              [this] { m_map->activeCanvas().showAll(); });
    QAction* box = view->addAction(tr("&Zoom to a box"));
    box->setCheckable(true);
    box->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_B));
    connect(box, &QAction::toggled, m_map, &MapPane::setBoxZoom);
    QAction* select = view->addAction(tr("S&elect units in a box"));
    select->setCheckable(true);
    select->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B));
    connect(select, &QAction::toggled, m_map, &MapPane::setBoxSelect);
    // One of them at a time.
    connect(select, &QAction::toggled, box, [box](bool on) {
        if (on)
            box->setChecked(false);
    });
    connect(box, &QAction::toggled, select, [select](bool on) {
        if (on)
            select->setChecked(false);
    });
    m_profiles->addTo(view);
    QAction* copyPlace = addAction(view, tr("&Copy the coordinates under the pointer"),
                                   QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), [this] {
                                       QGuiApplication::clipboard()->setText(m_pointed);
                                       emit m_desk.said(tr("Copied: %1").arg(m_pointed));
                                   });
    copyPlace->setEnabled(false);
    connect(m_map, &MapPane::pointerMoved, copyPlace, [copyPlace] { copyPlace->setEnabled(true); });
    QAction* back =
        addAction(view, tr("&Back"), QKeySequence::Back, [this] { m_map->activeCanvas().back(); });
    QAction* forward = addAction(view, tr("&Forward"), QKeySequence::Forward,
                                 [this] { m_map->activeCanvas().forward(); });
    const auto enableHistory = [this, back, forward] {
        back->setEnabled(m_map->activeCanvas().hasBack());
        forward->setEnabled(m_map->activeCanvas().hasForward());
    };
    connect(m_map, &MapPane::historyChanged, this, enableHistory);
    enableHistory();
    view->addSeparator();
    auto* modes = new QActionGroup(this);
    const auto addMode = [&](const QString& text, MapPane::Mode mode, int key) {
        QAction* action = view->addAction(text);
        action->setCheckable(true);
        action->setChecked(mode == MapPane::Mode::Single);
        action->setShortcut(QKeySequence(Qt::CTRL | key));
        modes->addAction(action);
        connect(action, &QAction::triggered, this, [this, mode] { m_map->setMode(mode); });
    };
    addMode(tr("One &map"), MapPane::Mode::Single, Qt::Key_1);
    addMode(tr("Two maps &side by side"), MapPane::Mode::SideBySide, Qt::Key_2);
    addMode(tr("Two maps, s&wipe"), MapPane::Mode::Swipe, Qt::Key_3);
    view->addSeparator();
    addAction(view, tr("M&y province…"), {}, [this] { askProvince(); });
    m_panelMenu = view->addMenu(tr("&Panels"));
    for (QDockWidget* dock : findChildren<QDockWidget*>())
        m_panelMenu->addAction(dock->toggleViewAction());
    QMenu* languages = view->addMenu(tr("&Language"));
    auto* languageGroup = new QActionGroup(this);
    for (const auto& [language, name] :
         {std::pair{Language::Vietnamese, "Tiếng Việt"}, {Language::English, "English"}}) {
        QAction* action = languages->addAction(QString::fromUtf8(name));
        action->setCheckable(true);
        action->setChecked(language == m_desk.language());
        languageGroup->addAction(action);
        connect(action, &QAction::triggered, this, [this, wanted = language] {
            if (m_desk.jobs().isBusy())
                return void(
                    emit m_desk.said(tr("Change the language when the work is done.")));
            m_report->closeFirst([this, wanted] {
                QTimer::singleShot(0, this, [this, wanted] { emit languageWanted(wanted); });
            });
        });
    }
    addHelpMenu(this);
}

void MainWindow::askProvince() {
    if (m_desk.contents() == nullptr)
        return emit m_desk.said(tr("Open a workspace first."));
    ProvinceDialog dialog(*m_desk.contents()->gazetteer, m_desk.language(), m_desk.province(),
                          this);
    const bool isChosen = dialog.exec() == QDialog::Accepted;
    if (isChosen || !wasAskedForProvince()) // skipped: not asked again
        storeProvince(dialog.province());
    if (isChosen)
        m_desk.setProvince(dialog.province());
}

void MainWindow::makeStatusBar() {
    m_progress = new QProgressBar(this);
    m_progress->setRange(0, 1000);
    m_progress->setMaximumWidth(260);
    m_progress->hide();
    m_cancel = new QToolButton(this);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Stop the work that is under way; nothing of it is kept"));
    m_cancel->hide();
    m_position = new QLabel(this);
    m_position->setToolTip(tr("Where the pointer is; Ctrl+Shift+C copies it"));
    statusBar()->addPermanentWidget(new SelectionBar(m_desk, this));
    statusBar()->addPermanentWidget(m_undo->offer());
    statusBar()->addPermanentWidget(m_progress);
    statusBar()->addPermanentWidget(m_cancel);
    statusBar()->addPermanentWidget(m_position);
    connect(m_cancel, &QToolButton::clicked, this, [this] { m_desk.jobs().cancel(); });
    connect(&m_desk.jobs(), &JobRunner::started, this, [this](const QString& title) {
        m_progress->setFormat(title + QStringLiteral(" %p %"));
        m_progress->setValue(0);
    });
    connect(&m_desk.jobs(), &JobRunner::progressed, this,
            [this](double share, const QString&) { m_progress->setValue(int(share * 1000)); });
    connect(&m_desk.jobs(), &JobRunner::busyChanged, this, [this](bool isBusy) {
        m_progress->setVisible(isBusy);
        m_cancel->setVisible(isBusy);
        if (!isBusy && m_closesWhenIdle)
            close();
    });
    connect(m_map, &MapPane::pointerMoved, this, [this](double lon, double lat) {
        const Language language = m_desk.language();
        m_pointed = QStringLiteral("%1, %2").arg(lat, 0, 'f', 5).arg(lon, 0, 'f', 5);
        m_position->setText(tr("%1° N, %2° E")
                                .arg(toQString(formatNumber(lat, language, 4)),
                                     toQString(formatNumber(lon, language, 4))));
    });
}

void MainWindow::takeContents() {
    updateTitle();
    if (m_isStarted && m_desk.hasSpec(0))
        return;
    m_isStarted = true;
    m_desk.setProvince(storedProvince());
    if (m_start.isAskedForProvince && !wasAskedForProvince())
        QTimer::singleShot(0, this, &MainWindow::askProvince);
    const auto& themes = m_desk.themes();
    if (themes.empty())
        return;
    m_desk.startWith(firstSpec());
    if (!m_start.themeFile.isEmpty())
        showThemeFile(m_start.themeFile);
    sayLeftOut(m_start.leftOut);
    if (!m_start.file.isEmpty())
        m_files->take(m_start.file);
}

/// What the command line asks for; what it leaves open, as it was when the program was closed.
MapSpec MainWindow::firstSpec() {
    const auto& themes = m_desk.themes();
    const RememberedMap before = rememberedMap();
    const bool isAsked =
        !m_start.theme.isEmpty() || !m_start.within.isEmpty() || !m_start.asOf.isEmpty();
    const QString id = m_start.theme.isEmpty() ? before.theme : m_start.theme;
    const bool isKnown = std::any_of(themes.begin(), themes.end(), [&](const theme::Theme& theme) {
        return toQString(theme.id) == id;
    });
    if (!isKnown && !m_start.theme.isEmpty())
        statusBar()->showMessage(tr("There is no theme '%1'.").arg(id), sentenceMs);
    MapSpec spec =
        m_desk.fresh(isKnown ? theme::findTheme(themes, id.toStdString()) : themes.front());
    if (!isAsked && isKnown && before.workspace == pathText(m_desk.contents()->file)) {
        spec.settings = before.settings;
        if (before.view)
            m_map->beginWith(*before.view);
        return spec;
    }
    if (!m_start.within.isEmpty())
        spec.settings.within = m_start.within.toStdString();
    if (!m_start.asOf.isEmpty()) {
        const std::string text = m_start.asOf.toStdString();
        spec.settings.asOf = parseDayText(text);
        if (!spec.settings.asOf)
            statusBar()->showMessage(said(notADay("--as-of", text)), sentenceMs);
    }
    return spec;
}

void MainWindow::showThemeFile(const QString& file) {
    try {
        m_desk.change(m_desk.activeMap(), MapSpec{theme::readTheme(toPath(file))},
                      tr("Theme: %1").arg(QFileInfo(file).fileName()));
    } catch (const Error& error) {
        statusBar()->showMessage(viewer::said(error));
    }
}

void MainWindow::showOpenFailure(const QString& sentence) {
    statusBar()->showMessage(sentence);
    if (m_desk.contents() == nullptr)
        m_map->canvas(0).setNotice(sentence);
    else
        warn(this, tr("The workspace was not opened"), sentence);
}

void MainWindow::openWithDialog() {
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Open workspace"), {}, tr("Workspaces (*.sqlite *.terroir);;All files (*)"));
    if (!file.isEmpty())
        m_files->openWorkspace(file);
}

void MainWindow::createWithDialog() {
    const QString file =
        QFileDialog::getSaveFileName(this, tr("New workspace from the packaged data"),
                                     QStringLiteral("terroir.sqlite"), tr("Workspaces (*.sqlite)"));
    if (!file.isEmpty())
        m_files->createWorkspace(file);
}

/// One at a time: each asks something.
void MainWindow::takeFiles(const QStringList& files) {
    if (files.isEmpty())
        return;
    sayLeftOut(files.mid(1));
    m_files->take(files.front());
}

void MainWindow::sayLeftOut(const QStringList& files) {
    if (!files.isEmpty())
        emit m_desk.said(tr("One file is opened at a time; left out: %1. Open it when this one is "
                            "done.")
                             .arg(files.join(QStringLiteral(", "))));
}

void MainWindow::updateTitle() {
    const SnapshotPtr& contents = m_desk.contents();
    setWindowTitle(contents == nullptr
                       ? QStringLiteral("terroir")
                       : pathText(contents->file.filename()) + QStringLiteral(" – terroir"));
}

void MainWindow::restoreLook() {
    const QSettings settings;
    if (restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray()) &&
        restoreState(settings.value(QStringLiteral("look")).toByteArray(), lookVersion))
        return;
    // The first time: most of the window for the map.
    const QSize room = screen()->availableSize();
    resize(room * 0.96);
    setWindowState(windowState() | Qt::WindowMaximized);
    const int letter = fontMetrics().averageCharWidth(), line = fontMetrics().lineSpacing();
    const auto dock = [this](const char* name) {
        return findChild<QDockWidget*>(QLatin1String(name));
    };
    resizeDocks({dock("themeDock"), dock("detailsDock")}, {37 * letter, 38 * letter},
                Qt::Horizontal);
    resizeDocks({dock("tableDock"), dock("legendDock"), dock("detailsDock")},
                {19 * line, 13 * line, 23 * line}, Qt::Vertical);
}

void MainWindow::saveLook() const {
    QSettings settings;
    settings.setValue(QStringLiteral("geometry"), saveGeometry());
    settings.setValue(QStringLiteral("look"), m_lookWithoutReport.isEmpty()
                                                  ? saveState(lookVersion)
                                                  : m_lookWithoutReport);
    if (m_desk.hasSpec(0) && m_desk.contents() != nullptr)
        remember({pathText(m_desk.contents()->file), toQString(m_desk.spec(0).theme.id),
                  m_desk.spec(0).settings, m_map->canvas(0).view()});
}

/// True when nothing is under way, or a person gives it up. Else the window closes by itself when
/// it is done.
bool MainWindow::mayEnd() {
    if (!m_desk.jobs().isBusy())
        return true;
    QMessageBox box(QMessageBox::Question, tr("Work is under way"),
                    tr("An import or another edit is not finished. Wait for it, and close then?"),
                    QMessageBox::NoButton, this);
    QPushButton* wait = box.addButton(tr("&Wait"), QMessageBox::AcceptRole);
    QPushButton* giveUp = box.addButton(tr("&Stop the work"), QMessageBox::DestructiveRole);
    box.addButton(QMessageBox::Cancel);
    box.setDefaultButton(wait);
    box.exec();
    if (box.clickedButton() == giveUp || !m_desk.jobs().isBusy())
        return box.clickedButton() == giveUp || box.clickedButton() == wait;
    m_closesWhenIdle = box.clickedButton() == wait;
    return false;
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (m_report->isOpen()) {
        event->ignore();
        return m_report->closeFirst([this] { QTimer::singleShot(0, this, &QWidget::close); });
    }
    if (!mayEnd())
        return event->ignore();
    saveLook();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    QStringList files;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    takeFiles(files);
}

} // namespace terroir::viewer
