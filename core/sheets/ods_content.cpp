#include "core/sheets/ods_content.hpp"

#include "core/base/local_text.hpp"
#include "core/sheets/limits.hpp"
#include "core/sheets/refusal.hpp"
#include "core/sheets/values.hpp"
#include "core/text/raised_digits.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace terroir::sheets::ods {

namespace {

constexpr XmlNamespace openDocument[] = {
    {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"},
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"},
    {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"},
    {"urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"},
    {"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"},
};

/// What holds text that the cells do not show.
bool isNoContent(std::string_view element) {
    return element == "office:annotation" || element.starts_with("draw:") ||
           element == "table:shapes" || element == "table:tracked-changes" ||
           element == "text:ruby-text" || element == "office:forms";
}

std::string_view valueAttribute(std::string_view type) {
    if (type == "date")
        return "date-value";
    if (type == "boolean")
        return "boolean-value";
    if (type == "string")
        return "string-value";
    return "value";
}

/// "11/2024", "2024": what a cell shows of a day when its format leaves the day out.
bool showsNoDay(std::string_view text) {
    const std::size_t slash = text.find_first_of("/-");
    const std::string_view month = slash == std::string_view::npos ? "" : text.substr(0, slash);
    const std::string_view year = slash == std::string_view::npos ? text : text.substr(slash + 1);
    const auto areDigits = [](std::string_view part) {
        return part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    return year.size() == 4 && areDigits(year) && month.size() <= 2 && areDigits(month);
}

} // namespace

void Paragraphs::beginParagraph() {
    if (m_any)
        m_text += '\n';
    m_any = m_isInside = m_isSpaceBefore = true;
}

void Paragraphs::add(std::string_view text) {
    for (const char c : text) {
        const bool isSpace = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!isSpace)
            m_text += c;
        else if (!m_isSpaceBefore)
            m_text += ' ';
        m_isSpaceBefore = isSpace;
    }
}

void Paragraphs::addSpaces(std::size_t count) {
    m_text.append(std::min(count, maxCharacters), ' ');
}

void Paragraphs::addCharacter(char c) {
    m_text += c;
}

void Paragraphs::clear() {
    m_text.clear();
    m_any = m_isInside = m_isSpaceBefore = false;
}

ContentHandler::ContentHandler(WorkbookBuilder& workbook, std::string sheet, Take take)
    : XmlHandler(openDocument), m_workbook(workbook), m_wanted(std::move(sheet)), m_take(take) {}

std::size_t ContentHandler::repeats(const XmlAttributes& attributes, std::string_view name) const {
    const std::string_view text = attributes.value("table", name);
    if (text.empty())
        return 1;
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value == 0 ||
        value > 100'000'000)
        failDamaged(m_workbook.file(), localText("{} là '{}'", "{} is '{}'", name, text));
    return value;
}

void ContentHandler::open(std::string_view element, const XmlAttributes& attributes) {
    if (m_skipped > 0 || isNoContent(element)) {
        ++m_skipped;
    } else if (m_cell) {
        openInCell(element, attributes);
    } else if (m_table) {
        openInTable(element, attributes);
    } else if (element == "office:spreadsheet") {
        m_isSpreadsheet = true;
    } else if (element == "table:table" && m_isSpreadsheet) {
        openTable(attributes);
    } else if (element == "style:style") {
        m_style = attributes.value("style", "name");
    } else if (element == "style:table-properties" &&
               attributes.value("table", "display") == "false") {
        m_hiddenTables.insert(m_style);
    }
    if (!m_isSpreadsheet)
        m_raised.describe(element, attributes);
}

void ContentHandler::openTable(const XmlAttributes& attributes) {
    std::string name(attributes.value("table", "name"));
    m_names.push_back(name);
    if (m_take == Take::Names || (!m_wanted.empty() && name != m_wanted))
        return;
    m_table.emplace(m_workbook, std::move(name));
    m_table->sheet().isHidden = m_hiddenTables.contains(attributes.value("table", "style-name"));
    m_line = 1;
    m_column = 0;
}

void ContentHandler::openInTable(std::string_view element, const XmlAttributes& attributes) {
    if (element == "table:table-row")
        openRow(attributes);
    else if (element == "table:table-cell" || element == "table:covered-table-cell")
        openCell(attributes);
    else if (element == "table:table-column")
        openColumn(attributes);
}

void ContentHandler::openColumn(const XmlAttributes& attributes) {
    const std::size_t count = repeats(attributes, "number-columns-repeated");
    const std::string_view visibility = attributes.value("table", "visibility");
    if (visibility == "collapse" || visibility == "filter")
        for (std::size_t i = m_column; i < std::min(m_column + count, maxColumns); ++i)
            m_table->sheet().hiddenColumns.push_back(i);
    m_column = std::min(m_column + count, maxColumns);
}

void ContentHandler::openRow(const XmlAttributes& attributes) {
    const std::string_view visibility = attributes.value("table", "visibility");
    m_isRowHidden = visibility == "collapse" || visibility == "filter";
    m_rowRepeated = repeats(attributes, "number-rows-repeated");
    m_column = 0;
    m_row.clear();
    m_rowMerges.clear();
}

void ContentHandler::closeRow() {
    const std::size_t next = m_line + m_rowRepeated;
    if (!m_row.empty()) {
        if (next - 1 > maxRows)
            failTooLarge(m_workbook.file(), m_line,
                         localText("hơn {} dòng", "more than {} rows", maxRows));
        for (std::size_t line = m_line; line < next; ++line) {
            m_table->beginRow(line, m_isRowHidden);
            for (std::size_t i = 0; i < m_row.size(); ++i)
                m_table->put(i, m_row[i].text, m_row[i].kind);
            m_table->endRow();
        }
    }
    for (const Merge& merge : m_rowMerges)
        for (std::size_t i = 0; merge.firstColumn < m_row.size() && i < m_rowRepeated; ++i)
            m_table->sheet().merges.push_back(
                {merge.firstLine + i, merge.lastLine + i, merge.firstColumn, merge.lastColumn});
    m_line = next;
}

void ContentHandler::openCell(const XmlAttributes& attributes) {
    OdsCell cell;
    cell.column = m_column;
    cell.repeated = repeats(attributes, "number-columns-repeated");
    cell.columnsSpanned = repeats(attributes, "number-columns-spanned");
    cell.rowsSpanned = repeats(attributes, "number-rows-spanned");
    cell.type = attributes.value("office", "value-type");
    cell.value = attributes.value("office", valueAttribute(cell.type));
    m_text.clear();
    m_cell = std::move(cell);
}

void ContentHandler::openInCell(std::string_view element, const XmlAttributes& attributes) {
    if (element == "text:p" || element == "text:h") {
        m_text.beginParagraph();
    } else if (element == "text:s") {
        const std::string_view count = attributes.value("text", "c");
        std::size_t spaces = 1;
        std::from_chars(count.data(), count.data() + count.size(), spaces);
        m_text.addSpaces(spaces);
    } else if (element == "text:tab") {
        m_text.addCharacter('\t');
    } else if (element == "text:line-break") {
        m_text.addCharacter('\n');
    } else if (element == "text:span") {
        m_raised.open(attributes);
    }
}

std::pair<std::string, CellKind> ContentHandler::valueOf(const OdsCell& cell) const {
    const std::string& shown = m_text.text();
    if (cell.type == "float" || cell.type == "percentage" || cell.type == "currency") {
        const auto number = plainNumber(std::string_view(cell.value));
        if (!number)
            failDamaged(m_workbook.file(), localText("trang '{}', dòng {}: '{}' không phải là số",
                                                     "sheet '{}', row {}: '{}' is no number",
                                                     m_names.back(), m_line, cell.value));
        return {*number, CellKind::Number};
    }
    if (cell.type == "date") {
        const auto day = isoDayText(cell.value);
        return day && !showsNoDay(shown) ? std::pair(*day, CellKind::Date)
                                         : std::pair(shown, CellKind::Text);
    }
    if (cell.type == "boolean")
        return {cell.value == "true" ? "TRUE" : "FALSE", CellKind::Text};
    return {shown.empty() ? cell.value : shown, CellKind::Text};
}

void ContentHandler::closeCell() {
    const OdsCell cell = *std::exchange(m_cell, std::nullopt);
    m_column += cell.repeated;
    if (cell.columnsSpanned > 1 || cell.rowsSpanned > 1)
        m_rowMerges.push_back({m_line, std::min(m_line + cell.rowsSpanned - 1, maxRows),
                               cell.column,
                               std::min(cell.column + cell.columnsSpanned, maxColumns) - 1});
    const auto [value, kind] = valueOf(cell);
    const std::string_view text = trimmed(value);
    if (text.empty())
        return;
    checkLength(text, m_workbook.file(), m_line);
    if (m_column > maxColumns)
        failTooLarge(m_workbook.file(), m_line,
                     localText("hơn {} cột", "more than {} columns", maxColumns));
    m_row.resize(cell.column);
    m_row.resize(m_column, {m_workbook.texts().keep(text), kind});
}

void ContentHandler::close(std::string_view element) {
    if (m_skipped > 0) {
        --m_skipped;
    } else if (m_cell) {
        if (element == "text:p" || element == "text:h")
            m_text.endParagraph();
        else if (element == "text:span")
            m_raised.close();
        else if (element == "table:table-cell" || element == "table:covered-table-cell")
            closeCell();
    } else if (m_table) {
        if (element == "table:table-row") {
            closeRow();
        } else if (element == "table:table") {
            m_workbook.add(m_table->finish());
            m_table.reset();
        }
    }
}

void ContentHandler::text(std::string_view text) {
    if (m_skipped > 0 || !m_cell || !m_text.isInside())
        return;
    m_text.add(m_raised.isRaised() ? text::raisedDigits(text) : text);
    if (m_text.text().size() > 8 * maxCharacters)
        checkLength(m_text.text(), m_workbook.file(), m_line);
}

} // namespace terroir::sheets::ods
