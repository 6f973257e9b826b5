#include "core/base/local_text.hpp"
#include "core/sheets/limits.hpp"
#include "core/sheets/refusal.hpp"
#include "core/sheets/xlsx_parts.hpp"
#include "core/text/letter.hpp"

#include <charconv>
#include <map>

namespace terroir::sheets::xlsx {

namespace {

class StringsHandler final : public XmlHandler {
public:
    StringsHandler(WorkbookBuilder& workbook, std::vector<std::string_view>& strings)
        : XmlHandler(spreadsheet), m_workbook(workbook), m_strings(strings) {}

    void open(std::string_view element, const XmlAttributes& attributes) override {
        m_text.open(element, attributes.value("val"));
    }
    void close(std::string_view element) override {
        m_text.close(element);
        if (element != "si")
            return;
        const std::string_view text = m_text.take();
        checkLength(text, m_workbook.file(), 0);
        m_strings.push_back(m_workbook.texts().keep(text));
    }
    void text(std::string_view text) override {
        m_text.add(text);
        if (m_text.size() > 8 * maxCharacters)
            checkLength(m_text.take(), m_workbook.file(), 0);
    }

private:
    WorkbookBuilder& m_workbook;
    std::vector<std::string_view>& m_strings;
    RichText m_text;
};

unsigned numberOf(std::string_view text) {
    unsigned value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

class StylesHandler final : public XmlHandler {
public:
    explicit StylesHandler(std::vector<Shows>& formats)
        : XmlHandler(spreadsheet), m_formats(formats) {}

    void open(std::string_view element, const XmlAttributes& attributes) override {
        if (element == "numFmt") {
            m_codes[numberOf(attributes.value("numFmtId"))] =
                shownBy(attributes.value("formatCode"));
        } else if (element == "cellXfs") {
            m_isCellStyles = true;
        } else if (element == "xf" && m_isCellStyles) {
            const unsigned id = numberOf(attributes.value("numFmtId"));
            const auto code = m_codes.find(id);
            m_formats.push_back(code != m_codes.end() ? code->second : shownBy(id));
        }
    }
    void close(std::string_view element) override {
        m_isCellStyles = m_isCellStyles && element != "cellXfs";
    }
    void text(std::string_view) override {}

private:
    std::vector<Shows>& m_formats;
    std::map<unsigned, Shows> m_codes;
    bool m_isCellStyles = false;
};

/// The character of "_x000D_" at the front of a text.
bool isEscape(std::string_view text, char32_t& character) {
    if (text.size() < 7 || text[1] != 'x' || text[6] != '_')
        return false;
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data() + 2, text.data() + 6, value, 16);
    character = value;
    return error == std::errc() && end == text.data() + 6 && (value < 0xd800 || value > 0xdfff);
}

} // namespace

std::string_view RichText::take() {
    m_taken.clear();
    for (std::size_t at = 0; at < m_text.size();) {
        char32_t character = 0;
        if (m_text[at] == '_' && isEscape(std::string_view(m_text).substr(at), character)) {
            at += 7;
            if (character >= 0x20 || character == U'\n' || character == U'\t')
                text::appendUtf8(m_taken, character);
        } else {
            m_taken += m_text[at++];
        }
    }
    m_text.clear();
    m_isRaised = false;
    return m_taken;
}

std::vector<std::string_view> readStrings(Package& package, const std::string& part,
                                          WorkbookBuilder& workbook) {
    std::vector<std::string_view> strings;
    StringsHandler handler(workbook, strings);
    package.read(part,
                 [&](const ByteSource& bytes) { readXml(bytes, workbook.file(), part, handler); });
    return strings;
}

std::vector<Shows> readFormats(Package& package, const std::string& part, const std::string& file) {
    std::vector<Shows> formats;
    StylesHandler handler(formats);
    package.read(part, [&](const ByteSource& bytes) { readXml(bytes, file, part, handler); });
    return formats;
}

} // namespace terroir::sheets::xlsx
