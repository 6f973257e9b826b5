#include "core/base/local_text.hpp"
#include "core/base/strings.hpp"
#include "core/sheets/encoding.hpp"
#include "core/sheets/refusal.hpp"
#include "core/sheets/text_handler.hpp"
#include "core/text/raised_digits.hpp"

#include <libxml/HTMLparser.h>

#include <charconv>
#include <climits>
#include <memory>
#include <set>

// HTML as libxml2 repairs it: pages of portals, and what their "Export to Excel" writes under the
// name of a spreadsheet.

namespace terroir::sheets {

namespace {

constexpr int maxNesting = 500;

std::string_view nameOf(const xmlNode* node) {
    return node->type == XML_ELEMENT_NODE ? reinterpret_cast<const char*>(node->name)
                                          : std::string_view();
}

bool isHidden(std::string_view name) {
    return isAnyOf(name, {"head", "script", "style", "noscript", "template", "svg", "select",
                          "textarea", "button", "nav", "iframe", "object"});
}

bool isParagraph(std::string_view name) {
    return isAnyOf(name, {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "pre"});
}

/// Ends the line before it, and its own; cells are those of tables that only set parts side by
/// side.
bool isBlock(std::string_view name) {
    return isAnyOf(name,
                   {"div",     "ul",     "ol",    "dl",         "section",    "article", "main",
                    "header",  "footer", "aside", "form",       "blockquote", "figure",  "caption",
                    "address", "center", "body",  "figcaption", "hr",         "td",      "th"});
}

std::string valueOf(const std::unique_ptr<xmlChar, void (*)(void*)>& text) {
    return text == nullptr ? std::string() : reinterpret_cast<const char*>(text.get());
}

std::size_t countOf(const xmlNode* node, const char* attribute) {
    const std::string text =
        valueOf({xmlGetProp(node, reinterpret_cast<const xmlChar*>(attribute)), xmlFree});
    std::size_t count = 1;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return count;
}

class HtmlText {
public:
    explicit HtmlText(TextHandler& to) : m_to(to) {}

    void read(const xmlNode* root) {
        findTables(root, 0);
        walk(root, 0, false);
    }

private:
    /// Whether there is a table among the nodes; those with another in them are remembered.
    bool findTables(const xmlNode* node, int depth) {
        bool found = false;
        for (; node != nullptr && depth < maxNesting; node = node->next) {
            const bool isTable = nameOf(node) == "table";
            const bool holdsTable = findTables(node->children, depth + 1);
            if (isTable && holdsTable)
                m_frames.insert(node);
            found = found || isTable || holdsTable;
        }
        return found;
    }

    void walk(const xmlNode* node, int depth, bool isInTable) {
        for (; node != nullptr && depth < maxNesting; node = node->next) {
            const std::string_view name = nameOf(node);
            if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
                m_to.add(reinterpret_cast<const char*>(node->content));
            else if (name == "br")
                m_to.breakLine();
            else if (name == "sup")
                m_to.add(text::raisedDigits(valueOf({xmlNodeGetContent(node), xmlFree})));
            else if (!name.empty() && !isHidden(name))
                walkInto(node, name, depth + 1, isInTable);
        }
    }

    void walkInto(const xmlNode* node, std::string_view name, int depth, bool isInTable) {
        const auto inside = [&](bool inTable) { walk(node->children, depth, inTable); };
        if (name == "table" && !m_frames.contains(node)) {
            m_to.closeParagraph();
            m_to.openTable();
            inside(true);
            m_to.closeTable();
        } else if (isInTable && name == "tr") {
            m_to.openRow();
            inside(true);
            m_to.closeRow();
        } else if (isInTable && (name == "td" || name == "th")) {
            m_to.openCell(countOf(node, "colspan"), countOf(node, "rowspan"));
            inside(true);
            m_to.closeParagraph();
            m_to.closeCell();
        } else if (isParagraph(name) || isBlock(name)) {
            m_to.closeParagraph();
            if (isParagraph(name))
                m_to.openParagraph();
            inside(isInTable);
            m_to.closeParagraph();
        } else {
            inside(isInTable);
        }
    }

    TextHandler& m_to;
    std::set<const xmlNode*> m_frames; ///< tables with a table in them
};

} // namespace

void readHtmlText(std::string_view bytes, const std::string& file, TextHandler& handler) {
    if (bytes.size() > std::size_t(INT_MAX))
        failTooLarge(file, 0, localText("hơn 2 GB", "more than 2 GB"));
    // What the page says that its bytes are, else what they look like.
    const bool isUtf8 = findEncoding(std::string(bytes)) == Bytes::Utf8;
    const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> page(
        htmlReadMemory(bytes.data(), int(bytes.size()), nullptr, isUtf8 ? "UTF-8" : nullptr,
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_NONET),
        xmlFreeDoc);
    if (page == nullptr)
        failDamaged(file, localText("trang web không đọc được", "the page cannot be read"));
    HtmlText(handler).read(page->children);
}

} // namespace terroir::sheets
