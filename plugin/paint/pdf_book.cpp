#include "plugin/paint/pdf_book.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "plugin/paint/geo_pdf.hpp"

#define POINTERHOLDER_TRANSITION 4
#include <QBuffer>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>

namespace terroir::paint {

namespace {

constexpr int bookDotsPerInch = 1200;
constexpr double bookDotsPerMm = bookDotsPerInch / 25.4;

[[noreturn]] void throwUnpaintable() {
    throw InputError(LocalText{"Không vẽ được các trang PDF; máy có đủ bộ nhớ không?",
                               "The pages of the PDF could not be painted; is there enough "
                               "memory?"});
}

QPDFObjectHandle wholePage(const QPDFObjectHandle& page) {
    QPDFObjectHandle target = QPDFObjectHandle::newArray();
    target.appendItem(page);
    target.appendItem(QPDFObjectHandle::newName("/Fit"));
    return target;
}

QPDFObjectHandle numbers(std::initializer_list<double> values) {
    QPDFObjectHandle array = QPDFObjectHandle::newArray();
    for (const double value : values)
        array.appendItem(QPDFObjectHandle::newReal(value, 3));
    return array;
}

} // namespace

struct PdfBook::Page {
    std::vector<BookLink> links;
    std::vector<map::GroundFrame> grounds;
    std::string bookmark;
};

struct PdfBook::Canvas {
    QBuffer buffer;
    std::unique_ptr<QPdfWriter> writer;
    QPainter painter;
};

PdfBook::PdfBook(const std::string& title, double widthMm, double heightMm)
    : m_canvas(std::make_unique<Canvas>()) {
    m_canvas->buffer.open(QIODevice::WriteOnly);
    m_canvas->writer = std::make_unique<QPdfWriter>(&m_canvas->buffer);
    QPdfWriter& writer = *m_canvas->writer;
    writer.setResolution(bookDotsPerInch);
    writer.setPageSize(QPageSize(QSizeF(widthMm, heightMm), QPageSize::Millimeter, QString(),
                                 QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(), QPageLayout::Millimeter);
    writer.setTitle(QString::fromStdString(title));
    writer.setCreator(QStringLiteral("terroir"));
    if (!m_canvas->painter.begin(&writer))
        throwUnpaintable();
}

PdfBook::~PdfBook() = default;

void PdfBook::add(const map::Scene& scene, const plugin::Painter& painter,
                  std::vector<BookLink> links, const std::string& bookmark) {
    if (!m_pages.empty() && !m_canvas->writer->newPage())
        throwUnpaintable();
    QPainter& canvas = m_canvas->painter;
    canvas.save();
    canvas.scale(bookDotsPerMm, bookDotsPerMm);
    painter.paint(scene, canvas);
    canvas.restore();
    m_pages.push_back({std::move(links), scene.grounds, bookmark});
}

namespace {

/// The outline of a document in one level.
class Outline {
public:
    explicit Outline(QPDF& document)
        : m_document(document),
          m_root(document.makeIndirectObject(QPDFObjectHandle::newDictionary())) {
        m_root.replaceKey("/Type", QPDFObjectHandle::newName("/Outlines"));
    }

    void add(const std::string& title, const QPDFObjectHandle& page) {
        QPDFObjectHandle item = m_document.makeIndirectObject(QPDFObjectHandle::newDictionary());
        item.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(title));
        item.replaceKey("/Parent", m_root);
        item.replaceKey("/Dest", wholePage(page));
        if (m_count++ == 0) {
            m_root.replaceKey("/First", item);
        } else {
            m_last.replaceKey("/Next", item);
            item.replaceKey("/Prev", m_last);
        }
        m_last = item;
    }

    /// The document opens with it.
    void finish() {
        if (m_count == 0)
            return;
        m_root.replaceKey("/Last", m_last);
        m_root.replaceKey("/Count", QPDFObjectHandle::newInteger(m_count));
        QPDFObjectHandle catalogue = m_document.getRoot();
        catalogue.replaceKey("/Outlines", m_root);
        catalogue.replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
    }

private:
    QPDF& m_document;
    QPDFObjectHandle m_root, m_last;
    int m_count = 0;
};

void addLinks(QPDF& document, QPDFObjectHandle& page, const std::vector<BookLink>& links,
              const std::vector<QPDFPageObjectHelper>& pages) {
    if (links.empty())
        return;
    const double height = page.getKey("/MediaBox").getArrayItem(3).getNumericValue();
    QPDFObjectHandle annotations = QPDFObjectHandle::newArray();
    for (const BookLink& link : links) {
        QPDFObjectHandle one = QPDFObjectHandle::newDictionary();
        one.replaceKey("/Type", QPDFObjectHandle::newName("/Annot"));
        one.replaceKey("/Subtype", QPDFObjectHandle::newName("/Link"));
        one.replaceKey("/Rect",
                       numbers({link.mm.minX * pointsPerMm, height - link.mm.maxY * pointsPerMm,
                                link.mm.maxX * pointsPerMm, height - link.mm.minY * pointsPerMm}));
        one.replaceKey("/Border", numbers({0, 0, 0}));
        one.replaceKey("/Dest", wholePage(pages.at(link.page).getObjectHandle()));
        annotations.appendItem(document.makeIndirectObject(one));
    }
    page.replaceKey("/Annots", annotations);
}

} // namespace

std::string PdfBook::finish() {
    if (!m_canvas->painter.end())
        throwUnpaintable();
    try {
        const QByteArray& bytes = m_canvas->buffer.data();
        QPDF document;
        document.setSuppressWarnings(true); // only our sentences are talk
        document.processMemoryFile("atlas.pdf", bytes.data(), std::size_t(bytes.size()));
        const auto pages = QPDFPageDocumentHelper(document).getAllPages();
        Outline outline(document);
        for (std::size_t i = 0; i < m_pages.size(); ++i) {
            QPDFObjectHandle page = pages.at(i).getObjectHandle();
            addLinks(document, page, m_pages[i].links, pages);
            if (!m_pages[i].grounds.empty())
                addGround(document, page, m_pages[i].grounds);
            if (!m_pages[i].bookmark.empty())
                outline.add(m_pages[i].bookmark, page);
        }
        outline.finish();
        QPDFWriter writer(document);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.setMinimumPDFVersion("1.7");
        writer.write();
        const auto out = writer.getBufferSharedPointer();
        return {reinterpret_cast<const char*>(out->getBuffer()), out->getSize()};
    } catch (const Error&) {
        throw;
    } catch (const std::exception& error) {
        throw InputError(localText("Không ghi được mục lục và liên kết vào PDF ({}); hãy thử lại.",
                                   "The PDF cannot be given its outline and links ({}); try again.",
                                   error.what()));
    }
}

} // namespace terroir::paint
