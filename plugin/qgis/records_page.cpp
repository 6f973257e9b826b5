#include "plugin/qgis/records_page.hpp"

#include "core/figures/details.hpp"
#include "core/gazetteer/versions.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

#include <fmt/format.h>

namespace terroir::qgis {

using gazetteer::noUnit;
using gazetteer::UnitIndex;

namespace {

/// More are told by their number: a page of thousands helps nobody.
constexpr std::size_t maxRecords = 300;

} // namespace

RecordsPage::RecordsPage(Desk& desk, Spotlight& spotlight, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_spotlight(spotlight) {
    m_text = new QTextBrowser(this);
    m_text->setObjectName(QStringLiteral("terroirRecords"));
    m_text->setAccessibleName(said("Số liệu của đơn vị", "Records of the unit"));
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    auto* lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->addWidget(m_text);
    connect(m_text, &QTextBrowser::anchorClicked, this, &RecordsPage::follow);
    connect(&desk, &Desk::libraryChanged, this, &RecordsPage::takeLibrary);
    connect(&desk, &Desk::asOfChanged, this, &RecordsPage::takeLibrary);
    connect(&desk, &Desk::unitSelected, this, &RecordsPage::showUnit);
    connect(&desk, &Desk::recordsSelected, this, &RecordsPage::showRecords);
    takeLibrary();
}

void RecordsPage::takeLibrary() {
    if (m_desk.library() == nullptr) {
        m_text->setHtml(said("<p>Hãy mở một không gian làm việc, hoặc tạo một cái mới từ dữ liệu "
                             "có sẵn.</p>",
                             "<p>Open a workspace, or make a new one from the packaged data.</p>"));
        return;
    }
    if (!m_desk.selectedUnit().empty())
        return showUnit(toQt(m_desk.selectedUnit()));
    const figures::Details details(m_desk.library()->contents, nullptr, m_desk.asOf(),
                                   words().language());
    m_page = toQt(details.workspace());
    m_text->setHtml(m_page);
}

void RecordsPage::showUnit(const QString& uid) {
    const LibraryPtr& library = m_desk.library();
    const UnitIndex unit =
        library == nullptr ? noUnit : library->contents->gazetteer->find(fromQt(uid));
    if (unit == noUnit)
        return;
    const Date day = gazetteer::dayOf(library->contents->gazetteer->unit(unit), m_desk.asOf());
    const figures::Details details(library->contents, nullptr, m_desk.asOf(), words().language());
    show(toQt(details.heading(unit)), library->places->within(unit, day),
         toQt(details.about(unit)));
}

void RecordsPage::showRecords(const QString& title, const std::vector<std::size_t>& records) {
    if (m_desk.library() != nullptr)
        show(QStringLiteral("<h3>%1</h3>").arg(title.toHtmlEscaped()), records);
}

void RecordsPage::show(const QString& heading, const std::vector<std::size_t>& records,
                       const QString& rest) {
    m_page = heading + recordList(records) + rest;
    if (m_desk.library()->contents->boundaries.empty())
        m_page +=
            said("<p><i>Chưa nhập ranh giới chính thức: đường chấm chấm hay nét đứt trên bản "
                 "đồ là ranh giới gần đúng.</i></p>",
                 "<p><i>No official boundaries are imported: dotted and dashed outlines on the "
                 "map are approximate.</i></p>");
    m_text->setHtml(m_page);
}

QString RecordsPage::recordList(const std::vector<std::size_t>& records) const {
    const workspace::Snapshot& contents = *m_desk.library()->contents;
    const records::RecordWords recordWords(words().language());
    const auto html = [](const std::string& text) { return toQt(text).toHtmlEscaped(); };
    if (records.empty())
        return QStringLiteral("<h4>%1</h4>")
            .arg(said("Không có số liệu nào nói về nơi này.", "No record speaks of this place."));
    QString text =
        QStringLiteral("<h4>%1: %2</h4><ul>").arg(said("Số liệu", "Records")).arg(records.size());
    for (std::size_t i = 0; i < records.size() && i < maxRecords; ++i) {
        const records::Record& record = (*contents.records)[records[i]];
        QString value = html(recordWords.value(record));
        if (!value.isEmpty())
            value = QStringLiteral(" – <b>%1</b>").arg(value);
        QStringList about{html(recordWords.kind(record))};
        if (record.value)
            about.append(html(recordWords.indicator(record)));
        if (const std::string period = recordWords.period(record); !period.empty())
            about.append(html(period));
        text +=
            QStringLiteral("<li><a href=\"record:%1\">%2</a>%3<br>%4<br><i>%5</i></li>")
                .arg(records[i])
                .arg(html(recordWords.subject(record)), value, about.join(QStringLiteral(" · ")),
                     html(recordWords.sourceLine(record, *contents.sources)));
    }
    text += QStringLiteral("</ul>");
    if (records.size() > maxRecords)
        text += said("<p>… và %1 bản ghi nữa: xem ở trang “Bản ghi”, hoặc dùng thuật toán “Liệt kê "
                     "bản ghi”.</p>",
                     "<p>… and %1 more records: see the page “List”, or use the algorithm “List "
                     "records”.</p>")
                    .arg(records.size() - maxRecords);
    return text;
}

void RecordsPage::follow(const QUrl& link) {
    const LibraryPtr& library = m_desk.library();
    if (library == nullptr)
        return;
    const std::string id = fromQt(link.path());
    if (link.scheme() == QLatin1String("unit")) {
        m_desk.selectUnit(id);
        m_spotlight.show({id}, Spotlight::Zoom::Yes);
    } else if (link.scheme() == QLatin1String("record")) {
        const std::size_t index = link.path().toULongLong();
        if (index >= library->contents->records->size())
            return;
        const figures::Details details(library->contents, nullptr, m_desk.asOf(),
                                       words().language());
        m_text->setHtml(
            QStringLiteral("<p><a href=\"back:\">%1</a></p>").arg(said("‹ trở lại", "‹ back")) +
            toQt(details.record((*library->contents->records)[index])));
    } else if (link.scheme() == QLatin1String("source")) {
        std::vector<std::size_t> records;
        for (std::size_t i = 0; i < library->contents->records->size(); ++i)
            if ((*library->contents->records)[i].source == id)
                records.push_back(i);
        m_desk.selectRecords(
            toQt(records::RecordWords(words().language()).source(id, *library->contents->sources)),
            std::move(records));
    } else {
        m_text->setHtml(m_page);
    }
}

} // namespace terroir::qgis
