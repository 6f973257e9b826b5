#pragma once

#include "core/sheets/builder.hpp"
#include "core/sheets/package.hpp"
#include "core/sheets/values.hpp"
#include "core/sheets/xml_reader.hpp"
#include "core/text/raised_digits.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

// The parts of an XLSX workbook (ECMA-376, Part 1, SpreadsheetML), of the transitional and the
// strict kind.
namespace terroir::sheets::xlsx {

inline constexpr XmlNamespace spreadsheet[] = {
    {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", ""},
    {"http://purl.oclc.org/ooxml/spreadsheetml/main", ""},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
};

/// The text of a string item: runs joined, phonetic ones left out, "_x000D_" read as the character,
/// digits of raised runs (marks of notes, exponents) as raised digits.
class RichText {
public:
    /// `val`: its attribute of this name.
    void open(std::string_view element, std::string_view val = {}) {
        m_phonetic = m_phonetic || element == "rPh";
        m_isText = element == "t" && !m_phonetic;
        if (element == "r")
            m_isRaised = false;
        else if (element == "vertAlign")
            m_isRaised = val == "superscript";
    }
    void close(std::string_view element) {
        m_phonetic = m_phonetic && element != "rPh";
        m_isText = false;
    }
    void add(std::string_view text) {
        if (m_isText)
            m_text += m_isRaised ? text::raisedDigits(text) : text;
    }
    std::size_t size() const { return m_text.size(); }
    /// The whole, and ready for the next item.
    std::string_view take();

private:
    std::string m_text, m_taken;
    bool m_isText = false, m_phonetic = false, m_isRaised = false;
};

/// What all sheets share.
struct Shared {
    std::vector<std::string_view> strings;
    std::vector<Shows> formats; ///< by cell style
    DayCount days = DayCount::From1900;
};

std::vector<std::string_view> readStrings(Package& package, const std::string& part,
                                          WorkbookBuilder& workbook);
std::vector<Shows> readFormats(Package& package, const std::string& part, const std::string& file);
void readSheet(Package& package, const std::string& part, const Shared& shared,
               WorkbookBuilder& workbook, SheetBuilder& sheet);

} // namespace terroir::sheets::xlsx
