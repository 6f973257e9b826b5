#include "core/base/local_text.hpp"
#include "core/documents/formats.hpp"
#include "core/documents/text_flow.hpp"
#include "core/sheets/encoding.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <climits>
#include <memory>

// HTML as libxml2 repairs it: what a browser would show, without styles.

namespace terroir::documents {

namespace {

struct FreeTree {
    void operator()(xmlDoc* tree) const { xmlFreeDoc(tree); }
};

constexpr int maxNesting = 500;

bool isOneOf(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isShown(std::string_view name) {
    return !isOneOf(name, {"head", "script", "style", "noscript", "template", "svg", "select",
                           "textarea", "button", "nav", "iframe", "object"});
}

bool isBlock(std::string_view name) {
    return isOneOf(name, {"p",       "div",     "h1",     "h2",      "h3",         "h4",
                          "h5",      "h6",      "li",     "ul",      "ol",         "dl",
                          "dt",      "dd",      "pre",    "section", "article",    "main",
                          "header",  "footer",  "aside",  "form",    "blockquote", "figure",
                          "caption", "address", "center", "body",    "figcaption", "hr"});
}

std::string textOf(const xmlNode* node) {
    const std::unique_ptr<xmlChar, void (*)(void*)> content(xmlNodeGetContent(node), xmlFree);
    return content == nullptr ? std::string() : reinterpret_cast<const char*>(content.get());
}

/// The number of a footnote.
bool isMark(const xmlNode* node) {
    const std::string text = textOf(node);
    return !text.empty() && text.size() <= 3 &&
           text.find_first_not_of("0123456789") == std::string::npos;
}

void walk(const xmlNode* node, TextFlow& flow, int depth) {
    if (depth > maxNesting)
        return;
    for (; node != nullptr; node = node->next) {
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            flow.add(reinterpret_cast<const char*>(node->content));
            continue;
        }
        if (node->type != XML_ELEMENT_NODE)
            continue;
        const std::string_view name = reinterpret_cast<const char*>(node->name);
        if (!isShown(name))
            continue;
        if (name == "br") {
            flow.breakLine();
            continue;
        }
        const auto inside = [&] { walk(node->children, flow, depth + 1); };
        if (name == "sup" && isMark(node)) {
            flow.add(raisedDigits(std::stoul(textOf(node))));
            continue;
        }
        if (name == "table") {
            flow.closeParagraph();
            flow.openTable();
            inside();
            flow.closeTable();
        } else if (name == "tr") {
            flow.openRow();
            inside();
            flow.closeRow();
        } else if (name == "td" || name == "th") {
            flow.openCell();
            inside();
            flow.closeParagraph();
        } else if (isBlock(name)) {
            flow.closeParagraph();
            inside();
            flow.closeParagraph();
        } else {
            inside();
        }
    }
}

/// What the page says that its bytes are, else what they look like.
const char* encodingOf(std::string_view bytes) {
    const auto found = sheets::findEncoding(std::string(bytes));
    return found == sheets::Bytes::Utf8 ? "UTF-8" : nullptr;
}

} // namespace

Document readHtml(std::string_view bytes, const std::string& file) {
    if (bytes.size() > std::size_t(INT_MAX))
        failDamagedDocument(file);
    const std::unique_ptr<xmlDoc, FreeTree> tree(
        htmlReadMemory(bytes.data(), int(bytes.size()), nullptr, encodingOf(bytes),
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED));
    if (tree == nullptr)
        failDamagedDocument(file);
    TextFlow flow;
    walk(tree->children, flow, 0);
    return {flow.finish(), {}, {}};
}

} // namespace terroir::documents
