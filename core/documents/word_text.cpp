#include "core/documents/formats.hpp"
#include "core/documents/text_flow.hpp"
#include "core/sheets/xml_reader.hpp"

#include <map>

// WordprocessingML (ECMA-376, Part 1, 17): the body, and the notes that it refers to.

namespace terroir::documents {

namespace {

using sheets::XmlAttributes;

constexpr sheets::XmlNamespace wordNamespaces[] = {
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
};

/// Holds no text of the document, or what has been taken out of it.
bool isLeftOutOfWord(std::string_view element) {
    // A text box stands twice: for programs that know drawings, and for those that do not.
    return element == "mc:Fallback" || element == "w:del" || element == "w:moveFrom" ||
           element == "w:instrText" || element == "w:delText";
}

class WordHandler final : public sheets::XmlHandler {
public:
    WordHandler() : XmlHandler(wordNamespaces) {}

    void open(std::string_view element, const XmlAttributes& attributes) override {
        if (m_skipped > 0 || isLeftOutOfWord(element)) {
            ++m_skipped;
        } else if (element == "w:p") {
            m_flow.openParagraph();
        } else if (element == "w:t") {
            m_isText = true;
        } else if (element == "w:tab" || element == "w:ptab") {
            // The same name stands for the stops of a paragraph, within its properties.
            if (m_properties == 0)
                m_flow.add(" ");
        } else if (element == "w:br" || element == "w:cr") {
            m_flow.breakLine();
        } else if (element == "w:noBreakHyphen") {
            m_flow.add("-");
        } else if (element == "w:pPr") {
            ++m_properties;
        } else if (element == "w:tbl") {
            m_flow.openTable();
        } else if (element == "w:tr") {
            m_flow.openRow();
        } else if (element == "w:tc") {
            m_flow.openCell();
        } else if (element == "w:footnoteReference" || element == "w:endnoteReference") {
            const std::string id =
                std::string(element.substr(2, 3)) + std::string(attributes.value("w", "id"));
            m_references.emplace(m_flow.referToNote(), id);
        } else if (element == "w:footnote" || element == "w:endnote") {
            m_note = std::string(element.substr(2, 3)) + std::string(attributes.value("w", "id"));
            m_flow = {};
        }
    }

    void close(std::string_view element) override {
        if (m_skipped > 0) {
            --m_skipped;
        } else if (element == "w:p") {
            m_flow.closeParagraph();
        } else if (element == "w:t") {
            m_isText = false;
        } else if (element == "w:pPr") {
            --m_properties;
        } else if (element == "w:tbl") {
            m_flow.closeTable();
        } else if (element == "w:tr") {
            m_flow.closeRow();
        } else if (element == "w:footnote" || element == "w:endnote") {
            m_notes[m_note] = onOneLine(m_flow.finish());
            m_flow = {};
        }
    }

    void text(std::string_view text) override {
        if (m_isText && m_skipped == 0)
            m_flow.add(text);
    }

    std::map<std::string, std::string>& notes() { return m_notes; }

    std::string finish(const std::map<std::string, std::string>& notes) {
        for (const auto& [number, id] : m_references)
            if (const auto note = notes.find(id); note != notes.end())
                m_flow.setNote(number, note->second);
        return m_flow.finish();
    }

private:
    TextFlow m_flow;
    bool m_isText = false;
    int m_skipped = 0, m_properties = 0;
    std::map<std::size_t, std::string> m_references; ///< number of the mark -> id
    std::map<std::string, std::string> m_notes;
    std::string m_note;
};

} // namespace

Document readWordText(sheets::Package& package, const std::string& file) {
    const auto read = [&](const std::string& part, WordHandler& handler) {
        package.read(part, [&](const sheets::ByteSource& source) {
            sheets::readXml(source, file, part, handler);
        });
    };
    WordHandler notes, body;
    for (const char* part : {"word/footnotes.xml", "word/endnotes.xml"})
        if (package.has(part))
            read(part, notes);
    read("word/document.xml", body);
    return {body.finish(notes.notes()), {}, {}};
}

} // namespace terroir::documents
