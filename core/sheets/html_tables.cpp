#include "core/base/input_file.hpp"
#include "core/base/local_text.hpp"
#include "core/sheets/document_tables.hpp"
#include "core/sheets/encoding.hpp"
#include "core/sheets/formats.hpp"
#include "core/sheets/refusal.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <climits>
#include <memory>

// The tables of a web page as libxml2 repairs it: pages of portals, and what their "Export to
// Excel" writes under the name of a spreadsheet.

namespace terroir::sheets {

namespace {

constexpr int maxNesting = 500;

std::string_view nameOf(const xmlNode* node) {
    return node->type == XML_ELEMENT_NODE ? reinterpret_cast<const char*>(node->name)
                                          : std::string_view();
}

template <std::size_t Count>
bool isOneOf(std::string_view name, const std::array<std::string_view, Count>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isHiddenElement(std::string_view name) {
    static constexpr std::array<std::string_view, 10> names{
        "head", "script", "style",    "noscript", "template",
        "svg",  "select", "textarea", "button",   "nav"};
    return isOneOf(name, names);
}

bool isLineOfItsOwn(std::string_view name) {
    static constexpr std::array<std::string_view, 20> names{
        "p",      "div",    "h1",      "h2",     "h3",         "h4",      "h5",
        "h6",     "li",     "dt",      "dd",     "pre",        "section", "article",
        "header", "footer", "caption", "center", "blockquote", "hr"};
    return isOneOf(name, names);
}

bool holdsTable(const xmlNode* node, int depth) {
    for (node = node->children; node != nullptr && depth < maxNesting; node = node->next)
        if (nameOf(node) == "table" || holdsTable(node, depth + 1))
            return true;
    return false;
}

std::size_t countOf(const xmlNode* node, const char* attribute) {
    const std::unique_ptr<xmlChar, void (*)(void*)> value(
        xmlGetProp(node, reinterpret_cast<const xmlChar*>(attribute)), xmlFree);
    const std::string_view text =
        value == nullptr ? std::string_view() : reinterpret_cast<const char*>(value.get());
    std::size_t count = 1;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return count;
}

class PageWalk {
public:
    explicit PageWalk(DocumentTables& tables) : m_tables(tables) {}

    void walk(const xmlNode* node, int depth, bool isInTable = false) {
        for (; node != nullptr && depth < maxNesting; node = node->next) {
            const std::string_view name = nameOf(node);
            const auto inside = [&](bool inTable) { walk(node->children, depth + 1, inTable); };
            if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
                addText(reinterpret_cast<const char*>(node->content));
            } else if (name.empty() || isHiddenElement(name)) {
                continue;
            } else if (name == "br") {
                m_tables.breakLine();
            } else if (name == "table" && !isInTable && !holdsTable(node, depth)) {
                m_tables.openTable();
                inside(true);
                m_tables.closeTable();
            } else if (isInTable && name == "tr") {
                m_tables.openRow();
                inside(true);
                m_tables.closeRow();
            } else if (isInTable && (name == "td" || name == "th")) {
                m_tables.openCell(countOf(node, "colspan"), countOf(node, "rowspan"));
                inside(true);
                m_tables.closeCell();
            } else if (isLineOfItsOwn(name) || name == "td" || name == "th") {
                // Other tables set a page's parts side by side.
                m_tables.closeParagraph();
                inside(isInTable);
                m_tables.closeParagraph();
            } else {
                inside(isInTable);
            }
        }
    }

private:
    void addText(std::string_view text) {
        constexpr std::string_view noBreak = "\xc2\xa0";
        while (!text.empty()) {
            const bool isNoBreak = text.starts_with(noBreak);
            const bool isLine = text.front() == '\n' || text.front() == '\r';
            m_tables.add(isNoBreak || isLine ? std::string_view(" ") : text.substr(0, 1));
            text.remove_prefix(isNoBreak ? noBreak.size() : 1);
        }
    }

    DocumentTables& m_tables;
};

std::vector<std::string> readInto(WorkbookBuilder& workbook, const std::filesystem::path& file,
                                  const std::string& sheet) {
    const std::string bytes = readFile(file);
    if (bytes.size() > std::size_t(INT_MAX))
        failTooLarge(file.string(), 0, localText("hơn 2 GB", "more than 2 GB"));
    const bool isUtf8 = findEncoding(bytes) == Bytes::Utf8;
    const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> page(
        htmlReadMemory(bytes.data(), int(bytes.size()), nullptr, isUtf8 ? "UTF-8" : nullptr,
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED),
        xmlFreeDoc);
    if (page == nullptr)
        failDamaged(file.string(),
                    localText("trang web không đọc được", "the page cannot be read"));
    DocumentTables tables;
    PageWalk(tables).walk(page->children, 0);
    return tables.finish(workbook, sheet);
}

} // namespace

Workbook readHtmlTables(const std::filesystem::path& file, const std::string& sheet) {
    WorkbookBuilder workbook(file.string());
    readInto(workbook, file, sheet);
    return workbook.take();
}

std::vector<std::string> htmlTables(const std::filesystem::path& file) {
    WorkbookBuilder workbook(file.string());
    return readInto(workbook, file, {});
}

} // namespace terroir::sheets
