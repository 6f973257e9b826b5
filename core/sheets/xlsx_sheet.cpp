#include "core/base/local_text.hpp"
#include "core/sheets/limits.hpp"
#include "core/sheets/refusal.hpp"
#include "core/sheets/xlsx_parts.hpp"

#include <charconv>
#include <optional>

namespace terroir::sheets::xlsx {

namespace {

struct CellPlace {
    std::size_t row = 0, column = 0; ///< row from 1, column from 0
};

std::optional<std::size_t> wholeNumber(std::string_view text) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

/// "AB12"; with dollar signs too.
std::optional<CellPlace> cellPlace(std::string_view reference) {
    std::size_t column = 0, at = 0;
    at += reference.starts_with('$') ? 1 : 0;
    for (; at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z'; ++at)
        if ((column = column * 26 + std::size_t(reference[at] - 'A') + 1) > maxColumns)
            return std::nullopt;
    at += at < reference.size() && reference[at] == '$' ? 1 : 0;
    const auto row = wholeNumber(reference.substr(at));
    if (column == 0 || !row || *row == 0 || *row > maxRows)
        return std::nullopt;
    return CellPlace{*row, column - 1};
}

bool isTrue(std::string_view attribute) {
    return attribute == "1" || attribute == "true";
}

class SheetHandler final : public XmlHandler {
public:
    SheetHandler(const Shared& shared, WorkbookBuilder& workbook, SheetBuilder& sheet)
        : XmlHandler(spreadsheet), m_shared(shared), m_workbook(workbook), m_sheet(sheet) {}

    void open(std::string_view element, const XmlAttributes& attributes) override {
        if (element == "c")
            openCell(attributes);
        else if (m_isCell)
            openPart(element, attributes);
        else if (element == "row")
            openRow(attributes);
        else if (element == "col")
            openColumns(attributes);
        else if (element == "mergeCell")
            addMerge(attributes.value("ref"));
        m_isSheet = m_isSheet || element == "worksheet";
    }

    void close(std::string_view element) override {
        if (element == "c") {
            closeCell();
            m_isCell = false;
        } else if (m_isCell) {
            m_isValue = m_isFormula = false;
            m_text.close(element);
        } else if (element == "row") {
            m_sheet.endRow();
        }
    }

    void text(std::string_view text) override {
        if (!m_isCell)
            return;
        if (m_isValue)
            m_value += text;
        else if (m_isFormula)
            m_formula += text;
        else
            m_text.add(text);
        if (m_value.size() > 8 * maxCharacters || m_text.size() > 8 * maxCharacters)
            checkLength(m_isValue ? m_value : m_text.take(), m_workbook.file(), m_row);
    }

    bool isSheet() const { return m_isSheet; }

private:
    void openPart(std::string_view element, const XmlAttributes& attributes) {
        m_isValue = element == "v";
        m_isFormula = element == "f";
        if (m_isFormula)
            m_formula = "=";
        if (!m_isValue && !m_isFormula)
            m_text.open(element, attributes.value("val"));
    }

    [[noreturn]] void failCell(const LocalText& reason) const {
        failDamaged(m_workbook.file(),
                    localText("trang '{}', dòng {}, cột {}: {}",
                              "sheet '{}', row {}, column {}: {}", m_sheet.sheet().name, m_row,
                              m_column + 1, reason));
    }

    void openRow(const XmlAttributes& attributes) {
        const std::string_view reference = attributes.value("r");
        const auto row = reference.empty() ? m_row + 1 : wholeNumber(reference);
        if (!row || *row <= m_row || *row > maxRows)
            failDamaged(m_workbook.file(), localText("trang '{}': dòng '{}' sau dòng {}",
                                                     "sheet '{}': row '{}' after row {}",
                                                     m_sheet.sheet().name, reference, m_row));
        m_row = *row;
        m_nextColumn = 0;
        m_sheet.beginRow(m_row, isTrue(attributes.value("hidden")));
    }

    void openCell(const XmlAttributes& attributes) {
        m_isCell = true;
        m_value.clear();
        m_formula.clear();
        m_text.take();
        m_type = attributes.value("t");
        const std::string_view reference = attributes.value("r");
        const std::string_view style = attributes.value("s");
        m_column = m_nextColumn;
        if (!reference.empty()) {
            const auto place = cellPlace(reference);
            if (!place || place->row != m_row || place->column < m_nextColumn)
                failCell(localText("ô '{}' sai chỗ", "the cell '{}' is out of place", reference));
            m_column = place->column;
        }
        m_nextColumn = m_column + 1;
        m_style = style.empty() ? 0 : wholeNumber(style).value_or(0);
    }

    void openColumns(const XmlAttributes& attributes) {
        if (!isTrue(attributes.value("hidden")))
            return;
        const auto first = wholeNumber(attributes.value("min"));
        const auto last = wholeNumber(attributes.value("max"));
        auto& hidden = m_sheet.sheet().hiddenColumns;
        if (!first || !last || *first == 0 || *last > maxColumns || hidden.size() > maxColumns)
            return;
        for (std::size_t i = *first; i <= *last; ++i)
            hidden.push_back(i - 1);
    }

    void addMerge(std::string_view reference) {
        const std::size_t colon = std::min(reference.find(':'), reference.size());
        const auto first = cellPlace(reference.substr(0, colon));
        const auto last =
            colon == reference.size() ? first : cellPlace(reference.substr(colon + 1));
        if (!first || !last || last->row < first->row || last->column < first->column)
            failDamaged(m_workbook.file(),
                        localText("trang '{}': ô gộp '{}'", "sheet '{}': merged cells '{}'",
                                  m_sheet.sheet().name, reference));
        m_sheet.sheet().merges.push_back({first->row, last->row, first->column, last->column});
    }

    void closeCell() {
        // Never computed, as programs write it that are no spreadsheets: it shows what it is.
        if (m_value.empty() && !m_formula.empty() && m_type != "str")
            return m_sheet.keep(m_column, m_formula.substr(0, maxCharacters));
        if (m_type == "s") {
            const auto index = wholeNumber(trimmed(m_value));
            if (m_value.empty())
                return;
            if (!index || *index >= m_shared.strings.size())
                failCell(localText("không có chuỗi số '{}'", "there is no string '{}'", m_value));
            m_sheet.put(m_column, m_shared.strings[*index]);
        } else if (m_type == "inlineStr") {
            m_sheet.keep(m_column, m_text.take());
        } else if (m_type == "b") {
            if (!m_value.empty())
                m_sheet.put(m_column, isTrue(trimmed(m_value)) ? "TRUE" : "FALSE");
        } else if (m_type == "str" || m_type == "e") {
            m_text.open("t");
            m_text.add(m_value); // holds escapes like any string
            m_sheet.keep(m_column, m_text.take());
        } else if (m_type == "d") {
            const auto day = isoDayText(trimmed(m_value));
            m_sheet.keep(m_column, day ? *day : m_value, day ? CellKind::Date : CellKind::Text);
        } else {
            putNumber(trimmed(m_value));
        }
    }

    void putNumber(std::string_view digits) {
        if (digits.empty())
            return;
        const auto number = plainNumber(digits);
        if (!number)
            failCell(localText("'{}' không phải là số", "'{}' is no number", digits));
        const Shows shows =
            m_style < m_shared.formats.size() ? m_shared.formats[m_style] : Shows::Number;
        if (shows != Shows::Number) {
            double serial = 0;
            std::from_chars(digits.data(), digits.data() + digits.size(), serial);
            if (const auto day = dayText(serial, shows, m_shared.days)) {
                const bool isDay = shows == Shows::Day || shows == Shows::DayTime;
                m_sheet.keep(m_column, *day, isDay ? CellKind::Date : CellKind::Text);
                return;
            }
        }
        m_sheet.keep(m_column, *number, CellKind::Number);
    }

    const Shared& m_shared;
    WorkbookBuilder& m_workbook;
    SheetBuilder& m_sheet;
    std::size_t m_row = 0, m_column = 0, m_nextColumn = 0, m_style = 0;
    std::string m_type, m_value;
    RichText m_text;
    bool m_isSheet = false, m_isCell = false, m_isValue = false;
    bool m_isFormula = false;
    std::string m_formula; ///< with "=" in front
};

} // namespace

void readSheet(Package& package, const std::string& part, const Shared& shared,
               WorkbookBuilder& workbook, SheetBuilder& sheet) {
    SheetHandler handler(shared, workbook, sheet);
    package.read(part,
                 [&](const ByteSource& bytes) { readXml(bytes, workbook.file(), part, handler); });
    if (!handler.isSheet())
        failDamaged(workbook.file(), localText("phần '{}' không phải là trang tính",
                                               "the part '{}' is no sheet", part));
}

} // namespace terroir::sheets::xlsx
