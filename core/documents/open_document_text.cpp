#include "core/documents/formats.hpp"
#include "core/documents/text_flow.hpp"
#include "core/sheets/xml_reader.hpp"

// A text of OpenDocument (ODF 1.2, Part 1): its content; headers and footers are in another part.

namespace terroir::documents {

namespace {

using sheets::XmlAttributes;

constexpr sheets::XmlNamespace openDocumentNamespaces[] = {
    {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"},
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"},
    {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"},
};

bool isLeftOutOfOpenDocument(std::string_view element) {
    return element == "office:annotation" || element == "text:tracked-changes" ||
           element == "text:note-citation" || element == "office:forms" ||
           element == "text:ruby-text";
}

class OpenDocumentHandler final : public sheets::XmlHandler {
public:
    OpenDocumentHandler() : XmlHandler(openDocumentNamespaces) {}

    void open(std::string_view element, const XmlAttributes&) override {
        if (m_skipped > 0 || isLeftOutOfOpenDocument(element)) {
            ++m_skipped;
        } else if (element == "office:text") {
            m_isBody = true;
        } else if (!m_isBody) {
            return;
        } else if (element == "text:p" || element == "text:h") {
            flow().openParagraph();
        } else if (element == "text:s" || element == "text:tab") {
            flow().add(" ");
        } else if (element == "text:line-break") {
            flow().breakLine();
        } else if (element == "text:note") {
            m_number = m_body.referToNote();
        } else if (element == "text:note-body") {
            m_isNote = true;
            m_note = {};
        } else if (element == "table:table") {
            flow().openTable();
        } else if (element == "table:table-row") {
            flow().openRow();
        } else if (element == "table:table-cell" || element == "table:covered-table-cell") {
            flow().openCell();
        }
    }

    void close(std::string_view element) override {
        if (m_skipped > 0) {
            --m_skipped;
        } else if (element == "office:text") {
            m_isBody = false;
        } else if (!m_isBody) {
            return;
        } else if (element == "text:p" || element == "text:h") {
            flow().closeParagraph();
        } else if (element == "text:note-body") {
            m_isNote = false;
            m_body.setNote(m_number, onOneLine(m_note.finish()));
        } else if (element == "table:table") {
            flow().closeTable();
        } else if (element == "table:table-row") {
            flow().closeRow();
        }
    }

    void text(std::string_view text) override {
        if (m_isBody && m_skipped == 0 && text.find_first_not_of(" \t\r\n") != std::string::npos)
            flow().add(text);
        else if (m_isBody && m_skipped == 0 && !text.empty())
            flow().add(" ");
    }

    std::string finish() { return m_body.finish(); }

private:
    TextFlow& flow() { return m_isNote ? m_note : m_body; }

    TextFlow m_body, m_note;
    bool m_isBody = false, m_isNote = false;
    std::size_t m_number = 0;
    int m_skipped = 0;
};

} // namespace

Document readOpenDocumentText(sheets::Package& package, const std::string& file) {
    OpenDocumentHandler handler;
    package.read("content.xml", [&](const sheets::ByteSource& source) {
        sheets::readXml(source, file, "content.xml", handler);
    });
    return {handler.finish(), {}, {}};
}

} // namespace terroir::documents
