#include "core/sheets/text_handler.hpp"
#include "core/sheets/xml_reader.hpp"
#include "core/text/raised_digits.hpp"

#include <charconv>

// WordprocessingML (ECMA-376, Part 1, 17): the body, and the notes that it refers to.

namespace terroir::sheets {

namespace {

constexpr XmlNamespace wordNamespaces[] = {
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
};

/// A text box stands twice, for programs that know drawings and for those that do not; what has
/// been taken out of the text is none of it.
bool isLeftOutOfWord(std::string_view element) {
    return element == "mc:Fallback" || element == "w:del" || element == "w:moveFrom";
}

std::size_t countOf(std::string_view text) {
    std::size_t count = 1;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return count;
}

/// Footnotes and endnotes are counted apart.
std::string noteOf(std::string_view element, const XmlAttributes& attributes) {
    return std::string(element.substr(2, 3)) + std::string(attributes.value("w", "id"));
}

class WordText final : public XmlHandler {
public:
    explicit WordText(TextHandler& to) : XmlHandler(wordNamespaces), m_to(to) {}

    void open(std::string_view element, const XmlAttributes& attributes) override {
        if (m_skipped > 0 || isLeftOutOfWord(element))
            ++m_skipped;
        else if (!openRun(element, attributes) && !openCells(element, attributes))
            openBlock(element, attributes);
    }

    void close(std::string_view element) override {
        if (m_skipped > 0)
            --m_skipped;
        else if (element == "w:p")
            m_to.closeParagraph();
        else if (element == "w:t")
            m_isText = false;
        else if (element == "w:pPr")
            m_isProperties = false;
        else if (element == "w:tc")
            m_to.closeCell();
        else if (element == "w:tr")
            m_to.closeRow();
        else if (element == "w:tbl")
            m_to.closeTable();
        else if (element == "w:footnote" || element == "w:endnote")
            m_to.closeNote();
    }

    void text(std::string_view text) override {
        if (m_isText && m_skipped == 0)
            m_to.add(m_isRaised ? text::raisedDigits(text) : text);
    }

private:
    bool openRun(std::string_view element, const XmlAttributes& attributes) {
        if (element == "w:r") {
            m_isRaised = false;
        } else if (element == "w:vertAlign") {
            m_isRaised = attributes.value("w", "val") == "superscript";
        } else if (element == "w:t") {
            m_isText = true;
        } else if (element == "w:tab" || element == "w:ptab") {
            if (!m_isProperties) // else a stop of the paragraph, of the same name
                m_to.add(" ");
        } else if (element == "w:noBreakHyphen") {
            m_to.add("-");
        } else if (element == "w:br" || element == "w:cr") {
            m_to.breakLine();
        } else if (element == "w:footnoteReference" || element == "w:endnoteReference") {
            m_to.referToNote(noteOf(element, attributes));
        } else {
            return false;
        }
        return true;
    }

    bool openCells(std::string_view element, const XmlAttributes& attributes) {
        if (element == "w:tr") {
            m_to.openRow();
        } else if (element == "w:gridBefore") {
            m_to.openCell(countOf(attributes.value("w", "val")), 1);
            m_to.closeCell();
        } else if (element == "w:tc") {
            m_to.openCell(1, 1);
        } else if (element == "w:gridSpan") {
            m_to.widen(countOf(attributes.value("w", "val")));
        } else if (element == "w:vMerge") {
            if (attributes.value("w", "val") != "restart")
                m_to.continueAbove();
        } else {
            return false;
        }
        return true;
    }

    void openBlock(std::string_view element, const XmlAttributes& attributes) {
        if (element == "w:p")
            m_to.openParagraph();
        else if (element == "w:pPr")
            m_isProperties = true;
        else if (element == "w:tbl")
            m_to.openTable();
        else if (element == "w:footnote" || element == "w:endnote")
            m_to.openNote(noteOf(element, attributes));
    }

    TextHandler& m_to;
    bool m_isText = false, m_isProperties = false, m_isRaised = false;
    int m_skipped = 0;
};

} // namespace

void readWordText(Package& package, const std::string& file, TextHandler& handler) {
    for (const char* part : {"word/footnotes.xml", "word/endnotes.xml", "word/document.xml"}) {
        if (part != std::string_view("word/document.xml") && !package.has(part))
            continue;
        package.read(part, [&](const ByteSource& source) {
            WordText text(handler);
            readXml(source, file, part, text);
        });
    }
}

} // namespace terroir::sheets
