#include "core/sheets/limits.hpp"
#include "core/sheets/raised_spans.hpp"
#include "core/sheets/text_handler.hpp"
#include "core/sheets/xml_reader.hpp"
#include "core/text/raised_digits.hpp"

#include <algorithm>
#include <charconv>

// A text of OpenDocument (ODF 1.2, Part 1): its content; headers and footers are in another part.

namespace terroir::sheets {

namespace {

constexpr XmlNamespace openDocumentNamespaces[] = {
    {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"},
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"},
    {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"},
    {"urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"},
};

bool isLeftOutOfOpenDocument(std::string_view element) {
    return element == "office:annotation" || element == "text:tracked-changes" ||
           element == "text:note-citation" || element == "office:forms" ||
           element == "text:ruby-text";
}

std::size_t countOf(std::string_view text) {
    std::size_t count = 1;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return count;
}

class OpenDocumentText final : public XmlHandler {
public:
    explicit OpenDocumentText(TextHandler& to) : XmlHandler(openDocumentNamespaces), m_to(to) {}

    void open(std::string_view element, const XmlAttributes& attributes) override {
        if (m_skipped > 0 || isLeftOutOfOpenDocument(element))
            ++m_skipped;
        else if (element == "office:text")
            m_isBody = true;
        else if (!m_isBody)
            m_raised.describe(element, attributes);
        else if (!openTableParts(element, attributes))
            openText(element, attributes);
    }

    void close(std::string_view element) override {
        if (m_skipped > 0)
            --m_skipped;
        else if (element == "office:text")
            m_isBody = false;
        else if (!m_isBody)
            return;
        else if (element == "text:p" || element == "text:h")
            m_to.closeParagraph();
        else if (element == "text:span")
            m_raised.close();
        else if (element == "text:note-body")
            m_to.closeNote();
        else if (element == "table:table-cell")
            m_to.closeCell();
        else if (element == "table:table-row")
            m_to.closeRow();
        else if (element == "table:table")
            m_to.closeTable();
    }

    void text(std::string_view text) override {
        if (!m_isBody || m_skipped > 0)
            return;
        std::string line(text);
        std::replace(line.begin(), line.end(), '\n', ' '); // white space: ODF 1.2, Part 1, 6.1.2
        m_to.add(m_raised.isRaised() ? text::raisedDigits(line) : line);
    }

private:
    bool openTableParts(std::string_view element, const XmlAttributes& attributes) {
        if (element == "table:table")
            m_to.openTable();
        else if (element == "table:table-row")
            m_to.openRow();
        else if (element == "table:table-cell")
            openCells(attributes);
        else if (element == "table:covered-table-cell")
            m_to.coverCell();
        else
            return false;
        return true;
    }

    void openText(std::string_view element, const XmlAttributes& attributes) {
        if (element == "text:p" || element == "text:h") {
            m_to.openParagraph();
        } else if (element == "text:span") {
            m_raised.open(attributes);
        } else if (element == "text:s" || element == "text:tab") {
            m_to.add(" ");
        } else if (element == "text:line-break") {
            m_to.breakLine();
        } else if (element == "text:note") {
            m_to.referToNote(std::to_string(++m_notes));
        } else if (element == "text:note-body") {
            m_to.openNote(std::to_string(m_notes));
        }
    }

    void openCells(const XmlAttributes& attributes) {
        const std::size_t repeated =
            std::min(countOf(attributes.value("table", "number-columns-repeated")), maxColumns);
        for (std::size_t i = 1; i < repeated; ++i) { // only empty ones are repeated in a text
            m_to.openCell(1, 1);
            m_to.closeCell();
        }
        m_to.openCell(countOf(attributes.value("table", "number-columns-spanned")),
                      countOf(attributes.value("table", "number-rows-spanned")));
    }

    TextHandler& m_to;
    bool m_isBody = false;
    int m_skipped = 0;
    std::size_t m_notes = 0;
    RaisedSpans m_raised;
};

} // namespace

void readOpenDocumentText(Package& package, const std::string& file, TextHandler& handler) {
    package.read("content.xml", [&](const ByteSource& source) {
        OpenDocumentText text(handler);
        readXml(source, file, "content.xml", text);
    });
}

} // namespace terroir::sheets
