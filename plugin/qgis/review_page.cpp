#include "plugin/qgis/review_page.hpp"

#include "core/base/number.hpp"
#include "core/records/decisions.hpp"
#include "plugin/qgis/review_map.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>
#include <utility>

namespace terroir::qgis {

ReviewPage::ReviewPage(Desk& desk, UnitLookup& ground, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_map(std::make_unique<ReviewMap>(desk, ground)) {
    m_decidedToo = new QCheckBox(said("Cả những địa danh đã xác nhận", "Decided ones, too"), this);
    m_decidedToo->setObjectName(QStringLiteral("terroirReviewDecided"));
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("terroirReviewList"));
    m_list->setAccessibleName(said("Địa danh chưa rõ", "Places that are not clear"));
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("terroirReviewText"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_buttons = new QWidget(this);
    m_buttonLines = new QVBoxLayout(m_buttons);
    m_buttonLines->setContentsMargins(0, 0, 0, 0);
    m_none = new QPushButton(said("&Không phải đơn vị nào", "&None of these"), this);
    m_none->setObjectName(QStringLiteral("terroirReviewNone"));
    m_takeBack = new QPushButton(said("&Hủy xác nhận", "Take the decision &back"), this);
    m_takeBack->setObjectName(QStringLiteral("terroirReviewTakeBack"));

    auto* lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->addWidget(m_decidedToo);
    lines->addWidget(m_list, 1);
    lines->addWidget(m_text);
    lines->addWidget(m_buttons);
    lines->addWidget(m_none);
    lines->addWidget(m_takeBack);

    connect(m_decidedToo, &QCheckBox::toggled, this, &ReviewPage::takeLibrary);
    connect(m_list, &QListWidget::currentRowChanged, this, &ReviewPage::showCurrent);
    connect(m_none, &QPushButton::clicked, this, [this] { decideFor(0); });
    connect(m_takeBack, &QPushButton::clicked, this, &ReviewPage::takeBack);
    connect(m_map.get(), &ReviewMap::chosen, this, &ReviewPage::decideFor);
    connect(&desk, &Desk::libraryChanged, this, &ReviewPage::takeLibrary);
    takeLibrary();
}

ReviewPage::~ReviewPage() = default;

void ReviewPage::takeLibrary() {
    const workspace::ReviewQueue::Item* item = currentItem();
    const auto before = item == nullptr ? std::nullopt : std::optional(item->id());
    const int rowBefore = std::max(0, m_list->currentRow());
    const QSignalBlocker quiet(m_list);
    m_queue =
        workspace::ReviewQueue(m_desk.library() == nullptr ? nullptr : m_desk.library()->contents,
                               m_decidedToo->isChecked() ? workspace::ReviewWhich::OpenOrDecided
                                                         : workspace::ReviewWhich::Open);
    m_list->clear();
    for (const workspace::ReviewQueue::Item& each : m_queue.items())
        m_list->addItem(
            QStringLiteral("“%1” – %2")
                .arg(toQt(workspace::textOf(each.get())), toQt(workspace::titleOf(*each.record))));
    setEnabled(true);
    if (!m_queue.items().empty())
        m_list->setCurrentRow(int(m_queue.rowAfter(before, std::size_t(rowBefore)).value_or(0)));
    emit countChanged(int(m_queue.openCount()));
    showCurrent();
}

void ReviewPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    showOnMap();
}

void ReviewPage::hideEvent(QHideEvent* event) {
    m_map->clear();
    QWidget::hideEvent(event);
}

const workspace::ReviewQueue::Item* ReviewPage::currentItem() const {
    const int row = m_list->currentRow();
    return row < 0 || row >= int(m_queue.items().size()) ? nullptr
                                                         : &m_queue.items()[std::size_t(row)];
}

void ReviewPage::showCurrent() {
    for (QPushButton* button : m_buttons->findChildren<QPushButton*>()) {
        button->hide();
        button->setObjectName({});
        button->deleteLater();
    }
    m_candidates.clear();
    const workspace::ReviewQueue::Item* item = currentItem();
    m_none->setVisible(item != nullptr);
    m_takeBack->setVisible(false);
    if (item == nullptr) {
        m_text->setText(m_desk.library() == nullptr
                            ? said("Hãy mở một không gian làm việc.", "Open a workspace.")
                            : said("Mọi địa danh đều đã rõ.", "Every place is clear."));
        return m_map->clear();
    }
    QString text =
        QStringLiteral("<b>“%1”</b>").arg(toQt(workspace::textOf(item->get())).toHtmlEscaped());
    for (const workspace::ReviewFact& fact : m_queue.factsOf(*item))
        text += QStringLiteral("<br>%1: %2").arg(said(fact.name), said(fact.value).toHtmlEscaped());
    m_text->setText(text);
    m_takeBack->setVisible(records::isDecided(item->get()));
    showCandidates(*item);
    showOnMap();
}

void ReviewPage::showCandidates(const workspace::ReviewQueue::Item& item) {
    m_candidates = m_queue.candidatesOf(item);
    for (const workspace::ShownCandidate& candidate : m_candidates) {
        const int number = candidate.number;
        QString name = toQt(candidate.name);
        const QString score = toQt(formatNumber(candidate.score, words().language()));
        auto* button = new QPushButton(m_buttons);
        button->setObjectName(QStringLiteral("terroirCandidate%1").arg(number));
        button->setAccessibleName(QStringLiteral("%1 (%2)").arg(name, score));
        button->setToolTip(plainToolTip(button->accessibleName()));
        button->setText(QStringLiteral("&%1  %2  (%3)")
                            .arg(number)
                            .arg(name.replace(QLatin1Char('&'), QStringLiteral("&&")), score));
        button->setStyleSheet(QStringLiteral("text-align: left; padding: 4px;"));
        // Long names may be cut at the side rather than make the panel wide.
        button->setMinimumWidth(fontMetrics().averageCharWidth() * 12);
        button->setEnabled(!candidate.uid.empty());
        connect(button, &QPushButton::clicked, this, [this, number] { decideFor(number); });
        m_buttonLines->addWidget(button);
    }
    m_none->setText(m_candidates.empty() ? said("&Không có trong danh mục", "&No known unit")
                                         : said("&Không phải đơn vị nào", "&None of these"));
}

void ReviewPage::showOnMap() {
    if (!isVisible())
        return;
    std::vector<std::string> uids;
    for (const workspace::ShownCandidate& candidate : m_candidates)
        uids.push_back(candidate.uid);
    if (uids.empty())
        m_map->clear();
    else
        m_map->show(uids);
}

void ReviewPage::decideFor(int number) {
    const workspace::ReviewQueue::Item* item = currentItem();
    if (!isEnabled() || item == nullptr || number > int(m_candidates.size()))
        return;
    const std::string uid = number > 0 ? m_candidates[std::size_t(number - 1)].uid : std::string();
    if (number == 0 || !uid.empty())
        edit(workspace::ReviewQueue::decision(*item, uid));
}

void ReviewPage::takeBack() {
    if (const workspace::ReviewQueue::Item* item = currentItem(); isEnabled() && item != nullptr)
        edit(workspace::ReviewQueue::takingBack(*item));
}

void ReviewPage::edit(workspace::ReviewEdit edit) {
    setEnabled(false); // a second click must not decide about the next place
    m_desk.edit(QStringLiteral("terroir: %1").arg(said(edit.title)), std::move(edit.run),
                [this] { setEnabled(true); });
}

} // namespace terroir::qgis
