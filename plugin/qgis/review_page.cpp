#include "plugin/qgis/review_page.hpp"

#include "core/base/number.hpp"
#include "core/gazetteer/versions.hpp"
#include "core/records/decisions.hpp"
#include "core/session/record_words.hpp"
#include "plugin/qgis/review_map.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace terroir::qgis {

using gazetteer::noUnit;

namespace {

/// What stands for a place without a text of its own is its context.
QString textOf(const records::Place& place) {
    return toQt(place.text.empty() ? place.context : place.text);
}

} // namespace

ReviewPage::ReviewPage(Desk& desk, UnitGround& ground, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_map(std::make_unique<ReviewMap>(desk, ground)) {
    m_decidedToo = new QCheckBox(said("Cả những nơi đã quyết định", "Decided ones, too"), this);
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
    m_none = new QPushButton(said("&Không phải đơn vị nào trên đây", "&None of these"), this);
    m_none->setObjectName(QStringLiteral("terroirReviewNone"));
    m_takeBack = new QPushButton(said("&Bỏ quyết định", "Take the decision &back"), this);
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
    const int row = m_list->currentRow();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    m_ids.clear();
    int open = 0;
    if (m_desk.library() != nullptr)
        for (const records::Record& record : *m_desk.library()->contents->records)
            for (std::size_t i = 0; i < record.places.size(); ++i) {
                const records::Place& place = record.places[i];
                open += records::isOpen(place) ? 1 : 0;
                const bool isListed = records::isOpen(place) ||
                                      (m_decidedToo->isChecked() && records::isDecided(place));
                if (!isListed)
                    continue;
                m_ids.push_back({record.id, i});
                m_list->addItem(
                    QStringLiteral("“%1” – %2").arg(textOf(place), toQt(session::titleOf(record))));
            }
    setEnabled(true);
    // The one that was decided has gone: the next has its row.
    m_list->setCurrentRow(std::min(std::max(row, 0), m_list->count() - 1));
    emit countChanged(open);
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

const records::Record* ReviewPage::currentRecord() const {
    const int row = m_list->currentRow();
    if (m_desk.library() == nullptr || row < 0 || row >= int(m_ids.size()))
        return nullptr;
    const std::vector<records::Record>& all = *m_desk.library()->contents->records;
    const auto at = std::find_if(all.begin(), all.end(), [&](const records::Record& record) {
        return record.id == m_ids[std::size_t(row)].record;
    });
    return at == all.end() ? nullptr : &*at;
}

void ReviewPage::showCurrent() {
    for (QPushButton* button : m_buttons->findChildren<QPushButton*>()) {
        button->hide();
        button->setObjectName({});
        button->deleteLater();
    }
    m_candidates.clear();
    const records::Record* record = currentRecord();
    m_none->setVisible(record != nullptr);
    m_takeBack->setVisible(false);
    if (record == nullptr) {
        m_text->setText(m_desk.library() == nullptr
                            ? said("Hãy mở một không gian làm việc.", "Open a workspace.")
                            : said("Mọi địa danh đều đã rõ.", "Every place is clear."));
        return m_map->clear();
    }
    const records::Place& place = record->places[m_ids[std::size_t(m_list->currentRow())].place];
    const session::RecordWords recordWords(words().language());
    const auto line = [](const QString& what, const QString& value) {
        return value.isEmpty() ? QString()
                               : QStringLiteral("<br>%1: %2").arg(what, value.toHtmlEscaped());
    };
    m_text->setText(
        QStringLiteral("<b>“%1”</b>").arg(textOf(place).toHtmlEscaped()) +
        line(said("trong", "in"), toQt(place.context)) +
        line(said("số liệu", "record"),
             toQt(session::titleOf(*record) + ' ' + recordWords.value(*record))) +
        line(said("tài liệu", "document"),
             toQt(recordWords.sourceLine(*record, *m_desk.library()->contents->sources))) +
        line(said("đơn vị của ngày", "units of"), toQt(recordWords.day(record->lookupDate))));
    m_takeBack->setVisible(records::isDecided(place));
    showCandidates(*record, place);
    showOnMap();
}

void ReviewPage::showCandidates(const records::Record& record, const records::Place& place) {
    const gazetteer::Gazetteer& gazetteer = *m_desk.library()->contents->gazetteer;
    m_candidates = session::candidatesOf(place, record.lookupDate, gazetteer);
    for (std::size_t i = 0; i < m_candidates.size(); ++i) {
        const session::PlaceCandidate& candidate = m_candidates[i];
        const int number = int(i) + 1;
        QString name =
            toQt(candidate.unit == noUnit
                     ? candidate.code
                     : gazetteer::describeNear(gazetteer, candidate.unit, record.lookupDate));
        const QString score = toQt(formatNumber(candidate.score, words().language()));
        auto* button = new QPushButton(m_buttons);
        button->setObjectName(QStringLiteral("terroirCandidate%1").arg(number));
        button->setToolTip(QStringLiteral("%1 (%2)").arg(name, score));
        button->setAccessibleName(button->toolTip());
        button->setText(QStringLiteral("&%1  %2  (%3)")
                            .arg(number)
                            .arg(name.replace(QLatin1Char('&'), QStringLiteral("&&")), score));
        button->setStyleSheet(QStringLiteral("text-align: left; padding: 4px;"));
        // Long names may be cut at the side rather than make the panel wide.
        button->setMinimumWidth(fontMetrics().averageCharWidth() * 12);
        button->setEnabled(candidate.unit != noUnit);
        connect(button, &QPushButton::clicked, this, [this, number] { decideFor(number); });
        m_buttonLines->addWidget(button);
    }
    m_none->setText(m_candidates.empty()
                        ? said("&Không phải đơn vị nào đã biết", "&No known unit")
                        : said("&Không phải đơn vị nào trên đây", "&None of these"));
}

void ReviewPage::showOnMap() {
    if (!isVisible())
        return;
    const gazetteer::Gazetteer* gazetteer =
        m_desk.library() == nullptr ? nullptr : m_desk.library()->contents->gazetteer.get();
    std::vector<std::string> uids;
    for (const session::PlaceCandidate& candidate : m_candidates)
        uids.push_back(candidate.unit == noUnit ? std::string()
                                                : gazetteer->unit(candidate.unit).uid);
    if (uids.empty())
        m_map->clear();
    else
        m_map->show(uids);
}

void ReviewPage::decideFor(int number) {
    const records::Record* record = currentRecord();
    if (!isEnabled() || record == nullptr || number > int(m_candidates.size()))
        return;
    std::string uid;
    if (number > 0) {
        const session::PlaceCandidate& candidate = m_candidates[std::size_t(number - 1)];
        if (candidate.unit == noUnit)
            return;
        uid = m_desk.library()->contents->gazetteer->unit(candidate.unit).uid;
    }
    setEnabled(false); // a second click must not decide about the next place
    m_desk.edit(
        said("terroir: quyết định về một địa danh", "terroir: decision about a place"),
        [id = m_ids[std::size_t(m_list->currentRow())], uid](session::Session& session,
                                                             const Progress&) {
            store::Transaction transaction(session.workspace().database());
            records::decide(session.workspace(), id.record, id.place, uid);
            transaction.commit();
        },
        [this] { setEnabled(true); });
}

void ReviewPage::takeBack() {
    if (!isEnabled() || currentRecord() == nullptr)
        return;
    setEnabled(false);
    m_desk.edit(
        said("terroir: bỏ một quyết định", "terroir: decision taken back"),
        [id = m_ids[std::size_t(m_list->currentRow())]](session::Session& session,
                                                        const Progress&) {
            store::Transaction transaction(session.workspace().database());
            records::undoDecision(session.workspace(), id.record, id.place);
            transaction.commit();
        },
        [this] { setEnabled(true); });
}

} // namespace terroir::qgis
