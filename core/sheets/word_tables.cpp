#include "core/sheets/document_tables.hpp"
#include "core/sheets/formats.hpp"
#include "core/sheets/limits.hpp"
#include "core/sheets/package.hpp"
#include "core/sheets/xml_reader.hpp"

#include <algorithm>
#include <charconv>

// Tables of a text: WordprocessingML (ECMA-376, Part 1, 17.4) and OpenDocument (ODF 1.2, Part 1,
// 9).

namespace terroir::sheets {

namespace {

constexpr XmlNamespace wordNamespaces[] = {
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
};
constexpr XmlNamespace openDocumentNamespaces[] = {
    {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"},
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"},
    {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"},
};

/// The number of an attribute; 1 where it does not stand.
std::size_t countOf(std::string_view text) {
    std::size_t count = 1;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return count;
}

class WordTables final : public XmlHandler {
public:
    explicit WordTables(DocumentTables& tables) : XmlHandler(wordNamespaces), m_tables(tables) {}

    void open(std::string_view element, const XmlAttributes& attributes) override {
        // A text box stands twice; what has been taken out of the text is none of it.
        if (m_skipped > 0 || element == "mc:Fallback" || element == "w:del" ||
            element == "w:moveFrom") {
            ++m_skipped;
        } else if (element == "w:t") {
            m_isText = true;
        } else if (element == "w:tab" || element == "w:ptab") {
            if (!m_isProperties)
                m_tables.add(" ");
        } else if (element == "w:noBreakHyphen") {
            m_tables.add("-");
        } else if (element == "w:br" || element == "w:cr") {
            m_tables.breakLine();
        } else if (element == "w:pPr") {
            m_isProperties = true;
        } else if (element == "w:tbl") {
            m_tables.openTable();
        } else if (element == "w:tr") {
            m_tables.openRow();
        } else if (element == "w:gridBefore") {
            m_tables.openCell(countOf(attributes.value("w", "val")));
            m_tables.closeCell();
        } else if (element == "w:tc") {
            m_tables.openCell();
        } else if (element == "w:gridSpan") {
            m_tables.widen(countOf(attributes.value("w", "val")));
        } else if (element == "w:vMerge") {
            if (attributes.value("w", "val") != "restart")
                m_tables.continueAbove();
        }
    }

    void close(std::string_view element) override {
        if (m_skipped > 0) {
            --m_skipped;
        } else if (element == "w:t") {
            m_isText = false;
        } else if (element == "w:pPr") {
            m_isProperties = false;
        } else if (element == "w:p") {
            m_tables.closeParagraph();
        } else if (element == "w:tc") {
            m_tables.closeCell();
        } else if (element == "w:tr") {
            m_tables.closeRow();
        } else if (element == "w:tbl") {
            m_tables.closeTable();
        }
    }

    void text(std::string_view text) override {
        if (m_isText && m_skipped == 0)
            m_tables.add(text);
    }

private:
    DocumentTables& m_tables;
    bool m_isText = false, m_isProperties = false;
    int m_skipped = 0;
};

class OpenDocumentTables final : public XmlHandler {
public:
    explicit OpenDocumentTables(DocumentTables& tables)
        : XmlHandler(openDocumentNamespaces), m_tables(tables) {}

    void open(std::string_view element, const XmlAttributes& attributes) override {
        if (m_skipped > 0 || element == "office:annotation" || element == "text:note" ||
            element == "text:tracked-changes" || element == "office:forms") {
            ++m_skipped;
        } else if (element == "office:text") {
            m_isBody = true;
        } else if (!m_isBody) {
            return;
        } else if (element == "text:s" || element == "text:tab") {
            m_tables.add(" ");
        } else if (element == "text:line-break") {
            m_tables.breakLine();
        } else if (element == "table:table") {
            m_tables.openTable();
        } else if (element == "table:table-row") {
            m_tables.openRow();
        } else if (element == "table:table-cell") {
            openCells(attributes);
        }
    }

    void close(std::string_view element) override {
        if (m_skipped > 0)
            --m_skipped;
        else if (element == "office:text")
            m_isBody = false;
        else if (!m_isBody)
            return;
        else if (element == "text:p" || element == "text:h")
            m_tables.closeParagraph();
        else if (element == "table:table-cell")
            m_tables.closeCell();
        else if (element == "table:table-row")
            m_tables.closeRow();
        else if (element == "table:table")
            m_tables.closeTable();
    }

    void text(std::string_view text) override {
        if (!m_isBody || m_skipped > 0)
            return;
        for (const char c : text) // ODF 1.2, Part 1, 6.1.2
            m_tables.add(c == '\n' ? std::string_view(" ") : std::string_view(&c, 1));
    }

private:
    void openCells(const XmlAttributes& attributes) {
        const std::size_t repeated =
            std::min(countOf(attributes.value("table", "number-columns-repeated")), maxColumns);
        for (std::size_t i = 1; i < repeated; ++i) { // only empty ones are repeated in a text
            m_tables.openCell();
            m_tables.closeCell();
        }
        m_tables.openCell(countOf(attributes.value("table", "number-columns-spanned")),
                          countOf(attributes.value("table", "number-rows-spanned")));
    }

    DocumentTables& m_tables;
    bool m_isBody = false;
    int m_skipped = 0;
};

bool isWord(const Package& package) {
    return package.has("word/document.xml");
}

std::vector<std::string> readInto(WorkbookBuilder& workbook, const std::filesystem::path& file,
                                  const std::string& sheet) {
    DocumentTables tables;
    Package package(file);
    const std::string part = isWord(package) ? "word/document.xml" : "content.xml";
    package.read(part, [&](const ByteSource& source) {
        if (isWord(package)) {
            WordTables handler(tables);
            readXml(source, file.string(), part, handler);
        } else {
            OpenDocumentTables handler(tables);
            readXml(source, file.string(), part, handler);
        }
    });
    return tables.finish(workbook, sheet);
}

} // namespace

Workbook readWordTables(const std::filesystem::path& file, const std::string& sheet) {
    WorkbookBuilder workbook(file.string());
    readInto(workbook, file, sheet);
    return workbook.take();
}

std::vector<std::string> wordTables(const std::filesystem::path& file) {
    WorkbookBuilder workbook(file.string());
    return readInto(workbook, file, {});
}

} // namespace terroir::sheets
