#include "plugin/viewer/search_box.hpp"

#include "core/base/number.hpp"
#include "core/gazetteer/vn2000_zones.hpp"
#include "core/geometry/typed_point.hpp"
#include "plugin/viewer/hit_delegate.hpp"
#include "plugin/viewer/hit_model.hpp"
#include "plugin/viewer/later.hpp"
#include "plugin/viewer/strings.hpp"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QRegularExpression>
#include <QScrollBar>

#include <algorithm>

namespace terroir::viewer {

namespace {

constexpr std::size_t maxHits = 30;
constexpr int shownHits = 8, minInLetters = 38, maxInLetters = 60;

} // namespace

SearchBox::SearchBox(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk) {
    setObjectName(QStringLiteral("search"));
    m_edit = new QLineEdit(this);
    m_edit->setObjectName(QStringLiteral("searchEdit"));
    m_edit->setPlaceholderText(tr("Search places, products, holders, coordinates…"));
    m_edit->setAccessibleName(tr("Search"));
    m_edit->setToolTip(tr(
        "Search places, products, holders and documents, or coordinates: 22.36, 103.71 (Ctrl+F)"));
    m_edit->setClearButtonEnabled(true);
    m_edit->setMinimumWidth(fontMetrics().averageCharWidth() * minInLetters);
    m_edit->setMaximumWidth(fontMetrics().averageCharWidth() * maxInLetters);
    m_edit->installEventFilter(this);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->addWidget(m_edit);
    layout->addStretch(0);
    setFocusProxy(m_edit);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);

    m_popup = new QFrame(this);
    m_popup->setObjectName(QStringLiteral("searchPopup"));
    m_popup->setFrameShape(QFrame::StyledPanel);
    m_popup->setAutoFillBackground(true);
    m_popup->setBackgroundRole(QPalette::Base);
    m_popup->hide();
    m_list = new QListView(m_popup);
    m_list->setObjectName(QStringLiteral("searchHits"));
    m_list->setAccessibleName(tr("What was found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new HitDelegate(m_list));
    m_model = new HitModel(this);
    m_list->setModel(m_model);
    m_notice = new QLabel(m_popup);
    m_notice->setObjectName(QStringLiteral("searchNotice"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_notice->setMargin(fontMetrics().height() / 2);
    auto* inside = new QVBoxLayout(m_popup);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(m_list);
    inside->addWidget(m_notice);

    connect(m_edit, &QLineEdit::textEdited, this, &SearchBox::find);
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty())
            hideList();
    });
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex& index) { take(index.row()); });
    connect(&desk, &Desk::contentsChanged, this, &SearchBox::makeIndex);
    if (desk.contents() != nullptr)
        makeIndex();
}

SearchBox::~SearchBox() = default;

void SearchBox::makeIndex() {
    // What was found before the edit is still there to be found; another file is not.
    if (m_searched != nullptr && m_searched->gazetteer != m_desk.contents()->gazetteer) {
        m_searched.reset();
        m_model->setHits({}, nullptr);
        hideList();
    }
    runLater(
        m_desk, this,
        [](workspace::Workspace& workspace) -> std::shared_ptr<const Searched> {
            auto gazetteer = workspace.sharedGazetteer();
            auto geocoder = workspace.sharedGeocoder();
            auto records = workspace.sharedRecords();
            search::SearchIndex index(*gazetteer, *records, workspace.sources(), geocoder.get());
            return std::make_shared<const Searched>(
                Searched{gazetteer, geocoder, records, std::move(index)});
        },
        [this](std::shared_ptr<const Searched> searched) {
            // A newer one is on its way when the records are others by now.
            if (searched->records != m_desk.contents()->records)
                return;
            m_searched = std::move(searched);
            if (m_popup->isVisible())
                find();
            emit ready();
        });
}

void SearchBox::begin() {
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
    if (!m_edit->text().isEmpty())
        find();
}

void SearchBox::find() {
    const QString text = m_edit->text().trimmed();
    m_place.reset();
    if (text.isEmpty())
        return hideList();
    if (m_searched == nullptr) {
        m_model->setHits({}, nullptr);
        return showList(m_desk.contents() == nullptr
                            ? tr("No workspace is open: there is nothing to search.")
                            : tr("Reading names…"));
    }
    if (findPlace(text))
        return;
    const FiguresPtr figures = m_desk.activeFigures();
    const Date asOf = figures == nullptr ? Date::today() : figures->evaluated.asOf;
    m_model->setHits(m_searched->index.find(text.toStdString(), asOf, maxHits, m_desk.language()),
                     m_searched->gazetteer);
    showList(m_model->rowCount() == 0 ? tr("Nothing is called “%1”.").arg(text) : QString());
}

