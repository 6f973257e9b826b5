#include "plugin/qgis/dock.hpp"

#include "core/base/error.hpp"
#include "core/base/folders.hpp"
#include "core/gazetteer/unit.hpp"
#include "core/workspace/own_work.hpp"
#include "plugin/qgis/asking.hpp"
#include "plugin/qgis/desk.hpp"
#include "plugin/qgis/record_list_page.hpp"
#include "plugin/qgis/records_page.hpp"
#include "plugin/qgis/review_page.hpp"
#include "plugin/qgis/settings.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"
#include "plugin/qgis/theme_page.hpp"
#include "plugin/qgis/unit_layer.hpp"

#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QStandardPaths>
#include <QStyle>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <qgisinterface.h>

namespace terroir::qgis {

namespace {

QDate toQDate(Date day) {
    return {day.year(), int(day.month()), int(day.day())};
}
Date fromQt(QDate day) {
    return Date::of(day.year(), day.month(), day.day());
}

const QString openLink = QStringLiteral("open");
const QString createLink = QStringLiteral("create");

QString fileFilter() {
    return said("Không gian làm việc terroir (*.sqlite)", "terroir workspaces (*.sqlite)");
}

/// Where the file dialogs begin.
QString usualFolder() {
    const std::filesystem::path chosen = chosenWorkspace();
    return chosen.empty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                          : qgis::toQt(chosen.parent_path());
}

QToolButton* button(QWidget* parent, const char* name, const char* icon, const QString& text) {
    auto* button = new QToolButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setIcon(
        QIcon(QString::fromLatin1(":/images/themes/default/%1").arg(QLatin1String(icon))));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    return button;
}

} // namespace

Dock::Dock(Desk& desk, UnitLookup& ground, Spotlight& spotlight, QWidget* parent)
    : QgsDockWidget(QStringLiteral("terroir"), parent), m_desk(desk) {
    setObjectName(QStringLiteral("terroirDock"));
    auto* content = new QWidget(this);
    auto* lines = new QVBoxLayout(content);
    lines->setContentsMargins(4, 4, 4, 4);
    addWorkspaceLine(*lines);
    addDayLine(*lines);
    m_pages = new QTabWidget(content);
    m_pages->setObjectName(QStringLiteral("terroirPages"));
    m_pages->setDocumentMode(true);
    lines->addWidget(m_pages, 1);
    setWidget(content);

    // A page of its own height would make QGIS's window taller than a small screen.
    const auto addPage = [this](QWidget* page, const QString& name) {
        auto* scroll = new QScrollArea(m_pages);
        scroll->setWidget(page);
        scroll->setWidgetResizable(true);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        scroll->setMinimumWidth(page->minimumSizeHint().width() +
                                style()->pixelMetric(QStyle::PM_ScrollBarExtent));
        return m_pages->addTab(scroll, name);
    };
    addPage(new ThemePage(desk, &desk.qgis(), m_pages), said("Chủ đề", "Themes"));
    auto* records = new RecordsPage(desk, spotlight, m_pages);
    const int recordsTab = addPage(records, said("Số liệu", "Records"));
    addPage(new RecordListPage(desk, m_pages), said("Bản ghi", "List"));
    auto* review = new ReviewPage(desk, ground, m_pages);
    const int reviewTab = addPage(review, said("Xem lại", "Review"));
    const auto showCount = [this, reviewTab](int count) {
        const QString name = said("Xem lại", "Review");
        m_pages->setTabText(reviewTab,
                            count == 0 ? name : QStringLiteral("%1 (%2)").arg(name).arg(count));
    };
    connect(review, &ReviewPage::countChanged, this, showCount);
    const auto showRecords = [this, recordsTab] { m_pages->setCurrentIndex(recordsTab); };
    connect(&desk, &Desk::unitSelected, this, showRecords);
    connect(&desk, &Desk::recordsSelected, this, showRecords);
    connect(&desk, &Desk::libraryChanged, this, &Dock::takeLibrary);
    connect(&desk, &Desk::asOfChanged, this, &Dock::takeDay);
    takeLibrary();
    takeDay();
}

void Dock::addWorkspaceLine(QVBoxLayout& lines) {
    auto* line = new QHBoxLayout;
    m_workspace = new QLabel(this);
    m_workspace->setObjectName(QStringLiteral("terroirWorkspace"));
    m_workspace->setMinimumWidth(60);
    m_workspace->setWordWrap(true);
    connect(m_workspace, &QLabel::linkActivated, this,
            [this](const QString& link) { link == openLink ? askToOpen() : askToCreate(); });
    line->addWidget(m_workspace, 1);
    QToolButton* open = button(this, "terroirOpen", "mActionFileOpen.svg",
                               said("Mở không gian làm việc…", "Open a workspace…"));
    QToolButton* create = button(this, "terroirCreate", "mActionFileNew.svg",
                                 said("Tạo không gian làm việc từ dữ liệu có sẵn…",
                                      "Make a workspace from the packaged data…"));
    QToolButton* reload = button(this, "terroirReload", "mActionRefresh.svg",
                                 said("Đọc lại không gian làm việc", "Read the workspace anew"));
    line->addWidget(open);
    line->addWidget(create);
    line->addWidget(reload);
    lines.addLayout(line);
    connect(open, &QToolButton::clicked, this, &Dock::askToOpen);
    connect(create, &QToolButton::clicked, this, &Dock::askToCreate);
    connect(reload, &QToolButton::clicked, &m_desk, &Desk::readAnew);
}

void Dock::addDayLine(QVBoxLayout& lines) {
    auto* line = new QHBoxLayout;
    m_eras = new QComboBox(this);
    m_eras->setObjectName(QStringLiteral("terroirEras"));
    m_eras->setAccessibleName(said("Thời kỳ đơn vị hành chính", "Era of the units"));
    m_eras->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_eras->setMinimumContentsLength(10);
    m_eras->addItem(said("Hôm nay", "Today"), toQDate(Date::today()));
    m_eras->addItem(said("Ngày cuối có huyện", "Districts' last day"), QDate(2025, 6, 30));
    for (int year = 2024; year >= gazetteer::firstDay.year(); --year)
        m_eras->addItem(said("Cuối năm %1", "End of %1").arg(year), QDate(year, 12, 31));
    m_eras->addItem(said("Ngày khác", "Another day"), QDate());
    m_day = new QDateEdit(this);
    m_day->setObjectName(QStringLiteral("terroirDay"));
    m_day->setAccessibleName(said("Đơn vị của ngày", "Units of this day"));
    m_day->setToolTip(m_day->accessibleName());
    m_day->setDisplayFormat(QStringLiteral("d/M/yyyy"));
    m_day->setCalendarPopup(true);
    m_day->setMinimumDate(toQDate(gazetteer::firstDay));
    auto* label = new QLabel(said("Đơ&n vị:", "U&nits:"), this);
    label->setBuddy(m_eras);
    line->addWidget(label);
    line->addWidget(m_eras, 1);
    line->addWidget(m_day);
    line->addWidget(makeUnitsButton());
    lines.addLayout(line);
    connect(m_eras, qOverload<int>(&QComboBox::activated), this, [this](int index) {
        if (const QDate day = m_eras->itemData(index).toDate(); day.isValid())
            m_desk.setAsOf(fromQt(day));
        else
            m_day->setFocus();
    });
    connect(m_day, &QDateEdit::dateChanged, this,
            [this](QDate day) { m_desk.setAsOf(fromQt(day)); });
}

QToolButton* Dock::makeUnitsButton() {
    QToolButton* add = button(
        this, "terroirAddUnits", "mActionAddOgrLayer.svg",
        said("Thêm lớp ranh giới đơn vị của ngày này", "Add the units of this day as a layer"));
    auto* menu = new QMenu(add);
    const auto addLevel = [&](gazetteer::Level level, const QString& text) {
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, level] { addUnitLayer(m_desk, level); });
    };
    addLevel(gazetteer::Level::Province, said("&Tỉnh của cả nước", "&Provinces of the country"));
    addLevel(gazetteer::Level::District,
             said("&Huyện của tỉnh đang chọn", "&Districts of the chosen province"));
    addLevel(gazetteer::Level::Commune,
             said("&Xã của tỉnh đang chọn", "&Communes of the chosen province"));
    add->setMenu(menu);
    add->setPopupMode(QToolButton::InstantPopup);
    return add;
}

void Dock::takeDay() {
    const QDate day = toQDate(m_desk.asOf());
    const int era = m_eras->findData(day);
    m_eras->setCurrentIndex(era < 0 ? m_eras->count() - 1 : era);
    const QSignalBlocker quiet(m_day);
    m_day->setDate(day);
}

void Dock::takeLibrary() {
    if (m_desk.library() == nullptr) {
        m_workspace->setText(said("Chưa có không gian làm việc: <a href=\"%1\">mở</a> hoặc "
                                  "<a href=\"%2\">tạo mới</a>",
                                  "No workspace yet: <a href=\"%1\">open one</a> or <a "
                                  "href=\"%2\">make one</a>")
                                 .arg(openLink, createLink));
        return;
    }
    const std::filesystem::path& file = m_desk.library()->contents->file;
    m_workspace->setText(
        QStringLiteral("<b>%1</b>").arg(qgis::toQt(file.filename()).toHtmlEscaped()));
    m_workspace->setToolTip(qgis::plainToolTip(qgis::toQt(file)));
}

void Dock::askToOpen() {
    const QString file = QFileDialog::getOpenFileName(
        m_desk.qgis().mainWindow(), said("Mở không gian làm việc", "Open a workspace"),
        usualFolder(), fileFilter());
    if (!file.isEmpty())
        m_desk.open(qgis::fromQt(file));
}

void Dock::askToCreate() {
    QString file = QFileDialog::getSaveFileName(
        m_desk.qgis().mainWindow(), said("Tạo không gian làm việc", "Make a workspace"),
        QDir(usualFolder()).filePath(QStringLiteral("terroir.sqlite")), fileFilter());
    if (file.isEmpty())
        return;
    if (!file.endsWith(QStringLiteral(".sqlite")))
        file += QStringLiteral(".sqlite");
    const std::filesystem::path path = qgis::fromQt(file);
    std::error_code ignored;
    const bool exists = std::filesystem::exists(path, ignored);
    std::string own;
    try {
        if (exists)
            own = workspace::ownWorkIn(path, dataFolder({}), words());
    } catch (const Error& error) {
        return m_desk.say(said(error), Qgis::MessageLevel::Critical);
    }
    if (!own.empty() &&
        !isConfirmed(
            m_desk.qgis().mainWindow(), said("Thay tệp đã có?", "Replace the file?"),
            said("Tệp này có công sức của người dùng sẽ mất: %1. Vẫn thay?",
                 "With this file work of a person would be lost: %1. Replace it all the same?")
                .arg(qgis::toQt(own))))
        return;
    m_desk.create(path, exists);
}

} // namespace terroir::qgis