bool SearchBox::findPlace(const QString& text) {
    m_place.reset();
    if (!text.front().isDigit() || text.indexOf(QRegularExpression(QStringLiteral("[\\s,;]"))) < 0)
        return false;
    const gazetteer::Gazetteer& gazetteer = *m_searched->gazetteer;
    // Of plane coordinates the zone of the map that is shown.
    std::string zone;
    if (const FiguresPtr figures = m_desk.activeFigures();
        figures != nullptr && figures->contents->gazetteer == m_searched->gazetteer) {
        const auto zones =
            gazetteer::vn2000ZonesOf(gazetteer, figures->evaluated.units, figures->evaluated.asOf);
        if (zones.size() == 1)
            zone = zones.front().crs;
    }
    const auto typed = geometry::typedPoint(text.toStdString(), zone);
    if (!typed)
        return false;
    m_place = typed->lonLat;
    const Language language = m_desk.language();
    m_placeLabel = tr("%1° N, %2° E")
                       .arg(toQString(formatNumber(typed->lonLat.y, language, 5)),
                            toQString(formatNumber(typed->lonLat.x, language, 5)));
    if (!typed->system.empty())
        m_placeLabel += QStringLiteral(" (%1)").arg(toQString(typed->system));
    m_model->setHits({}, nullptr);
    showList(tr("Coordinates %1. Press Enter to go there.").arg(m_placeLabel));
    return true;
}

void SearchBox::showList(const QString& notice) {
    m_list->setVisible(notice.isEmpty());
    m_notice->setVisible(!notice.isEmpty());
    m_notice->setText(notice);
    QWidget* top = window();
    m_popup->setParent(top);
    const QPoint at = m_edit->mapTo(top, QPoint(0, m_edit->height()));
    const int width = std::min(std::max(m_edit->width(), fontMetrics().averageCharWidth() * 60),
                               std::max(1, top->width() - at.x()));
    const int height =
        notice.isEmpty() ? std::min(m_model->rowCount(), shownHits) * m_list->sizeHintForRow(0) + 4
                         : m_notice->heightForWidth(width) + 4;
    m_popup->setGeometry(at.x(), at.y(), width, std::min(height, top->height() - at.y()));
    m_popup->show();
    m_popup->raise();
    m_list->scrollToTop();
    m_list->setCurrentIndex(m_model->index(0));
}

void SearchBox::hideList() {
    m_popup->hide();
}

bool SearchBox::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_edit && event->type() == QEvent::KeyPress)
        return takeKey(static_cast<QKeyEvent*>(event)->key());
    if (watched == m_edit && event->type() == QEvent::FocusOut)
        hideList();
    return QWidget::eventFilter(watched, event);
}

bool SearchBox::takeKey(int key) {
    const bool isOpen = m_popup->isVisible();
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Up: {
        if (!isOpen) {
            find();
            return true;
        }
        const int rows = std::max(1, m_model->rowCount());
        const int step = key == Qt::Key_Down ? 1 : rows - 1;
        m_list->setCurrentIndex(m_model->index((m_list->currentIndex().row() + step) % rows));
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!isOpen)
            find();
        if (m_place) {
            hideList();
            emit placeTyped(*m_place, m_placeLabel);
            return true;
        }
        if (m_list->currentIndex().isValid())
            take(m_list->currentIndex().row());
        return true;
    case Qt::Key_Escape:
        if (!isOpen)
            m_edit->clear();
        hideList();
        return true;
    default:
        return false;
    }
}

void SearchBox::take(int row) {
    const search::Hit hit = m_model->hit(row);
    hideList();
    m_edit->setText(toQString(hit.text));
    if (hit.kind == search::Kind::Unit)
        m_desk.selectUnit(hit.unit, Desk::Zoom::Yes);
    else if (m_searched->records == m_desk.contents()->records)
        m_desk.selectRecords({toQString(hit.text), {hit.records.begin(), hit.records.end()}});
}

} // namespace terroir::viewer
